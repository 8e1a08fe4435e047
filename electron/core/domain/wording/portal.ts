import { sayCorrectionRefusal, type CorrectionWording } from './corrections.ts'
import { sayFieldRefusal } from './intake.ts'
import { portalPathLabel } from './portal-fields.ts'
import type { PortalAddressRefusal, PortalIllness } from '../portal-link.ts'
import { loanWorkingDays } from '../portal-loan.ts'
import type { NoPages, PortalCallKind, PortalRunEnd, PortalTrouble } from '../portal-sync.ts'

const illnesses: Readonly<Record<PortalIllness, string>> = {
  name: 'Nama portal tidak ditemukan di jaringan. Periksa sambungan internet.',
  unreachable: 'Portal tidak dapat dihubungi. Periksa sambungan internet.',
  tls: 'Sambungan aman ke portal ditolak: sertifikatnya tidak dapat dipercaya. Periksa jam komputer, lalu hubungi pengelola portal.',
  silent: 'Portal tidak menjawab dalam batas waktu.',
  busy: 'Portal sedang sibuk dan meminta menunggu.',
  ill: 'Portal sedang bermasalah. Pengiriman dicoba lagi dengan sendirinya.',
  redirect:
    'Jaringan mengalihkan ke halaman lain, misalnya halaman masuk wifi. Buka peramban dan masuk ke jaringan dahulu.',
  'not-the-portal':
    'Yang menjawab bukan portal, misalnya halaman jaringan. Periksa sambungan internet dan alamat portal.',
}
/** Why the portal cannot be spoken with now. */
export const sayPortalIllness = (why: PortalIllness): string => illnesses[why]

const stops = {
  'sign-in': 'Portal menolak client ID atau kata rahasia. Administrator memeriksa Pengaturan › Portal.',
  version:
    'Portal memakai versi antarmuka yang tidak dikenal aplikasi ini. Administrator menghubungi pengelola portal.',
  office: 'Portal di alamat ini milik kantor lain. Administrator memeriksa alamat di Pengaturan › Portal.',
} as const
/** Why nothing goes on before the administrator has looked. */
export const sayPortalStop = (why: keyof typeof stops): string => stops[why]

/** What failed in a test of the connection, to the administrator who makes it. */
export const sayPortalTrialWhy = (why: string): string =>
  why === 'sign-in'
    ? 'Portal menolak client ID atau kata rahasia. Periksa keduanya, atau minta yang baru kepada pengelola portal.'
    : why === 'office'
      ? 'Portal di alamat ini milik kantor lain. Periksa alamatnya.'
      : sayPortalWhy(why)

/** Illness or stop by its word; the word itself where it is neither. */
export const sayPortalWhy = (why: string): string =>
  why in illnesses ? illnesses[why as PortalIllness] : why in stops ? stops[why as keyof typeof stops] : why

export type PortalState = 'off' | 'in-step' | 'working' | 'offline' | 'stopped' | 'paused' | 'elsewhere'

const states: Readonly<Record<PortalState, string>> = {
  off: 'Portal belum diatur',
  'in-step': 'Selaras dengan portal',
  working: 'Sedang mengirim ke portal',
  offline: 'Luring',
  stopped: 'Sinkronisasi berhenti',
  paused: 'Sinkronisasi dijeda',
  elsewhere: 'Dikirim dari komputer lain',
}
export const portalStateLabel = (state: PortalState): string => states[state]

const ends: Readonly<Record<PortalRunEnd, string>> = {
  'in-step': 'Selaras',
  offline: 'Terputus',
  stopped: 'Berhenti',
  paused: 'Dijeda',
  'broken-off': 'Terhenti',
}
export const portalRunEndLabel = (end: PortalRunEnd): string => ends[end]

const kinds: Readonly<Record<PortalCallKind, string>> = {
  account: 'Akun',
  applicant: 'Data pemohon',
  application: 'Permohonan',
  document: 'Berkas persyaratan',
  'document-removed': 'Penghapusan berkas',
  permit: 'Izin',
  letter: 'Surat',
  handover: 'Penyerahan',
  events: 'Riwayat',
  message: 'Pesan',
}
export const portalCallLabel = (kind: PortalCallKind): string => kinds[kind]

/** Who can mend something that the portal refused. */
export type PortalMender = 'counter' | 'administrator' | 'portal'

const codes: Readonly<Record<string, string>> = {
  'nik-taken':
    'NIK ini sudah dipakai pemohon lain di portal. Cocokkan identitasnya, lalu satukan pemohonnya.',
  'number-taken':
    'Nomor izin ini sudah dipakai izin lain di portal. Hentikan penomoran seri ini dan periksa registernya.',
  'too-many-pages':
    'Berkas satu syarat ini lebih banyak halamannya daripada yang diterima portal. Gabungkan halamannya, lalu ganti berkasnya.',
  'file-missing': 'Berkasnya belum ada di portal.',
  'hash-mismatch': 'Isi berkas berubah di perjalanan atau di lemari berkas.',
  'idempotency-key-reused': 'Portal sudah menerima kiriman lain dengan kunci yang sama.',
  'other-office': 'Permohonan ini milik kantor lain menurut portal.',
  gap: 'Urutan riwayat di portal tidak tersambung.',
}

const byStatus = (status: number): string =>
  status === 403
    ? 'Portal tidak mengizinkan kantor ini mengirimnya.'
    : status === 404
      ? 'Portal tidak mengenal hal yang dirujuk.'
      : status === 413
        ? 'Berkasnya lebih besar daripada yang diterima portal.'
        : 'Portal menolak isinya.'

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024).toLocaleString('id-ID')} KB`

const noPages: Readonly<Record<NoPages, string>> = {
  pages: 'halamannya terlalu banyak',
  size: 'tetap terlalu besar pada mutu gambar terendah',
  broken: 'isinya tidak dapat dibuka untuk diubah menjadi gambar',
  type: 'portal juga tidak menerima gambar JPG',
}

/** What happened to something set aside, in words for the clerk. */
export function sayPortalTrouble(trouble: PortalTrouble): string {
  switch (trouble.kind) {
    case 'refused': {
      const paths = trouble.errors.map((one) => one.path).filter((path) => path !== '')
      const fields = paths.map((path) => portalPathLabel(path) ?? path)
      const where = fields.length === 0 ? '' : ` Isian: ${[...new Set(fields)].join(', ')}.`
      return `${codes[trouble.code ?? ''] ?? byStatus(trouble.status)}${where}`
    }
    case 'moved':
      return 'Isinya sudah diubah juga di portal. Muat ulang berkasnya, lalu pilih isi yang benar.'
    case 'no-file':
      return 'Berkasnya tidak ada atau tidak utuh di lemari berkas komputer ini. Minta administrator memeriksa dengan doctor.'
    case 'elsewhere':
      return `Berkasnya ada di komputer loket lain${trouble.station === null ? '' : ` (${trouble.station})`} dan terkirim sendiri begitu komputer itu menyala.`
    case 'nowhere':
      return `Berkasnya tidak ada di komputer ini dan selama ${loanWorkingDays} hari kerja tidak dibawa oleh komputer loket lain. ${trouble.station === null ? 'Unggah' : `Nyalakan komputer ${trouble.station} lalu kirim lagi, atau unggah`} ulang berkasnya di berkas permohonan.`
    case 'unfit-file':
      if (trouble.paper)
        return `Portal tidak menerima berkas surat ini (${trouble.mediaType}, ${kilobytes(trouble.sizeBytes)}), dan surat yang sudah disahkan tidak boleh diperkecil. Minta pengelola portal menaikkan batasnya, lalu kirim lagi.`
      return `Portal tidak menerima berkas ini (${trouble.mediaType}, ${kilobytes(trouble.sizeBytes)})${trouble.why ? `, dan ${noPages[trouble.why]}` : ''}. ${trouble.why === 'pages' ? 'Pindai hanya halaman yang diminta, lalu ganti berkasnya.' : 'Pindai ulang lebih kecil, lalu ganti berkasnya.'}`
    case 'as-pages':
      return `Dikirim sebagai ${trouble.pages} halaman JPG; berkas aslinya tetap di loket.`
    case 'as-copy':
      return 'Dikirim sebagai salinan bertanda BUKAN ASLI; pindaian lembar aslinya tetap di loket.'
    case 'unwritable':
      return `Isian “${portalPathLabel(trouble.path) ?? trouble.path}” tidak sesuai dengan yang diterima portal. Perbaiki di berkas permohonan.`
    case 'later':
      return illnesses[trouble.why]
  }
}

/** Why a file of the portal has not come yet, and what to do. */
export function sayFetchTrouble(trouble: PortalTrouble | null): string {
  switch (trouble?.kind) {
    case undefined:
      return 'Belum diambil dari portal.'
    case 'later':
      return illnesses[trouble.why]
    case 'refused':
      return trouble.status === 404
        ? 'Portal tidak memiliki berkas ini lagi. Minta pemohon mengunggahnya kembali.'
        : 'Portal tidak memberikan berkas ini. Hubungi pengelola portal, lalu ambil lagi.'
    default:
      return 'Isi berkas dari portal tidak utuh atau bukan berkas yang dimaksud. Minta pemohon mengunggahnya kembali.'
  }
}

export type PortalFileRefusal = { readonly code: 'portal-file-unknown' }

/** Refusals of *Ambil sekarang*. */
export const sayPortalFileRefusal = (refusal: PortalFileRefusal): string =>
  ({ 'portal-file-unknown': 'Berkas ini tidak lagi ditunggu dari portal. Muat ulang daftarnya.' })[
    refusal.code
  ]

/** Who can mend it: the counter in the dossier, the administrator, or the portal's own people. */
export function menderOf(trouble: PortalTrouble): PortalMender {
  if (trouble.kind === 'no-file') return 'administrator'
  if (trouble.kind === 'unfit-file' && trouble.paper) return 'portal'
  if (trouble.kind !== 'refused') return 'counter'
  if (trouble.code === 'number-taken' || trouble.status === 403) return 'administrator'
  return trouble.status === 404 || trouble.code === 'idempotency-key-reused' ? 'portal' : 'counter'
}

export type PortalSettingRefusal =
  | PortalAddressRefusal
  | { readonly code: 'portal-client-needed' }
  | { readonly code: 'portal-secret-needed' }
  | { readonly code: 'portal-secret-again' }
  | {
      readonly code: 'portal-trial-failed'
      readonly part: PortalTrialPart
      readonly why: string
    }

export const portalTrialParts = ['name', 'connection', 'tls', 'sign-in', 'version', 'office'] as const
/** A step of the test of the connection; everything before the one that failed went well. */
export type PortalTrialPart = (typeof portalTrialParts)[number]

const trialParts: Readonly<Record<PortalTrialPart, string>> = {
  name: 'Nama portal',
  connection: 'Sambungan',
  tls: 'Sambungan aman (TLS)',
  'sign-in': 'Client ID dan kata rahasia',
  version: 'Versi antarmuka',
  office: 'Kode kantor',
}
export const portalTrialPartLabel = (part: PortalTrialPart): string => trialParts[part]

/** Refusals of the settings of the portal, and of the test of its connection. */
export function sayPortalSettingRefusal(refusal: PortalSettingRefusal): string {
  switch (refusal.code) {
    case 'portal-address-wrong':
      return `“${refusal.typed.trim()}” bukan alamat portal. Tulis misalnya https://portal.kota.go.id/api/v1.`
    case 'portal-not-encrypted':
      return `Sambungan ke ${refusal.host} harus aman. Tulis alamat yang diawali https://.`
    case 'portal-client-needed':
      return 'Client ID belum diisi. Mintalah kepada pengelola portal.'
    case 'portal-secret-needed':
      return 'Kata rahasia belum diisi, atau yang tersimpan tidak dapat dibaca di komputer ini. Isi kembali.'
    case 'portal-secret-again':
      return 'Alamat atau client ID berubah. Isi kata rahasianya sekali lagi.'
    case 'portal-trial-failed':
      return `${trialParts[refusal.part]} gagal. ${sayPortalTrialWhy(refusal.why)}`
  }
}

export type PortalResendRefusal =
  { readonly code: 'portal-call-unknown' } | { readonly code: 'portal-call-not-aside' }

/** Refusals of sending once more what the portal refused. */
export const sayPortalResendRefusal = ({ code }: PortalResendRefusal): string =>
  code === 'portal-call-unknown'
    ? 'Kiriman ini tidak ada lagi. Muat ulang daftarnya.'
    : 'Kiriman ini tidak lagi ditolak: sudah dikirim lagi atau digantikan isian yang lebih baru.'

export type PortalMendRefusal =
  PortalResendRefusal | { readonly code: 'portal-field-not-mendable' } | CorrectionWording

/** Refusals of mending in the tray what the portal refused: each wrong field by its own sentence. */
export function sayPortalMendRefusal(refusal: PortalMendRefusal, zone: string): string {
  switch (refusal.code) {
    case 'portal-call-unknown':
    case 'portal-call-not-aside':
      return sayPortalResendRefusal(refusal)
    case 'portal-field-not-mendable':
      return 'Isian ini tidak disebut portal. Muat ulang daftarnya, atau perbaiki di berkasnya.'
    case 'form-incomplete':
      return refusal.fields.map((one) => sayFieldRefusal(one.refusal)).join(' ')
    default:
      return sayCorrectionRefusal(refusal, zone)
  }
}

const menders: Readonly<Record<PortalMender, string>> = {
  counter: 'Loket',
  administrator: 'Administrator',
  portal: 'Pengelola portal',
}
/** Who can mend something that the portal refused, as the tray names them. */
export const portalMenderLabel = (mender: PortalMender): string => menders[mender]
