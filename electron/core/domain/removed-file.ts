import type { RequirementDocument } from './application.ts'
import type { Instant } from './instant.ts'

/** How a file of another person was taken out: who, when, why, and who agreed. The bytes are gone, the trace stays. */
export interface Removal {
  readonly at: Instant
  readonly by: string
  readonly consentBy: string
  readonly reason: string
}

/** Marks every file of these ids as removed; one that was removed before keeps its first trace. */
export const withoutFiles = (
  documents: readonly RequirementDocument[],
  ids: readonly string[],
  removal: Removal,
): readonly RequirementDocument[] =>
  documents.map((one) => (ids.includes(one.id) && !one.removed ? { ...one, removed: removal } : one))

/** The files of an application with the same content as this one, replaced ones too: it is removed everywhere. */
export const filesOfContent = (
  documents: readonly RequirementDocument[],
  sha256: string,
): readonly RequirementDocument[] => documents.filter((one) => one.sha256 === sha256 && !one.removed)
