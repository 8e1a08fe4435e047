import { complaintDueOn, type Complaint } from '#domain/complaint.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { aNumber, anId } from '#domain/testing/builders.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { Office } from '#services/office.ts'
import { complaintSlip } from '#services/print-complaint.ts'
import { longestName, now, today } from './product-papers.ts'

/** The receipt of a complaint, usual and with as much as somebody may say. */
export function complaintPapers(office: Office): readonly (readonly [string, PrintContent])[] {
  const { profile } = office
  const { channels, topics } = profile.complaints
  const complaint = (name: string, text: string): Complaint => ({
    id: anId(4, 'e'),
    number: aNumber(profile.complaints.series, 7, { text: 'ADU-2026-0007' }),
    channel: channels[0]?.kind ?? 'counter',
    complainant: { name, contact: null },
    topic: topics[0]?.code ?? '',
    text,
    dossier: { applicationId: anId(5, 'e'), registrationNumber: 'P-2026-000412' },
    receivedOn: today,
    dueOn: complaintDueOn(profile.complaints, profile.calendar, today),
    enteredAt: now,
    enteredBy: 'Yunita Anggraheni',
    acts: [],
  })
  const slip = (one: Complaint): PrintContent => ({
    kind: 'complaint-slip',
    paper: paperFor(profile, 'complaint-slip'),
    createdAt: now,
    data: complaintSlip(office, one, { on: today, at: now, officer: 'Yunita Anggraheni' }),
  })
  const sentence =
    'Izin saya sudah lewat dari tanggal yang dijanjikan dan sudah dua kali ditanyakan di loket. '
  return [
    ['complaint-slip biasa', slip(complaint('Sari Landak', sentence))],
    ['complaint-slip terpanjang', slip(complaint(longestName, sentence.repeat(22)))],
  ]
}
