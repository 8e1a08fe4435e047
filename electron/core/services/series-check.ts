import type { BookOrder, BookTable } from '#domain/documents/report-book.ts'
import { gapsOf, type RegisterGap } from '#domain/register-gaps.ts'
import { productKinds } from '#domain/product-kind.ts'
import { sayGaps } from '#domain/wording/register-gaps.ts'
import type { NumberSpan } from '#ports/queries.ts'
import type { BookDeps } from './book-deps.ts'
import { elsewhereIn } from './incoming-register.ts'
import type { Office } from './office.ts'
import { spanOf, type ReadBook } from './register-reading.ts'

/** A series and scope on some days, with the serials that lack in it. */
export interface CheckedSeries extends NumberSpan {
  readonly label: string
  readonly gaps: readonly RegisterGap[]
}

export const seriesLabel = ({ profile }: Pick<Office, 'profile'>, code: string): string =>
  profile.series.find((one) => one.code === code)?.label ?? code

/** Whether papers in which applications end are numbered from a series. */
export const isProductSeries =
  ({ profile }: Pick<Office, 'profile'>) =>
  (series: string): boolean =>
    profile.documents.some((one) => one.series === series && productKinds.some((kind) => kind === one.kind))

/**
 * Every series of which a number was given on the days of an order, voids included, with what lacks between its first and its
 * last and in front of them. Lines are read only of a series whose count does not fill its span.
 *
 * @param isMeant  which series; left out: all
 */
export async function checkSeries(
  deps: BookDeps,
  order: BookOrder,
  isMeant: (series: string) => boolean = () => true,
): Promise<readonly CheckedSeries[]> {
  const { queries, office } = deps
  const span = spanOf(deps, order)
  const [all, starts] = await Promise.all([queries.numberSpans(span, order.asOf), queries.listNumberStarts()])
  const known = starts.filter(({ at }) => at < order.asOf)
  const checked: CheckedSeries[] = []
  for (const one of all.filter(({ series }) => isMeant(series))) {
    const isFull = one.last - one.first + 1 === one.given
    const lines = isFull ? [] : await queries.listNumbersTaken(one.series, span, order.asOf)
    const own = lines.filter(({ scope }) => scope === one.scope)
    const first = { scope: one.scope, serial: one.first }
    const before = await queries.listNumbersBefore(one.series, [first])
    const gaps = gapsOf([...before, ...(isFull ? [first] : own)], elsewhereIn(known, one.series))
    checked.push({ ...one, label: seriesLabel(office, one.series), gaps })
  }
  return checked
}

/** What the check of several series found, in one sentence. */
export function sayChecked(checked: readonly CheckedSeries[]): ReadBook['gaps'] {
  const broken = checked.filter(({ gaps }) => gaps.length > 0)
  if (checked.length === 0) return null
  return broken.length === 0
    ? {
        sentence: `${checked.length} deret diperiksa: nomor berurutan, tidak ada yang terlompati.`,
        complete: true,
      }
    : {
        sentence: broken.map(({ label, gaps }) => `${label}: ${sayGaps(gaps)}`).join(' '),
        complete: false,
      }
}

/** The check, series by series. */
export const seriesTable = (checked: readonly CheckedSeries[]): BookTable => ({
  key: 'series',
  title: 'Pemeriksaan deret nomor',
  columns: [
    { key: 'series', header: 'Deret', kind: 'text', width: 36 },
    { key: 'scope', header: 'Lingkup', kind: 'text', width: 18 },
    { key: 'first', header: 'Dari urut', kind: 'count', width: 10 },
    { key: 'last', header: 'Sampai urut', kind: 'count', width: 12 },
    { key: 'given', header: 'Nomor', kind: 'count', width: 9, total: true },
    { key: 'voided', header: 'Batal', kind: 'count', width: 9, total: true },
    { key: 'gaps', header: 'Terlompati', kind: 'text', width: 40 },
  ],
  rows: checked.map(({ label, scope, first, last, given, voided, gaps }) => [
    label,
    scope,
    first,
    last,
    given,
    voided,
    gaps.length === 0 ? 'tidak ada' : gaps.flatMap(({ serials }) => serials).join(', '),
  ]),
})
