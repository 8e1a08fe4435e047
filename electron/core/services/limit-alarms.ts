import { courseOfStays } from '#domain/course.ts'
import type { Instant } from '#domain/instant.ts'
import { alarmSearch, alarmsOf, type LimitAlarm } from '#domain/limit-alarm.ts'
import type { DossierLine } from '#ports/dossier-line.ts'
import type { Queries } from '#ports/queries.ts'
import type { Office } from './office.ts'

/** A dossier with everything that sounds at it, the promise first. */
export interface AlarmedDossier {
  readonly dossier: DossierLine
  readonly alarms: readonly LimitAlarm[]
}

/**
 * Dossiers at which an alarm sounds at a moment, the first to run out first: near a limit, past it, or near the day on which
 * silence is consent. Looks at no more than may sound. Only reads.
 */
export const limitAlarms =
  ({
    office,
    queries,
  }: {
    readonly office: Office
    readonly queries: Pick<Queries, 'listNearLimits' | 'spansOfApplications'>
  }) =>
  async (now: Instant): Promise<readonly AlarmedDossier[]> => {
    const { stageTable: table, calendar, automaticApproval } = office.profile
    const rules = { table, calendar, automaticApproval }
    const found = await queries.listNearLimits(alarmSearch(rules, now))
    const stays = await queries.spansOfApplications(found.map(({ id }) => id))
    return found.flatMap((dossier) => {
      const decided = { acceptedAt: dossier.acceptedAt, decidedAt: dossier.issuedAt ?? dossier.endedAt }
      const course = courseOfStays(stays.get(dossier.id) ?? [], decided)
      const alarms = alarmsOf(course, dossier.dueOn, rules, now)
      return alarms.length === 0 ? [] : [{ dossier, alarms }]
    })
  }
