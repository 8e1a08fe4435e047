import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reportFolders } from '#adapters/files/report-folders.ts'
import { renderBook } from './render-book.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { openTestDb, type TestDatabase } from '#db/testing/open-test-db.ts'
import { instant } from '#domain/testing/builders.ts'
import type { MailVerdict } from '#domain/mail.ts'
import { ok } from '#domain/result.ts'
import { scheduleThatPasses } from '#ports/testing/test-schedule.ts'
import type { MailMessage, MailSender } from '#ports/mail.ts'
import { mailServerSetting, type KeptMailServer } from '#services/mail-setting.ts'
import { createReportFiles } from '#services/report-files.ts'
import { createReportRunner, type ReportRunner } from '#services/report-runner.ts'
import { saveReportSchedule, type ScheduleOrder } from '#services/report-schedules.ts'
import { readOfficeFiles } from './office-files.ts'

const read = readOfficeFiles(assetsDir, 'pontianak')
if (!read.ok) throw new Error('the data files of Pontianak are broken')
const { office } = read.value

const id = '00000000-0000-4000-8000-0000000000e1'
const server: KeptMailServer = {
  host: 'mail.contoh.go.id',
  port: 25,
  security: 'none',
  senderName: 'DPMTK-PTSP',
  senderAddress: 'izin@contoh.go.id' as KeptMailServer['senderAddress'],
  user: '',
  sealedPassword: null,
  station: 'Loket 1',
  savedAt: instant('2026-11-19T01:00:00.000Z'),
  savedBy: 'Melati Sambas',
}

let db: TestDatabase
let home: string
let now = ''
const sent: MailMessage[] = []
let verdict: MailVerdict = { outcome: 'sent', answer: '250 OK' }
/** Of one address otherwise than of the others. */
let verdictOf: Record<string, MailVerdict> = {}

beforeEach(async () => {
  db = await openTestDb()
  home = await mkdtemp(join(tmpdir(), 'sepok-jadwal-'))
  now = '2026-11-19T03:00:00.000Z'
  sent.length = 0
  verdict = { outcome: 'sent', answer: '250 OK' }
  verdictOf = {}
})
afterEach(async () => {
  await db.close()
  await rm(home, { recursive: true, force: true })
})

const clock = { now: () => instant(now) }

const send: MailSender['send'] = async (message, _route, beforeEnd) => {
  const own = verdictOf[message.to] ?? verdict
  if (own.outcome === 'later') return own
  await beforeEnd()
  sent.push(message)
  return own
}

function runnerOf(name: string, sender: MailSender['send']): ReportRunner {
  const files = createReportFiles({
    office,
    queries: db.queries,
    books: { renderBook: (task) => renderBook({ task, port: null }) },
  })
  return createReportRunner({
    office,
    work: db.work,
    queries: db.queries,
    files,
    folders: reportFolders,
    sender: { send: sender },
    secrets: { seal: (text) => text, open: (text) => text, keyId: 'a' },
    clock,
    schedule: scheduleThatPasses(),
    log: { info: () => undefined, warn: () => undefined, error: (fields) => expect.fail(String(fields)) },
    station: name,
  })
}

/** A station as it is started: it looks for what is due, and is closed when it is idle. */
async function station(name = 'Loket 1'): Promise<void> {
  const runner = runnerOf(name, send)
  runner.start()
  await runner.whenIdle()
  await runner.close()
}

async function set(change: Partial<ScheduleOrder> = {}): Promise<void> {
  const order: ScheduleOrder = {
    id,
    report: 'daily',
    pace: 'day',
    at: '16.30',
    formats: ['csv', 'json'],
    target: { kind: 'folder', typed: join(home, 'laporan') },
    ...change,
  }
  const saved = await saveReportSchedule({ work: db.work, clock, folders: reportFolders })(order, {
    user: { name: 'Melati Sambas' },
    station: 'Loket 1',
  } as Parameters<ReturnType<typeof saveReportSchedule>>[1])
  expect(saved.ok).toBe(true)
}
const runs = () => db.queries.listReportRuns(id, 50)

it('makes the report of a day once, after its time, and not again after a restart', async () => {
  await mkdir(join(home, 'laporan'))
  await set()
  await station()
  expect(await readdir(join(home, 'laporan'))).toEqual([])
  now = '2026-11-19T09:30:00.000Z'
  await station()
  expect(await readdir(join(home, 'laporan'))).toEqual([
    'laporan-harian-2026-11-19.csv',
    'laporan-harian-2026-11-19.json',
  ])
  const [first] = await runs()
  expect(first).toMatchObject({ state: 'done', tries: 1, problem: null, station: 'Loket 1' })
  now = '2026-11-19T10:30:00.000Z'
  await station()
  expect(await runs()).toEqual([first])
})

it('makes up for the days on which the computer was off, holidays left out', async () => {
  await mkdir(join(home, 'laporan'))
  await set({ formats: ['json'] })
  now = '2026-11-24T01:00:00.000Z'
  await station()
  // 21 and 22 November are Saturday and Sunday; the 24th is not due yet.
  expect(await readdir(join(home, 'laporan'))).toEqual([
    'laporan-harian-2026-11-19.json',
    'laporan-harian-2026-11-20.json',
    'laporan-harian-2026-11-23.json',
  ])
})

it('leaves a folder of another station to it, and says of its own what is wrong until it is mended', async () => {
  await set({ formats: ['csv'] })
  now = '2026-11-19T09:30:00.000Z'
  await station('Loket 2')
  expect(await runs()).toEqual([])
  await station()
  expect(await runs()).toMatchObject([{ state: 'failed', problem: 'folder-missing', tries: 1 }])
  now = '2026-11-19T09:34:00.000Z'
  await mkdir(join(home, 'laporan'))
  await station()
  expect(await runs()).toMatchObject([{ tries: 1 }])
  now = '2026-11-19T09:36:00.000Z'
  await station()
  expect(await runs()).toMatchObject([{ state: 'done', tries: 2, asOf: '2026-11-19T09:30:00.000Z' }])
  expect(await readdir(join(home, 'laporan'))).toEqual(['laporan-harian-2026-11-19.csv'])
})

it('sends each address its mail once, also where two stations look and one address fails first', async () => {
  await db.work.run(async ({ settings }) => {
    await settings.set(mailServerSetting, server)
    return ok(null)
  })
  const typed = 'kadis@contoh.go.id\nkabid@contoh.go.id'
  await set({ formats: ['csv'], target: { kind: 'mail', typed } })
  now = '2026-11-19T09:30:00.000Z'
  verdict = { outcome: 'later', reason: 'unreachable', answer: null, of: 'server' }
  await station()
  expect(await runs()).toMatchObject([{ state: 'failed', problem: 'mail-refused', delivered: [] }])
  verdict = { outcome: 'sent', answer: '250 OK' }
  now = '2026-11-19T09:40:00.000Z'
  await Promise.all([station('Loket 1'), station('Loket 2')])
  expect(sent.map(({ to }) => to)).toEqual(['kadis@contoh.go.id', 'kabid@contoh.go.id'])
  expect(sent[0]?.subject).toBe('Laporan harian 19 November 2026 (CSV)')
  expect(sent[0]?.attachment?.fileName).toBe('laporan-harian-2026-11-19.csv')
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(2)
  expect(await runs()).toMatchObject([{ state: 'done', tries: 2 }])
})

it('never sends a mail again whose outcome nobody knows', async () => {
  await db.work.run(async ({ settings }) => {
    await settings.set(mailServerSetting, server)
    return ok(null)
  })
  await set({ formats: ['json'], target: { kind: 'mail', typed: 'kadis@contoh.go.id' } })
  now = '2026-11-19T09:30:00.000Z'
  verdict = { outcome: 'uncertain', reason: 'connection-lost', answer: null }
  await station()
  now = '2026-11-19T23:00:00.000Z'
  await station()
  expect(sent).toHaveLength(1)
  expect(await runs()).toMatchObject([{ state: 'failed', problem: 'mail-uncertain', nextTryAt: null }])
})

it('says of a mail that a station died over that it may have gone, and sends none twice', async () => {
  await db.work.run(async ({ settings }) => {
    await settings.set(mailServerSetting, server)
    return ok(null)
  })
  await set({ formats: ['json'], target: { kind: 'mail', typed: 'kadis@contoh.go.id' } })
  now = '2026-11-19T09:30:00.000Z'
  const died = Promise.withResolvers<undefined>()
  const dead = runnerOf('Loket 1', async (_message, _route, beforeEnd) => {
    await beforeEnd()
    died.resolve(undefined)
    return new Promise(() => undefined)
  })
  dead.start()
  await died.promise
  now = '2026-11-19T09:41:00.000Z'
  await station()
  expect(sent).toEqual([])
  expect(await runs()).toMatchObject([{ state: 'failed', problem: 'mail-uncertain', nextTryAt: null }])
})

it('sends the others their mail though the outcome of one is unknown, and goes on saying so', async () => {
  await db.work.run(async ({ settings }) => {
    await settings.set(mailServerSetting, server)
    return ok(null)
  })
  const typed = 'kadis@contoh.go.id\nkabid@contoh.go.id'
  await set({ formats: ['csv'], target: { kind: 'mail', typed } })
  now = '2026-11-19T09:30:00.000Z'
  verdict = { outcome: 'uncertain', reason: 'connection-lost', answer: null }
  verdictOf['kabid@contoh.go.id'] = { outcome: 'later', reason: 'server-busy', answer: null, of: 'server' }
  await station()
  expect(sent.map(({ to }) => to)).toEqual(['kadis@contoh.go.id'])
  expect(await runs()).toMatchObject([{ state: 'failed', problem: 'mail-uncertain' }])
  verdictOf['kabid@contoh.go.id'] = { outcome: 'sent', answer: '250 OK' }
  now = '2026-11-19T09:40:00.000Z'
  await station()
  expect(sent.map(({ to }) => to)).toEqual(['kadis@contoh.go.id', 'kabid@contoh.go.id'])
  expect(await runs()).toMatchObject([{ state: 'failed', problem: 'mail-uncertain', nextTryAt: null }])
})

it('puts a whole file in the place of one of its name', async () => {
  await mkdir(join(home, 'laporan'))
  await set({ formats: ['json'] })
  now = '2026-11-19T09:30:00.000Z'
  await station()
  const file = join(home, 'laporan', 'laporan-harian-2026-11-19.json')
  const text = await readFile(file, 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    kind: 'daily',
    from: '2026-11-19',
    asOf: '2026-11-19T09:30:00.000Z',
  })
  const put = await reportFolders.put(
    join(home, 'laporan'),
    'laporan-harian-2026-11-19.json',
    new Uint8Array([1]),
  )
  expect(put).toEqual({ ok: true })
  expect((await readFile(file)).length).toBe(1)
  expect(await readdir(join(home, 'laporan'))).toHaveLength(1)
})
