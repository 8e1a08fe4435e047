import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { ok, type Result } from '#domain/result.ts'
import { makeFolder } from './data-folder.ts'
import {
  hashOfFiles,
  readOfficeFiles,
  setSource,
  type DataFileSet,
  type LocatedProblem,
  type OfficeFiles,
} from './office-files.ts'

/** What a station works with: the data files as shipped, or the last sound set when those are broken. */
export interface FilesInForce {
  readonly files: OfficeFiles
  /** Why the files as they are now are not in force; empty: they are. */
  readonly problems: readonly LocatedProblem[]
}

const Pointer = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })
const KeptSet = z.object({ files: z.record(z.string(), z.string()) })

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch {
    return null
  }
}

// Whole or not at all: what a kill leaves behind never has the name that is looked for.
function writeWhole(path: string, json: unknown): void {
  const draft = `${path}.part`
  writeFileSync(draft, JSON.stringify(json), { mode: 0o600 })
  renameSync(draft, path)
}

/**
 * The sound sets of data files that this station has worked with, each once by its hash, in `aturan` of the data folder.
 * They stay: small, and the record of what was in force.
 */
export function createKeptFiles(dataDir: string) {
  const shelf = join(dataDir, 'aturan')
  const pointerOf = (profile: string): string => join(shelf, `${profile}.json`)
  const placeOf = (hash: string): string => join(shelf, `${hash}.json`)

  const find = (profile: string): ReadonlyMap<string, string> | null => {
    const pointer = Pointer.safeParse(readJson(pointerOf(profile)))
    if (!pointer.success) return null
    const kept = KeptSet.safeParse(readJson(placeOf(pointer.data.hash)))
    if (!kept.success) return null
    const files = new Map(Object.entries(kept.data.files))
    // One that was changed by hand is no set that ever was in force.
    return hashOfFiles(files) === pointer.data.hash ? files : null
  }

  const keep = (profile: string, { hash, files }: DataFileSet): void => {
    if (Pointer.safeParse(readJson(pointerOf(profile))).data?.hash === hash && find(profile)) return
    makeFolder(shelf)
    writeWhole(placeOf(hash), { files: Object.fromEntries(files) })
    writeWhole(pointerOf(profile), { hash })
  }

  return { find, keep }
}

/**
 * The data files that a station works with. Sound ones are kept; when they have a fault, the last sound set stays in
 * force and the problems are told. Refuses with the problems when no sound set was ever kept.
 *
 * @param root  the folder `assets`
 */
export function filesInForce(
  root: string,
  profile: string,
  kept: ReturnType<typeof createKeptFiles>,
): Result<FilesInForce, readonly LocatedProblem[]> {
  const now = readOfficeFiles(root, profile)
  if (now.ok) {
    kept.keep(profile, now.value.source)
    return ok({ files: now.value, problems: [] })
  }
  const set = kept.find(profile)
  const last = set && readOfficeFiles(setSource(set), profile)
  return last?.ok ? ok({ files: last.value, problems: now.refusal }) : now
}
