import type { PermitStatus } from '../permit.ts'
import type { ApplicationStatus } from '../application.ts'
import type { IntakeForm } from '../intake-form.ts'
import { isPracticePermit, kindTellsOrdinal, type ApplicationKind, type PermitType } from '../permit-type.ts'
import type { AppointmentKind, DocumentKind } from '../stage-table.ts'

const kinds: Readonly<Record<ApplicationKind, string>> = {
  new: 'Baru',
  renewal: 'Perpanjangan',
  amendment: 'Perubahan',
  replacement: 'Pengganti',
  revocation: 'Pencabutan',
}

/** *Baru, SIP ke-1*; the ordinal is left out where there is none or the kind does not tell it. */
export function kindLabel(kind: ApplicationKind, practiceOrdinal: number | null): string {
  return practiceOrdinal === null || !kindTellsOrdinal(kind)
    ? kinds[kind]
    : `${kinds[kind]}, SIP ke-${practiceOrdinal}`
}

/** The same for a form that is still being typed: what is no permit for practising has no ordinal. `type` null: not chosen. */
export const typedKindLabel = (
  type: Pick<PermitType, 'category'> | null,
  { kind, practiceOrdinal }: Pick<IntakeForm, 'kind' | 'practiceOrdinal'>,
): string => kindLabel(kind, type !== null && isPracticePermit(type) ? practiceOrdinal : null)

const permitStatuses: Readonly<Record<PermitStatus, string>> = {
  active: 'Berlaku',
  expired: 'Sudah berakhir',
  revoked: 'Sudah dicabut',
  renewed: 'Sudah diperpanjang',
  replaced: 'Sudah diganti',
  void: 'Tidak berlaku',
}
/** How a permit stands, as a clerk says it. */
export const permitStatusLabel = (status: PermitStatus): string => permitStatuses[status]

const statuses: Readonly<Record<ApplicationStatus, string>> = {
  draft: 'Draf',
  submitted: 'Berkas diperiksa',
  'in-process': 'Dalam proses',
  returned: 'Perlu perbaikan',
  refused: 'Ditolak',
  issued: 'Izin terbit',
  'handed-over': 'Selesai',
  withdrawn: 'Dibatalkan',
}

/** What the applicant reads (domain 2.8). */
export const statusLabel = (status: ApplicationStatus): string => statuses[status]

/** The word for an application that the office ended because nobody mended it. */
export const closedLabel = 'Ditutup, tidak diperbaiki'

const documents: Readonly<Record<DocumentKind, string>> = {
  receipt: 'Tanda terima',
  'missing-items': 'Daftar kekurangan',
  'referral-slip': 'Surat pengantar',
  'service-standard': 'Informasi layanan',
  'application-forms': 'Formulir dan pernyataan',
  'blank-form': 'Formulir bernomor',
  'blank-card': 'Kartu kendali blangko',
  'collective-list': 'Daftar kolektif',
  'notice-slip': 'Slip pemberitahuan',
  'dispatch-book': 'Buku ekspedisi',
  'dispatch-slip': 'Tanda terima ekspedisi',
  'complaint-slip': 'Tanda terima pengaduan',
  permit: 'Surat izin',
  'refusal-letter': 'Surat penolakan',
  'revocation-decree': 'Keputusan pencabutan',
  'recommendation-request': 'Surat permohonan rekomendasi',
  'inspection-report': 'Berita acara pemeriksaan',
  'assignment-letter': 'Surat tugas',
  'expiry-letter': 'Surat pemberitahuan masa berlaku',
  legalisation: 'Legalisir',
  'legalisation-register': 'Register legalisir',
  'incoming-register': 'Register masuk',
  'handover-receipt': 'Tanda terima izin',
  'loss-statement': 'Surat pernyataan kehilangan tanda terima',
  archive: 'Arsip berkas',
  'daily-report': 'Laporan harian',
  'report-book': 'Laporan dan register',
}

const appointments: Readonly<Record<AppointmentKind, string>> = {
  'technical-review-meeting': 'Rapat kajian teknis',
  'site-inspection': 'Peninjauan lapangan',
}

export const appointmentLabel = (kind: AppointmentKind): string => appointments[kind]

export const documentLabel = (kind: DocumentKind): string => documents[kind]

const outputs: Readonly<Record<string, string>> = {
  'inspection-report': 'berita acara pemeriksaan',
  recommendation: 'rekomendasi',
  checklist: 'ceklis',
  'payment-proof': 'bukti pembayaran',
  'meeting-minutes': 'notulen rapat',
}

export const outputLabel = (kind: string): string => outputs[kind] ?? kind
