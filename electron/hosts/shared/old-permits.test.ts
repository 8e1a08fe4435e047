import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { factKinds } from '#domain/report-facts.ts'
import { emptyOldPermitRow, type OldPermitRow } from '#domain/old-permit-columns.ts'
import { openCounterDesk, type Client, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const nikOf = (n: number): string => `617104470894${String(n).padStart(4, '0')}`
const oldPermit = (n: number, change: Partial<OldPermitRow> = {}): OldPermitRow => ({
  ...emptyOldPermitRow,
  number: `446/${n}/SIPD/2024`,
  type: 'SIPD',
  issuedOn: '14-03-2024',
  validUntil: '14-03-2029',
  nik: nikOf(n),
  name: 'dr. Kinanti Sebangki',
  placeName: 'RSUD Kota Pontianak',
  ...change,
})
const carry = async (
  rows: readonly OldPermitRow[],
  importedFrom: string | null = null,
  by: Client = desk.supervisor,
) => {
  const answer = await by.beginning.carryPermits.mutate({ rows: [...rows], importedFrom })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
const enter = async (row: OldPermitRow): Promise<string> => {
  const [one] = await carry([row])
  if (one?.outcome !== 'entered' || one.applicationId === null) throw new Error(JSON.stringify(one))
  return one.applicationId
}
const register = async (change: Parameters<CounterDesk['fill']>[0]) => {
  const { applicationId } = await desk.counter.intake.begin.mutate()
  const form = await desk.fill(change)
  return desk.counter.intake.register.mutate({ applicationId, draftId: null, form, printerId: null })
}

describe('a permit that was given before this program', () => {
  it('is offered for renewal with what is printed on it, and counts as a place of its holder', async () => {
    const id = await enter(oldPermit(601))
    const [held] = await desk.counter.intake.earlierPermits.query({
      nik: nikOf(601),
      permitTypeCode: 'SIPD',
      kind: 'renewal',
    })
    expect(held).toMatchObject({
      applicationId: id,
      number: '446/601/SIPD/2024',
      issuedOn: '2024-03-14',
      validUntil: '2029-03-14',
      status: 'active',
      reason: null,
      facilityName: 'RSUD Kota Pontianak',
    })
    const again = await register({ nik: nikOf(601), facilityName: 'R.S.U.D. KOTA PONTIANAK' })
    expect(again).toMatchObject({ refusal: { code: 'place-held-already', number: '446/601/SIPD/2024' } })
    const renewed = await register({
      ...held?.form,
      nik: nikOf(601),
      kind: 'renewal',
      permitTypeCode: 'SIPD',
      targetPermitId: held?.permitId ?? null,
    })
    expect(renewed).toMatchObject({ ok: true })
  })

  it('ends with the paper that renews it, under both histories', async () => {
    const id = await enter(oldPermit(602))
    const [held] = await desk.counter.intake.earlierPermits.query({
      nik: nikOf(602),
      permitTypeCode: 'SIPD',
      kind: 'renewal',
    })
    const renewal = await desk.takeIn({
      ...held?.form,
      nik: nikOf(602),
      kind: 'renewal',
      permitTypeCode: 'SIPD',
      targetPermitId: held?.permitId ?? null,
    })
    await desk.toPrintDesk(renewal)
    await desk.printDesk.dossiers.number.mutate({ applicationId: renewal, stage: null })
    await desk.printLetter(renewal)
    await desk.printDesk.dossiers.sign.mutate({
      applicationId: renewal,
      stage: null,
      on: '2026-11-19' as never,
    })
    expect(await desk.act(desk.printDesk, renewal, 'pencetakan', 'terbitkan')).toMatchObject({ ok: true })
    const old = await desk.besides.queries.findApplication(id)
    expect(old?.permitEnd).toMatchObject({ status: 'renewed', byApplicationId: renewal })
  })

  it('keeps its own validity, also from before any law of the catalogue', async () => {
    const id = await enter(oldPermit(603, { issuedOn: '02-01-2019', validUntil: '02-01-2024' }))
    const shown = await desk.counter.dossiers.get.query({ id })
    expect(shown.line.status).toBe('handed-over')
    const permits = await desk.counter.intake.earlierPermits.query({
      nik: nikOf(603),
      permitTypeCode: 'SIPD',
      kind: 'renewal',
    })
    expect(permits).toMatchObject([{ status: 'expired', validUntil: '2024-01-02' }])
  })

  it('was revoked in the old book, and frees its place', async () => {
    await enter(oldPermit(604, { revokedOn: '01-02-2025', revokedBy: 'SK 12/2025' }))
    expect(await register({ nik: nikOf(604) })).toMatchObject({ ok: true })
  })

  it('is entered once: the same line changes nothing, another holder or clerk hears who has the number', async () => {
    const id = await enter(oldPermit(605))
    expect(await carry([oldPermit(605)], 'izin.xlsx')).toEqual([
      { outcome: 'known', applicationId: id, number: '446/605/SIPD/2024' },
    ])
    const other = oldPermit(605, { nik: nikOf(606), name: 'dr. Sari Lain' })
    expect(await carry([other], null, desk.admin)).toMatchObject([
      {
        outcome: 'refused',
        problems: [{ column: 'number', refusal: { code: 'old-number-taken', by: 'Petugas Kepala Bidang' } }],
      },
    ])
    const both = await Promise.all([
      carry([oldPermit(607)]),
      carry([oldPermit(607, { nik: nikOf(608), name: 'dr. Tari Kedua' })], null, desk.admin),
    ])
    expect(
      both
        .flat()
        .map((one) => one.outcome)
        .toSorted(),
    ).toEqual(['entered', 'refused'])
  })

  it('says of each line which cells are wrong, and takes the good ones', async () => {
    const rows = [
      oldPermit(611),
      oldPermit(612, { type: 'SIPX', nik: '6171' }),
      oldPermit(613, { issuedOn: '31-02-2024' }),
      oldPermit(614, { nik: '6,1711E+15' }),
      oldPermit(615, { nik: nikOf(611), name: 'Bambang Lain' }),
    ]
    const outcomes = await carry(rows, 'izin.csv')
    expect(
      outcomes.map((one) =>
        one.outcome === 'refused' ? one.problems.map((it) => `${it.column} ${it.refusal.code}`) : one.outcome,
      ),
    ).toEqual([
      'entered',
      ['type old-type-unknown', 'nik nik-length'],
      ['issuedOn date-not-in-calendar'],
      ['nik old-cell-rounded'],
      ['nik old-holder-differs'],
    ])
    const checked = await desk.supervisor.beginning.checkPermits.mutate({
      rows: [oldPermit(616), oldPermit(611)],
    })
    expect(checked.ok && checked.value.map((one) => one.outcome)).toEqual(['good', 'known'])
    const status = await desk.counter.beginning.status.query()
    expect(await desk.counter.beginning.list.query({ book: 'permit' })).toMatchObject({ more: false })
    expect(status.permits).toBeGreaterThan(4)
  })

  it('with a number of our own series must lie at or below the last one used, and stands in the register', async () => {
    const number = '503/0040/SIPD/DPMTK-PTSP/2026'
    const mine = oldPermit(621, { number, issuedOn: '12-02-2026', validUntil: '12-02-2031' })
    expect(await carry([mine])).toMatchObject([{ problems: [{ refusal: { code: 'old-number-ahead' } }] }])
    const series = (await desk.admin.numbers.series.query()).find((one) => one.next?.includes('/SIPD/'))
    if (!series) throw new Error('the office has no such series')
    const started = await desk.admin.numbers.setLast.mutate({
      series: series.series,
      scope: series.scope,
      last: '120',
      reason: 'Buku register',
    })
    expect(started).toMatchObject({ ok: true })
    expect(await carry([mine])).toMatchObject([{ outcome: 'entered' }])
    const twin = oldPermit(622, { number: number.toLowerCase(), issuedOn: '12-02-2026' })
    expect(await carry([twin])).toMatchObject([{ problems: [{ refusal: { code: 'old-number-taken' } }] }])
    expect(
      await desk.besides.queries.findNumbers({ words: ['0040'], voidedOnly: false, limit: 9 }),
    ).toHaveLength(1)
  })

  it('is counted by no report, for it was given before', async () => {
    await enter(oldPermit(631, { issuedOn: '19-11-2026', validUntil: '19-11-2031' }))
    const before = { from: officeDate('2010-01-01'), through: officeDate('2026-11-18') }
    const condition = { days: before, kinds: factKinds, asOf: null }
    expect(await desk.besides.queries.listFacts(condition, null)).toEqual([])
  })
})

describe('the time of carrying over', () => {
  it('is ended by the administrator, and begun again only with a reason', async () => {
    const set = (opens: boolean, reason: string | null) => desk.admin.beginning.set.mutate({ opens, reason })
    expect(await set(true, 'Salah')).toMatchObject({ refusal: { code: 'beginning-open' } })
    expect(await set(false, null)).toMatchObject({ ok: true, value: { open: false } })
    expect(await set(false, null)).toMatchObject({
      refusal: { code: 'beginning-closed', by: 'Melati Sambas' },
    })
    const closed = await desk.supervisor.beginning.carryPermits.mutate({
      rows: [oldPermit(641)],
      importedFrom: null,
    })
    expect(closed).toMatchObject({ refusal: { code: 'beginning-closed' } })
    expect(await set(true, ' ')).toMatchObject({ refusal: { code: 'beginning-reason-needed' } })
    expect(await set(true, 'Ditemukan buku 2021')).toMatchObject({ ok: true, value: { open: true } })
    expect(await enter(oldPermit(641))).toBeTruthy()
  })
})
