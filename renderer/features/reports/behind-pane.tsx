import { IconFileText } from '@tabler/icons-react'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierLineView } from '#contract/dossier.ts'
import { longDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { figure, shortDayOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { timeMeaning } from '../../lib/time-meaning.ts'
import { reportWords } from '../../locales/reports.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer, SidePane } from '../../ui/drawer.tsx'
import { QueueList } from '../../ui/queue-list.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Cell } from './figure-table.tsx'

const words = reportWords.behind

interface BehindPaneProps {
  day: OfficeDate
  cell: Cell
  /** The figure in the table, to say whether the list is the same. */
  value: number
  onClose: () => void
}

/** The dossiers behind one figure, beside the table so that the figure stays in sight. */
export function BehindPane({ day, cell, value, onClose }: BehindPaneProps) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const wide = useMediaQuery('(width >= 1280px)', true)
  const [chosen, setChosen] = useState<string>()
  const behind = useQuery(
    trpc.reports.behind.queryOptions({ day, figure: cell.figure, permitTypeCode: cell.type }),
  )
  const lines = behind.data ?? []
  const selected = lines.find(({ id }) => id === chosen) ?? lines[0]
  // Whoever only reads reports has no Berkas to open.
  const opens = permissions.includes('work-dossiers')
  const open = (id: string) => {
    if (opens) navigate(`~/berkas/${id}`)
  }
  useShortcuts([{ keys: 'Escape', label: reportWords.keys.close, run: onClose, whileTyping: false }])
  const title = words.title(cell.type ?? words.all, reportWords.heads[cell.figure])
  const count = figure(lines.length)
  const content = (
    <>
      {behind.isPending && <SkeletonRows rows={4} widths={[180, 90]} height={52} />}
      {behind.isError && (
        <FailedState
          top
          title={words.failed}
          reference={faultOf(behind.error, timeZone)}
          onRetry={() => void behind.refetch()}
        >
          {words.failedAction}
        </FailedState>
      )}
      {behind.data !== undefined && (
        <QueueList
          label={words.list}
          groups={[
            {
              key: 'behind',
              title: `${longDate(day)}, ${lines.length === value ? words.same(count) : words.changed(count)}`,
              items: lines.map((line) => ({
                key: line.id,
                title: line.holderName,
                note: [
                  line.productNumber ?? line.registrationNumber,
                  ...(line.enteredAt === null
                    ? []
                    : [words.enteredLater(shortDayOf(line.enteredAt, timeZone))]),
                ].join(', '),
                mark: <TimeMark line={line} />,
              })),
            },
          ]}
          selected={selected?.id}
          onSelect={setChosen}
          onOpen={open}
          empty={
            <EmptyState title={words.empty} top>
              {words.emptyNote}
            </EmptyState>
          }
        />
      )}
    </>
  )
  const foot =
    opens && selected !== undefined ? (
      <>
        <span>{selected.statusLabel}</span>
        <Button icon={IconFileText} kbd="Enter" onPress={() => open(selected.id)}>
          {words.open}
        </Button>
      </>
    ) : undefined
  const shared = { title, onClose, ...(foot === undefined ? {} : { foot }) }
  return wide ? (
    <SidePane {...shared}>{content}</SidePane>
  ) : (
    <Drawer opened {...shared}>
      {content}
    </Drawer>
  )
}

function TimeMark({ line }: { line: DossierLineView }) {
  return <StatusMark meaning={timeMeaning(line.timeLeft)}>{line.timeLeft.label}</StatusMark>
}
