import type { PermitType } from '#domain/permit-type.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { assembleType, regimesOf } from './assemble-type.ts'
import { checkAnswers, checkLaw, checkRevocations, checkType, duplicates } from './check-catalogue.ts'
import { LawFile, PermitTypeFile, RequirementSetFile } from './permit-type-file.ts'
import { problemsOf, type DataFileProblem } from './problems.ts'

/** A data file as read: its name for messages and its parsed JSON. */
export interface DataFile {
  readonly file: string
  readonly json: unknown
}

export interface Catalogue {
  readonly types: readonly PermitType[]
  /** Changes with any file; an application remembers the version of its day. */
  readonly version: string
}

/**
 * Checks the files of the catalogue and puts types, laws and requirement sets together.
 *
 * @param version  a hash over the files, given by the reader
 * @param laws     laws that several types share, with their spans
 * Refuses with every problem found, never only the first.
 */
export function assembleCatalogue(
  sets: readonly DataFile[],
  types: readonly DataFile[],
  version: string,
  laws: readonly DataFile[] = [],
): Result<Catalogue, readonly DataFileProblem[]> {
  const problems: DataFileProblem[] = []
  const requirementSets = new Map<string, RequirementSetFile>()
  for (const { file, json } of sets) {
    const parsed = RequirementSetFile.safeParse(json)
    if (!parsed.success) problems.push(...problemsOf(file, parsed.error))
    else {
      problems.push(...duplicates(file, 'requirements', parsed.data.requirements))
      requirementSets.set(parsed.data.code, parsed.data)
    }
  }
  const lawFiles = new Map<string, LawFile>()
  for (const { file, json } of laws) {
    const parsed = LawFile.safeParse(json)
    if (!parsed.success) problems.push(...problemsOf(file, parsed.error))
    else {
      problems.push(...checkLaw(file, parsed.data, requirementSets))
      lawFiles.set(parsed.data.code, parsed.data)
    }
  }
  const assembled: { readonly file: string; readonly type: PermitType }[] = []
  for (const { file, json } of types) {
    const parsed = PermitTypeFile.safeParse(json)
    if (!parsed.success) {
      problems.push(...problemsOf(file, parsed.error))
      continue
    }
    const found = checkType(file, parsed.data, requirementSets, lawFiles)
    problems.push(...found)
    if (assembled.some((one) => one.type.code === parsed.data.code))
      problems.push({ file, field: 'code', expected: `kode ${parsed.data.code} sudah dipakai berkas lain` })
    if (found.length === 0)
      assembled.push({
        file,
        type: assembleType(parsed.data, regimesOf(parsed.data, lawFiles), requirementSets),
      })
  }
  problems.push(
    ...checkRevocations(assembled),
    ...assembled.flatMap(({ file, type }) => checkAnswers(file, type)),
  )
  if (problems.length > 0) return refuse(problems)
  const inOrder = assembled
    .map((one) => one.type)
    .sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1))
  return ok({ types: inOrder, version })
}
