import { qrModuleDots, stripWriter } from './columns.ts'
import type { Letterhead } from './letterhead.ts'
import { refuseFullNik } from './privacy.ts'
import { stripEnd, stripHead } from './receipt-strip.ts'
import type { Strip, StripColumns } from './strip.ts'

/** What somebody takes along who is sent to another place: where, why, what to do there. No number is taken. */
export interface ReferralData {
  readonly letterhead: Letterhead
  /** "Rab 14-10-2026, 10.15" */
  readonly at: string
  readonly officer: string
  readonly counter: string
  /** Empty: nobody asked for it. */
  readonly applicantName: string
  readonly permitCode: string
  readonly permitShortName: string
  /** "baru" */
  readonly request: string
  /** Name of the other system, as the applicant knows it. */
  readonly destination: string
  readonly address: string
  readonly reason: string
  readonly steps: readonly string[]
  readonly bring: readonly string[]
  readonly contact: readonly string[]
}

export const refuseFullNikOf = (data: ReferralData): void =>
  refuseFullNik([data.applicantName, data.destination, data.reason, ...data.steps, ...data.bring])

/**
 * Lays out the referral slip for a thermal printer, like the list of missing items.
 *
 * Throws when a full NIK would be printed.
 */
export function referralStrip(data: ReferralData, columns: StripColumns): Strip {
  refuseFullNikOf(data)
  const w = stripWriter(columns, columns === 32 ? 8 : 13)
  const numbered = (texts: readonly string[]) =>
    texts.flatMap((text, index) => w.hanging(`${index + 1}. `, text))
  return {
    columns,
    lines: [
      ...stripHead(w, data.letterhead, columns === 32),
      ...w.center('SURAT PENGANTAR', 'bold'),
      ...w.center('(tidak terdaftar di kantor ini, tanpa nomor)'),
      w.rule('-'),
      ...w.field('Tanggal', data.at),
      ...w.field('Petugas', `${data.officer} / Loket ${data.counter}`),
      ...(data.applicantName === '' ? [] : w.field('Nama', data.applicantName)),
      ...w.field('Izin', `${data.permitCode} - ${data.permitShortName} (${data.request})`),
      w.rule('-'),
      ...w.left('DIAJUKAN MELALUI:', 'bold'),
      ...w.left(data.destination, 'bold'),
      ...w.left(data.address),
      w.blank(),
      { kind: 'qr', content: data.address, moduleDots: qrModuleDots(data.address, columns) },
      w.blank(),
      ...w.left(data.reason),
      w.rule('-'),
      ...w.left('LANGKAHNYA:', 'bold'),
      ...numbered(data.steps),
      ...(data.bring.length === 0 ? [] : [w.blank(), ...w.left('SIAPKAN:', 'bold'), ...numbered(data.bring)]),
      w.rule('-'),
      ...data.contact.flatMap((line) => w.left(line)),
      w.rule('='),
      ...w.center('Slip ini bukan tanda terima.', 'bold'),
      ...stripEnd(),
    ],
  }
}
