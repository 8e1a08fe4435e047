import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDb } from '#db/testing/open-test-db.ts'
import type { TestDatabase } from '#db/testing/open-test-db.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { commit, nameRenderer } from '#services/testing/print-desk.ts'
import { startPrinterDouble } from './testing/printer-double.ts'
import type { PrinterDouble } from './testing/printer-double.ts'
import { thermalPrinter } from './testing/sample-printers.ts'

const stationFile = new URL('./testing/spool-station.ts', import.meta.url).pathname

let db: TestDatabase
let double: PrinterDouble
let station: ChildProcess | undefined

beforeEach(async () => {
  db = await openTestDb()
  double = await startPrinterDouble()
  await commit(db.work, { printers: [thermalPrinter(double.address)] })
})

afterEach(async () => {
  await kill()
  await double.close()
  await db.close()
})

const start = (): ChildProcess => {
  if (!('file' in db.place)) throw new Error('the station opens a file')
  station = spawn(process.execPath, [stationFile, db.place.file], { stdio: ['pipe', 'pipe', 'inherit'] })
  return station
}

const kill = async (): Promise<void> => {
  if (station === undefined || station.exitCode !== null || station.signalCode !== null) return
  const gone = once(station, 'exit')
  station.kill('SIGKILL')
  await gone
}

/** Runs a station until it has nothing left to do. */
const runToIdle = async (): Promise<void> => {
  const child = start()
  if (child.stdout === null) throw new Error('the station has no output')
  await once(child.stdout, 'data')
  await kill()
}

const states = async (): Promise<Record<string, string>> => {
  const jobs = await db.queries.listPrintJobs({ limit: 1_000 })
  return Object.fromEntries(
    jobs.map((job) => [job.id, job.reason === null ? job.state : `${job.state} ${job.reason}`]),
  )
}

const paper = (): string => new TextDecoder().decode(double.paper())
const timesOnPaper = (id: string): number => paper().split(`<${id}>`).length - 1

test('a station killed in the middle of a sheet says afterwards that nobody knows, and never sends it again', async () => {
  await double.behave({ kind: 'falls-silent' })
  await commit(db.work, { jobs: [aPrintJob({ id: 'first' }), aPrintJob({ id: 'second' })] })
  start()
  await double.until(() => timesOnPaper('first') === 1)
  expect(await states()).toEqual({ first: 'sending', second: 'queued' })
  await kill()
  await double.behave({ kind: 'healthy' })
  await runToIdle()
  expect(await states()).toEqual({ first: 'unknown station-stopped', second: 'printed' })
  expect(paper()).toBe('<first><second>')
}, 60_000)

test('however often and whenever a station is killed, no sheet comes out twice and none is lost', async () => {
  const { render } = nameRenderer
  const ids = Array.from({ length: 60 }, (_, index) => `job-${String(index).padStart(2, '0')}`)
  await commit(db.work, { jobs: ids.map((id) => aPrintJob({ id })) })
  const sheet = await render(aPrintJob({ id: 'job-00' }), thermalPrinter(double.address))
  // Killed when so many bytes have reached the printer: between two jobs, inside a question, inside a sheet.
  for (const bytes of [1, 40, 95, 260, 400]) {
    start()
    await double.until((printer) => printer.received().length >= bytes + sheet.bytes.length)
    await kill()
  }
  await runToIdle()
  const ended = await states()
  for (const state of Object.values(ended)) expect(['printed', 'unknown station-stopped']).toContain(state)
  for (const id of ids) {
    expect(timesOnPaper(id), id).toBeLessThanOrEqual(1)
    if (ended[id] === 'printed') expect(timesOnPaper(id), id).toBe(1)
  }
  const uncertain = Object.values(ended).filter((state) => state !== 'printed')
  expect(uncertain.length).toBeLessThanOrEqual(5)
}, 90_000)
