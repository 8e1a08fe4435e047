import type { DossierLine } from '#ports/dossier-line.ts'
import type { Queries } from '#ports/queries.ts'
import { readTimeFacts, type DecidedDossier, type TimeDeps, type TimeOrder } from './time-facts.ts'
import { roleOfStay } from './time-report.ts'

/** A figure of the report of time. */
export type TimeCell =
  | { readonly of: 'decided'; readonly outcome: DecidedDossier['outcome'] | 'all' | 'paused' }
  | {
      readonly of: 'stage' | 'role'
      readonly group: string
      /** With the applicant. */
      readonly outside: boolean
      /** `back`: ended by an internal return; `over`: after the limit of the stage. */
      readonly only: 'all' | 'back' | 'over'
    }
  | { readonly of: 'queue'; readonly stage: string }

/** A dossier behind a figure, with the time that it brings to it. */
export interface TimeBehindLine {
  /** The same dossier may stand behind a figure several times, once for each stay. */
  readonly key: string
  readonly dossier: DossierLine
  readonly workingDays: number | null
  readonly minutes: number | null
}

/** Cuts what is behind a figure of `timeReport` from the very same reading, the longest time first. Only reads. */
export const timeBehind =
  (deps: TimeDeps & { readonly queries: Pick<Queries, 'listLines' | 'listAtStages'> }) =>
  async (order: TimeOrder, cell: TimeCell): Promise<readonly TimeBehindLine[]> => {
    const { queries, office } = deps
    if (cell.of === 'queue') {
      const waiting = await queries.listAtStages([cell.stage], 1000)
      return waiting.map((dossier) => ({ key: dossier.id, dossier, workingDays: null, minutes: null }))
    }
    const { decided, stays } = await readTimeFacts(deps)(order)
    if (cell.of === 'decided') {
      const { outcome } = cell
      const found = decided.filter((one) =>
        outcome === 'all' ? true : outcome === 'paused' ? one.paused > 0 : one.outcome === outcome,
      )
      const days = (one: DecidedDossier) => (outcome === 'paused' ? one.paused : one.worked)
      return found
        .toSorted((one, other) => (days(other) ?? -1) - (days(one) ?? -1))
        .map((one) => ({
          key: `${one.dossier.id} ${one.fact.ordinal}`,
          dossier: one.dossier,
          workingDays: days(one),
          minutes: null,
        }))
    }
    const { group, outside, only } = cell
    const { stageTable } = office.profile
    const found = stays
      .filter((stay) => stay.outside === outside)
      .filter(({ span }) => (cell.of === 'stage' ? span.stage : roleOfStay(stageTable, span)) === group)
      .filter(
        ({ span, over }) => only === 'all' || (only === 'back' ? span.leftBy === 'back' : over === true),
      )
      .toSorted((one, other) => other.minutes - one.minutes)
    const lines = await queries.listLines(found.map(({ span }) => span.applicationId))
    const byId = new Map(lines.map((one) => [one.id, one]))
    return found.flatMap(({ span, minutes }) => {
      const dossier = byId.get(span.applicationId)
      const key = `${span.applicationId} ${span.ordinal}`
      return dossier ? [{ key, dossier, workingDays: null, minutes }] : []
    })
  }
