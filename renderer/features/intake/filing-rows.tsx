import type { FilingListView } from '#contract/collective.ts'
import { printStateLabels } from '#domain/wording/printing.ts'
import { figure } from '../../lib/format.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { TextLink } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './collective.module.css'

export interface FilingRowsProps {
  filing: Pick<FilingListView, 'rows' | 'untaken'>
  onOpen: (applicationId: string) => void
}

/** What was taken in, in the order of the printed list, and below it what was not. */
export function FilingRows({ filing, onOpen }: FilingRowsProps) {
  const { rows, untaken } = filing
  return (
    <>
      {rows.length === 0 && untaken.length === 0 && <p className={styles.none}>{words.listNone}</p>}
      {rows.length > 0 && (
        <ol className={styles.rows} aria-label={words.list}>
          {rows.map(({ line, complete, receipt }, index) => (
            <li key={line.id}>
              <span className={styles.no}>{figure(index + 1)}.</span>
              <span className={styles.rowText}>
                <TextLink onPress={() => onOpen(line.id)}>{line.holderName}</TextLink>
                <span className={styles.quiet}>
                  {line.permitTypeCode}, {line.registrationNumber}
                </span>
                {receipt !== null && receipt.state !== 'printed' && (
                  <span className={styles.quiet}>{words.receipt(printStateLabels[receipt.state])}</span>
                )}
              </span>
              <StatusMark meaning={complete ? 'done' : 'soon'}>
                {complete ? words.complete : words.incomplete}
              </StatusMark>
            </li>
          ))}
        </ol>
      )}
      {untaken.length > 0 && (
        <section aria-label={words.untaken} className={styles.part}>
          <h3>{words.untaken}</h3>
          <ul className={styles.rows}>
            {untaken.map((one) => (
              <li key={one.id}>
                <span className={styles.rowText}>
                  <span>{one.name || words.unnamed}</span>
                  <span className={styles.quiet}>
                    {one.permitTypeCode ?? words.noType}: {one.reason}
                  </span>
                </span>
                <StatusMark meaning="refused">{words.untaken.toLowerCase()}</StatusMark>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
