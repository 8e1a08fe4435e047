import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantOf } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'

const samplePlace = 'SEPOK_SPECS_SAMPLE'

/** The sample tells of the days up to today: one of yesterday is of no use to a run that goes past midnight. */
const sampleOfToday = (place: string): string =>
  join(place, officeDateOf(instantOf(Date.now()), 'Asia/Pontianak'))

/** A data folder of its own; the usual sample office as it was laid out, where it was, else an empty one. */
export function newDataFolder({
  demo,
  profile,
  year,
}: {
  readonly demo: boolean
  readonly profile?: string
  readonly year?: boolean
}): string {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-e2e-'))
  const place = process.env[samplePlace]
  if (demo && profile === undefined && year !== true && place !== undefined) {
    const sample = sampleOfToday(place)
    if (existsSync(sample)) cpSync(sample, folder, { recursive: true })
  }
  return folder
}

/**
 * Makes the usual sample office once, for every station that is started after it in this process and its children.
 * Answers with what takes it away again.
 */
export async function layOutSample(
  start: (options: { readonly demo: true; readonly dataDir: string }) => Promise<{ close(): Promise<void> }>,
): Promise<() => void> {
  const place = mkdtempSync(join(tmpdir(), 'sepok-sample-'))
  const station = await start({ demo: true, dataDir: sampleOfToday(place) })
  await station.close()
  process.env[samplePlace] = place
  return () => rmSync(place, { recursive: true, force: true })
}
