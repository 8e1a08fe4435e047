import { IconClockHour4 } from '@tabler/icons-react'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type * as z from 'zod'
import type { TimeCellField } from '#contract/time.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useUser } from '../../lib/session.ts'
import { timeMeaning } from '../../lib/time-meaning.ts'
import { took } from '../../lib/took.ts'
import { reportWords } from '../../locales/reports.ts'
import { timeWords } from '../../locales/time-report.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer, SidePane } from '../../ui/drawer.tsx'
import { QueryState } from '../../ui/query-state.tsx'
import { QueueList } from '../../ui/queue-list.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { StageMeters } from './stage-meters.tsx'

const words = timeWords.behind

/** A figure that was opened, and what its list is called. */
export interface OpenCell {
  readonly cell: z.infer<typeof TimeCellField>
  readonly title: string
}

interface TimeBehindPaneProps {
  days: DaySpan
  open: OpenCell
  minutesOfDay: number
  onClose: () => void
}

// More than anybody reads; the longest times come first.
const most = 300

/** The dossiers behind a figure of time, the longest first; each opens with every day of it explained. */
export function TimeBehindPane({ days, open, minutesOfDay, onClose }: TimeBehindPaneProps) {
  const [, navigate] = useLocation()
  const wide = useMediaQuery('(width >= 1280px)', true)
  const [chosen, setChosen] = useState<string>()
  const behind = useQuery(
    useTRPC().figures.timeBehind.queryOptions({ ...days, cell: open.cell, limit: most }),
  )
  const lines = behind.data?.lines ?? []
  const selected = lines.find(({ key }) => key === chosen) ?? lines[0]
  // Whoever only reads reports has no Berkas to open.
  const opens = useUser().permissions.includes('work-dossiers')
  const show = (key: string) => {
    const line = lines.find((one) => one.key === key)
    if (opens && line !== undefined) navigate(`~/berkas/${line.dossier.id}/waktu`)
  }
  useShortcuts([{ keys: 'Escape', label: reportWords.keys.close, run: onClose, whileTyping: false }])
  const content = (
    <QueryState
      top
      query={behind}
      rows={4}
      widths={[180, 90]}
      height={52}
      failed={words.failed}
      failedAction={words.failedAction}
    >
      {({ total }) => (
        <QueueList
          label={words.list}
          groups={[
            {
              key: 'behind',
              title: words.count(figure(lines.length), figure(total)),
              items: lines.map(({ key, dossier, workingDays, minutes }) => ({
                key,
                title: dossier.holderName,
                note: [dossier.permitTypeCode, dossier.productNumber ?? dossier.registrationNumber].join(
                  ', ',
                ),
                mark:
                  workingDays !== null ? (
                    timeWords.workingDays(figure(workingDays))
                  ) : minutes !== null ? (
                    took(minutes, minutesOfDay)
                  ) : (
                    <StatusMark meaning={timeMeaning(dossier.timeLeft)}>{dossier.timeLeft.label}</StatusMark>
                  ),
              })),
            },
          ]}
          selected={selected?.key}
          onSelect={setChosen}
          onOpen={show}
          empty={
            <EmptyState title={words.empty} top>
              {words.emptyNote}
            </EmptyState>
          }
        />
      )}
    </QueryState>
  )
  const foot =
    opens && selected !== undefined ? (
      <>
        <span>{selected.dossier.statusLabel}</span>
        <Button icon={IconClockHour4} kbd="Enter" onPress={() => show(selected.key)}>
          {words.open}
        </Button>
      </>
    ) : undefined
  const isLateCell = open.cell.of === 'decided' && open.cell.outcome === 'late'
  const shared = {
    title: open.title,
    onClose,
    ...(selected === undefined
      ? {}
      : {
          detail: (
            <StageMeters
              id={selected.dossier.id}
              late={isLateCell || selected.dossier.timeLeft.kind === 'late'}
            />
          ),
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
