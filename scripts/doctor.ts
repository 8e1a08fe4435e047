/** Examines an office's data without changing them, also while the application runs; exit 1 when something is wrong. */
import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import { instantOf, type Instant } from '#domain/instant.ts'
import type { PartExamination } from '#domain/examination.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { thisMachine, usualDataDir } from '#hosts/shared/start-options.ts'
import { startWords } from '#hosts/shared/start-words.ts'
import { readStationDatabase } from '#hosts/shared/station-database.ts'
import { examineOffice } from '#services/examine-office.ts'
import { countDamages, doctorJson, doctorText } from './doctor/report.ts'
import { doctorWords } from './doctor/words.ts'
import { explainFailure } from './lib/run-browser.ts'

const known = {
  data: { type: 'string' },
  database: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const readOptions = (args: readonly string[]) => {
  try {
    const { values } = parseArgs({ args: [...args], options: known })
    const machine = thisMachine()
    const dataDir = values.data ? resolve(machine.cwd, values.data) : usualDataDir(machine, false)
    return { ...values, dataDir, databaseUrl: values.database ?? null }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new StartRefusal('bad-option', startWords.unknownOption(error.message.split('. ')[0] ?? ''))
  }
}

/** A database too damaged to be opened is a finding like any other. */
const examine = async (
  place: { readonly dataDir: string; readonly databaseUrl: string | null },
  startedAt: Instant,
): Promise<readonly PartExamination[]> => {
  try {
    const database = await readStationDatabase(place)
    try {
      const cabinet = openDiskFileCabinet(join(place.dataDir, 'files'))
      const { queries, integrityCheck } = database
      return await examineOffice({ queries, cabinet, hash: hashText, integrityCheck, startedAt })
    } finally {
      await database.close()
    }
  } catch (error) {
    if (!(error instanceof StartRefusal) || error.code !== 'database-unusable') throw error
    const damage = { code: 'database-damaged', detail: error.message } as const
    return [{ part: 'database', examined: 1, damages: [damage], notices: [] }]
  }
}

const doctor = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args)
  if (options.help) {
    process.stdout.write(`${doctorWords.help}\n`)
    return 0
  }
  if (!statSync(options.dataDir, { throwIfNoEntry: false })?.isDirectory())
    throw new StartRefusal('data-folder-unusable', doctorWords.folderMissing(options.dataDir))
  const startedAt = instantOf(Date.now())
  const parts = await examine(options, startedAt)
  const say = options.json ? doctorJson : doctorText
  process.stdout.write(say(options.dataDir, startedAt, parts))
  return countDamages(parts) === 0 ? 0 : 1
}

process.exit(await doctor(process.argv.slice(2)).catch(explainFailure))
