import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination } from 'pino'
import { createLog } from '#adapters/system/log.ts'
import type { HostLog } from './station.ts'

const maxBytes = 5_000_000

/**
 * The log of a data folder: `logs/station.log`, one JSON line per entry without personal data, the previous file
 * kept beside it.
 */
export const openStationLog = (dataDir: string): HostLog & { close(): void } => {
  const folder = join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'station.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`)
  const sink = destination({ dest: file, sync: false, mode: 0o600 })
  // A log that cannot be written (disk full) must not stop the counter.
  sink.on('error', () => {})
  return { ...createLog(sink), close: () => sink.end() }
}
