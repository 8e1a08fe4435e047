import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assembleCatalogue, type Catalogue, type DataFile } from '#catalogue/assemble-catalogue.ts'
import { assembleProfile } from '#catalogue/assemble-profile.ts'
import { officeTypes } from '#catalogue/office-types.ts'
import type { DataFileProblem } from '#catalogue/problems.ts'
import { checkRegion } from '#catalogue/region-file.ts'
import { assembleTexts } from '#catalogue/template-file.ts'
import type { OfficeTexts } from '#domain/documents/office-texts.ts'
import { placesOf, type Region } from '#domain/regions.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { OpenOfficeParts } from '#api/context.ts'
import type { Office } from '#services/office.ts'
import { lineOfField, lineOfSyntaxError } from './data-file-lines.ts'

/** The office's data files, checked as a whole. */
export interface OfficeFiles {
  readonly office: Office
  readonly villages: OpenOfficeParts['villages']
  /** The files themselves as they were read. */
  readonly source: DataFileSet
}

/** The texts that an office was made of. */
export interface DataFileSet {
  /** SHA-256 over names and texts: the same files, the same hash. */
  readonly hash: string
  /** Text by path under the folder `assets`. */
  readonly files: ReadonlyMap<string, string>
}

/** A problem together with the line of its field, from 1; null: the file has no such line (it is not there). */
export interface LocatedProblem extends DataFileProblem {
  readonly line: number | null
}

type Read<T> = Result<T, readonly LocatedProblem[]>

/** Where data files come from: the program's folder, or a set that was kept. */
export interface DataSource {
  /** null: there is no such file. */
  text(name: string): string | null
  /** Names of the JSON files right in a folder, sorted. */
  names(folder: string): readonly string[]
}

/** The data files of a folder such as `assets`. */
export const folderSource = (root: string): DataSource => ({
  text: (name) => {
    try {
      return readFileSync(join(root, name), 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  },
  names: (folder) => jsonNames(root, folder),
})

/** The data files of a kept set. */
export const setSource = (files: ReadonlyMap<string, string>): DataSource => ({
  text: (name) => files.get(name) ?? null,
  names: (folder) =>
    [...files.keys()]
      .filter((one) => one.startsWith(`${folder}/`))
      .map((one) => one.slice(folder.length + 1))
      .sort(),
})

/** Data files of one reading, whose texts are kept until every problem has found its line. */
function createReader(source: DataSource) {
  const texts = new Map<string, string>()
  const locate = (problems: readonly DataFileProblem[]): readonly LocatedProblem[] =>
    problems.map((one) => {
      const text = texts.get(one.file)
      return { ...one, line: text === undefined ? null : lineOfField(text, one.field) }
    })

  const json = (name: string): Read<DataFile> => {
    const file = `assets/${name}`
    const text = source.text(name)
    if (text === null) return refuse([{ file, field: '', line: null, expected: 'berkas yang ada' }])
    texts.set(file, text)
    try {
      return ok({ file, json: JSON.parse(text) as unknown })
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      return refuse([{ file, field: '', line: lineOfSyntaxError(text), expected: 'JSON yang dapat dibaca' }])
    }
  }

  const folder = (name: string): Read<readonly DataFile[]> => {
    const read = source.names(name).map((one) => json(`${name}/${one}`))
    const problems = read.flatMap((one) => (one.ok ? [] : one.refusal))
    return problems.length > 0 ? refuse(problems) : ok(read.flatMap((one) => (one.ok ? [one.value] : [])))
  }

  return {
    json,
    folder,
    /** Every text read so far, by its path under the root. */
    texts: (): ReadonlyMap<string, string> => texts,
    exists: (name: string): boolean => source.text(name) !== null,
    /** Gives the problems of a check their lines. */
    located: <T>(checked: Result<T, readonly DataFileProblem[]>): Read<T> =>
      checked.ok ? checked : refuse(locate(checked.refusal)),
  }
}

type Reader = ReturnType<typeof createReader>

function jsonNames(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Whether there is a file for this profile, sound or not. */
export const hasProfile = (root: string, code: string): boolean =>
  jsonNames(root, 'profiles').includes(`${code}.json`)

/**
 * Codes and names of the profiles that an office can be set up with. One that cannot be read stands here by its
 * code alone: choosing it tells what is wrong.
 */
export function listProfiles(root: string): readonly { readonly code: string; readonly name: string }[] {
  const reader = createReader(folderSource(root))
  return jsonNames(root, 'profiles').map((file) => {
    const code = file.replace(/\.json$/, '')
    const read = reader.json(`profiles/${file}`)
    const json = read.ok ? (read.value.json as { shortName?: unknown } | null) : null
    return { code, name: typeof json?.shortName === 'string' ? json.shortName : code }
  })
}

function readCatalogue(reader: Reader): Read<Catalogue> {
  const sets = reader.folder('catalogue/requirement-sets')
  if (!sets.ok) return sets
  const types = reader.folder('catalogue/permit-types')
  if (!types.ok) return types
  const laws = reader.folder('catalogue/laws')
  if (!laws.ok) return laws
  const hash = createHash('sha256')
    .update(JSON.stringify([sets.value, types.value, laws.value]))
    .digest('hex')
  return reader.located(assembleCatalogue(sets.value, types.value, hash.slice(0, 16), laws.value))
}

/**
 * Reads and checks everything an office is made of: catalogue, profile, holidays, templates, places.
 *
 * @param from  the folder `assets`, or a set that was kept
 * Refuses with every problem found: file, line, field, and what was expected there.
 */
export function readOfficeFiles(from: string | DataSource, profileCode: string): Read<OfficeFiles> {
  const reader = createReader(typeof from === 'string' ? folderSource(from) : from)
  const catalogue = readCatalogue(reader)
  if (!catalogue.ok) return catalogue
  const profileFile = reader.json(`profiles/${profileCode}.json`)
  if (!profileFile.ok) return profileFile
  const holidays = reader.json('calendar/indonesia.json')
  if (!holidays.ok) return holidays
  const profile = reader.located(assembleProfile(profileFile.value, holidays.value, catalogue.value))
  if (!profile.ok) return profile
  const texts = readTexts(reader, profileCode)
  if (!texts.ok) return texts
  const region = readRegion(reader, profile.value.regionCode)
  if (!region.ok) return region
  return ok({
    office: {
      profile: profile.value,
      types: officeTypes(profile.value, catalogue.value.types),
      catalogueVersion: catalogue.value.version,
      texts: texts.value,
      region: region.value,
    },
    villages: region.value ? villagesOf(region.value) : [],
    source: sourceOf(reader.texts()),
  })
}

function readTexts(reader: Reader, profileCode: string): Read<OfficeTexts> {
  const files = reader.folder('templates')
  if (!files.ok) return files
  const single = (name: string): DataFile =>
    files.value.find((one) => one.file.endsWith(`/${name}.json`)) ?? {
      file: `assets/templates/${name}.json`,
      json: null,
    }
  return reader.located(
    assembleTexts({
      permits: files.value.filter((one) => one.file.includes('/permit-')),
      refusal: single('refusal-letter'),
      decree: single('revocation-decree'),
      request: single('recommendation-request'),
      assignment: single('assignment-letter'),
      expiry: single('expiry-letter'),
      inspection: single('inspection-report'),
      electronicNote: single('electronic-note'),
      statements: single('statements'),
      notice: single('notice'),
      mail: single('mail'),
      ownNotice: files.value.find((one) => one.file.endsWith(`/notice-${profileCode}.json`)) ?? null,
    }),
  )
}

// An office without a list of places types them by hand; that is no fault of its profile. A list with a fault is one.
function readRegion(reader: Reader, regionCode: string): Read<Region | null> {
  const name = `regions/${regionCode}.json`
  if (!reader.exists(name)) return ok(null)
  const file = reader.json(name)
  return file.ok ? reader.located(checkRegion(file.value)) : file
}

const villagesOf = (region: Region): OpenOfficeParts['villages'] =>
  placesOf(region).map(({ village, district }) => ({
    name: village.usualName,
    spellings: [village.name, village.usualName],
    district: district.name,
  }))

function sourceOf(texts: ReadonlyMap<string, string>): DataFileSet {
  const files = new Map([...texts].map(([file, text]) => [file.replace(/^assets\//, ''), text] as const))
  return { hash: hashOfFiles(files), files }
}

/** SHA-256 over names and texts, in the order of the names. */
export function hashOfFiles(files: ReadonlyMap<string, string>): string {
  const ordered = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(ordered)).digest('hex')
}

/** The problems of data files, one sentence a line: `assets/profiles/x.json, baris 12, city: seharusnya teks.` */
export const sayProblems = (problems: readonly LocatedProblem[]): string =>
  problems
    .map(({ file, line, field, expected }) => {
      const place = [file, line !== null && `baris ${line}`, field].filter(Boolean).join(', ')
      return `${place}: ${expected}.`
    })
    .join('\n')
