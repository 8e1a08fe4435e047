import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Instant } from '#domain/instant.ts'
import type { FactDimension, FactKind } from '#domain/report-facts.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, shortDayOf } from '../../lib/format.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { timeMeaning } from '../../lib/time-meaning.ts'
import { reportWords } from '../../locales/reports.ts'
import { StatusMark } from '../../ui/status.tsx'
import { BehindList } from './behind-list.tsx'
import { StageMeters } from './stage-meters.tsx'

const words = reportWords.behind

/** What a figure counts; the same condition gives the dossiers behind it. */
export interface FigureAsked {
  readonly days: DaySpan
  readonly kinds: readonly FactKind[]
  /** Decisions after the promised day alone. */
  readonly lateOnly?: boolean
  /** Only what had come to no end by the last of these days. */
  readonly undecided?: boolean
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
  const { days, kinds, lateOnly = false, undecided = false, ...counted } = asked
  const behind = useQuery(
    trpc.figures.behind.queryOptions({
      ...days,
      kinds: [...kinds],
      lateOnly,
      undecided,
      ...counted,
      limit: mostLines,
    }),
  )
  const told = (total: number): string => {
    const count = figure(total)
    if (value === null) return words.count(count)
    return total === value ? words.same(count) : words.changed(count)
  }
  return (
    <BehindList
      title={title}
      query={behind}
      heading={({ total, lines }) =>
        `${span}, ${told(total)}${total > lines.length ? words.first(figure(lines.length)) : ''}`
      }
      // A dossier stands in the list as often as it was counted.
      linesOf={({ lines }) =>
        lines.map(({ dossier, late }, at) => ({ ...dossier, late, key: `${at} ${dossier.id}` }))
      }
      itemOf={(line) => ({
        key: line.key,
        title: line.holderName,
        note: [
          line.productNumber ?? line.registrationNumber,
          ...(line.enteredAt === null ? [] : [words.enteredLater(shortDayOf(line.enteredAt, timeZone))]),
        ].join(', '),
        mark: <StatusMark meaning={timeMeaning(line.timeLeft)}>{line.timeLeft.label}</StatusMark>,
      })}
      // Whoever only reads reports has no Berkas to open.
      open={
        permissions.includes('work-dossiers')
          ? {
              icon: IconFileText,
              text: words.open,
              state: ({ statusLabel }) => statusLabel,
              go: ({ id }) => navigate(`~/berkas/${id}`),
            }
          : null
      }
      detail={({ id, late, timeLeft }) => <StageMeters id={id} late={late || timeLeft.kind === 'late'} />}
      onClose={onClose}
    />
  )
}
