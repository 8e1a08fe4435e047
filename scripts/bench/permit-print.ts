import { createSampleFiles } from '#hosts/shared/sample/files.ts'
import { readOfficeFiles, sayProblems } from '#hosts/shared/office-files.ts'
import { createPaperTrail } from '../demo/paper-trail.ts'
import { register } from '../demo/run-demo.ts'
import { openDemoStation } from '../demo/station.ts'
import { walkUntil } from '../demo/walk.ts'
import { inProject } from '../lib/paths.ts'
import { quantile, summary, type BenchResult } from './measure.ts'
import { watchHeldUp } from './held-up.ts'

/**
 * From the click on *Cetak* until the permit, made and read back, has been taken over and its outcome is written down, beside
 * making and reading back the same page alone; and how long the host's event loop was ever held up meanwhile.
 */
export async function benchPermitPrint(rounds: number): Promise<BenchResult> {
  const files = readOfficeFiles(inProject('assets'), 'pontianak')
  if (!files.ok) throw new Error(sayProblems(files.refusal))
  const options = { outDir: '', profile: 'pontianak', dataDir: null, databaseUrl: null } as const
  const station = await openDemoStation(
    { ...options, thermal: null, printer: null, smtp: null, portal: null },
    files.value,
  )
  const { tools, office, printers } = station
  const heldUp = await watchHeldUp()
  try {
    const sampleFiles = await createSampleFiles(tools.cabinet)
    const clicks: number[] = []
    const alone: number[] = []
    const warmUp = 3
    for (let round = -warmUp; round < rounds; round += 1) {
      const { id: applicationId } = await register(station, sampleFiles)
      const trail = createPaperTrail(station, applicationId)
      const nothing = (): void => undefined
      await walkUntil(station, applicationId, sampleFiles, trail, nothing, ({ act }) => act === 'print')
      await office().spool.whenIdle()
      if (round === 0) heldUp.resume()
      const from = performance.now()
      const order = { applicationId, printerId: printers.sheet.id, reason: null }
      const printed = await office().services.printProduct(order, station.who('print-desk'))
      if (!printed.ok) throw new Error(printed.refusal.code)
      office().services.spool.wake()
      const job = async () =>
        (await tools.database.queries.listPrintJobs({ applicationId, limit: 20 })).find(
          (one) => one.document === 'permit',
        )
      await station.until(async () => (await job())?.state === 'printed', 60_000)
      const until = performance.now()
      const content = (await job())?.content
      if (content === undefined) throw new Error('the permit has no job')
      // Another paper of the same words: one that was read before is not read again.
      const { createdAt } = (content as { data: { createdAt: string } }).data
      const other = {
        ...(content as object),
        data: { ...(content as { data: object }).data, createdAt: `${createdAt.slice(0, -5)}001Z` },
      }
      const again = await tools.paper.soundPdf(other as Parameters<typeof tools.paper.soundPdf>[0])
      if (!again.ok) throw new Error(again.refusal.code)
      const done = performance.now()
      if (round < 0) continue
      clicks.push(until - from)
      alone.push(done - until)
    }
    heldUp.pause()
    const sorted = [...clicks].sort((a, b) => a - b)
    const made = summary('making and reading back the same page alone', alone)
    return {
      bench: 'permit-print',
      measured: [summary('permit from click until taken over', clicks), made],
      ratios: [
        { name: 'click until taken over p95 / 400 ms', value: quantile(sorted, 0.95) / 400, target: 1 },
        { name: 'click / the page alone', value: quantile(sorted, 0.5) / made.p50Ms, target: null },
        ...(await heldUp.end()),
      ],
    }
  } finally {
    await station.close()
  }
}
