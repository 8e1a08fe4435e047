import type { ApplicationState } from '#domain/application-state.ts'
import type { OtherPermit } from '#domain/application.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { overlapsOf, type HoursOverlap } from '#domain/own-overlaps.ts'
import { parseSchedule, printOverlap } from '#domain/schedule.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import type { OverlapView } from '#contract/request.ts'
import { officeToday } from '#services/move-facts.ts'
import type { Office } from '#services/office.ts'
import type { ApiContext } from './context.ts'
import { findHolder } from './known-applicant.ts'
import type { OpenOffice } from './trpc.ts'

export const overlapView = ({ place, number, source, at }: HoursOverlap): OverlapView => ({
  place,
  number,
  source,
  hours: printOverlap(at),
})

/** Permits elsewhere so far as they can be read; the form says at their fields what cannot. */
export const declaredOf = (form: Pick<IntakeForm, 'otherPermits'>): readonly OtherPermit[] =>
  form.otherPermits.flatMap((one) => {
    const until = parseTypedDate(one.validUntil)
    const hours = parseSchedule(one.schedule)
    const place = one.place.trim()
    if (place === '') return []
    return [
      {
        number: one.number.trim(),
        place,
        city: one.city.trim(),
        validUntil: until.ok ? until.value : null,
        schedule: hours.ok ? hours.value : [],
      },
    ]
  })

/** Where the hours on a form meet with others of the same person, so far as both are known. */
export async function overlapsOfForm(
  { queries, open, clock }: Pick<ApiContext, 'queries' | 'clock'> & { readonly open: OpenOffice },
  form: IntakeForm,
  exceptApplicationId: string | null,
): Promise<OverlapView[]> {
  const typed = form.schedule.filter((one) => one.days.length > 0)
  const schedule = parseSchedule(typed)
  if (!schedule.ok || form.kind === 'revocation') return []
  const { office } = open
  const type = office.types.find((one) => one.code === form.permitTypeCode)
  const holder = await findHolder(queries, form, type?.holder ?? 'person')
  const found = overlapsOf({
    applications: holder ? await queries.listStatesByApplicant(holder.id) : [],
    declared: declaredOf(form),
    schedule: schedule.value,
    day: officeToday(office, clock.now()),
    exceptPermitId: form.targetPermitId,
    exceptApplicationId,
  })
  return found.map(overlapView)
}

/** The same of a dossier, for whoever verifies it; a closed one is not asked any more. */
export function overlapsOfDossier(
  office: Office,
  state: ApplicationState,
  applications: readonly ApplicationState[],
  now: ReturnType<ApiContext['clock']['now']>,
): OverlapView[] {
  const { data } = state
  if (state.openStages.length === 0 || data.kind === 'revocation') return []
  const found = overlapsOf({
    applications,
    declared: data.otherPermits,
    schedule: data.schedule,
    day: officeToday(office, now),
    exceptPermitId: data.targetPermitId,
    exceptApplicationId: state.id,
  })
  return found.map(overlapView)
}
