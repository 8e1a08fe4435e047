import { dayRange } from '#domain/indonesian.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import { outgoingTable } from './outgoing-table.ts'

/** The outgoing register: papers that became final on these days, by the hour in which they did. */
export const registerOutBook =
  ({ queries }: BookDeps): BookMaker =>
  async ({ days, asOf }) => {
    const lines = await queries.outgoingRegister(days, asOf)
    const of = (kind: (typeof lines)[number]['productKind']): number =>
      lines.filter((one) => one.productKind === kind).length
    const waiting = lines.filter((one) => one.handedOverAt === null).length
    return {
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
      tables: [outgoingTable(lines)],
    }
  }
