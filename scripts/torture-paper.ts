/**
 * Everything that can be wrong with a paper, at full size: 1,000 good ones without a false alarm, 300 faulty ones all stopped,
 * 1,000 signed files of which one bit was changed, all refused. Exit 1 when one of the figures is not so.
 *   --good N, --mutations N, --signed N   other numbers
 *   --seed N                              another run
 *   --out FILE                            figures as JSON
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { torturePaper } from './torture/paper.ts'

const { values } = parseArgs({
  options: {
    good: { type: 'string', default: '1000' },
    mutations: { type: 'string', default: '300' },
    signed: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
})
const { good, mutations, signed, seed, out } = values
const report = await torturePaper({
  good: Number(good),
  mutations: Number(mutations),
  signed: Number(signed),
  seed: Number(seed),
})
for (const { name, tried, wrong, codes, p50Ms, p95Ms } of report) {
  console.log(
    `\n${name}: ${tried}, wrong ${wrong.length}; p50 ${p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms`,
  )
  for (const [code, times] of Object.entries(codes)) console.log(`  ${code.padEnd(32)} ${times}`)
  for (const one of wrong) console.log(`  WRONG ${one}`)
}
if (out) writeFileSync(out, `${JSON.stringify(report, null, 2)}\n`)
process.exit(report.some((one) => one.wrong.length > 0) ? 1 : 0)
