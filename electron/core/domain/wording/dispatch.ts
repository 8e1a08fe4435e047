import type {
  ConfirmDispatchRefusal,
  DispatchField,
  DispatchKind,
  DispatchState,
  EnterDispatchRefusal,
  VoidDispatchRefusal,
} from '../dispatch.ts'
import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import { sayRefusal } from './refusals.ts'
import { quoted } from './wording.ts'

const kinds: Readonly<Record<DispatchKind, string>> = {
  'dossier-copy': 'Salinan berkas',
  'request-letter': 'Surat permintaan',
  recommendation: 'Rekomendasi atau berita acara',
  permit: 'Surat izin',
  other: 'Lainnya',
}

export const dispatchKindLabel = (kind: DispatchKind): string => kinds[kind]

const states: Readonly<Record<DispatchState, string>> = {
  open: 'Belum diterima',
  overdue: 'Perlu ditanyakan',
  received: 'Diterima',
  void: 'Batal',
}

export const dispatchStateLabel = (state: DispatchState): string => states[state]

/** What was brought, in one line: the kind, or the words for it, with the number of the letter. */
export const dispatchText = (line: {
  readonly kind: DispatchKind
  readonly subject: string | null
  readonly letterNumber: string | null
}): string => {
  const words = line.kind === 'other' ? (line.subject ?? kinds.other) : kinds[line.kind]
  const about = line.kind !== 'other' && line.subject !== null ? `, ${line.subject}` : ''
  return `${words}${line.letterNumber === null ? '' : ` nomor ${line.letterNumber}`}${about}`
}

const missing: Readonly<Record<DispatchField, string>> = {
  subject: 'Isi kiriman belum diisi. Tulis misalnya undangan rapat tim teknis.',
  recipient: 'Tujuan belum diisi. Tulis misalnya Dinas Kesehatan.',
  broughtBy: 'Pembawa belum diisi. Tulis nama yang mengantar.',
}

/** The sentence at a field that lacks. */
export const sayDispatchField = (field: DispatchField): string => missing[field]

export const sayDossierUnknown = (
  refusal: Extract<EnterDispatchRefusal, { code: 'dispatch-dossier-unknown' }>,
): string =>
  `Tidak ada permohonan dengan nomor ${quoted(refusal.typed)}. Tulis seperti pada tanda terima, atau kosongkan.`

/**
 * The sentence for a line that is not confirmed or voided.
 *
 * @param zone  IANA zone in which the hour is told
 */
export function sayDispatchRefusal(
  refusal: ConfirmDispatchRefusal | VoidDispatchRefusal,
  zone: string,
): string {
  const when = (at: Instant): string =>
    `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`
  switch (refusal.code) {
    case 'dispatch-unknown':
      return 'Baris ini tidak ada di buku ekspedisi kantor ini. Muat ulang daftar.'
    case 'dispatch-received':
      return `Sudah dicatat ${refusal.by} pada ${when(refusal.at)}: diterima ${refusal.receiver}. Tidak ada yang berubah.`
    case 'dispatch-voided':
      return `Baris ini sudah dibatalkan ${refusal.by} pada ${when(refusal.at)}: ${refusal.reason}. Buat baris baru bila suratnya tetap dikirim.`
    case 'dispatch-receiver-needed':
      return 'Nama penerima belum diisi. Tulis seperti pada tanda tangannya.'
    case 'dispatch-slip-missing':
      return 'Pindaian slip tidak ditemukan. Pilih berkasnya sekali lagi.'
    case 'dispatch-received-early':
      return `Surat ini baru keluar pada ${longDate(refusal.sentOn)}. Tulis hari yang sama atau sesudahnya.`
    case 'dispatch-received-later-than-now':
      return 'Waktu terima belum terjadi. Tulis waktu yang sudah lewat.'
    case 'dispatch-reason-needed':
      return 'Alasan belum diisi. Tulis misalnya salah tujuan.'
    default:
      return sayRefusal(refusal)
  }
}
