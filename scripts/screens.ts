/** Pictures of every screen in every state, light and dark, from real stations in a real browser. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureRenderer } from './lib/renderer-build.ts'
import { ensureSystemPackages } from './lib/system-packages.ts'
import { writeContactSheet } from './screens/contact-sheet.ts'
import { allSeries } from './screens/series/all.ts'
import { openStudio } from './screens/studio.ts'

const help = `npm run screens -- --out DIR [--only NAME]…

Writes a numbered picture of every screen and state, light and dark, and index.html beside them.
  --out DIR      where the pictures go; must be empty or absent
  --only NAME    one series instead of all; may be repeated
                 (${allSeries.map(({ name }) => name).join(', ')})`

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        out: { type: 'string' },
        only: { type: 'string', multiple: true },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(`${error.message}\n\n${help}`)
    process.exit(2)
  }
}

const values = readOptions()
const wanted = allSeries.filter(({ name }) => values.only === undefined || values.only.includes(name))
const stranger = values.only?.find((name) => allSeries.every((one) => one.name !== name))
if (values.help || values.out === undefined || stranger !== undefined) {
  if (stranger !== undefined) console.error(`There is no series "${stranger}".\n`)
  console.error(help)
  process.exit(values.help ? 0 : 2)
}
const out = values.out
if (existsSync(join(out, 'index.html')))
  console.error(`${out} holds pictures of an earlier run; those of the same number are replaced.`)
mkdirSync(out, { recursive: true })

await ensureSystemPackages('browser')
const built = await ensureRenderer()
if (built !== undefined && built.code !== 0) {
  console.error(built.output)
  process.exit(1)
}

const studio = await openStudio(out)
const failed: string[] = []
for (const series of wanted) {
  console.log(`\n${series.title}`)
  try {
    await studio.take(series)
  } catch (error) {
    failed.push(series.name)
    console.error(`  ${series.name} stopped: ${error instanceof Error ? error.message : String(error)}`)
  }
}
await studio.close()
const sheet = writeContactSheet(out, studio.pictures)
console.log(`\n${studio.pictures.length * 2} pictures, ${sheet}`)
if (failed.length > 0) console.error(`Not complete: ${failed.join(', ')}`)
process.exit(failed.length > 0 ? 1 : 0)
