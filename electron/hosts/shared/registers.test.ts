import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readableRegisters, type ReadableRegister } from '#contract/registers.ts'
import { registerKinds } from '#domain/documents/book-kinds.ts'
import { officeDate } from '#domain/office-date.ts'
import { parseInstant } from '#domain/instant.ts'
import { readOfficeFiles } from './office-files.ts'
import { registerBooks, registerReaders } from '#services/register-books.ts'
import { openCounterDesk, type Client, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
let supervisor: Client
beforeAll(async () => {
  desk = await openCounterDesk()
  supervisor = await desk.signIn('supervisor')
})
afterAll(() => desk.close())

const november = { from: officeDate('2026-11-01'), through: officeDate('2026-11-30') }

const read = (kind: ReadableRegister) => supervisor.registers.read.query({ kind, ...november })

const table = async (kind: ReadableRegister, key: string) => {
  const found = (await read(kind)).tables.find((one) => one.key === key)
  if (!found) throw new Error(`${kind} has no table ${key}`)
  return found
}

const complain = async (topic: string, change: object = {}) => {
  const entered = await desk.counter.complaints.enter.mutate({
    id: crypto.randomUUID(),
    form: {
      channel: 'counter',
      receivedOn: '12-11-2026',
      anonymous: false,
      name: 'Sari Kapuasari',
      contact: '',
      topic,
      text: 'NIK 6171044708948301 salah ketik.',
      applicationId: null,
      ...change,
    },
  })
  if (!entered.ok) throw new Error(JSON.stringify(entered.refusal))
  return entered.value
}

describe('registers of the office', () => {
  it('are all read, also of an office in which nothing has happened yet', async () => {
    for (const kind of readableRegisters) expect((await read(kind)).tables.length).toBeGreaterThan(0)
    const refusals = await read('register-refusals')
    expect(refusals.gaps).toEqual({ sentence: 'Nomor berurutan, tidak ada yang terlompati.', complete: true })
  })

  it('have every voided number of any series, with its reason and who said so', async () => {
    const entered = await desk.counter.dispatch.enter.mutate({
      id: crypto.randomUUID(),
      form: {
        kind: 'dossier-copy',
        letterNumber: '',
        subject: '',
        registrationNumber: '',
        recipient: 'Dinas Kesehatan',
        broughtBy: 'Sugeng',
      },
    })
    if (!entered.ok) throw new Error(entered.refusal.code)
    await desk.counter.dispatch.void.mutate({ id: entered.value.id, reason: 'salah tujuan' })
    const { rows } = await table('register-voids', 'register-voids')
    const line = rows.find(({ cells }) => cells.includes(entered.value.number))
    expect(line?.cells).toEqual(expect.arrayContaining(['Buku ekspedisi', 'salah tujuan']))
    expect(line?.cells.at(-1)).toBeTruthy()
  })

  it('check every series of the days, and say where a number lacks', async () => {
    await desk.takeIn({ nik: '6171044708948302' })
    const { gaps, tables } = await read('register-voids')
    expect(gaps).toMatchObject({ complete: true })
    const series = tables.find(({ key }) => key === 'series')
    const names = series?.rows.map(({ cells }) => cells[0])
    expect(names).toEqual(expect.arrayContaining(['Nomor permohonan', 'Nomor buku ekspedisi']))
    const files = readOfficeFiles('assets', 'pontianak')
    if (!files.ok) throw new Error('the data files of Pontianak are broken')
    // The same numbers without one of them, as a damaged register would have them.
    const { queries } = desk.besides
    const without = {
      ...queries,
      numberSpans: async (...asked: Parameters<typeof queries.numberSpans>) =>
        (await queries.numberSpans(...asked)).map((one) =>
          one.series === 'pendaftaran' ? { ...one, first: 0, given: one.given } : one,
        ),
      listNumbersTaken: async (...asked: Parameters<typeof queries.listNumbersTaken>) => {
        const [line, ...others] = await queries.listNumbersTaken(...asked)
        if (!line) return []
        return [{ ...line, serial: line.serial - 2 }, ...others, line]
      },
    }
    const order = { days: november, asOf: parseLate(), today: november.through }
    const damaged = await registerReaders({ office: files.value.office, queries: without })['register-voids'](
      order,
    )
    expect(damaged.gaps?.sentence).toMatch(/^Nomor permohonan: Nomor urut /)
    expect(damaged.gaps?.complete).toBe(false)
  })

  it('open the dossier of each line of what came in', async () => {
    const id = await desk.takeIn({ nik: '6171044708948303' })
    const { rows } = await table('register-in', 'incoming')
    expect(rows.map(({ applicationId }) => applicationId)).toContain(id)
    expect((await read('register-out')).gaps).toBeNull()
  })

  it('count complaints by topic and channel, and each group is the sum of its lines', async () => {
    const applicationId = await desk.takeIn({ nik: '6171044708948301' })
    const first = await complain('waktu', { applicationId })
    await complain('waktu')
    await complain('sarana', { anonymous: true, name: '', channel: 'box' })
    const { id } = first
    const act = { id, actId: crypto.randomUUID(), after: 0, text: 'Ya.', via: 'Telepon' }
    await desk.counter.complaints.act.mutate({ ...act, action: 'answered' })
    const list = await table('complaints', 'complaints')
    for (const [key, column] of [
      ['topics', 'topic'],
      ['channels', 'channel'],
    ] as const) {
      const at = list.columns.findIndex((one) => one.key === column)
      for (const { cells } of (await table('complaints', key)).rows)
        expect(list.rows.filter((row) => row.cells[at] === cells[0])).toHaveLength(Number(cells[1]))
    }
    const line = list.rows.find((row) => row.cells.includes(first.number))
    expect(line).toMatchObject({ applicationId })
    // Thursday to Thursday: five working days.
    expect(line?.cells).toContain(5)
    expect(JSON.stringify(list)).not.toMatch(/Kapuasari|6171044708948301/)
    const { figures } = await read('complaints')
    expect(figures.find(({ key }) => key === 'median-days')?.value).toBe(5)
  })

  it('as of a moment know nothing that came later', async () => {
    const complaint = await complain('petugas')
    const files = readOfficeFiles('assets', 'pontianak')
    const early = parseInstant('2026-11-18T00:00:00.000Z')
    if (!files.ok || !early.ok) throw new Error('the data files of Pontianak are broken')
    const books = registerBooks({
      office: files.value.office,
      queries: desk.besides.queries,
      calendar: { shipped: files.value.office.profile.calendar },
    })
    const order = { days: november, asOf: early.value, today: november.through }
    for (const kind of registerKinds)
      expect(JSON.stringify(await books[kind](order))).not.toContain(complaint.number)
    const late = { ...order, asOf: parseLate() }
    expect(JSON.stringify(await books.complaints(late))).toContain(complaint.number)
  })
})

function parseLate() {
  const late = parseInstant('2027-01-01T00:00:00.000Z')
  if (!late.ok) throw new Error('no moment')
  return late.value
}
