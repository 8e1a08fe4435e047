import { Worker } from 'node:worker_threads'
import { once } from 'node:events'
import type { PrintDocument } from '#domain/documents/sheet.ts'
import { createRenderPool, type RenderPool } from '#hosts/shared/render-pool.ts'
import { randomPaper } from '#hosts/testing/paper-campaign/good-papers.ts'
import { quantile, summary, type BenchResult } from './measure.ts'
import { watchHeldUp } from './held-up.ts'

const papers = 40
/** Nothing but arithmetic: how much two threads of this machine can do more than one, at this moment. */
const arithmetic = `
  const { workerData, parentPort } = require('node:worker_threads')
  let sum = 0
  for (let i = 0; i < workerData; i += 1) sum = (sum + Math.imul(i, 2654435761)) | 0
  parentPort.postMessage(sum)`
const work = 300_000_000

const timed = async (task: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await task()
  return performance.now() - from
}

const calculate = async (threads: number): Promise<void> => {
  const running = Array.from({ length: threads }, async () => {
    const worker = new Worker(arithmetic, { eval: true, workerData: work / threads })
    await once(worker, 'message')
    await worker.terminate()
  })
  await Promise.all(running)
}

const printAll = async (
  pool: RenderPool,
  documents: readonly PrintDocument[],
  count: number,
): Promise<void> => {
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const document = documents[index % documents.length]
      if (!document) throw new Error('no paper')
      return pool.renderPdf(document)
    }),
  )
}

/**
 * A batch of permits in two threads against one, beside how much more two threads of this machine can do at all, in pairs that
 * follow one another. With fewer than 40 rounds the batch is smaller, and there are fewer pairs.
 */
export async function benchBatch(rounds: number): Promise<BenchResult> {
  const pairs = rounds < 40 ? 3 : 7
  const count = rounds < 40 ? Math.max(12, Math.round((500 * rounds) / 40)) : 500
  const documents = Array.from(
    { length: papers },
    (_, index) => randomPaper(index + 1, { sheet: 'original', kind: 'permit' }).document,
  )
  const one = createRenderPool(1)
  const two = createRenderPool(2)
  const heldUp = await watchHeldUp()
  try {
    await printAll(one, documents, 4)
    await printAll(two, documents, 8)
    const times = { one: [] as number[], two: [] as number[], cpuOne: [] as number[], cpuTwo: [] as number[] }
    for (let pair = 0; pair < pairs; pair += 1) {
      times.one.push(await timed(() => printAll(one, documents, count)))
      times.cpuOne.push(await timed(() => calculate(1)))
      heldUp.resume()
      times.two.push(await timed(() => printAll(two, documents, count)))
      heldUp.pause()
      times.cpuTwo.push(await timed(() => calculate(2)))
    }
    const shares = times.one
      .map((ms, pair) => {
        const scaling = ms / (times.two[pair] ?? Number.NaN)
        return scaling / ((times.cpuOne[pair] ?? Number.NaN) / (times.cpuTwo[pair] ?? Number.NaN))
      })
      .sort((a, b) => a - b)
    return {
      bench: 'batch',
      measured: [
        summary(`${count} permits in one thread`, times.one),
        summary(`${count} permits in two threads`, times.two),
        summary('arithmetic in one thread', times.cpuOne),
        summary('the same in two threads', times.cpuTwo),
      ],
      ratios: [
        {
          name: 'scaling of the batch / of arithmetic',
          value: quantile(shares, 0.5),
          target: 0.7,
          atLeast: true,
        },
        ...(await heldUp.end()),
      ],
    }
  } finally {
    await one.close()
    await two.close()
  }
}
