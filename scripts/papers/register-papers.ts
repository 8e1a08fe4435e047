import type { PrintContent } from '#domain/documents/print-content.ts'
import { instantOf } from '#domain/instant.ts'
import { incomingContent, quietRegister } from '#services/incoming-register.ts'
import type { Office } from '#services/office.ts'
import { longestName, now, today, type typesToShow } from './product-papers.ts'

type Read = Parameters<typeof incomingContent>[1]
type Line = Read['lines'][number]

/** The incoming register of a busy day, with a void and a blank form, and of a quiet one. */
export function incomingPapers(
  office: Office,
  type: ReturnType<typeof typesToShow>[number],
): readonly (readonly [string, PrintContent])[] {
  const line = (serial: number): Line => {
    const isVoid = serial === 5
    const isBlank = serial === 9
    const number = {
      series: office.profile.receipt.series,
      scope: '2026',
      serial,
      text: `P-2026-${String(serial).padStart(6, '0')}`,
      document: 'registration',
      applicationId: '',
      takenAt: now,
      voidReason: isVoid ? 'Formulir robek sebelum diisi' : null,
      voidedAt: isVoid ? now : null,
      voidedBy: null,
    }
    const dossier = {
      holderName: serial % 6 === 0 ? longestName : 'dr. Rahmawati Suryani, Sp.A',
      permitTypeCode: type.code,
      kind: serial % 4 === 0 ? 'renewal' : 'new',
      practiceOrdinal: 1,
      facilityName:
        serial % 6 === 0
          ? 'Klinik Utama Rawat Jalan Bhakti Nusantara Khatulistiwa'
          : 'RSUD Sultan Syarif Mohamad Alkadrie',
      channel: serial % 5 === 0 ? 'online' : 'counter',
      submittedAt: instantOf(Date.parse(now) + serial * 240_000),
      acceptedAt: serial % 7 === 0 ? null : now,
      enteredAt: serial === 12 ? now : null,
    } as Line['dossier']
    if (isVoid || isBlank) return { number, dossier: null, takenInBy: null }
    return { number, dossier, takenInBy: serial % 5 === 0 ? null : 'Yunita Anggraheni' }
  }
  const lines = Array.from({ length: 31 }, (_, index) => line(index + 1))
  const days = { from: today, until: today }
  const who = { user: { name: 'Yunita Anggraheni' } }
  const busy = { lines, taken: 29, voided: 1, reserved: 1, gaps: [{ scope: '2026', serials: [14, 15] }] }
  return [
    ['incoming-register', incomingContent(office, busy, days, who, now)],
    ['incoming-register kosong', incomingContent(office, quietRegister, days, who, now)],
  ]
}
