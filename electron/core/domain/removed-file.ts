import type { Removal, RequirementDocument } from './application.ts'

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
