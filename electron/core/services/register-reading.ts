import { rebuildState } from '#domain/application-history.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { BookOrder, BookTable, ReportBook } from '#domain/documents/report-book.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { dayRange } from '#domain/indonesian.ts'
import { boundsOfDays } from '#domain/office-zone.ts'
import { gapsOf } from '#domain/register-gaps.ts'
import { sayGaps } from '#domain/wording/register-gaps.ts'
import type { NumberLine, Queries } from '#ports/queries.ts'
import type { BookDeps } from './book-deps.ts'
import { elsewhereIn } from './incoming-register.ts'

/** A book, and for each row of its tables the dossier behind it: for the window, in no other form. */
export interface ReadBook {
  readonly book: ReportBook
  /** By the key of a table, in the order of its rows; null: none. */
  readonly dossiers: Readonly<Record<string, readonly (string | null)[]>>
  /** Of the table that the other tables count: each of its rows, and the figures that it is in. Left out: nothing opens. */
  readonly counted?: {
    readonly table: string
    readonly rows: readonly { readonly id: string; readonly counts: readonly string[] }[]
  }
  /** What the check of the numbers found; null: the lines bear no numbers of one series. */
  readonly gaps: { readonly sentence: string; readonly complete: boolean } | null
}

export type BookReader = (order: BookOrder) => Promise<ReadBook>

/** One line of a register with the dossier behind it. */
export interface RegisterLine {
  readonly cells: BookTable['rows'][number]
  readonly applicationId: string | null
}

export const masked = (text: string | null | undefined): string | null =>
  text === null || text === undefined || text === '' ? null : maskFullNik(text)

/** The instants of the days of an order. */
export const spanOf = ({ office }: BookDeps, { days }: BookOrder) =>
  boundsOfDays(days.from, days.through, office.profile.timeZone)

/**
 * Numbers of one series that were given on the days of an order, as the office knew them then, with what lacks between
 * them and in front of them. `ofKind` are those of one kind of document: several kinds may share a series, and none of them is a gap.
 */
export async function readSeries(
  deps: BookDeps,
  order: BookOrder,
  series: string | null,
  ofKind: (line: NumberLine) => boolean,
) {
  if (series === null) return { lines: [], gaps: null }
  const [all, starts] = await Promise.all([
    deps.queries.listNumbersTaken(series, spanOf(deps, order), order.asOf),
    deps.queries.listNumberStarts(),
  ])
  const before = await deps.queries.listNumbersBefore(series, all)
  const gaps = gapsOf(
    [...before, ...all],
    elsewhereIn(
      starts.filter(({ at }) => at < order.asOf),
      series,
    ),
  )
  return {
    lines: all.filter(ofKind),
    gaps: { sentence: sayGaps(gaps), complete: gaps.length === 0 },
  }
}

/** Dossiers of a register as the office knew them at the moment of the order; those that it had not heard of are left out. */
export async function statesAt(
  { queries }: { readonly queries: Pick<Queries, 'historiesBefore'> },
  states: readonly ApplicationState[],
  { asOf }: Pick<BookOrder, 'asOf'>,
): Promise<readonly ApplicationState[]> {
  const then = await queries.historiesBefore(
    states.map(({ id }) => id),
    asOf,
  )
  return states.flatMap((state) => {
    const known = then.get(state.id)
    return known === undefined ? [state] : (rebuildState(known) ?? [])
  })
}

/** *Batal: …, Ratih*, as far as it was known at a moment; null: the number stood. */
export const voidNote = (line: NumberLine, { asOf }: Pick<BookOrder, 'asOf'>): string | null =>
  line.voidedAt !== null && line.voidedAt < asOf
    ? `Batal: ${maskFullNik([line.voidReason ?? '', line.voidedBy ?? ''].filter(Boolean).join(', '))}`
    : null

/** A register as a book: its table, and what goes with it. */
export function registerBook(
  order: BookOrder,
  parts: {
    readonly kind: string
    readonly name: string
    readonly columns: BookTable['columns']
    readonly lines: readonly RegisterLine[]
    readonly figures: ReportBook['figures']
    readonly gaps: ReadBook['gaps']
    readonly notes?: readonly string[]
    /** Behind the register itself, of no dossier. */
    readonly further?: readonly BookTable[]
  },
): ReadBook {
  const { from, through } = order.days
  const notes = [...(parts.gaps ? [parts.gaps.sentence] : []), ...(parts.notes ?? [])]
  return {
    book: {
      kind: parts.kind,
      title: `${parts.name} ${dayRange(from, through)}`,
      days: order.days,
      asOf: order.asOf,
      figures: parts.figures,
      remarks: [],
      bars: [],
      tables: [
        {
          key: parts.kind,
          title: parts.name,
          columns: parts.columns,
          rows: parts.lines.map(({ cells }) => cells),
          notes,
        },
        ...(parts.further ?? []),
      ],
    },
    dossiers: { [parts.kind]: parts.lines.map(({ applicationId }) => applicationId) },
    gaps: parts.gaps,
  }
}
