import type { BeginningRefusal } from '../beginning.ts'
import type { FilingRefusal } from '../collective-filing.ts'
import type { FieldRefusal, IntakeFieldRefusal } from '../intake-refusal.ts'
import type { PlaceRefusal } from '../place-limit.ts'
import { longDate } from '../indonesian.ts'
import { earlierPermitWording, ownAnswerWording, paperWording } from './intake-answers.ts'
import { oldBookWording, sayBeginningRefusal } from './beginning.ts'
import { sayFilingRefusal } from './collective.ts'
import { sayFormRefusal } from './blank-form.ts'
import { sayConsentRefusal, type ConsentWording } from './consent.ts'
import { sayRefusal, type DomainRefusal } from './refusals.ts'
import { quoted, type Wording } from './wording.ts'

type OwnRefusal = Exclude<IntakeFieldRefusal, DomainRefusal>

/** Refusals of saving a walk-in that belong to the form as a whole. */
export type RegisterWording =
  | { readonly code: 'form-incomplete'; readonly fields: readonly FieldRefusal[] }
  | { readonly code: 'nik-of-another'; readonly field: 'nik' }
  | { readonly code: 'identity-of-another'; readonly field: 'identityNumber' }
  | PlaceRefusal
  | ConsentWording
  | { readonly code: 'filed-elsewhere'; readonly destination: string; readonly reason: string }
  | {
      readonly code: 'already-in-process'
      readonly registrationNumber: string
      readonly collectiveRow: number | null
    }
  | FilingRefusal
  | BeginningRefusal

const sexes = { male: 'laki-laki', female: 'perempuan' } as const

const own: Wording<OwnRefusal> = {
  ...ownAnswerWording,
  ...paperWording,
  ...earlierPermitWording,
  'field-empty': ({ label, example }) => `${label} belum diisi. Tulis misalnya ${example}.`,
  'birth-date-differs-from-nik': ({ typed, fromNik }) =>
    `Tanggal lahir ${longDate(typed)} tidak cocok dengan NIK, yang memuat ${longDate(fromNik)}. Cocokkan keduanya dengan KTP.`,
  'sex-differs-from-nik': ({ fromNik }) =>
    `Jenis kelamin tidak cocok dengan NIK, yang memuat ${sexes[fromNik]}. Cocokkan keduanya dengan KTP.`,
  'type-not-offered': ({ typed }) =>
    typed.trim() === ''
      ? 'Jenis izin belum dipilih. Ketik sebagian nama atau kodenya, misalnya dokter atau SIPD.'
      : `Jenis izin ${quoted(typed)} tidak dilayani kantor ini. Pilih dari daftar.`,
  'kind-not-offered': () => 'Macam permohonan ini tidak ada untuk jenis izin yang dipilih. Pilih macam lain.',
  'citizenship-unknown': () => 'Kewarganegaraan belum dipilih. Pilih negaranya dari daftar.',
  'identity-unfit': () =>
    'Jenis identitas ini tidak cocok dengan kewarganegaraan. Warga negara asing tanpa NIK memakai paspor atau KITAS; KITAS bukan untuk warga negara Indonesia.',
  'identity-ended': ({ validUntil }) =>
    `Identitas berlaku hanya sampai ${longDate(validUntil)}. Minta yang masih berlaku, atau betulkan tanggalnya.`,
  'nib-malformed': ({ typed }) =>
    `NIB ${quoted(typed)} tidak terbaca. Tulis 13 angka seperti pada dokumen NIB, atau kosongkan.`,
  'npwp-malformed': ({ typed }) =>
    `NPWP ${quoted(typed)} tidak terbaca. Tulis 15 atau 16 angka, atau kosongkan.`,
  'starter-not-allowed': () =>
    'Pencabutan jenis izin ini tidak dapat diajukan oleh pihak itu. Pilih pengaju lain.',
  'reason-unknown': () => 'Alasan ini bukan untuk pengaju yang dipilih. Pilih alasan dari daftar.',
  'hours-overlap-elsewhere': ({ place, overlap }) =>
    `Jadwal di ${place} bertumpuk dengan jadwal yang dimohonkan pada ${overlap}. Ubah salah satunya.`,
  'str-ended': ({ validUntil }) =>
    `STR berakhir ${longDate(validUntil)}. Minta pemohon memperbarui STR, atau betulkan tanggalnya.`,
  'form-unknown': sayFormRefusal,
  'form-used': sayFormRefusal,
  'form-void': sayFormRefusal,
  'form-later': sayFormRefusal,
  'form-of-other-scope': sayFormRefusal,
  'late-in-future': () => 'Waktu ini belum terjadi. Tulis hari dan jam saat permohonan benar-benar diterima.',
  'late-too-old': ({ earliest }) =>
    `Entri susulan hanya sampai ${longDate(earliest)}. Yang lebih lama dibawa masuk administrator sebagai berkas berjalan.`,
  ...oldBookWording,
  'requirement-missing': ({ label }) =>
    `${label} belum ada. Lampirkan berkasnya, atau cetak daftar kekurangan.`,
  'requirement-needs-file': ({ label }) =>
    `${label} baru ditunjukkan sebagai kertas. Pindai atau foto lembarnya, lalu lampirkan.`,
  'requirement-file-lost': ({ label, fileName }) =>
    `Berkas ${fileName || label} tidak ada di penyimpanan kantor ini. Lampirkan sekali lagi.`,
  'requirement-file-unfit': ({ label, why }) => `${label}: ${sayRefusal(why)}`,
  'photo-not-a-picture': ({ fileName }) =>
    `${fileName || 'Pas foto'} adalah PDF. Lampirkan pas foto sebagai gambar JPG atau PNG, atau ambil dengan kamera.`,
}

const isOwn = (refusal: IntakeFieldRefusal): refusal is OwnRefusal => refusal.code in own

/** The sentence at a field of *Terima Permohonan*. */
export function sayFieldRefusal(refusal: IntakeFieldRefusal): string {
  if (!isOwn(refusal)) return sayRefusal(refusal)
  const say = own[refusal.code] as (facts: OwnRefusal) => string
  return say(refusal)
}

/**
 * The sentence for saving that was refused.
 *
 * @param zone  IANA zone in which hours are told
 */
export function sayRegisterRefusal(refusal: RegisterWording, zone: string): string {
  switch (refusal.code) {
    case 'form-incomplete':
      return `Belum dapat disimpan: ${refusal.fields.length} isian perlu dibetulkan. Isian yang lain tetap tersimpan.`
    case 'nik-of-another':
      return 'NIK ini sudah terdaftar atas nama lain. Cocokkan dengan KTP; bila orangnya sama dan namanya berubah, tandai perubahan nama.'
    case 'identity-of-another':
      return 'Nomor identitas ini sudah terdaftar atas nama lain. Cocokkan dengan paspor atau KITAS; bila orangnya sama dan namanya berubah, tandai perubahan nama.'
    case 'place-limit-reached':
      return `Pemohon sudah memiliki ${refusal.held} dari paling banyak ${refusal.limit} tempat praktik untuk profesi ini: ${refusal.places.join('; ')}. Cabut salah satu dahulu, atau ajukan perubahan.`
    case 'place-held-already':
      return `Pemohon sudah memiliki izin atau permohonan untuk ${refusal.place}${refusal.number === null ? '' : ` (${refusal.number})`}. Satu izin untuk satu tempat: ajukan perpanjangan atau perubahan.`
    case 'filed-elsewhere':
      return `Permohonan ini diajukan melalui ${refusal.destination}, bukan di kantor ini. ${refusal.reason} Cetak surat pengantar untuk pemohon.`
    case 'already-in-process':
      return refusal.collectiveRow === null
        ? `Permohonan yang sama sedang diproses dengan nomor ${refusal.registrationNumber}. Buka berkas itu.`
        : `Permohonan yang sama sudah ada di baris ${refusal.collectiveRow} daftar ini (${refusal.registrationNumber}). Betulkan NIK, jenis izin, atau tempatnya, atau tandai sebagai tidak diterima.`
    case 'collective-unknown':
    case 'collective-closed':
      return sayFilingRefusal(refusal, zone)
    case 'beginning-closed':
    case 'beginning-open':
    case 'beginning-reason-needed':
      return sayBeginningRefusal(refusal)
    default:
      return sayConsentRefusal(refusal)
  }
}
