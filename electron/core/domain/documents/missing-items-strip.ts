import { qrModuleDots, stripWriter } from './columns.ts'
import type { Letterhead } from './letterhead.ts'
import { refuseFullNik } from './privacy.ts'
import { stripEnd, stripHead } from './receipt-strip.ts'
import type { Strip, StripColumns, StripLine } from './strip.ts'

/** What an applicant takes home when the dossier is incomplete: never a receipt, never a number. */
export interface MissingItemsData {
  readonly letterhead: Letterhead
  /** "Rab 14-10-2026, 10.15" */
  readonly at: string
  readonly officer: string
  readonly counter: string
  readonly applicantName: string
  readonly permitCode: string
  readonly permitShortName: string
  /** "baru, ke-1" */
  readonly request: string
  readonly missing: readonly { readonly label: string; readonly reason: string | null }[]
  readonly accepted: readonly string[]
  readonly draftCode: string
  /** Days the typed data are kept; a setting of the office. */
  readonly keptDays: number
  readonly hours: string
}

const marked = (mark: string, i: number): string => `[${mark}] ${i + 1}. `

/**
 * Lays out the slip that names what is missing, before what was right.
 *
 * Throws when a full NIK would be printed.
 */
export function missingItemsStrip(data: MissingItemsData, columns: StripColumns): Strip {
  refuseFullNik([
    data.applicantName,
    data.draftCode,
    ...data.accepted,
    ...data.missing.map((item) => item.label),
  ])
  const w = stripWriter(columns, columns === 32 ? 8 : 13)
  const missing = data.missing.flatMap((item, i): StripLine[] => {
    const marker = marked(' ', i)
    const reason = item.reason === null ? [] : w.hanging(`${' '.repeat(marker.length)}-> `, item.reason)
    return [...w.hanging(marker, item.label), ...reason]
  })
  const accepted = data.accepted.flatMap((label, i) => w.hanging(marked('x', i), label))
  return {
    columns,
    lines: [
      ...stripHead(w, data.letterhead, columns === 32),
      ...w.center('PEMBERITAHUAN', 'bold'),
      ...w.center('KEKURANGAN BERKAS', 'bold'),
      ...w.center('(belum terdaftar, tanpa nomor)'),
      w.rule('-'),
      ...w.field('Tanggal', data.at),
      ...w.field('Petugas', `${data.officer} / Loket ${data.counter}`),
      ...w.field('Nama', data.applicantName),
      ...w.field('Izin', `${data.permitCode} - ${data.permitShortName} (${data.request})`),
      w.rule('-'),
      ...w.left(`LENGKAPI ${data.missing.length} BERKAS:`, 'bold'),
      ...missing,
      ...(accepted.length === 0 ? [] : [w.blank(), ...w.left('SUDAH SESUAI:', 'bold'), ...accepted]),
      w.rule('-'),
      ...w.left(
        `Bawa kembali slip ini bersama berkas yang dilengkapi. Data Anda tersimpan ${data.keptDays} hari; tidak perlu mengisi ulang.`,
      ),
      w.blank(),
      { kind: 'qr', content: data.draftCode, moduleDots: qrModuleDots(data.draftCode, columns) },
      w.blank(),
      ...w.center(`Draf ${data.draftCode}`),
      w.blank(),
      ...w.left(`Tanpa biaya. Jam layanan: ${data.hours}`),
      w.rule('='),
      ...w.center('Slip ini bukan tanda terima.', 'bold'),
      ...stripEnd(),
    ],
  }
}
