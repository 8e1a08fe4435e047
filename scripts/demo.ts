/** One permit from the counter to the applicant's hand, without a window; the papers and demo.json go to --out. */
import { listProfiles, readOfficeFiles, sayProblems } from '#hosts/shared/office-files.ts'
import { StartRefusal } from '#hosts/shared/start-refusal.ts'
import { readDemoOptions } from './demo/options.ts'
import { runDemo } from './demo/run-demo.ts'
import { demoWords } from './demo/words.ts'
import { inProject } from './lib/paths.ts'
import { explainFailure } from './lib/run-browser.ts'

const demo = async (args: readonly string[]): Promise<number> => {
  const assets = inProject('assets')
  const profiles = listProfiles(assets).map((one) => one.code)
  const options = readDemoOptions(args, process.cwd(), profiles, process.env)
  if (options === 'help') {
    process.stdout.write(`${demoWords.help}\n`)
    return 0
  }
  const files = readOfficeFiles(assets, options.profile)
  if (!files.ok) throw new StartRefusal('profile-invalid', sayProblems(files.refusal))
  const startedAt = performance.now()
  await runDemo(options, files.value, (line) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')
    process.stdout.write(`${seconds.padStart(5)} dtk  ${line}\n`)
  })
  return 0
}

process.exit(await demo(process.argv.slice(2)).catch(explainFailure))
