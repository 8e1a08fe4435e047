import type { Instant } from '#domain/instant.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { IntakeRules } from '#domain/intake.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { earliestLateDay, typedMoment, type LateLimits } from '#domain/late-entry.ts'
import { requestedType } from '#domain/permit-type.ts'
import { uploadRuleFor } from '#domain/profile.ts'
import { startOfDay } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import type { Office } from './office.ts'
import { offerOf } from './offers.ts'

/** Type, regime and day for a form as `requestedForm` gives it; null where none is chosen or in force. */
export function intakeRules(
  office: Office,
  form: Pick<IntakeForm, 'permitTypeCode' | 'kind'>,
  today: OfficeDate,
): IntakeRules {
  const offer = offerOf(office, form.permitTypeCode, today)
  return {
    type: offer && { ...offer.lawOf, kinds: offer.kinds.map((one) => one.kind) },
    regime: offer?.regime ?? null,
    route: offer?.kinds.find((one) => one.kind === form.kind)?.route ?? null,
    today,
    uploadRule: (requirement) => uploadRuleFor(office.profile, requirement),
  }
}

/** Between what moments a late entry may lie now. */
export const lateLimits = ({ profile }: Office, now: Instant): LateLimits => ({
  now,
  earliest: earliestLateDay(profile.calendar, now, profile.timeZone),
  timeZone: profile.timeZone,
})

/** The moment by which a form is judged: now, or when it was really taken in, as far as that can be read. */
export function momentOfIntake(
  { profile }: Office,
  form: Pick<IntakeForm, 'lateEntry' | 'lateDay' | 'lateTime' | 'oldBook'>,
  now: Instant,
): Instant {
  const filed = form.oldBook && parseTypedDate(form.oldBook.filedOn)
  if (filed?.ok) {
    const morning = startOfDay(filed.value, profile.timeZone)
    return morning < now ? morning : now
  }
  const taken = form.lateEntry ? typedMoment(form, profile.timeZone) : null
  return taken !== null && taken < now ? taken : now
}

/** The form with what is really asked for: types 29–32 are names of the kind *pencabutan* of another type. */
export function requestedForm<F extends Pick<IntakeForm, 'permitTypeCode' | 'kind'>>(
  office: Office,
  form: F,
): F {
  const chosen = office.types.find((one) => one.code === form.permitTypeCode)
  if (!chosen) return form
  const { type, kind } = requestedType(office.types, chosen, form.kind)
  return type === chosen ? form : { ...form, permitTypeCode: type.code, kind }
}
