import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ClosingRecord, DossierPrint } from '#domain/day-closing.ts'
import type { HashText } from '#ports/hash.ts'
import { canonical } from './canonical-text.ts'

/**
 * What a closing keeps of each dossier that something happened to: pure, the same for the same events in any order of
 * dossiers.
 *
 * @param events  of one day, each dossier's in the order of its history
 */
export function printsOf(events: readonly ApplicationEvent[], hash: HashText): readonly DossierPrint[] {
  const byDossier = Map.groupBy(events, ({ applicationId }) => applicationId)
  return [...byDossier]
    .map(([applicationId, own]) => ({
      applicationId,
      throughSeq: own.reduce((last, { seq }) => Math.max(last, seq), 0),
      events: own.length,
      hash: hash(canonical(own)),
    }))
    .sort((one, other) => (one.applicationId < other.applicationId ? -1 : 1))
}

/** The one hash of a day. */
export const hashOfPrints = (prints: readonly DossierPrint[], hash: HashText): string =>
  hash(canonical(prints))

/** The hash of a closing, which holds that of its day and that of the closing before it. */
export const hashOfClosing = (record: ClosingRecord, hash: HashText): string => hash(canonical(record))

/** The events of a day on both sides of a closing. */
export interface SplitEvents {
  /** Those that the closing saw. */
  readonly seen: readonly ApplicationEvent[]
  /** *Masuk sesudah ditutup*. */
  readonly later: readonly ApplicationEvent[]
}

/** Tells what came in after a closing from what it saw, by the numbers of each history and not by a clock. */
export function splitAt(events: readonly ApplicationEvent[], prints: readonly DossierPrint[]): SplitEvents {
  const through = new Map(prints.map((one) => [one.applicationId, one.throughSeq]))
  const wasSeen = ({ applicationId, seq }: ApplicationEvent) => seq <= (through.get(applicationId) ?? 0)
  return { seen: events.filter(wasSeen), later: events.filter((one) => !wasSeen(one)) }
}

/** Dossiers whose events of the day are not what the closing saw, by id: changed, lost, or put in between. */
export function dossiersThatDiffer(
  events: readonly ApplicationEvent[],
  prints: readonly DossierPrint[],
  hash: HashText,
): readonly string[] {
  const now = new Map(printsOf(splitAt(events, prints).seen, hash).map((one) => [one.applicationId, one]))
  return prints
    .filter((one) => canonical(now.get(one.applicationId)) !== canonical(one))
    .map((one) => one.applicationId)
}
