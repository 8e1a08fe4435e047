import { expectedPaper } from '#domain/documents/expected-paper.ts'
import { keyFacts } from '#domain/documents/key-facts.ts'
import { createRenderPool } from '#hosts/shared/render-pool.ts'
import { randomPaper } from '#hosts/testing/paper-campaign/good-papers.ts'
import { interleave, type BenchResult, type Contender } from './measure.ts'
import { watchHeldUp } from './held-up.ts'

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
  const heldUp = await watchHeldUp()
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
    heldUp.resume()
    const measured = await interleave(contenders, rounds, 0)
    heldUp.pause()
    return { bench: 'self-check', measured, ratios: await heldUp.end() }
  } finally {
    await pool.close()
  }
}
