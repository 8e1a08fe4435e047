import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { destination, pino } from 'pino'
import type { HostLog } from './station.ts'

const maxBytes = 5_000_000

/** The log of a data folder: `logs/station.log`, one JSON line per entry, the previous file kept beside it. */
export const openStationLog = (dataDir: string): HostLog & { close(): void } => {
  const folder = join(dataDir, 'logs')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'station.log')
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(file, `${file}.1`)
  const sink = destination({ dest: file, sync: false, mode: 0o600 })
  // A log that cannot be written (disk full) must not stop the counter.
  sink.on('error', () => {})
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, sink)
  return {
    info: (fields, message) => log.info(fields, message),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
    close: () => sink.end(),
  }
}
