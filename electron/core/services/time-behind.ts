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

/** What is behind a figure: all of it counted, and the first of its lines. */
export interface TimeBehind {
  /** The figure itself. */
  readonly total: number
  readonly lines: readonly TimeBehindLine[]
}

/**
 * Cuts what is behind a figure of `timeReport` from the very same reading, the longest time first. Only reads.
 *
 * @param limit  how many lines are wanted; all are counted
 */
export const timeBehind =
  (deps: TimeDeps & { readonly queries: Pick<Queries, 'listLines' | 'listAtStages' | 'countAtStages'> }) =>
  async (order: TimeOrder, cell: TimeCell, limit: number): Promise<TimeBehind> => {
    const { queries, office } = deps
    if (cell.of === 'queue') {
      const [total, waiting] = await Promise.all([
        queries.countAtStages([cell.stage]),
        queries.listAtStages([cell.stage], limit),
      ])
      const lines = waiting.map((dossier) => ({ key: dossier.id, dossier, workingDays: null, minutes: null }))
      return { total, lines }
    }
    const { decided, stays } = await readTimeFacts(deps)(order)
    if (cell.of === 'decided') {
      const { outcome } = cell
      const found = decided.filter((one) =>
        outcome === 'all' ? true : outcome === 'paused' ? one.paused > 0 : one.outcome === outcome,
      )
      const days = (one: DecidedDossier) => (outcome === 'paused' ? one.paused : one.worked)
      const lines = found
        .toSorted((one, other) => (days(other) ?? -1) - (days(one) ?? -1))
        .slice(0, limit)
        .map((one) => ({
          key: `${one.dossier.id} ${one.fact.ordinal}`,
          dossier: one.dossier,
          workingDays: days(one),
          minutes: null,
        }))
      return { total: found.length, lines }
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
    const wanted = found.slice(0, limit)
    const dossiers = await queries.listLines(wanted.map(({ span }) => span.applicationId))
    const byId = new Map(dossiers.map((one) => [one.id, one]))
    const lines = wanted.flatMap(({ span, minutes }) => {
      const dossier = byId.get(span.applicationId)
      const key = `${span.applicationId} ${span.ordinal}`
      return dossier ? [{ key, dossier, workingDays: null, minutes }] : []
    })
    return { total: found.length, lines }
  }
