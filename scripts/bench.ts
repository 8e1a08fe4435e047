/** Measures what the product promises, each task with its peers in the same run; never asserts a time. */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchBatch } from './bench/batch.ts'
import { benchIntake } from './bench/intake.ts'
import type { BenchResult } from './bench/measure.ts'
import { benchPermitPrint } from './bench/permit-print.ts'
import { benchPermitPdf } from './bench/permit-pdf.ts'
import { benchPortal } from './bench/portal.ts'
import { benchReports } from './bench/reports.ts'
import { benchSearch } from './bench/search.ts'
import { benchSelfCheck } from './bench/self-check.ts'
import { benchXlsx } from './bench/xlsx.ts'
import { ensureSystemPackages } from './lib/system-packages.ts'

const benches: Readonly<Record<string, (rounds: number, scale: number) => Promise<BenchResult>>> = {
  'permit-pdf': benchPermitPdf,
  intake: benchIntake,
  'permit-print': benchPermitPrint,
  batch: benchBatch,
  search: benchSearch,
  reports: benchReports,
  portal: benchPortal,
  'self-check': benchSelfCheck,
  xlsx: benchXlsx,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    out: { type: 'string' },
    rounds: { type: 'string', default: '40' },
    scale: { type: 'string', default: '100000' },
  },
})
const wanted = values.only ?? Object.keys(benches)
const stranger = wanted.find((name) => !(name in benches))
if (stranger !== undefined) {
  console.error(`Tidak ada pengukuran "${stranger}". Pilih dari: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}
await ensureSystemPackages('browser')

const results: BenchResult[] = []
for (const name of wanted) {
  const result = await benches[name]?.(Number(values.rounds), Number(values.scale))
  if (!result) continue
  results.push(result)
  console.log(`\n${name}`)
  for (const one of result.measured)
    console.log(
      `  ${one.name.padEnd(48)} p50 ${one.p50Ms.toFixed(1)} ms   p95 ${one.p95Ms.toFixed(1)} ms   n=${one.runs}`,
    )
  for (const one of result.ratios)
    console.log(
      `  ${one.name.padEnd(48)} ${one.value.toFixed(2)}${one.target === null ? '' : `   target ${one.atLeast ? '≥' : '≤'} ${one.target}`}`,
    )
}
if (values.out)
  writeFileSync(values.out, `${JSON.stringify({ measuredAt: new Date().toISOString(), results }, null, 2)}\n`)
process.exit(0)
