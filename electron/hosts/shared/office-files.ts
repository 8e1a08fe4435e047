import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assembleCatalogue, type Catalogue, type DataFile } from '#catalogue/assemble-catalogue.ts'
import { assembleProfile } from '#catalogue/assemble-profile.ts'
import type { DataFileProblem } from '#catalogue/problems.ts'
import { PERMIT_FACTS } from '#domain/documents/permit-sheet.ts'
import type { RefusalTemplate } from '#domain/documents/refusal-letter-sheet.ts'
import { checkTemplate, type PermitTemplate } from '#domain/documents/template.ts'
import { placesOf, type Region } from '#domain/regions.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { OpenOfficeParts } from '#api/context.ts'
import type { Office } from '#services/office.ts'

/** The office's data files, checked as a whole. */
export interface OfficeFiles {
  readonly office: Office
  readonly villages: OpenOfficeParts['villages']
}

function readJson(root: string, file: string): Result<DataFile, readonly DataFileProblem[]> {
  try {
    return ok({ file: `assets/${file}`, json: JSON.parse(readFileSync(join(root, file), 'utf8')) as unknown })
  } catch (error) {
    if (!(error instanceof SyntaxError) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const expected =
      error instanceof SyntaxError ? `JSON yang dapat dibaca (${error.message})` : 'berkas yang ada'
    return refuse([{ file: `assets/${file}`, field: '', expected }])
  }
}

function readFolder(root: string, folder: string): Result<readonly DataFile[], readonly DataFileProblem[]> {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'))
  const read = names.sort().map((name) => readJson(root, `${folder}/${name}`))
  const problems = read.flatMap((one) => (one.ok ? [] : one.refusal))
  return problems.length > 0 ? refuse(problems) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])))
}

/** Codes and names of the profiles that an office can be set up with. */
export function listProfiles(root: string): readonly { readonly code: string; readonly name: string }[] {
  const files = readFolder(root, 'profiles')
  if (!files.ok) return []
  return files.value.flatMap(({ json }) => {
    const { code, shortName } = json as { code?: unknown; shortName?: unknown }
    return typeof code === 'string' && typeof shortName === 'string' ? [{ code, name: shortName }] : []
  })
}

function readCatalogue(root: string): Result<Catalogue, readonly DataFileProblem[]> {
  const sets = readFolder(root, 'catalogue/requirement-sets')
  if (!sets.ok) return sets
  const types = readFolder(root, 'catalogue/permit-types')
  if (!types.ok) return types
  const hash = createHash('sha256')
    .update(JSON.stringify([sets.value, types.value]))
    .digest('hex')
  return assembleCatalogue(sets.value, types.value, hash.slice(0, 16))
}

/**
 * Reads and checks everything an office is made of: catalogue, profile, holidays, templates, places.
 *
 * @param root  the folder `assets`
 * Refuses with every problem found: file, field, and what was expected there.
 */
export function readOfficeFiles(
  root: string,
  profileCode: string,
): Result<OfficeFiles, readonly DataFileProblem[]> {
  const catalogue = readCatalogue(root)
  if (!catalogue.ok) return catalogue
  const profileFile = readJson(root, `profiles/${profileCode}.json`)
  if (!profileFile.ok) return profileFile
  const holidays = readJson(root, 'calendar/indonesia.json')
  if (!holidays.ok) return holidays
  const profile = assembleProfile(profileFile.value, holidays.value, catalogue.value)
  if (!profile.ok) return profile
  const permitTemplate = readJson(root, 'templates/permit-practice.json')
  if (!permitTemplate.ok) return permitTemplate
  const refusalTemplate = readJson(root, 'templates/refusal-letter.json')
  if (!refusalTemplate.ok) return refusalTemplate
  const checked = checkTemplate(permitTemplate.value.json as PermitTemplate, PERMIT_FACTS)
  if (!checked.ok)
    return refuse([
      {
        file: permitTemplate.value.file,
        field: checked.refusal.field,
        expected: `salah satu dari: ${PERMIT_FACTS.join(', ')}; bukan ${checked.refusal.fact}`,
      },
    ])
  return ok({
    office: {
      profile: profile.value,
      types: catalogue.value.types,
      catalogueVersion: catalogue.value.version,
      permitTemplate: checked.value,
      refusalTemplate: refusalTemplate.value.json as RefusalTemplate,
    },
    villages: readVillages(root, profile.value.regionCode),
  })
}

// An office without a list of places types them by hand; that is no fault of its profile.
function readVillages(root: string, regionCode: string): OpenOfficeParts['villages'] {
  const region = readJson(root, `regions/${regionCode}.json`)
  if (!region.ok) return []
  return placesOf(region.value.json as Region).map(({ village, district }) => ({
    name: village.usualName,
    spellings: [village.name, village.usualName],
    district: district.name,
  }))
}

/** The problems of data files, one sentence a line. */
export const sayProblems = (problems: readonly DataFileProblem[]): string =>
  problems.map((one) => `${one.file}${one.field === '' ? '' : `, ${one.field}`}: ${one.expected}.`).join('\n')
