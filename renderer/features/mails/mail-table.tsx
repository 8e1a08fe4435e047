import type { MailView } from '#contract/mails.ts'
import { relativeDay } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { mailWords as words } from '../../locales/mails.ts'
import { DataTable, TwoLines } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'

/** The six meanings that a mail's state may have. */
export const mailMeanings: Readonly<Record<MailView['state'], Meaning>> = {
  waiting: 'not-yet',
  sending: 'not-yet',
  sent: 'done',
  failed: 'refused',
  uncertain: 'uncertain',
  'wrong-address': 'refused',
  bounced: 'refused',
  cancelled: 'stopped',
}

export type Which = keyof typeof words.tabs

interface MailTableProps {
  mails: readonly MailView[]
  which: Which
  selected: string | undefined
  onSelect: (id: string) => void
  onOpen: (applicationId: string) => void
}

/** Mails with their addresses; those in need begin with the oldest. */
export function MailTable({ mails, which, selected, onSelect, onOpen }: MailTableProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const columns: readonly Column<MailView>[] = [
    {
      key: 'holder',
      head: words.heads.holder,
      cell: (one) => <TwoLines first={one.holderName} second={one.registrationNumber} />,
    },
    {
      key: 'to',
      head: words.heads.to,
      cell: (one) => <TwoLines first={one.to} second={words.purpose[one.purpose]} />,
    },
    {
      key: 'state',
      head: words.heads.state,
      width: 184,
      cell: (one) => <StatusMark meaning={mailMeanings[one.state]}>{one.stateLabel}</StatusMark>,
    },
    {
      key: 'at',
      head: words.heads.at,
      width: 104,
      nowrap: true,
      cell: (one) => relativeDay(officeDateOf(one.stateAt, timeZone), today),
    },
  ]
  return (
    <DataTable
      label={words.list}
      density="two-line"
      columns={columns}
      rows={mails}
      rowKey={({ id }) => id}
      selected={selected}
      onSelect={({ id }) => onSelect(id)}
      onOpen={({ applicationId }) => onOpen(applicationId)}
      empty={<EmptyState title={words.empty[which]}>{words.emptyNote[which]}</EmptyState>}
    />
  )
}
