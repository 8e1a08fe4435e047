import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPrinterTransport } from '#adapters/printer/printer-transport.ts'
import { killSteps, type KillStep } from '#adapters/printer/testing/kill-steps.ts'
import { startPrinterDouble, type PrinterDouble } from '#adapters/printer/testing/printer-double.ts'
import { silencesOf, testDeadlines, thermalPrinter } from '#adapters/printer/testing/sample-printers.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import { blankState, type BlankEntry } from '#domain/blank-ledger.ts'
import { addMs, instantOf } from '#domain/instant.ts'
import type { PrintJob, PrintVerdict } from '#domain/print-job.ts'
import { ok } from '#domain/result.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import type { PrinterTransport } from '#ports/printing.ts'
import { scheduleThatPasses } from '#ports/testing/test-schedule.ts'
import { examineBlanks } from '#services/examine-blanks.ts'
import { confirmPrinted, retryJob, spoilSheet } from '#services/print-job-orders.ts'
import { commit, openPrintDesk } from '#services/testing/print-desk.ts'
import { createDice, drawMood } from './moods.ts'

export interface SpoolTorture {
  readonly jobs: number
  readonly seed: number
  readonly attempts: number
  readonly kills: number
  /** Of them at each step between two writes; the others fell anywhere in the bytes of a sheet. */
  readonly killsAt: Readonly<Record<string, number>>
  readonly verdicts: Readonly<Record<'printed' | 'failed' | 'unknown', number>>
  /** Said to be printed without a whole sheet, or failed although something came out. */
  readonly wrongVerdicts: number
  /** Sheets on paper, torn ones included. */
  readonly sheets: number
  readonly spoiled: number
  /** Whole sheets of one job beyond the first that nobody has called spoiled. */
  readonly doubleOriginals: number
  /** Sheets on paper without a line on the card, and lines without a sheet. */
  readonly unexplained: number
  /** What an examination of the office finds afterwards. */
  readonly damages: number
  readonly lost: number
  readonly seconds: number
}

const stationFile = new URL('../../electron/adapters/printer/testing/spool-station.ts', import.meta.url)
  .pathname
const batchSize = 50
/** Nothing asks for its age here, and every sheet is on a blank. */
const rules = { staleAfterMs: Number.MAX_SAFE_INTEGER, blankPapers: ['permit'] } as const
/** Of five stations one is killed anywhere in its bytes, the others at each step in turn. */
const stepOf = (kill: number): KillStep | null =>
  kill % 5 === 0 ? null : (killSteps[(kill - Math.ceil(kill / 5)) % killSteps.length] ?? null)
const serial = (index: number): string => `sheet-${String(index).padStart(6, '0')}`
const sheetOf = (id: string): string => `<${id}>`
const sheetBytes = sheetOf(serial(0)).length
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What lies in the tray, by the printers' own record: whole sheets of each job, and torn ones. */
function createTray() {
  const whole = new Map<string, number>()
  const torn = new Map<string, number>()
  const add = (map: Map<string, number>, id: string): void => {
    map.set(id, (map.get(id) ?? 0) + 1)
  }
  return {
    /** Takes what came out while a job was sent: a whole sheet, or a torn one of that job. */
    take(id: string, paper: string): void {
      if (paper.includes(sheetOf(id))) add(whole, id)
      else if (paper.length > 0) add(torn, id)
    },
    wholeOf: (id: string): number => whole.get(id) ?? 0,
    tornOf: (id: string): number => torn.get(id) ?? 0,
  }
}

/**
 * Sends seeded jobs through the real spool, its real database and the real transport to printers that fail in every way
 * they know, with stations killed in between; a clerk looks into the tray and tells the truth. Then paper, verdicts and card
 * are counted against each other.
 */
export async function tortureSpool(options: {
  readonly jobs: number
  readonly seed: number
}): Promise<SpoolTorture> {
  const began = performance.now()
  const dice = createDice(options.seed)
  const folder = mkdtempSync(join(tmpdir(), 'sepok-torture-'))
  const file = join(folder, 'kantor.sqlite')
  const db = await openOrThrow({ file })
  await db.migrate()
  const doubles = new Map<string, PrinterDouble>()
  for (const id of ['lane-1', 'lane-2']) doubles.set(id, await startPrinterDouble())
  const printers = [...doubles].map(([id, double]) => ({ ...thermalPrinter(double.address), id, name: id }))
  const tray = createTray()
  const counts = { printed: 0, failed: 0, unknown: 0 }
  const spoiledWhole = new Map<string, number>()
  let wrongVerdicts = 0
  let kills = 0
  const killsAt: Record<string, number> = {}
  let faulty = true

  const judge = (id: string, verdict: PrintVerdict, paper: string): void => {
    counts[verdict.outcome] += 1
    const isWhole = paper.includes(sheetOf(id))
    if (verdict.outcome === 'printed' && !isWhole) wrongVerdicts += 1
    if (verdict.outcome === 'failed' && paper.length > 0) wrongVerdicts += 1
  }
  const transport: PrinterTransport = {
    send: async (rendered, printer, title, cancel) => {
      const double = doubles.get(printer.id)
      if (double === undefined) throw new Error(`there is no double ${printer.id}`)
      const mood = faulty ? drawMood(dice, sheetBytes) : { kind: 'healthy' as const }
      await double.behave(mood)
      const before = double.papers().length
      const schedule = scheduleThatPasses(testDeadlines.settleMs, ...silencesOf(mood))
      const inner = createPrinterTransport({ schedule, deadlines: testDeadlines })
      const verdict = await inner.send(rendered, printer, title, cancel)
      const paper = double.papers().slice(before).map(decode).join('')
      tray.take(title, paper)
      judge(title, verdict, paper)
      return verdict
    },
    probe: () => Promise.resolve({ state: 'unknown' }),
  }

  const allJobs = Array.from({ length: options.jobs }, (_, index) =>
    aPrintJob({
      id: serial(index),
      subjectId: `product ${serial(index)}`,
      document: 'permit',
      printerId: index % 2 === 0 ? 'lane-1' : 'lane-2',
      requestedAt: addMs(instantOf(Date.UTC(2026, 10, 2)), index),
    }),
  )
  await commit(db.work, { printers })
  await db.work.run(async ({ blanks }) =>
    ok(
      await blanks.receive({
        id: 'stack-1',
        receivedAt: instantOf(Date.UTC(2026, 9, 1)),
        receivedBy: 'Ratih',
        count: options.jobs * 3,
        numbering: { prefix: 'T-', width: 6, first: 1 },
        note: null,
      }),
    ),
  )

  /** A station of its own works on healthy printers and is killed at a step, or when so many more bytes have arrived. */
  const killOne = async (): Promise<void> => {
    const papersBefore = new Map([...doubles].map(([id, double]) => [id, double.papers().length]))
    // A printer that never read holds its line open for good.
    const deaf = new Map([...doubles].map(([id, double]) => [id, double.openConnections()]))
    for (const double of doubles.values()) await double.behave({ kind: 'healthy' })
    const step = stepOf(kills)
    const dying = step === null ? [] : [step, String(1 + dice(10))]
    const child = spawn(process.execPath, [stationFile, file, ...dying], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const gone = once(child, 'exit')
    const wanted = dice(sheetBytes * 12)
    const [first] = doubles.values()
    const start = first?.received().length ?? 0
    await Promise.race([
      ...(step === null && first ? [first.until((one) => one.received().length - start > wanted)] : []),
      once(child.stdout, 'data'),
      gone,
    ])
    // Of a station that is gone already the place is known.
    if (step !== null && child.signalCode === 'SIGKILL') killsAt[step] = (killsAt[step] ?? 0) + 1
    child.kill('SIGKILL')
    await gone
    kills += 1
    for (const [id, double] of doubles)
      await double.until((one) => one.openConnections() <= (deaf.get(id) ?? 0))
    for (const [id, double] of doubles)
      for (const bytes of double.papers().slice(papersBefore.get(id) ?? 0)) {
        const paper = decode(bytes)
        const sheet = /<(sheet-\d{6})>/.exec(paper)?.[1]
        if (sheet !== undefined) tray.take(sheet, paper)
      }
  }

  /** The clerk looks into the tray: a whole sheet is confirmed, now and then one is crumpled, a torn one is spoiled. */
  const settle = async (job: PrintJob, deps: Parameters<typeof retryJob>[0]): Promise<void> => {
    if (job.state === 'failed') {
      await retryJob(deps)(job.id, null, 'Sari')
      return
    }
    const entries = await linesOf(job.id)
    const known = entries.filter((one) => blankState(one) === 'spoiled').length
    const inTray = tray.wholeOf(job.id) + tray.tornOf(job.id) - known
    if (inTray === 0) await retryJob(deps)(job.id, false, 'Sari')
    else if (tray.wholeOf(job.id) - (spoiledWhole.get(job.id) ?? 0) === 0)
      await spoilSheet(deps)(job.id, 'terpotong', 'Sari')
    else if (dice(10) === 0) {
      spoiledWhole.set(job.id, (spoiledWhole.get(job.id) ?? 0) + 1)
      await spoilSheet(deps)(job.id, 'kusut', 'Sari')
    } else await confirmPrinted(deps)(job.id, 'Sari')
  }
  const linesOf = (id: string): Promise<readonly BlankEntry[]> =>
    db.work
      .run<readonly BlankEntry[], never>(async ({ blanks }) => ok(await blanks.listOfJobs([id])))
      .then((lines) => (lines.ok ? lines.value : []))

  for (let first = 0; first < allJobs.length; first += batchSize) {
    const batch = allJobs.slice(first, first + batchSize)
    await commit(db.work, { jobs: batch })
    await killOne()
    const desk = openPrintDesk({ work: db.work, transport, rules })
    const deps = { work: db.work, clock: desk.clock, events: () => undefined, spool: desk.spool }
    await desk.spool.start()
    for (let round = 0; ; round += 1) {
      await desk.spool.whenIdle()
      // After some rounds the printers are mended, or the batch might never end.
      faulty = round < 6
      const open = await db.queries.listPrintJobs({ states: ['failed', 'unknown'], limit: batchSize * 2 })
      if (open.length === 0) break
      for (const job of open) await settle(job, deps)
    }
    faulty = true
    await desk.spool.close()
  }

  let sheets = 0
  let doubleOriginals = 0
  let unexplained = 0
  let spoiled = 0
  let lost = 0
  let attempts = 0
  for (const { id } of allJobs) {
    const job = await db.queries.findPrintJob(id)
    attempts += job?.attempts ?? 0
    const lines = await linesOf(id)
    const printedLines = lines.filter((one) => blankState(one) === 'printed').length
    const spoiledLines = lines.filter((one) => blankState(one) === 'spoiled').length
    const onPaper = tray.wholeOf(id) + tray.tornOf(id)
    sheets += onPaper
    spoiled += spoiledLines
    unexplained += Math.abs(onPaper - printedLines - spoiledLines)
    const valid = tray.wholeOf(id) - (spoiledWhole.get(id) ?? 0)
    doubleOriginals += Math.max(0, valid - 1)
    if (job?.state !== 'printed' || valid < 1) lost += 1
  }
  const { damages } = await examineBlanks({ queries: db.queries, startedAt: instantOf(Date.UTC(2027, 0, 1)) })
  await db.close()
  for (const double of doubles.values()) await double.close()
  rmSync(folder, { recursive: true, force: true })
  return {
    ...options,
    attempts,
    kills,
    killsAt,
    verdicts: counts,
    wrongVerdicts,
    sheets,
    spoiled,
    doubleOriginals,
    unexplained,
    damages: damages.length,
    lost,
    seconds: (performance.now() - began) / 1000,
  }
}
