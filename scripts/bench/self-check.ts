import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expectedPaper } from '#domain/documents/expected-paper.ts'
import { keyFacts } from '#domain/documents/key-facts.ts'
import { createRenderPool } from '#hosts/shared/render-pool.ts'
import { randomPaper } from '#hosts/testing/paper-campaign/good-papers.ts'
import { interleave, type BenchResult, type Contender } from './measure.ts'

/** Papers of many records, so that nothing is read twice. */
const papers = 40

/**
 * Reading a permit back in a worker, beside making it there; and how long the host's event loop was ever held up while it
 * was done.
 */
export async function benchSelfCheck(rounds: number): Promise<BenchResult> {
  const pool = createRenderPool()
  const made = await Promise.all(
    Array.from({ length: papers }, async (_, i) => {
      const { document, content } = randomPaper(i + 1, { sheet: 'original', kind: 'permit' })
      return {
        document,
        pdf: await pool.renderPdf(document),
        expected: expectedPaper(document, keyFacts(content)),
      }
    }),
  )
  let next = 0
  const one = () => {
    next += 1
    const paper = made[next % made.length]
    if (!paper) throw new Error('no paper')
    return paper
  }
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const contenders: readonly Contender[] = [
    {
      name: 'self-check (pdf.js, canvas, zxing)',
      run: async () => {
        const { pdf, expected } = one()
        const mismatches = await pool.examine({ pdf, expected })
        if (mismatches.length > 0) throw new Error(JSON.stringify(mismatches))
      },
    },
    { name: 'making the same page', run: () => pool.renderPdf(one().document) },
  ]
  try {
    const warm = 8
    await interleave(contenders, 0, warm)
    delay.enable()
    const measured = await interleave(contenders, rounds, 0)
    delay.disable()
    const longest = {
      name: 'event-loop delay of the host, longest / 50 ms',
      value: delay.max / 50e6,
      target: 1,
    }
    return { bench: 'self-check', measured, ratios: [longest] }
  } finally {
    await pool.close()
  }
}
