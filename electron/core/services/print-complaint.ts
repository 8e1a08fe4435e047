import type { Complaint } from '#domain/complaint.ts'
import type { ComplaintSlipData } from '#domain/documents/complaint-slip-sheet.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { fullDate, longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { complaintChannelLabel } from '#domain/wording/complaint.ts'
import type { Queries } from '#ports/queries.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { addOfficeSheet } from './office-sheet.ts'
import { contactSentences } from './paper-words.ts'
import { printedLetterhead, shortMoment } from './print-content.ts'

/** The label of a topic; its code where the office no longer has it. */
export const topicLabel = ({ profile }: Pick<Office, 'profile'>, code: string): string =>
  profile.complaints.topics.find((one) => one.code === code)?.label ?? code

/** What the receipt of a complaint says. */
export function complaintSlip(
  office: Office,
  complaint: Complaint,
  printed: { readonly on: OfficeDate; readonly at: Instant; readonly officer: string },
): ComplaintSlipData {
  const { profile } = office
  return {
    letterhead: printedLetterhead(profile, printed.on, false),
    number: complaint.number.text,
    receivedOn: longDate(complaint.receivedOn),
    channel: complaintChannelLabel(complaint.channel),
    complainant: maskFullNik(complaint.complainant?.name ?? 'tanpa nama'),
    topic: topicLabel(office, complaint.topic),
    text: maskFullNik(complaint.text.replace(/\s+/g, ' ')),
    dossier: complaint.dossier?.registrationNumber ?? '',
    dueOn: `${fullDate(complaint.dueOn)} (${profile.complaints.answerWithin} hari kerja)`,
    basis: profile.complaints.basis,
    contact: contactSentences(profile),
    printedAt: shortMoment(office, printed.at),
    officer: printed.officer,
  }
}

/** Prints the receipt of a complaint. Each call prints one. Refuses a complaint that is not there. */
export const printComplaintSlip =
  ({ office, work, clock, ids, queries }: DossierDeps & { readonly queries: Queries }) =>
  async (
    order: { readonly id: string; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, { readonly code: 'complaint-unknown' }>> => {
    const complaint = await queries.findComplaint(order.id)
    if (!complaint) return refuse({ code: 'complaint-unknown' })
    const at = clock.now()
    const on = officeToday(office, at)
    return work.run<PrintJob, never>(async (stores) => {
      const sheet = {
        document: 'complaint-slip',
        subjectId: complaint.id,
        title: `Tanda terima pengaduan ${complaint.number.text}`,
        printerId: order.printerId,
        content: {
          kind: 'complaint-slip',
          paper: paperFor(office.profile, 'complaint-slip'),
          createdAt: at,
          data: complaintSlip(office, complaint, { on, at, officer: who.user.name }),
        },
      } as const
      return ok(await addOfficeSheet(stores, ids, sheet, who, at))
    })
  }
