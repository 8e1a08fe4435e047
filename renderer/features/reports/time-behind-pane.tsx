import { IconClockHour4 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod'
import type { TimeCellField } from '#contract/time.ts'
import type { Instant } from '#domain/instant.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { timeMeaning } from '../../lib/time-meaning.ts'
import { took } from '../../lib/took.ts'
import { timeWords } from '../../locales/time-report.ts'
import { StatusMark } from '../../ui/status.tsx'
import { BehindList } from './behind-list.tsx'
import { useOpenTime } from './late-list.tsx'
import { StageMeters } from './stage-meters.tsx'
import styles from './reports.module.css'

const words = timeWords.behind

/** A figure that was opened, and what its list is called. */
export interface OpenCell {
  readonly cell: z.infer<typeof TimeCellField>
  readonly title: string
}

interface TimeBehindPaneProps {
  days: DaySpan
  /** As the office knew it before this moment; null: as it is known now. */
  asOf: Instant | null
  open: OpenCell
  minutesOfDay: number
  onClose: () => void
}

// More than anybody reads; the longest times come first.
const most = 300

/** The dossiers behind a figure of time, the longest first; each opens with every day of it explained. */
export function TimeBehindPane({ days, asOf, open, minutesOfDay, onClose }: TimeBehindPaneProps) {
  const openTime = useOpenTime()
  const behind = useQuery(
    useTRPC().figures.timeBehind.queryOptions({ ...days, asOf, cell: open.cell, limit: most }),
  )
  const isLateCell = open.cell.of === 'decided' && open.cell.outcome === 'late'
  return (
    <BehindList
      title={open.title}
      query={behind}
      heading={({ total, lines }) => words.count(figure(lines.length), figure(total))}
      linesOf={({ lines }) => lines}
      itemOf={({ key, dossier, workingDays, minutes }) => ({
        key,
        title: dossier.holderName,
        note: [dossier.permitTypeCode, dossier.productNumber ?? dossier.registrationNumber].join(', '),
        mark:
          workingDays === null && minutes === null ? (
            <StatusMark meaning={timeMeaning(dossier.timeLeft)}>{dossier.timeLeft.label}</StatusMark>
          ) : (
            <span className={styles.took}>
              {workingDays === null
                ? took(minutes ?? 0, minutesOfDay)
                : timeWords.workingDays(figure(workingDays))}
            </span>
          ),
      })}
      open={
        openTime && {
          icon: IconClockHour4,
          text: words.open,
          state: ({ dossier }) => dossier.statusLabel,
          go: ({ dossier }) => openTime(dossier.id),
        }
      }
      detail={({ dossier }) => (
        <StageMeters id={dossier.id} late={isLateCell || dossier.timeLeft.kind === 'late'} />
      )}
      onClose={onClose}
    />
  )
}
