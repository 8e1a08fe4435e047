import type { ApplicationEvent } from './application-event.ts'
import { rebuildState } from './application-history.ts'
import type { Instant } from './instant.ts'
import type { StageSpan } from './stage-spans.ts'
import type { Pause } from './working-days.ts'

/** One stay of a dossier at a stage; `until` null: it is there now. */
export interface StageVisit {
  readonly stage: string
  readonly from: Instant
  readonly until: Instant | null
}

/** Where a dossier has been and when its clock ran: what time is measured on. */
export interface Course {
  /** In the order of arrival; two at once overlap. */
  readonly visits: readonly StageVisit[]
  /** null: not declared complete and correct yet. */
  readonly acceptedAt: Instant | null
  /** Since acceptance. */
  readonly pauses: readonly Pause[]
  /** When it was decided: *terbit*, refused or withdrawn; null: not yet. */
  readonly decidedAt: Instant | null
}

/** Reads the course of a dossier out of its whole history. Throws on an empty or a damaged one. */
export function courseOf(events: readonly ApplicationEvent[]): Course {
  const state = rebuildState(events)
  if (!state) throw new Error('a course needs a history')
  const visits: StageVisit[] = []
  for (const { at, body } of events) {
    if (body.action === 'registered') visits.push({ stage: body.startStage, from: at, until: null })
    if (body.action !== 'moved') continue
    visits.forEach((visit, index) => {
      if (visit.until === null && body.closes.includes(visit.stage)) visits[index] = { ...visit, until: at }
    })
    for (const stage of body.opens) visits.push({ stage, from: at, until: null })
  }
  return {
    visits,
    acceptedAt: state.acceptedAt,
    pauses: state.pauses,
    decidedAt: state.issuedAt ?? state.refusedAt ?? state.withdrawnAt,
  }
}

/**
 * The same course by the stays that are kept beside the events, for lists that cannot read every history.
 *
 * @param stays  of one dossier, in the order of arrival
 * @param at  what came later is not seen; null: all is
 */
export function courseOfStays(
  stays: readonly StageSpan[],
  { acceptedAt, decidedAt }: Pick<Course, 'acceptedAt' | 'decidedAt'>,
  at: Instant | null = null,
): Course {
  const past = (moment: Instant | null): Instant | null =>
    moment !== null && at !== null && moment >= at ? null : moment
  const seen = stays
    .filter(({ enteredAt }) => past(enteredAt) !== null)
    .map((one) => ({ ...one, from: one.enteredAt, until: past(one.leftAt) }))
  const began = past(acceptedAt)
  return {
    visits: seen.map(({ stage, from, until }) => ({ stage, from, until })),
    acceptedAt: began,
    pauses:
      began === null
        ? []
        : joined(seen.filter(({ clock, until }) => clock === 'paused' && (until === null || until > began))),
    decidedAt: past(decidedAt),
  }
}

/** Stays that follow on each other without a gap are one pause. */
function joined(stays: readonly Pause[]): readonly Pause[] {
  const pauses: Pause[] = []
  for (const { from, until } of stays) {
    const last = pauses.at(-1)
    if (last && (last.until === null || last.until >= from))
      pauses[pauses.length - 1] = {
        from: last.from,
        until: last.until === null || until === null ? null : until > last.until ? until : last.until,
      }
    else pauses.push({ from, until })
  }
  return pauses
}

/** Stages at which the dossier stands at a moment. */
export const stagesAt = ({ visits }: Course, at: Instant): readonly string[] => [
  ...new Set(
    visits.filter((one) => one.from <= at && (one.until === null || at < one.until)).map((one) => one.stage),
  ),
]
