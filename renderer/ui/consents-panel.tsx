import type { SecondOriginalView } from '#contract/second-originals.ts'
import type { Instant } from '#domain/instant.ts'
import { figure } from '../lib/format.ts'
import { secondWords } from '../locales/second-originals.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import styles from './consents.module.css'
import { TwoLines } from './data-table.tsx'
import { ConfirmDialog } from './dialog.tsx'
import { Panel, PanelHead } from './panel.tsx'
import { StatusMark } from './status.tsx'

const words = secondWords.panel

export interface ConsentsPanelProps {
  seconds: readonly SecondOriginalView[]
  /** So many have room; how many more there are is said. */
  most: number
  at: (moment: Instant) => string
  /** The one that is asked about; undefined: none. */
  asked: SecondOriginalView | undefined
  ask: (one: SecondOriginalView | undefined) => void
  busy: boolean
  refusal: string | undefined
  consent: (one: SecondOriginalView) => void
  /** null: this person opens no dossiers. */
  open: ((applicationId: string) => void) | null
}

/** *Persetujuan susulan*: second originals to which nobody has agreed yet. Drawn only while there are any. */
export function ConsentsPanel(props: ConsentsPanelProps) {
  const { seconds, most, asked, ask } = props
  if (seconds.length === 0) return null
  const shown = seconds.slice(0, most)
  return (
    <Panel label={words.title}>
      <PanelHead title={words.title} note={words.note(figure(seconds.length))} dense line />
      <ul className={styles.list} aria-label={words.title}>
        {shown.map((one) => (
          <ConsentLine key={one.jobId} one={one} {...props} />
        ))}
        {seconds.length > shown.length && (
          <li className={styles.quiet}>{words.more(figure(seconds.length - shown.length))}</li>
        )}
      </ul>
      {asked !== undefined && (
        <ConfirmDialog
          opened
          title={secondWords.confirm.title}
          sentence={secondWords.confirm.sentence(
            asked.title,
            asked.copy,
            asked.requestedBy,
            props.at(asked.requestedAt),
            asked.reason,
          )}
          action={secondWords.confirm.action}
          busy={props.busy}
          onClose={() => ask(undefined)}
          onConfirm={() => props.consent(asked)}
        >
          {props.refusal !== undefined && (
            <Banner tone="red" framed>
              {props.refusal}
            </Banner>
          )}
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function ConsentLine({ one, at, ask, open }: ConsentsPanelProps & { one: SecondOriginalView }) {
  return (
    <li className={styles.line}>
      <TwoLines
        first={one.title}
        second={`${words.line(one.copy, one.requestedBy, at(one.requestedAt))}. ${words.reason(one.reason)}`}
      />
      <StatusMark meaning={one.overdue ? 'late' : 'uncertain'}>
        {one.overdue ? words.overdue : words.open}
      </StatusMark>
      {open !== null && (
        <Button size="row" label={words.openOf(one.title)} onPress={() => open(one.applicationId)}>
          {words.openDossier}
        </Button>
      )}
      {one.mayConsent && (
        <Button size="row" label={words.consentOf(one.title)} onPress={() => ask(one)}>
          {words.consent}
        </Button>
      )}
    </li>
  )
}
