import { extname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isBookFormat, isBookKind, type BookFormat, type BookKind } from '#domain/documents/book-kinds.ts'
import { parseInstant, type Instant } from '#domain/instant.ts'
import { parseOfficeDate, type OfficeDate } from '#domain/office-date.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { thisMachine, usualDataDir } from '#hosts/shared/start-options.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { startWords } from '#hosts/shared/start-words.ts'
import { reportCommandWords as words } from './words.ts'

export interface ReportCommand {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly kind: BookKind
  readonly days: DaySpan
  readonly format: BookFormat
  /** Absolute path; null: standard output. */
  readonly out: string | null
  /** null: up to the last record. */
  readonly asOf: Instant | null
}

const known = {
  data: { type: 'string' },
  database: { type: 'string' },
  kind: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  'as-of': { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const refuse = (sentence: string) => new StartRefusal('bad-option', sentence)

const readDay = (option: 'from' | 'to', typed: string): OfficeDate => {
  const day = parseOfficeDate(typed)
  if (!day.ok) throw refuse(words.dayMalformed(option, typed))
  return day.value
}

const readMoment = (typed: string): Instant => {
  const moment = parseInstant(typed)
  if (!moment.ok) throw refuse(words.momentMalformed(typed))
  return moment.value
}

/** What was asked for on the command line; null: help. Throws `StartRefusal` with a sentence for what is wrong. */
export function readReportCommand(args: readonly string[]): ReportCommand | null {
  let values
  try {
    values = parseArgs({ args: [...args], options: known }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw refuse(startWords.unknownOption(error.message.split('. ')[0] ?? ''))
  }
  if (values.help) return null
  const { kind, from, out } = values
  if (kind === undefined) throw refuse(words.missing('kind'))
  if (!isBookKind(kind)) throw refuse(words.kindUnknown(kind))
  if (from === undefined) throw refuse(words.missing('from'))
  if (out === undefined) throw refuse(words.missing('out'))
  const days = { from: readDay('from', from), through: readDay('to', values.to ?? from) }
  if (days.through < days.from) throw refuse(words.daysBackwards(days.from, days.through))
  const format = values.format ?? extname(out).slice(1)
  if (format === '') throw refuse(words.missing('format'))
  if (!isBookFormat(format)) throw refuse(words.formatUnknown(format))
  const machine = thisMachine()
  return {
    dataDir: values.data === undefined ? usualDataDir(machine, false) : resolve(machine.cwd, values.data),
    databaseUrl: values.database ?? null,
    kind,
    days,
    format,
    out: out === '-' ? null : resolve(machine.cwd, out),
    asOf: values['as-of'] === undefined ? null : readMoment(values['as-of']),
  }
}
