import type { NoticeLineView } from '#contract/notices.ts'
import { relativeDay } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { contactOutcomeLabel, noticeLabel } from '#domain/wording/notices.ts'
import { figure, pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { noticeWords as words } from '../../locales/notices.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './notices.module.css'

interface NoticeTableProps {
  lines: readonly NoticeLineView[]
  total: number
  done: boolean
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (applicationId: string) => void
  /** Lists more of them; undefined: no further ones can be listed. */
  onMore: (() => void) | undefined
}

const triesOf = ({ tries }: NoticeLineView): string => {
  const last = tries.at(-1)
  return last === undefined
    ? words.noTry
    : words.tries(figure(tries.length), contactOutcomeLabel(last.outcome))
}

/** Who is to be told and who was: the oldest first while they wait. */
export function NoticeTable(props: NoticeTableProps) {
  const { lines, total, done, selected, onSelect, onOpen, onMore } = props
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const { heads } = words
  const columns: readonly Column<NoticeLineView>[] = [
    {
      key: 'holder',
      head: heads.holder,
      cell: (one) => <TwoLines first={one.holderName} second={one.registrationNumber} />,
    },
    {
      key: 'about',
      head: heads.about,
      width: 204,
      cell: (one) => <TwoLines first={noticeLabel(one.kind)} second={one.permitTypeCode} />,
    },
    {
      key: 'since',
      head: done ? heads.told : heads.since,
      width: 108,
      nowrap: true,
      cell: (one) => relativeDay(officeDateOf(done ? one.stateAt : one.madeAt, timeZone), today),
    },
    {
      key: 'tries',
      head: done ? heads.tries : heads.way,
      width: done ? 164 : 144,
      cell: (one) =>
        done ? triesOf(one) : <TwoLines first={words.reach[one.reach]} second={triesOf(one)} />,
    },
  ]
  return (
    <DataTable
      label={done ? words.listDone : words.list}
      density="two-line"
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      selected={selected}
      onSelect={({ id }) => onSelect(id)}
      onOpen={({ applicationId }) => onOpen(applicationId)}
      foot={
        total > lines.length && (
          <span className={styles.rest}>
            {words.shown(figure(lines.length), figure(total))}
            {onMore && <Button onPress={onMore}>{words.more}</Button>}
          </span>
        )
      }
      empty={
        <EmptyState title={done ? words.emptyDone : words.empty}>
          {done ? words.emptyDoneNote : words.emptyNote}
        </EmptyState>
      }
    />
  )
}
