/** Explains an office's procedure from its profile: stages, limits, outputs, paths, a picture, and what cannot happen. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { explainProfile } from '#catalogue/explain-profile.ts'
import { explanationText } from '#catalogue/explanation-text.ts'
import { readOfficeFiles, sayProblems } from '#hosts/shared/office-files.ts'
import { inProject } from './lib/paths.ts'

const help = `npm run explain -- --profile NAME    stages, limits, outputs, paths and picture of one office
npm run explain -- --write            writes the pictures of all offices into assets/profiles/README.md`

const assets = inProject('assets')
const readme = inProject('assets/profiles/README.md')
const mark = '<!-- npm run explain -- --write -->'

const profileNames = (): readonly string[] =>
  readdirSync(inProject('assets/profiles'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace(/\.json$/, ''))
    .sort()

function explain(code: string): string {
  const files = readOfficeFiles(assets, code)
  if (!files.ok) throw new Error(sayProblems(files.refusal))
  return explanationText(explainProfile(files.value.office.profile, files.value.office.types))
}

/** The README with its generated part made anew; what stands above the mark is written by hand. */
export function readmeText(current: string): string {
  const byHand = current.slice(0, current.indexOf(mark) + mark.length)
  return `${byHand}\n\n${profileNames().map(explain).join('\n\n')}\n`
}

function run(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      profile: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.write) {
    writeFileSync(readme, readmeText(readFileSync(readme, 'utf8')))
    console.log('Wrote assets/profiles/README.md.')
    return 0
  }
  if (values.help || values.profile === undefined) {
    console.log(`${help}\n\nProfiles: ${profileNames().join(', ')}`)
    return values.help ? 0 : 2
  }
  if (!profileNames().includes(values.profile)) {
    console.error(`There is no profile "${values.profile}". Profiles: ${profileNames().join(', ')}.`)
    return 2
  }
  console.log(explain(values.profile))
  return 0
}

if (process.argv[1]?.endsWith('explain.ts')) {
  try {
    process.exitCode = run(process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
