import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDb } from '#db/testing/open-test-db.ts'
import type { TestDatabase } from '#db/testing/open-test-db.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { sayPrintOutcome } from '#domain/wording/printing.ts'
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

const databaseFile = (): string => {
  if (!('file' in db.place)) throw new Error('the station opens a file')
  return db.place.file
}

const start = (): ChildProcess => {
  station = spawn(process.execPath, [stationFile, databaseFile()], { stdio: ['pipe', 'pipe', 'inherit'] })
  return station
}

/** A station none of whose files can grow beyond so many bytes, as on a disk that is full. */
const startWithoutRoom = (bytes: number): ChildProcess => {
  const program = [process.execPath, stationFile, databaseFile()]
  station = spawn('bash', ['-c', `ulimit -f ${Math.ceil(bytes / 1024)}; exec "$0" "$@"`, ...program], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
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

test('a disk that is full while a sheet is claimed or written down loses no job and prints none twice', async () => {
  const ids = Array.from({ length: 8 }, (_, index) => `job-${index}`)
  await commit(db.work, { jobs: ids.map((id) => aPrintJob({ id })) })
  const complaints: string[] = []
  // Room for more and more of the rows of a job: for none of its claim, for all of it but not for its outcome.
  for (const room of [16, 40, 64]) {
    const full = statSync(`${databaseFile()}-wal`).size + room * 1024
    const child = startWithoutRoom(full)
    if (child.stderr === null) throw new Error('the station cannot complain')
    const [complaint] = (await once(child.stderr, 'data')) as [Buffer]
    complaints.push(
      /(\w+)( the outcome of)? a print job failed/.exec(complaint.toString())?.[1] ?? complaint.toString(),
    )
    await kill()
  }
  for (const one of complaints) expect(['claiming', 'recording']).toContain(one)
  expect(complaints).toContain('recording')
  // Somebody has made room.
  await runToIdle()
  const ended = await states()
  for (const id of ids) {
    expect(['printed', 'unknown station-stopped'], id).toContain(ended[id])
    if (ended[id] === 'printed') expect(timesOnPaper(id), id).toBe(1)
    else expect(timesOnPaper(id), id).toBeLessThanOrEqual(1)
  }
  expect(Object.values(ended)).toContain('printed')
}, 90_000)

test('a folder on a full disk fails its sheet for certain, says so, and leaves no piece of it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sepok-full-'))
  const print = `
    import { printToFolder } from ${JSON.stringify(new URL('./folder-printer.ts', import.meta.url).href)}
    const rendered = { bytes: new Uint8Array(1_000_000), mediaType: 'application/pdf', paper: null }
    console.log(JSON.stringify(await printToFolder(${JSON.stringify(folder)}, rendered, 'Surat Izin 7')))`
  const program = [process.execPath, '--input-type=module', '-e', print]
  const said = execFileSync('bash', ['-c', 'ulimit -f 64; exec "$0" "$@"', ...program]).toString()
  expect(JSON.parse(said)).toEqual({ outcome: 'failed', reason: 'disk-full', detail: folder })
  expect(sayPrintOutcome('failed', 'disk-full')).toBe(
    'Tempat penyimpanan penuh, tidak ada lembar yang keluar. Kosongkan tempat, lalu pilih Coba Lagi.',
  )
  expect(readdirSync(folder)).toEqual([])
  rmSync(folder, { recursive: true })
})
