import { IconFileText } from '@tabler/icons-react'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierLineView } from '#contract/dossier.ts'
import type { FigureKey } from '#contract/report.ts'
import type { Instant } from '#domain/instant.ts'
import type { FactDimension } from '#domain/report-facts.ts'
import { countsOfFigure } from '#domain/report-figures.ts'
import type { DaySpan } from '#domain/report-period.ts'
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
import { StageMeters } from './stage-meters.tsx'

const words = reportWords.behind

/** What a figure counts; the same condition gives the dossiers behind it. */
export interface FigureAsked {
  readonly days: DaySpan
  readonly figure: FigureKey
  readonly where: Readonly<Partial<Record<FactDimension, string>>>
  /** As the office knew it before this moment; null: as it is known now. */
  readonly asOf: Instant | null
}

interface BehindPaneProps {
  asked: FigureAsked
  title: string
  /** The days in words. */
  span: string
  /** The figure in the table, to say whether the list is the same; null: it is not at hand. */
  value: number | null
  onClose: () => void
}

const mostLines = 1000

/** The dossiers behind one figure, beside the table so that the figure stays in sight. */
export function BehindPane({ asked, title, span, value, onClose }: BehindPaneProps) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const wide = useMediaQuery('(width >= 1280px)', true)
  const [chosen, setChosen] = useState<string>()
  const { kind, lateOnly } = countsOfFigure[asked.figure]
  const { days, where, asOf } = asked
  const behind = useQuery(
    trpc.figures.behind.queryOptions({ ...days, kind, lateOnly, where, asOf, limit: mostLines }),
  )
  // A dossier stands in the list as often as it was counted.
  const lines = (behind.data?.lines ?? []).map(({ dossier, late }, at) => ({
    ...dossier,
    late,
    key: `${at} ${dossier.id}`,
  }))
  const selected = lines.find(({ key }) => key === chosen) ?? lines[0]
  // Whoever only reads reports has no Berkas to open.
  const opens = permissions.includes('work-dossiers')
  const open = (id: string) => {
    if (opens) navigate(`~/berkas/${id}`)
  }
  useShortcuts([{ keys: 'Escape', label: reportWords.keys.close, run: onClose, whileTyping: false }])
  const total = behind.data?.total ?? 0
  const count = figure(total)
  const told =
    value === null ? words.count(count) : total === value ? words.same(count) : words.changed(count)
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
              title: `${span}, ${told}${total > lines.length ? words.first(figure(lines.length)) : ''}`,
              items: lines.map((line) => ({
                key: line.key,
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
          selected={selected?.key}
          onSelect={setChosen}
          onOpen={(key) => open(key.split(' ')[1] ?? key)}
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
  const shared = {
    title,
    onClose,
    ...(selected === undefined
      ? {}
      : {
          detail: <StageMeters id={selected.id} late={selected.late || selected.timeLeft.kind === 'late'} />,
        }),
    ...(foot === undefined ? {} : { foot }),
  }
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
