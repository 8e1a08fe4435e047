/** Examines an office's data without changing them, also while the application runs; exit 1 when something is wrong. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { instantOf } from '#domain/instant.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { thisMachine, usualDataDir } from '#hosts/shared/start-options.ts'
import { startWords } from '#hosts/shared/start-words.ts'
import { examineFolder } from './doctor/examine-folder.ts'
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

const doctor = async (args: readonly string[]): Promise<number> => {
  const options = readOptions(args)
  if (options.help) {
    process.stdout.write(`${doctorWords.help}\n`)
    return 0
  }
  if (!statSync(options.dataDir, { throwIfNoEntry: false })?.isDirectory())
    throw new StartRefusal('data-folder-unusable', doctorWords.folderMissing(options.dataDir))
  const startedAt = instantOf(Date.now())
  const parts = await examineFolder(options, startedAt)
  const say = options.json ? doctorJson : doctorText
  process.stdout.write(say(options.dataDir, startedAt, parts))
  return countDamages(parts) === 0 ? 0 : 1
}

process.exit(await doctor(process.argv.slice(2)).catch(explainFailure))
