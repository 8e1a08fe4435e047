/** Seeded faults and kills over many print jobs: what the spool says, what lies in the tray and what the card says must agree. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { ensureSystemPackages } from './lib/system-packages.ts'
import { tortureSpool } from './torture/spool.ts'
import { measureVerdicts, ways, type VerdictLine, type Way } from './torture/verdicts.ts'

const help = `npm run torture -- [--jobs N] [--seed N] [--only spool|verdicts] [--out FILE]

  --jobs N     print jobs over faulty printers and killed stations (5000)
  --seed N     the same seed gives the same faults
  --only NAME  one part instead of both; verdicts also measures node-thermal-printer alone and CUPS alone
  --out FILE   the figures as JSON
Ends with 1 when a figure that must be 0 is not.`

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        jobs: { type: 'string', default: '5000' },
        seed: { type: 'string', default: '20261122' },
        only: { type: 'string' },
        out: { type: 'string' },
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
const numbers = { jobs: Number(values.jobs), seed: Number(values.seed) }
const isRead = Object.values(numbers).every((one) => Number.isInteger(one) && one > 0)
if (values.help || !isRead || (values.only !== undefined && !['spool', 'verdicts'].includes(values.only))) {
  console.error(help)
  process.exit(values.help ? 0 : 2)
}

const line = (name: string, value: string | number): void => console.log(`  ${name.padEnd(44)} ${value}`)

async function spool() {
  console.log(`\nSpool: ${numbers.jobs} jobs, seed ${numbers.seed}`)
  const found = await tortureSpool(numbers)
  line('tries', found.attempts)
  line('stations killed', found.kills)
  for (const [step, times] of Object.entries(found.killsAt)) line(`  after: ${step}`, times)
  line('said printed / failed / unknown', Object.values(found.verdicts).join(' / '))
  line('sheets on paper, spoiled ones among them', `${found.sheets}, ${found.spoiled}`)
  line('wrong verdicts (must be 0)', found.wrongVerdicts)
  line('double originals (must be 0)', found.doubleOriginals)
  line('unexplained sheets (must be 0)', found.unexplained)
  line('jobs lost (must be 0)', found.lost)
  line('damages of the card (must be 0)', found.damages)
  line('seconds', found.seconds.toFixed(1))
  const { wrongVerdicts, doubleOriginals, unexplained, lost, damages } = found
  return { found, sound: wrongVerdicts + doubleOriginals + unexplained + lost + damages === 0 }
}

const wrongOf = (lines: readonly VerdictLine[], way: Way): number =>
  lines.filter((one) => one.way === way && one.wrong).length

async function verdicts() {
  await ensureSystemPackages('printing')
  console.log('\nVerdicts: what was said of one strip (paper by the printer’s own record)')
  const found = await measureVerdicts(ways)
  console.log(`  ${'behaviour'.padEnd(22)} ${ways.map((way) => way.padEnd(24)).join('')}`)
  for (const behaviour of new Set(found.map((one) => one.behaviour))) {
    const cells = ways.map((way) => {
      const one = found.find((other) => other.behaviour === behaviour && other.way === way)
      return one === undefined ? '' : `${one.said} (${one.paper})${one.wrong ? ' WRONG' : ''}`
    })
    console.log(`  ${behaviour.padEnd(22)} ${cells.map((cell) => cell.padEnd(24)).join('')}`)
  }
  const wrong = Object.fromEntries(ways.map((way) => [way, wrongOf(found, way)]))
  for (const way of ways)
    line(`wrong verdicts, ${way}`, `${wrongOf(found, way)} of ${found.length / ways.length}`)
  return { found: { wrong, lines: found }, sound: wrongOf(found, 'direct') + wrongOf(found, 'cups') === 0 }
}

const parts = [
  ...(values.only === 'verdicts' ? [] : [['spool', await spool()] as const]),
  ...(values.only === 'spool' ? [] : [['verdicts', await verdicts()] as const]),
]
if (values.out !== undefined) {
  const found = Object.fromEntries(parts.map(([name, part]) => [name, part.found]))
  writeFileSync(
    values.out,
    `${JSON.stringify({ measuredAt: new Date().toISOString(), ...found }, null, 2)}\n`,
  )
}
process.exit(parts.every(([, part]) => part.sound) ? 0 : 1)
