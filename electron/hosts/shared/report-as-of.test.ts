import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { instant } from '#domain/testing/builders.ts'
import type { BookTask } from '#ports/book-renderer.ts'
import { createReportFiles } from '#services/report-files.ts'
import { readOffice } from './read-office.ts'
import { renderBook } from './render-book.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
let evening = ''
const day = '2026-11-19'
const kinds = ['daily', 'register-in', 'register-out', 'skm'] as const

beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

async function bytesOf(path: string): Promise<Buffer> {
  const answer = await desk.office.fetch('supervisor', path)
  expect(answer.status, path).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

/** Every report of the day that has the same bytes each time, as it was known in the evening. */
async function papersOf(asOf: string): Promise<ReadonlyMap<string, Buffer>> {
  const papers = new Map<string, Buffer>()
  for (const kind of kinds)
    for (const format of ['pdf', 'csv', 'json'])
      papers.set(`${kind}.${format}`, await bytesOf(`/files/report/${kind}/${day}.${format}?asOf=${asOf}`))
  return papers
}

async function issue(nik: string, name: string): Promise<string> {
  const id = await desk.takeIn({ nik, name, nameOnPermit: '' })
  await desk.toPrintDesk(id)
  await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
  await desk.printLetter(id)
  await desk.printDesk.dossiers.sign.mutate({ applicationId: id, stage: null, on: officeDate(day) })
  const moved = await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')
  if (!moved.ok) throw new Error(moved.refusal.code)
  return id
}

interface Book {
  readonly figures: Readonly<Record<string, number>>
  readonly tables: readonly {
    readonly key: string
    readonly rows: readonly Readonly<Record<string, unknown>>[]
  }[]
}
const bookOf = async (path: string): Promise<Book> =>
  JSON.parse((await bytesOf(path)).toString('utf8')) as Book
const rowsOf = (book: Book, key: string) => book.tables.find((one) => one.key === key)?.rows ?? []

describe('the report of a past day', () => {
  it('has the same bytes after everything that happened later, and says it otherwise only as known later', async () => {
    const issued = await issue('6171044708940301', 'Kinanti Sebangki')
    const waiting = await desk.takeIn({ nik: '6171044708940302', name: 'Bagas Tirtamulya', nameOnPermit: '' })
    evening = new Date(desk.office.now() + 1000).toISOString()
    desk.office.setTime(evening)
    const before = await papersOf(evening)

    // The name was wrong, a third one came, and the next day the permit is handed over by somebody who then leaves.
    const found = await desk.counter.corrections.form.query({ applicationId: waiting })
    if (!found) throw new Error('the dossier has no form')
    const corrected = await desk.counter.corrections.save.mutate({
      applicationId: waiting,
      correctionId: randomUUID(),
      seenCorrections: found.corrections,
      form: { ...found.form, name: 'Bagas Tirtamulia', nameOnPermit: '' },
      reason: 'salah ketik saat diterima',
      consent: null,
      printerId: null,
    })
    expect(corrected.ok).toBe(true)
    await desk.takeIn({ nik: '6171044708940303', name: 'Ratna Landak' })
    desk.office.setTime('2026-11-20T02:00:00.000Z')
    await Promise.all(['front-office', 'supervisor', 'admin'].map((one) => desk.signIn(one)))
    const handed = await desk.counter.handover.handOver.mutate({
      applicationId: issued,
      receivedBy: 'Ratna Sekayam',
      relation: 'Istri',
      receiverNik: null,
      identity: { card: 'ktp', letterOfAuthority: true },
      printerId: null,
    })
    expect(handed.ok).toBe(true)
    const users = await desk.admin.administration.users.query()
    const clerk = users.find((one) => one.username === 'print-desk')
    if (!clerk) throw new Error('the clerk is not known')
    const left = await desk.admin.administration.saveUser.mutate({
      ...clerk,
      name: 'Nama Lain',
      password: null,
      active: false,
    })
    expect(left.ok).toBe(true)

    const after = await papersOf(evening)
    for (const [name, bytes] of before) expect(after.get(name)?.equals(bytes), name).toBe(true)

    const now = await bookOf(`/files/report/daily/${day}.json`)
    const then = JSON.parse(before.get('daily.json')?.toString('utf8') ?? '') as Book
    expect([then.figures['received'], now.figures['received']]).toEqual([2, 3])
    const register = await bookOf(`/files/report/register-in/${day}.json`)
    const registerThen = JSON.parse(before.get('register-in.json')?.toString('utf8') ?? '') as Book
    expect(rowsOf(registerThen, 'incoming').map((one) => one['holder'])).toContain('Bagas Tirtamulya')
    expect(rowsOf(register, 'incoming').map((one) => one['holder'])).toContain('Bagas Tirtamulia')
    const outgoing = await bookOf(`/files/report/register-out/${day}.json`)
    expect(rowsOf(outgoing, 'outgoing')[0]).toMatchObject({ 'received-by': 'Ratna Sekayam' })
  })

  it('is the same for whoever reads the data folder beside the running application', async () => {
    const opened = await readOffice({ dataDir: desk.office.dataDir, databaseUrl: null })
    try {
      const { office, queries } = opened
      const books = { renderBook: (task: BookTask) => renderBook({ task, port: null }) }
      const asOf = instant(evening)
      const days = { from: officeDate(day), through: officeDate(day) }
      const order = { kind: 'daily', days, asOf, today: officeDate('2026-11-20') } as const
      for (const format of ['pdf', 'csv', 'json'] as const) {
        const file = await createReportFiles({ office, queries, books }).make({ ...order, format })
        const shown = await bytesOf(`/files/report/daily/${day}.${format}?asOf=${evening}`)
        expect(shown.equals(file.bytes), format).toBe(true)
      }
      expect((await queries.lastRecorded()) ?? '').toMatch(/^2026-11-20/)
    } finally {
      await opened.close()
    }
  })

  it('counts what a plain count of the events says', async () => {
    const zone = `'+7 hours'`
    const [taken] = await desk.sql<{ n: number }>(
      `SELECT count(*) AS n FROM application_events WHERE action = 'registered' AND date(at, ${zone}) = '${day}'`,
    )
    const [known] = await desk.sql<{ n: number }>(
      `SELECT count(*) AS n FROM application_events WHERE action = 'registered' AND at < '${evening}'`,
    )
    const [finished] = await desk.sql<{ n: number }>(
      `SELECT count(*) AS n FROM applications WHERE date(issued_at, ${zone}) = '${day}'`,
    )
    const [numbers] = await desk.sql<{ n: number }>(
      `SELECT count(*) AS n FROM official_numbers WHERE document = 'receipt' AND date(taken_at, ${zone}) = '${day}'`,
    )
    const now = await bookOf(`/files/report/daily/${day}.json`)
    const then = await bookOf(`/files/report/daily/${day}.json?asOf=${evening}`)
    const register = await bookOf(`/files/report/register-in/${day}.json`)
    expect([now.figures['received'], then.figures['received']]).toEqual([taken?.n, known?.n])
    expect(now.figures['issued']).toBe(finished?.n)
    expect(rowsOf(now, 'issued')).toHaveLength(finished?.n ?? -1)
    expect(register.figures['numbers']).toBe(numbers?.n)
    expect(rowsOf(register, 'incoming')).toHaveLength(numbers?.n ?? -1)
  })
})
