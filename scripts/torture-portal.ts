/**
 * Histories of office and portal, drawn from a seed, each brought to rest and both sides compared. Exit 1 when one does not end
 * as it must; the seed and the shortest history that shows it are told.
 *   --histories N   how many; 1,000 unless said otherwise
 *   --commands N    commands of a history on average; 50
 *   --seed N        another run
 *   --path PATH     goes on at a history that was told before, with its seed
 *   --as-drawn      a history that fails is told as it was drawn, without looking for a shorter one
 *   --out FILE      figures as JSON
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { runHistories } from '#hosts/testing/portal-campaign/campaign.ts'

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '1000' },
    commands: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    path: { type: 'string' },
    'as-drawn': { type: 'boolean', default: false },
    out: { type: 'string' },
  },
})
try {
  const figures = await runHistories({
    histories: Number(values.histories),
    commands: Number(values.commands),
    seed: Number(values.seed),
    path: values.path,
    shrink: !values['as-drawn'],
    onHistory: ({ commands, ms }) => process.stderr.write(`${commands} commands, ${Math.round(ms)} ms\n`),
    engine: 'sqlite',
  })
  console.log(JSON.stringify(figures, null, 2))
  if (values.out) writeFileSync(values.out, `${JSON.stringify(figures, null, 2)}\n`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
