import type { ApplicationState } from './application-state.ts'
import type { OtherPermit } from './application.ts'
import { isUnderWay, permitStatusOn } from './earlier-permit.ts'
import type { OfficeDate } from './office-date.ts'
import { findOverlap, type PracticeSession, type ScheduleOverlap } from './schedule.ts'

/** Hours that somebody would have at two places at once. A warning: rosters change, and the verifier decides. */
export interface HoursOverlap {
  readonly place: string
  /** null: told without a number. */
  readonly number: string | null
  readonly source: 'permit' | 'application' | 'declared'
  /** The first day and hours that meet. */
  readonly at: ScheduleOverlap
}

export interface OverlapQuestion {
  /** All of the holder's applications in this office. */
  readonly applications: readonly ApplicationState[]
  /** Permits elsewhere, as told now. */
  readonly declared: readonly OtherPermit[]
  /** Hours that are asked for. */
  readonly schedule: readonly PracticeSession[]
  readonly day: OfficeDate
  /** A permit that the new one takes the place of. null: none. */
  readonly exceptPermitId: string | null
  /** The application that asks. null: it is not in the register yet. */
  readonly exceptApplicationId: string | null
}

/**
 * Where the hours asked for meet with hours that the holder has already: permits in force and applications under way of
 * this office, of whatever profession, and permits told of elsewhere. Each place once, the office's own first.
 */
export function overlapsOf(asked: OverlapQuestion): readonly HoursOverlap[] {
  const { applications, schedule, day } = asked
  const own = applications.flatMap((state): HoursOverlap[] => {
    const { data, product } = state
    if (state.id === asked.exceptApplicationId || data.kind === 'revocation' || !data.facility) return []
    if (product !== null && product.id === asked.exceptPermitId) return []
    const underWay = isUnderWay(state)
    if (!underWay && permitStatusOn(state, day) !== 'active') return []
    const at = findOverlap(data.schedule, schedule)
    if (!at) return []
    const number = underWay ? state.registrationNumber.text : (product?.number?.text ?? null)
    return [{ place: data.facility.name, number, source: underWay ? 'application' : 'permit', at }]
  })
  const told = asked.declared.flatMap((one): HoursOverlap[] => {
    if (one.validUntil !== null && one.validUntil < day) return []
    const at = findOverlap(one.schedule ?? [], schedule)
    return at ? [{ place: one.place, number: one.number || null, source: 'declared', at }] : []
  })
  return [...own, ...told]
}
