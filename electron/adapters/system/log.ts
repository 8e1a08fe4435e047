import { pino } from 'pino'
import type { DestinationStream, Level } from 'pino'
import type { Log } from '#ports/log.ts'
import { withoutPersonalData } from './redaction.ts'

/**
 * A log in JSON lines that keeps people's data out: see `withoutPersonalData`.
 *
 * @param destination  where lines go; its own failures (full disk) are its own business
 */
export function createLog(destination: DestinationStream, level: Level = 'info'): Log {
  const out = pino(
    {
      base: null,
      level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: (fields) => withoutPersonalData(fields) },
      // `formatters.log` has turned exceptions into plain fields already.
      serializers: { err: (value: unknown) => value },
    },
    destination,
  )
  const write = (to: 'info' | 'warn' | 'error') => (fields: object, message: string) => {
    out[to](fields, maskText(message))
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

const maskText = (text: string): string => String(withoutPersonalData({ text })['text'])
