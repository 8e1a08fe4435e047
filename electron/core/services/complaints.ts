import {
  actOnComplaint,
  readComplaint,
  type ActOnComplaintRefusal,
  type Complaint,
  type ComplaintForm,
  type ComplaintOrder,
  type EnterComplaintRefusal,
} from '#domain/complaint.ts'
import { getSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import { takeNumber } from './number-product.ts'
import type { SignedIn } from './office.ts'

/**
 * Takes a complaint in with the next number of its series and the day by which it is answered, in one transaction.
 *
 * @param order.id  made with the first try: a repeat gives the complaint that was taken in then
 */
export const enterComplaint =
  ({ office, work, clock }: DossierDeps) =>
  (
    order: { readonly id: string; readonly form: ComplaintForm },
    who: SignedIn,
  ): Promise<Result<Complaint, EnterComplaintRefusal>> =>
    work.run<Complaint, EnterComplaintRefusal>(async ({ complaints, applications, numbers }) => {
      const known = await complaints.find(order.id)
      if (known) return ok(known)
      const { profile } = office
      const at = clock.now()
      const today = officeToday(office, at)
      const words = readComplaint(order.form, profile.complaints, profile.calendar, today)
      if (!words.ok) return words
      const { applicationId } = order.form
      const state = applicationId === null ? undefined : await applications.find(applicationId)
      if (applicationId !== null && !state)
        return refuse({
          code: 'complaint-incomplete',
          fields: [{ field: 'dossier', refusal: { code: 'complaint-dossier-unknown' } }],
        })
      const number = await takeNumber(numbers, getSeries(profile, profile.complaints.series), today, '')
      await numbers.record({
        number,
        document: 'complaint-slip',
        applicationId: state?.id ?? order.id,
        subjectId: order.id,
        takenAt: at,
      })
      const complaint: Complaint = {
        id: order.id,
        number,
        ...words.value,
        dossier: state
          ? { applicationId: state.id, registrationNumber: state.registrationNumber.text }
          : null,
        enteredAt: at,
        enteredBy: who.user.name,
        acts: [],
      }
      await complaints.add(complaint)
      return ok(complaint)
    })

/**
 * Tells the complainant, forwards, answers or closes. Repeatable by the id of the act; the second of two clerks is told
 * of what the first has done.
 */
export const workOnComplaint =
  ({ work, clock }: DossierDeps) =>
  (
    order: ComplaintOrder & { readonly id: string },
    who: SignedIn,
  ): Promise<Result<Complaint, ActOnComplaintRefusal>> =>
    work.run<Complaint, ActOnComplaintRefusal>(async ({ complaints }) => {
      const before = await complaints.find(order.id)
      if (!before) return refuse({ code: 'complaint-unknown' })
      const by = { by: who.user.name, userId: who.user.id }
      const after = actOnComplaint(before, order, by, clock.now())
      if (after.ok && after.value !== before) await complaints.act(after.value)
      return after
    })
