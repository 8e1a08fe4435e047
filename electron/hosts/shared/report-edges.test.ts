import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bookKinds, type BookKind } from '#domain/documents/book-kinds.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

/** Thursday, 09.24 at the office. */
const thursday = '2026-11-19T02:24:00.000Z'
const wib = (text: string) => new Date(`${text}:00.000+07:00`).toISOString()

let at: OfficeAtWork
beforeEach(async () => {
  at = await openOfficeAtWork('seruyan', { now: thursday })
})
afterEach(() => at.close())

const someone = (n: number): Partial<IntakeForm> => ({
  permitTypeCode: at.profile.offers[0]?.code ?? '',
  nik: `620711470894${String(7100 + n)}`,
  name: `Ratih Seruyan ${'ABCDEFGH'.charAt(n)}`,
})
const days = (from: string, through = from) => ({ from: officeDate(from), through: officeDate(through) })
const supervisor = () => at.as('division-head')
const received = async (day: string) =>
  (await (await supervisor()).reports.daily.query({ day: officeDate(day) })).total.received
const accepted = (id: string) => at.walk(id, ({ acceptedAt }) => acceptedAt !== null)
const bookOf = async (kind: BookKind, from: string, through = from) => {
  await supervisor()
  const answer = await at.office.fetch('division-head', `/files/report/${kind}/${from}..${through}.json`)
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as { readonly tables: readonly unknown[] }
}

describe('reports at the edges of time', () => {
  it('of a clock two days ahead stay as they were written, and the books say so once the clock is right', async () => {
    at.goTo(wib('2026-11-21T09:00'))
    await at.takeIn(someone(1))
    expect((await (await supervisor()).figures.alarms.query()).booksAhead).toBeNull()
    at.goTo(wib('2026-11-19T10:00'))
    const told = (await (await supervisor()).figures.alarms.query()).booksAhead
    expect(told?.slice(0, 10)).toBe('2026-11-21')
    await at.takeIn(someone(2))
    expect(await Promise.all([received('2026-11-19'), received('2026-11-21')])).toEqual([1, 1])
    // What the wrong clock wrote is not known yet by reports of today.
    const { total } = await (
      await supervisor()
    ).figures.period.query({
      ...days('2026-11-19', '2026-11-21'),
      by: null,
      per: 'day',
      where: {},
      asOf: wib('2026-11-19T12:00'),
    })
    expect(total.received).toBe(1)
    expect(await at.damages()).toEqual([])
  })

  it('count a holiday that is added after a day was promised: promise, alarm, working time and report follow', async () => {
    const id = await at.takeIn(someone(1))
    const before = await accepted(id)
    expect(before.dueOn).toBe('2026-11-26')
    at.goTo(wib('2026-11-25T09:00'))
    const near = await (await supervisor()).figures.alarms.query()
    expect(near.rows.map(({ alarms }) => alarms[0]?.text)).toEqual(['Tinggal 1 hari kerja dari janji'])
    const changed = await (
      await at.as('admin')
    ).calendar.changeDay.mutate({
      date: officeDate('2026-11-23'),
      holiday: { type: 'office-closed', name: 'Banjir', estimated: false },
      source: 'SE Bupati 12/2026',
    })
    expect(changed.ok).toBe(true)
    const after = await at.read(id)
    expect(after.dueOn).toBe('2026-11-27')
    expect((await (await supervisor()).figures.alarms.query()).rows).toEqual([])
    const clocks = await (await supervisor()).dossiers.clocks.query({ id })
    expect(clocks?.days.find(({ date }) => date === '2026-11-23')).toMatchObject({
      counted: false,
      why: 'Kantor tutup: Banjir',
    })
    at.goTo(wib('2026-12-01T09:00'))
    const { late } = await (await supervisor()).figures.time.query(days('2026-12-01'))
    expect(late).toMatchObject([{ promisedOn: '2026-11-27', late: 2, decidedOn: null }])
    expect(late[0]?.dossier.promiseChanged).toContain('Banjir')
  })

  it('compare this morning with the same morning a week ago, not with its whole day', async () => {
    await at.takeIn(someone(1))
    at.goTo(wib('2026-11-19T14:00'))
    await at.takeIn(someone(2))
    at.goTo(wib('2026-11-26T10:00'))
    await at.takeIn(someone(3))
    const head = await supervisor()
    expect((await head.overview.now.query()).figures.received).toEqual({ now: 1, before: 1 })
    expect((await head.reports.today.query()).before.received).toBe(1)
    at.goTo(wib('2026-11-26T14:30'))
    expect((await (await supervisor()).overview.now.query()).figures.received).toEqual({ now: 1, before: 2 })
  })

  it('give what was done a minute before midnight at the office to its day, and the next minute to the next', async () => {
    at.goTo(wib('2026-11-19T23:58'))
    await at.takeIn(someone(1))
    at.goTo(wib('2026-11-20T00:00'))
    await at.takeIn(someone(2))
    expect(await Promise.all([received('2026-11-19'), received('2026-11-20')])).toEqual([1, 1])
  })

  it('of an empty day are empty, whole and of every kind', async () => {
    const report = await (await supervisor()).figures.time.query(days('2026-11-15'))
    expect(report).toMatchObject({ decided: { count: 0, times: null, paused: null }, stages: [], late: [] })
    for (const kind of bookKinds) {
      const { tables } = await bookOf(kind, '2026-11-15')
      // A year's recap leaves out the figures of which it has nothing, and so all of them.
      expect(tables.length > 0 || kind === 'recap', kind).toBe(true)
      for (const format of ['pdf', 'xlsx', 'csv'] as const) {
        const answer = await at.office.fetch('division-head', `/files/report/${kind}/2026-11-15.${format}`)
        expect([answer.status, (await answer.arrayBuffer()).byteLength > 20], `${kind}.${format}`).toEqual([
          200,
          true,
        ])
      }
    }
  })

  it('of the days around a new year have both series of numbers, each from 1 and without a gap', async () => {
    at.goTo(wib('2026-12-30T09:00'))
    await at.takeIn(someone(1))
    at.goTo(wib('2027-01-04T09:00'))
    await at.takeIn(someone(2))
    const register = await bookOf('register-in', '2026-12-30', '2027-01-04')
    const [incoming] = register.tables as readonly {
      readonly rows: readonly { readonly number: string }[]
      readonly notes: readonly string[]
    }[]
    expect(incoming?.rows.map(({ number }) => number.replace(/^.*?(\d{4}.*)$/, '$1'))).toEqual([
      '2026-000001',
      '2027-000001',
    ])
    expect(incoming?.notes).toContain('Nomor berurutan, tidak ada yang terlompati.')
    expect(
      await Promise.all([received('2026-12-30'), received('2027-01-01'), received('2027-01-04')]),
    ).toEqual([1, 0, 1])
  })

  it('of a month under way are compared with as many days of the month before and of last year, and say so', async () => {
    at.goTo(wib('2026-10-30T09:00'))
    await at.takeIn(someone(1))
    at.goTo(wib('2026-11-19T09:00'))
    await at.takeIn(someone(2))
    const shown = await (
      await supervisor()
    ).figures.period.query({
      ...days('2026-11-01', '2026-11-30'),
      by: null,
      per: 'day',
      where: {},
      asOf: null,
    })
    expect(shown).toMatchObject({
      running: days('2026-11-01', '2026-11-19'),
      before: { days: days('2026-10-01', '2026-10-19'), total: { received: 0 } },
      lastYear: { days: days('2025-11-01', '2025-11-19') },
    })
    const book = (await bookOf('period', '2026-11-01', '2026-11-30')) as {
      readonly remarks?: readonly string[]
    }
    expect(book.remarks).toEqual([
      'Masa ini masih berjalan: 1–19 November 2026 dibanding 1–19 Oktober 2026 dan 1–19 November 2025.',
    ])
    // Once it is over the whole of it is compared with the whole of the other.
    at.goTo(wib('2026-12-01T09:00'))
    const whole = await (
      await supervisor()
    ).figures.period.query({
      ...days('2026-11-01', '2026-11-30'),
      by: null,
      per: 'day',
      where: {},
      asOf: null,
    })
    expect(whole).toMatchObject({ running: null, before: { total: { received: 1 } } })
  })

  it('of 29 February and of a year with it have that day', async () => {
    at.goTo(wib('2028-02-29T09:00'))
    await at.takeIn(someone(1))
    expect(await received('2028-02-29')).toBe(1)
    const { before, lastYear } = await (
      await supervisor()
    ).figures.period.query({
      ...days('2028-02-01', '2028-02-29'),
      by: null,
      per: 'month',
      where: {},
      asOf: null,
    })
    expect([before.days, lastYear.days]).toEqual([
      days('2028-01-01', '2028-01-31'),
      days('2027-02-01', '2027-02-28'),
    ])
  })

  it('name whoever worked also when the person may not sign in any more', async () => {
    const id = await at.takeIn(someone(1))
    await accepted(id)
    const admin = await at.as('admin')
    const clerk = (await admin.administration.users.query()).find(
      ({ username }) => username === 'front-office',
    )
    if (!clerk) throw new Error('nobody takes in')
    const { name, roles, counter } = clerk
    const saved = await admin.administration.saveUser.mutate({
      id: clerk.id,
      username: 'front-office',
      name,
      password: null,
      roles,
      counter,
      active: false,
    })
    expect(saved.ok).toBe(true)
    const { groups } = await (
      await supervisor()
    ).figures.period.query({ ...days('2026-11-19'), by: 'clerk', per: 'day', where: {}, asOf: null })
    expect(groups.map(({ label }) => label)).toContain(name)
    expect((await (await supervisor()).figures.time.query(days('2026-11-19'))).stages.length).toBeGreaterThan(
      0,
    )
  })

  it('never make a formula of what somebody typed, in a spreadsheet as in a CSV', async () => {
    const places = ['=1+1 Klinik', '+62 Klinik', '-Klinik Tepi', '@Klinik Tengah']
    for (const [n, facilityName] of places.entries()) await at.takeIn({ ...someone(n + 1), facilityName })
    await supervisor()
    const fileOf = async (format: 'xlsx' | 'csv') => {
      const answer = await at.office.fetch('division-head', `/files/report/register-in/2026-11-19.${format}`)
      return Buffer.from(await answer.arrayBuffer())
    }
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await fileOf('xlsx')) as never)
    const cells: ExcelJS.Cell[] = []
    for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => void cells.push(cell)))
    const csv = (await fileOf('csv')).toString('utf8')
    for (const place of places) {
      const found = cells.filter(({ value }) => value === place)
      expect(
        found.map(({ type }) => type),
        place,
      ).toContain(ExcelJS.ValueType.String)
      expect(csv).toContain(`;'${place};`)
    }
    // Whatever formula there is, is the program's own sum.
    const formulas = cells.flatMap(({ formula }) => formula ?? [])
    expect(formulas.filter((one) => !/^(SUBTOTAL|SUM|COUNTA)\(/.test(one))).toEqual([])
  })
})
