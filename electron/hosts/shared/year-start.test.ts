import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { IntakeForm } from '#domain/intake-form.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

const lastDay = '2026-12-30T02:00:00.000Z'
/** 1 January 2027 is a Friday: the year begins to work on Monday. */
const firstDay = '2027-01-04T02:00:00.000Z'
const overseer = { username: 'supervisor', password: 'kunci-loket-2026' }

let at: OfficeAtWork
const open = async (profile: string, now = lastDay) => {
  at = await openOfficeAtWork(profile, { now })
  return at
}
afterEach(() => at.close())

const someone = (n: number): Partial<IntakeForm> => ({
  nik: `617104470894${String(7300 + n)}`,
  name: `Ratih Sambas ${'ABCDEFGH'.charAt(n)}`,
})

const isNumbered = ({ product }: Awaited<ReturnType<OfficeAtWork['read']>>) =>
  product?.number !== null && product?.number !== undefined

const textsOf = async (series: string, scope: string) =>
  (await at.besides.queries.numberRegister(series, scope)).map((one) => one.text)

describe('the first working day of a year', () => {
  it('begins every series of the year at 1; what was filed last year keeps its number and is numbered this year', async () => {
    await open('pontianak')
    const before = await at.takeIn(someone(1))
    await at.takeIn(someone(2))
    at.goTo(firstDay)
    const after = await at.takeIn(someone(3))
    const permit = await at.walk(before, isNumbered)
    expect(permit.registrationNumber).toMatchObject({ text: 'P-2026-000001', scope: '2026' })
    expect(permit.product?.number).toMatchObject({ serial: 1, scope: 'SIPD/2027' })
    expect(permit.product?.number?.text).toMatch(/\/2027$/)
    expect((await at.read(after)).registrationNumber).toMatchObject({ text: 'P-2027-000001', scope: '2027' })
    expect(await textsOf('pendaftaran', '2026')).toEqual(['P-2026-000001', 'P-2026-000002'])
    expect(await textsOf('pendaftaran', '2027')).toEqual(['P-2027-000001'])
    expect(await textsOf('izin', 'SIPD/2026')).toEqual([])
    const series = await (await at.as('admin')).numbers.series.query()
    const shown = (scope: string) => series.find((one) => one.series === 'pendaftaran' && one.scope === scope)
    expect(shown('2026')).toMatchObject({ running: false, last: 2, next: null })
    expect(shown('2027')).toMatchObject({ running: true, last: 1, next: 'P-2027-000002' })
    expect(await at.damages()).toEqual([])
  })

  it('still prints and finds what was numbered last year under the number of that year', async () => {
    await open('pontianak')
    const id = await at.takeIn(someone(1))
    const printed = await at.walk(id, ({ prints }) => prints.permit !== undefined)
    const text = printed.product?.number?.text ?? ''
    expect(text).toMatch(/\/2026$/)
    at.goTo(firstDay)
    const desk = await at.as('print-desk')
    expect(
      await desk.dossiers.print.mutate({
        applicationId: id,
        printerId: null,
        reason: 'Lembar rusak',
        consentLater: true,
      }),
    ).toMatchObject({ ok: true })
    expect((await at.read(id)).product?.number?.text).toBe(text)
    const found = await (await at.as('front-office')).search.find.query({ text: text.toLowerCase() })
    expect(found.map((one) => one.id)).toEqual([id])
  })

  it('counts a promise over the new year without its holidays and days off', async () => {
    await open('tanjungpinang')
    const id = await at.takeIn({ ...someone(1), permitTypeCode: 'SIPOP' })
    const accepted = await at.walk(id, (state) => state.acceptedAt !== null)
    // Thursday 31 December, Monday 4 January; Friday 1 and Tuesday 5 January are holidays; Wednesday 6 January.
    expect(accepted.dueOn).toBe('2027-01-06')
    at.goTo(firstDay)
    const clocks = await (await at.as('front-office')).dossiers.clocks.query({ id })
    expect(clocks?.days.map((one) => one.date)).toContain('2027-01-01')
  })

  it('has the report and the register of each year by itself', async () => {
    await open('pontianak')
    await at.takeIn(someone(1))
    at.goTo(firstDay)
    await at.takeIn(someone(2))
    await at.takeIn(someone(3))
    const supervisor = await at.as('supervisor')
    const received = async (day: string) => (await supervisor.reports.daily.query({ day })).total.received
    expect(await received('2026-12-30')).toBe(1)
    expect(await received('2027-01-04')).toBe(2)
  })

  it('takes an applicant of the last days in on a form of last year, and refuses that form to one of this year', async () => {
    await open('pontianak')
    const counter = await at.as('front-office')
    const reserved = await counter.blankForms.reserve.mutate({
      batchId: randomUUID(),
      count: 2,
      counter: 'Loket 2',
      printerId: null,
    })
    expect(reserved).toMatchObject({ ok: true, value: { numbers: ['P-2026-000001', 'P-2026-000002'] } })
    at.goTo('2027-01-04T06:00:00.000Z')
    const enter = async (formNumber: string, lateDay: string, n: number) => {
      const window = await at.as('front-office')
      const form = await at.fill({
        ...someone(n),
        lateEntry: true,
        lateDay,
        lateTime: '10.15',
        lateReason: 'Listrik padam',
        formNumber,
      })
      const { applicationId } = await window.intake.begin.mutate()
      return window.intake.register.mutate({
        applicationId,
        draftId: null,
        form,
        printerId: null,
        consent: overseer,
      })
    }
    expect(await enter('P-2026-000001', '30-12-2026', 1)).toMatchObject({
      ok: true,
      value: { registrationNumber: 'P-2026-000001' },
    })
    expect(await enter('P-2026-000002', '04-01-2027', 2)).toMatchObject({
      refusal: {
        code: 'form-incomplete',
        fields: [{ field: 'formNumber', refusal: { code: 'form-of-other-scope', filedOn: '2027-01-04' } }],
      },
    })
    expect(await enter('', '04-01-2027', 2)).toMatchObject({
      ok: true,
      value: { registrationNumber: 'P-2027-000001' },
    })
    expect(await at.damages()).toEqual([])
  })
})

describe('the calendar of a coming year', () => {
  it('that nobody has entered is asked for in December, of whoever answers for promises, until it is there', async () => {
    await open('tanjungpinang', '2027-12-01T02:00:00.000Z')
    const asked = async (role: string) =>
      (await (await at.as(role)).reports.today.query()).calendarYearToEnter
    expect(await asked('division-head')).toBe(2028)
    expect(await asked('admin')).toBe(2028)
    expect(await asked('front-office')).toBeNull()
    const admin = await at.as('admin')
    const holiday = { type: 'national-holiday', name: 'Tahun Baru Masehi', estimated: false } as const
    const enter = async (day: number) => {
      const date = `2028-01-${String(day).padStart(2, '0')}`
      const entered = await admin.calendar.changeDay.mutate({ date, holiday, source: 'SKB 3 Menteri' })
      expect(entered).toMatchObject({ ok: true })
    }
    await enter(1)
    expect(await asked('division-head')).toBe(2028)
    expect(await admin.calendar.year.query({ year: 2028 })).toMatchObject({ national: 1, whole: false })
    for (let day = 2; day <= 14; day += 1) await enter(day)
    expect(await admin.calendar.year.query({ year: 2028 })).toMatchObject({ national: 14, whole: true })
    expect(await asked('division-head')).toBeNull()
  })

  it('that is unknown is said beside the promise that reaches into it', async () => {
    await open('tanjungpinang', '2027-12-30T02:00:00.000Z')
    const counter = await at.as('front-office')
    const form = await at.fill(someone(1))
    const { promise } = await counter.intake.outlook.query({ form, columns: 48 })
    expect(promise.label).toContain('Hari libur 2028 belum lengkap')
    at.goTo('2027-12-01T02:00:00.000Z')
    const early = await (await at.as('front-office')).intake.outlook.query({ form, columns: 48 })
    expect(early.promise.label).not.toContain('belum lengkap')
  })
})
