/** Formats the files given, or the whole project. */
import { runCommand } from './lib/run-command.ts'

const files = process.argv.slice(2)
const outcome = await runCommand('prettier', [
  '--write',
  '--log-level=warn',
  '--ignore-unknown',
  ...(files.length > 0 ? files : ['.']),
])
process.stdout.write(outcome.output)
process.exitCode = outcome.code
