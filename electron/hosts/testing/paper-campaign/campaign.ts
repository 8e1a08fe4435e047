import { expectedPaper } from '#domain/documents/expected-paper.ts'
import { keyFacts } from '#domain/documents/key-facts.ts'
import type { PaperMismatch } from '#domain/documents/paper-check.ts'
import type { PrintDocument } from '#domain/documents/sheet.ts'
import type { PaperCheck } from '#ports/paper-check.ts'
import { createRandom } from '#hosts/shared/sample/random.ts'
import { randomPaper, type CampaignPaper } from './good-papers.ts'
import { mutations } from './paper-mutations.ts'

/** Who draws and who reads: in tests the calling thread, in the full campaign the pool. */
export interface CampaignTools extends PaperCheck {
  renderPdf(document: PrintDocument): Promise<Uint8Array>
}

export interface CampaignFigures {
  readonly tried: number
  /** What should not have been: a false alarm, or a fault that was let through. */
  readonly wrong: readonly string[]
  /** How often each mismatch was named. */
  readonly codes: Readonly<Record<string, number>>
  readonly times: readonly number[]
}

const lanes = 2
const stride = 29

/** Runs cases two at a time, as two cores would. */
async function inLanes(count: number, run: (index: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next
      next += 1
      await run(index)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

const expectedOf = ({ document, content }: CampaignPaper) => expectedPaper(document, keyFacts(content))

interface Found {
  readonly name: string
  readonly ms: number
  readonly mismatches: readonly PaperMismatch[]
}

function figures(found: readonly Found[], isWrong: (one: Found) => boolean): CampaignFigures {
  const codes: Record<string, number> = {}
  for (const { code } of found.flatMap((one) => one.mismatches)) codes[code] = (codes[code] ?? 0) + 1
  const wrong = found.filter(isWrong).map(({ name, mismatches }) => `${name}: ${JSON.stringify(mismatches)}`)
  return { tried: found.length, wrong, codes, times: found.map((one) => one.ms) }
}

async function examine(
  tools: CampaignTools,
  name: string,
  paper: CampaignPaper,
  pdf: Uint8Array,
): Promise<Found> {
  const from = performance.now()
  const mismatches = await tools.examine({ pdf, expected: expectedOf(paper) })
  return { name, ms: performance.now() - from, mismatches }
}

/** Good papers: nothing may be found. */
export async function tryGoodPapers(
  tools: CampaignTools,
  count: number,
  seed: number,
): Promise<CampaignFigures> {
  const found: Found[] = []
  await inLanes(count, async (i) => {
    const paper = randomPaper(seed + i)
    found.push(await examine(tools, paper.name, paper, await tools.renderPdf(paper.document)))
  })
  return figures(found, (one) => one.mismatches.length > 0)
}

/** Faulty papers, each kind of fault in turn: something must be found in every one. */
export async function tryMutations(
  tools: CampaignTools,
  count: number,
  seed: number,
): Promise<CampaignFigures> {
  const names = Object.keys(mutations)
  const found: Found[] = []
  await inLanes(count, async (i) => {
    // In steps that meet every kind before the first comes again.
    const name = names[(i * stride + seed) % names.length] ?? ''
    const random = createRandom(seed + i)
    for (let attempt = 0; ; attempt++) {
      const paper = randomPaper((seed + i) * 1000 + attempt)
      const wrong = mutations[name]?.(paper, random)
      if (!wrong) continue
      found.push(await examine(tools, `${name} (${paper.name})`, paper, await wrong))
      return
    }
  })
  return figures(found, (one) => one.mismatches.length === 0)
}
