import {
  confirmDispatch,
  readDispatch,
  voidDispatch,
  type ConfirmDispatchForm,
  type ConfirmDispatchRefusal,
  type Dispatch,
  type DispatchForm,
  type EnterDispatchRefusal,
  type VoidDispatchRefusal,
} from '#domain/dispatch.ts'
import { getSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { DossierDeps, FileDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import { takeNumber } from './number-product.ts'
import type { SignedIn } from './office.ts'
import { findStoredFile } from './stored-files.ts'

/**
 * Writes a line into the *Buku Ekspedisi* with the next number of its series, in one transaction.
 *
 * @param order.id  made with the first try: a repeat gives the line that was written then
 */
export const enterDispatch =
  ({ office, work, clock }: DossierDeps) =>
  (
    order: { readonly id: string; readonly form: DispatchForm },
    who: SignedIn,
  ): Promise<Result<Dispatch, EnterDispatchRefusal>> =>
    work.run<Dispatch, EnterDispatchRefusal>(async ({ dispatches, applications, numbers }) => {
      const known = await dispatches.find(order.id)
      if (known) return ok(known)
      const words = readDispatch(order.form)
      if (!words.ok) return words
      const typed = order.form.registrationNumber.trim().toUpperCase()
      const state = typed === '' ? undefined : await applications.findByRegistrationNumber(typed)
      if (typed !== '' && !state) return refuse({ code: 'dispatch-dossier-unknown', typed })
      const at = clock.now()
      const sentOn = officeToday(office, at)
      const series = getSeries(office.profile, office.profile.dispatch.series)
      const number = await takeNumber(numbers, series, sentOn, '')
      await numbers.record({
        number,
        document: 'dispatch-book',
        applicationId: state?.id ?? order.id,
        subjectId: order.id,
        takenAt: at,
      })
      const dispatch: Dispatch = {
        id: order.id,
        number,
        kind: order.form.kind,
        ...words.value,
        dossier: state
          ? { applicationId: state.id, registrationNumber: state.registrationNumber.text }
          : null,
        sentOn,
        enteredAt: at,
        enteredBy: who.user.name,
        received: null,
        voided: null,
      }
      await dispatches.add(dispatch)
      return ok(dispatch)
    })

/** Confirms that a line was received. Repeatable by whoever confirmed it; the second of two people is told of the first. */
export const confirmDispatched =
  ({ office, work, clock, cabinet }: FileDeps) =>
  async (
    order: { readonly id: string; readonly form: ConfirmDispatchForm },
    who: SignedIn,
  ): Promise<Result<Dispatch, ConfirmDispatchRefusal>> => {
    const { slipSha256 } = order.form
    if (slipSha256 !== null && !(await findStoredFile(cabinet, slipSha256)))
      return refuse({ code: 'dispatch-slip-missing' })
    return work.run<Dispatch, ConfirmDispatchRefusal>(async ({ dispatches }) => {
      const before = await dispatches.find(order.id)
      if (!before) return refuse({ code: 'dispatch-unknown' })
      const by = { by: who.user.name, userId: who.user.id }
      const after = confirmDispatch(before, order.form, by, clock.now(), office.profile.timeZone)
      if (after.ok && after.value !== before) await dispatches.settle(after.value)
      return after
    })
  }

/** Voids a line; its number stays in book and register, with the reason. Repeatable by whoever voided it. */
export const voidDispatched =
  ({ work, clock }: DossierDeps) =>
  (
    order: { readonly id: string; readonly reason: string },
    who: SignedIn,
  ): Promise<Result<Dispatch, VoidDispatchRefusal>> =>
    work.run<Dispatch, VoidDispatchRefusal>(async ({ dispatches, numbers }) => {
      const before = await dispatches.find(order.id)
      if (!before) return refuse({ code: 'dispatch-unknown' })
      const at = clock.now()
      const after = voidDispatch(before, order.reason, { by: who.user.name, userId: who.user.id }, at)
      if (after.ok && after.value !== before && after.value.voided) {
        await dispatches.settle(after.value)
        await numbers.markVoid(before.number, after.value.voided.reason, at, who.user.name)
      }
      return after
    })
