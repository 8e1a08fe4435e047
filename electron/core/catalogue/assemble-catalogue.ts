import type { PermitType, Regime, Requirement } from '#domain/permit-type.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { PermitTypeFile, RequirementSetFile } from './permit-type-file.ts'
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
 * Checks the files of the catalogue and puts types and requirement sets together.
 *
 * @param version  a hash over the files, given by the reader
 * Refuses with every problem found, never only the first.
 */
export function assembleCatalogue(
  sets: readonly DataFile[],
  types: readonly DataFile[],
  version: string,
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
  const assembled: PermitType[] = []
  for (const { file, json } of types) {
    const parsed = PermitTypeFile.safeParse(json)
    if (!parsed.success) {
      problems.push(...problemsOf(file, parsed.error))
      continue
    }
    const found = checkType(file, parsed.data, requirementSets)
    problems.push(...found)
    if (assembled.some((one) => one.code === parsed.data.code))
      problems.push({ file, field: 'code', expected: `kode ${parsed.data.code} sudah dipakai berkas lain` })
    if (found.length === 0) assembled.push(toPermitType(parsed.data, requirementSets))
  }
  return problems.length > 0 ? refuse(problems) : ok({ types: assembled, version })
}

function duplicates(
  file: string,
  field: string,
  requirements: readonly { code: string }[],
): DataFileProblem[] {
  return requirements.flatMap((one, index) =>
    requirements.findIndex((other) => other.code === one.code) === index
      ? []
      : [{ file, field: `${field}[${index}].code`, expected: `kode ${one.code} hanya satu kali` }],
  )
}

function checkType(
  file: string,
  type: PermitTypeFile,
  sets: ReadonlyMap<string, RequirementSetFile>,
): DataFileProblem[] {
  const problems: DataFileProblem[] = []
  type.regimes.forEach((regime, index) => {
    const field = `regimes[${index}]`
    const set = sets.get(regime.requirementSet)
    if (!set)
      problems.push({
        file,
        field: `${field}.requirementSet`,
        expected: `salah satu dari: ${[...sets.keys()].join(', ')}`,
      })
    for (const code of regime.without)
      if (set && !set.requirements.some((one) => one.code === code))
        problems.push({
          file,
          field: `${field}.without`,
          expected: `persyaratan yang ada di set ${set.code}, bukan ${code}`,
        })
    problems.push(...duplicates(file, `${field}.with`, regime.with))
    if (regime.until !== null && regime.until < regime.from)
      problems.push({ file, field: `${field}.until`, expected: `hari sesudah ${regime.from}` })
    const overlap = type.regimes.findIndex((other, at) => at < index && overlaps(other, regime))
    if (overlap >= 0)
      problems.push({
        file,
        field: `${field}.from`,
        expected: `masa yang tidak tumpang tindih dengan regimes[${overlap}]`,
      })
  })
  return problems
}

type Span = { readonly from: string; readonly until: string | null }
const overlaps = (one: Span, other: Span): boolean =>
  (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until)

function toPermitType(type: PermitTypeFile, sets: ReadonlyMap<string, RequirementSetFile>): PermitType {
  const regimes: Regime[] = type.regimes.map((regime) => {
    const base = sets.get(regime.requirementSet)?.requirements ?? []
    const kept = base.filter((one) => !regime.without.includes(one.code))
    const changed: Requirement[] = kept.map(
      (one) => regime.with.find((other) => other.code === one.code) ?? one,
    )
    const added = regime.with.filter((one) => !base.some((other) => other.code === one.code))
    return {
      from: regime.from,
      until: regime.until,
      requirements: [...changed, ...added],
      legalBasis: regime.legalBasis,
      validity: regime.validity,
      placeLimit: regime.placeLimit,
      needsStr: regime.needsStr,
    }
  })
  return { ...type, regimes }
}
