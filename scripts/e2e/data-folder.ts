import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { instantOf } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { StationOptions } from './station-options.ts'

const samplePlace = 'SEPOK_SPECS_SAMPLE'

type Start = (options: StationOptions) => Promise<{ close(): Promise<void> }>

/** A data folder of its own; a sample office as it was laid out, or an empty one. */
export async function newDataFolder(
  { demo, profile, year }: Pick<StationOptions, 'demo' | 'profile' | 'year'>,
  start: Start,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-e2e-'))
  const place = process.env[samplePlace]
  if (!demo || year === true || place === undefined) return folder
  const sample = await layOut(place, profile, start)
  if (sample !== null) cpSync(sample, folder, { recursive: true })
  return folder
}

/**
 * The sample office of a profile, made by whoever asks for it first. null: somebody is making it just now. It stays where it
 * was made, for its printers write there.
 */
async function layOut(place: string, profile: string | undefined, start: Start): Promise<string | null> {
  // The sample tells of the days up to today: one of yesterday is of no use to a run that goes past midnight.
  const today = officeDateOf(instantOf(Date.now()), 'Asia/Pontianak')
  const sample = join(place, today, profile ?? 'usual')
  const done = `${sample}.done`
  if (existsSync(done)) return sample
  mkdirSync(dirname(sample), { recursive: true })
  try {
    mkdirSync(sample)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null
    throw error
  }
  const station = await start({ demo: true, ...(profile !== undefined && { profile }), dataDir: sample })
  await station.close()
  writeFileSync(done, '')
  return sample
}

/**
 * Sample offices are made once for all stations that are started after this in this process and its children, the usual
 * one at once. Answers with what takes them away again.
 */
export async function keepSamples(start: Start): Promise<() => void> {
  const place = mkdtempSync(join(tmpdir(), 'sepok-sample-'))
  process.env[samplePlace] = place
  await layOut(place, undefined, start)
  return () => rmSync(place, { recursive: true, force: true })
}
