import {
  actsOpenTo,
  complaintState,
  daysLeft,
  isOverdue,
  maskName,
  type Complaint,
} from '#domain/complaint.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { kindLabel } from '#domain/wording/application.ts'
import type { ComplaintLineView, ComplaintView, ConsultationLineView } from '#contract/complaints.ts'
import type { Consultation } from '#ports/records.ts'

import type { Office } from '#services/office.ts'
import { topicLabel } from '#services/print-complaint.ts'

const shownLetters = 120

export function complaintLineView(
  office: Office,
  complaint: Complaint,
  today: OfficeDate,
): ComplaintLineView {
  const words = maskFullNik(complaint.text.replace(/\s+/g, ' '))
  return {
    id: complaint.id,
    number: complaint.number.text,
    channel: complaint.channel,
    topic: topicLabel(office, complaint.topic),
    text: words.length > shownLetters ? `${words.slice(0, shownLetters).trimEnd()}…` : words,
    complainantMasked: complaint.complainant && maskName(complaint.complainant.name),
    registrationNumber: complaint.dossier?.registrationNumber ?? null,
    receivedOn: complaint.receivedOn,
    dueOn: complaint.dueOn,
    state: complaintState(complaint),
    overdue: isOverdue(complaint, today),
    daysLeft: daysLeft(complaint, office.profile.calendar, today),
    unit: complaint.acts.findLast(({ action }) => action === 'forwarded')?.via ?? null,
  }
}

export const complaintView = (office: Office, complaint: Complaint, today: OfficeDate): ComplaintView => ({
  ...complaintLineView(office, complaint, today),
  complainant: complaint.complainant && { ...complaint.complainant },
  whole: complaint.text,
  dossier: complaint.dossier && { ...complaint.dossier },
  enteredAt: complaint.enteredAt,
  enteredBy: complaint.enteredBy,
  acts: complaint.acts.map(({ id, action, text, via, at, by }) => ({ id, action, text, via, at, by })),
  open: [...actsOpenTo(complaint)],
})

export const consultationView = (one: Consultation): ConsultationLineView => ({
  id: one.id,
  permitTypeCode: one.permitTypeCode,
  kind: one.kind,
  kindLabel: kindLabel(one.kind, null),
  channel: one.channel,
  question: one.question && maskFullNik(one.question),
  at: one.at,
  by: one.by,
})
