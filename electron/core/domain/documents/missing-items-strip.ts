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
  /** A registered dossier that is returned; absent: a draft without a number. */
  readonly returned?: ReturnedSlip | undefined
}

/** What the slip of a returned dossier says beside the items. */
export interface ReturnedSlip {
  readonly registrationNumber: string
  /** "Kamis, 26 November 2026" */
  readonly until: string
  /** Address of the tracking page, for the code. */
  readonly qr: string
}

/** Head, code and last words of the slip, for a draft or a returned dossier. */
export function slipWords(data: MissingItemsData, slip: 'slip' | 'lembar') {
  const { returned } = data
  if (!returned)
    return {
      nature: '(belum terdaftar, tanpa nomor)',
      code: `Draf ${data.draftCode}`,
      qr: data.draftCode,
      file: data.draftCode,
      bring: `Bawa kembali ${slip} ini bersama berkas yang dilengkapi. Data Anda tersimpan ${data.keptDays} hari; tidak perlu mengisi ulang.`,
    }
  return {
    nature: '(permohonan dikembalikan)',
    code: returned.registrationNumber,
    qr: returned.qr,
    file: returned.registrationNumber,
    bring: `Serahkan perbaikan paling lambat ${returned.until}, bersama ${slip} ini. Nomor permohonan tetap; tidak perlu mengisi ulang.`,
  }
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
    ...data.missing.flatMap((item) => [item.label, item.reason ?? '']),
  ])
  const words = slipWords(data, 'slip')
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
      ...w.center(words.nature),
      w.rule('-'),
      ...w.field('Tanggal', data.at),
      ...w.field('Petugas', `${data.officer} / Loket ${data.counter}`),
      ...w.field('Nama', data.applicantName),
      ...w.field('Izin', `${data.permitCode} - ${data.permitShortName} (${data.request})`),
      w.rule('-'),
      ...w.left(
        data.returned ? `PERBAIKI ${data.missing.length} HAL:` : `LENGKAPI ${data.missing.length} BERKAS:`,
        'bold',
      ),
      ...missing,
      ...(accepted.length === 0 ? [] : [w.blank(), ...w.left('SUDAH SESUAI:', 'bold'), ...accepted]),
      w.rule('-'),
      ...w.left(words.bring),
      w.blank(),
      { kind: 'qr', content: words.qr, moduleDots: qrModuleDots(words.qr, columns) },
      w.blank(),
      ...w.center(words.code),
      w.blank(),
      ...w.left(`Tanpa biaya. Jam layanan: ${data.hours}`),
      w.rule('='),
      ...w.center('Slip ini bukan tanda terima.', 'bold'),
      ...stripEnd(),
    ],
  }
}
