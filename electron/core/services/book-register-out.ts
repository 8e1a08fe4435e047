import { dayRange } from '#domain/indonesian.ts'
import type { ReportBook } from '#domain/documents/report-book.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import type { BookReader } from './register-reading.ts'
import { outgoingTable } from './outgoing-table.ts'
import { checkSeries, isProductSeries, sayChecked } from './series-check.ts'

/** The outgoing register: papers that became final on these days, by the hour in which they did. */
export const readRegisterOut =
  (deps: BookDeps): BookReader =>
  async (order) => {
    const { days, asOf } = order
    const lines = await deps.queries.outgoingRegister(days, asOf)
    const of = (kind: (typeof lines)[number]['productKind']): number =>
      lines.filter((one) => one.productKind === kind).length
    const gaps = sayChecked(await checkSeries(deps, order, isProductSeries(deps.office)))
    const waiting = lines.filter((one) => one.handedOverAt === null).length
    const book: ReportBook = {
      kind: 'register-out',
      title: `Register keluar ${dayRange(days.from, days.through)}`,
      days,
      asOf,
      figures: [
        { key: 'permits', label: 'izin', value: of('permit') },
        { key: 'refusal-letters', label: 'surat penolakan', value: of('refusal-letter') },
        { key: 'revocation-decrees', label: 'keputusan pencabutan', value: of('revocation-decree') },
        { key: 'handed-over', label: 'sudah diserahkan', value: lines.length - waiting },
        { key: 'waiting', label: 'belum diserahkan', value: waiting },
      ],
      remarks: [],
      bars: [],
      tables: [{ ...outgoingTable(lines), notes: gaps ? [gaps.sentence] : [] }],
    }
    return {
      book,
      dossiers: { outgoing: lines.map(({ applicationId }) => applicationId) },
      gaps,
    }
  }

export const registerOutBook =
  (deps: BookDeps): BookMaker =>
  async (order) =>
    (await readRegisterOut(deps)(order)).book
