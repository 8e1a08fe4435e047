import type { Stage, StageLimit } from '../stage-table.ts'

const units = { minutes: 'menit', hours: 'jam', 'working-days': 'hari kerja' } as const
/** Where a stage is done. */
export const stagePlaceWords = {
  counter: 'kantor',
  portal: 'portal',
  paper: 'kertas',
  applicant: 'pemohon',
  automatic: 'otomatis',
} as const
/** What the clock does there. */
export const stageClockWords = { off: 'tidak berjalan', running: 'berjalan', paused: 'berhenti' } as const
const documents: Readonly<Record<string, string>> = {
  product: 'izin atau surat penolakan',
  receipt: 'tanda terima',
  'recommendation-request': 'surat permohonan rekomendasi',
  'handover-receipt': 'tanda terima izin',
  archive: 'arsip',
}
const appointments = {
  'technical-review-meeting': 'rapat kajian teknis',
  'site-inspection': 'peninjauan lapangan',
} as const
const outputs: Readonly<Record<string, string>> = {
  'inspection-report': 'berita acara',
  recommendation: 'rekomendasi',
  checklist: 'ceklis',
  'payment-proof': 'bukti pembayaran',
  'meeting-minutes': 'notula',
}

const word = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code
/** `3 hari kerja`, `6 hari kerja bersama (naskah)`. */
export const limitWords = ({ amount, unit, group }: StageLimit): string =>
  `${amount} ${units[unit]}${group === null ? '' : ` bersama (${group})`}`

/** When a stage is entered at all. */
export function stageConditionWords({ condition }: Stage): string {
  if (condition.when === 'permit-type')
    return `bila jenis izin ${condition.flag}${condition.orAsked ? ' atau diminta petugas' : ''}`
  return condition.when === 'officer' ? 'bila diminta petugas' : 'selalu'
}

/** What a stage leaves behind: outputs, sheets, numbers, signatures. */
export function stageWorkWords(stage: Stage): string {
  const parts = [
    stage.outputs &&
      stage.outputs.kinds
        .map((one) => word(outputs, one))
        .join(stage.outputs.mode === 'any' ? ' dan/atau ' : ' dan '),
    stage.prints.length > 0 && `cetak ${stage.prints.map((one) => word(documents, one)).join(', ')}`,
    stage.numbers.length > 0 && `nomor ${stage.numbers.map((one) => word(documents, one)).join(', ')}`,
    ...stage.signs.map(
      (one) =>
        `tanda tangan ${one.method === 'wet' ? 'basah' : 'elektronik'} ${word(documents, one.document)} (${one.signer})`,
    ),
    stage.entersData !== null && 'entri data yang menyusul tanda terima',
    ...stage.schedules.map((one) => `jadwalkan ${appointments[one]}`),
    ...stage.holds.map((one) => `laksanakan ${appointments[one]}`),
    stage.activates && 'aktifkan',
    stage.handsOver && 'serahkan',
  ]
  return parts.filter(Boolean).join('; ') || '–'
}
