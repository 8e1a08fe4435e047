import type { ApplicationEvent } from './application-event.ts'
import { rebuildState } from './application-history.ts'
import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import { officeDateOf, type ZoneName } from './office-zone.ts'
import type { ApplicationKind } from './permit-type.ts'
import type { ActionKind, StageClock } from './stage-table.ts'

/**
 * One stay of a dossier at a stage, without a word about working time: that follows from the calendar of the day on which
 * it is asked for, so that no change of the calendar leaves wrong figures behind.
 */
export interface StageSpan {
  readonly applicationId: string
  /** Place among the stays of its dossier, from 0, in the order of arrival. */
  readonly ordinal: number
  readonly stage: string
  /** What the dossier's clock did from the arrival on; `paused`: it was with the applicant. */
  readonly clock: StageClock
  readonly enteredAt: Instant
  /** null: it is there now. */
  readonly leftAt: Instant | null
  /** The office day on which it left. */
  readonly leftDay: OfficeDate | null
  /** How: `back` is an internal return; `aside`: the work stopped elsewhere and took this stage with it. */
  readonly leftBy: ActionKind | 'aside' | null
  readonly userId: string | null
  readonly userName: string | null
  readonly role: string | null
  readonly permitTypeCode: string
  readonly applicationKind: ApplicationKind
}

type OpenSpan = Omit<StageSpan, 'applicationId' | 'ordinal' | 'permitTypeCode' | 'applicationKind'>

const arrived = (stage: string, clock: StageClock, enteredAt: Instant): OpenSpan => ({
  stage,
  clock,
  enteredAt,
  leftAt: null,
  leftDay: null,
  leftBy: null,
  userId: null,
  userName: null,
  role: null,
})

/** Every stay of a dossier's whole history, a *Ralat*'s included; [] for no events. Pure. */
export function stageSpansOf(events: readonly ApplicationEvent[], zone: ZoneName): readonly StageSpan[] {
  const state = rebuildState(events)
  if (!state) return []
  const spans: OpenSpan[] = []
  const leave = ({ at, actor }: ApplicationEvent, by: (stage: string) => StageSpan['leftBy']): void => {
    spans.forEach((span, index) => {
      const leftBy = span.leftAt === null ? by(span.stage) : null
      if (leftBy === null) return
      const left = { leftAt: at, leftDay: officeDateOf(at, zone), leftBy }
      spans[index] = { ...span, ...left, userId: actor.userId, userName: actor.name, role: actor.role }
    })
  }
  for (const event of events) {
    const { at, body } = event
    switch (body.action) {
      case 'registered':
        for (const stage of body.carried?.stages ?? [body.startStage])
          spans.push(arrived(stage, body.carried?.clock ?? 'off', at))
        break
      case 'moved':
        leave(event, (stage) =>
          body.closes.includes(stage) ? (stage === body.stage ? body.kind : 'aside') : null,
        )
        for (const stage of body.opens) spans.push(arrived(stage, body.clock, at))
        break
      case 'erratum-approved':
        leave(event, () => 'aside')
        spans.push(arrived(body.opens, 'off', at))
        break
      default:
        break
    }
  }
  const { id: applicationId, data } = state
  const about = { permitTypeCode: data.permitTypeCode, applicationKind: data.kind }
  return spans.map((span, ordinal) => ({ applicationId, ordinal, ...span, ...about }))
}
