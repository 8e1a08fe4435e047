import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { composeStation, setUpOffice, type ComposedStation } from '../testing/composed-station.ts'

const order = {
  profile: 'pontianak',
  administrator: { name: 'Melati Sambas', username: 'admin', password: 'kunci-loket-2026' },
  station: 'Loket 2',
}
const reason = 'Buku register 2026'
const registration = { series: 'pendaftaran', scope: '2026' }
const sipd = { series: 'izin', scope: 'SIPD/2026' }

let composed: ComposedStation
beforeEach(async () => {
  composed = await composeStation()
})
afterEach(() => composed.close())

describe('the first start', () => {
  it('shows every series of the chosen profile, and none once there is an office', async () => {
    const window = composed.client('admin')
    const series = await window.session.seriesOf.query({ profile: 'pontianak' })
    expect(series.map((one) => one.series)).toContain('penolakan')
    expect(series.find((one) => one.scope === 'SIPD/2026')).toEqual({
      ...sipd,
      label: 'Nomor izin',
      type: { code: 'SIPD', name: 'Surat Izin Praktik Dokter' },
      scopeLabel: 'Tahun 2026',
      looks: { before: '503/', after: '/SIPD/DPMTK-PTSP/2026', width: 4 },
    })
    expect(await window.session.seriesOf.query({ profile: '../pontianak' })).toEqual([])
    await setUpOffice(composed)
    expect(await window.session.seriesOf.query({ profile: 'pontianak' })).toEqual([])
  })

  it('makes nothing when one of the last numbers will not do, and says which', async () => {
    const window = composed.client('admin')
    const make = (last: readonly (typeof sipd & { last: string })[], why = reason) =>
      window.session.createOffice.mutate({ ...order, numbers: { reason: why, last: [...last] } })
    expect(
      await make([
        { ...registration, last: '812' },
        { ...sipd, last: 'seratus' },
      ]),
    ).toMatchObject({ refusal: { code: 'number-start-unreadable', ...sipd, typed: 'seratus' } })
    expect(await make([{ ...sipd, scope: 'SIPD/2025', last: '9' }])).toMatchObject({
      refusal: { code: 'number-start-not-running' },
    })
    expect(await make([{ ...sipd, last: '9' }], ' ')).toMatchObject({
      refusal: { code: 'number-start-reason-needed' },
    })
    expect(await window.session.station.query()).toMatchObject({ state: 'needs-office' })
  })

  it('lets the series go on behind the last numbers, with who said so and on what ground', async () => {
    const window = composed.client('admin')
    const last = [
      { ...registration, last: '0812' },
      { ...sipd, last: '127' },
    ]
    expect(await window.session.createOffice.mutate({ ...order, numbers: { reason, last } })).toMatchObject({
      ok: true,
    })
    const series = await window.numbers.series.query()
    expect(series.find((one) => one.series === 'pendaftaran')).toMatchObject({
      last: 812,
      next: 'P-2026-000813',
      given: 0,
      elsewhere: [{ from: 1, through: 812 }],
    })
    expect(series.find((one) => one.scope === 'SIPD/2026')).toMatchObject({
      next: '503/0128/SIPD/DPMTK-PTSP/2026',
    })
    expect(series.find((one) => one.scope === 'SIPA/2026')).toMatchObject({ last: 0, elsewhere: [] })
    expect(await window.numbers.record.query(sipd)).toMatchObject([
      { before: 0, last: 127, reason, by: 'Melati Sambas' },
    ])
  })
})

describe('Pengaturan, Nomor', () => {
  it('mends a beginning, refuses what is already so, and lists a scope of last year as ended', async () => {
    const signIn = await setUpOffice(composed)
    const admin = composed.client('admin')
    const set = (last: string, why = reason) => admin.numbers.setLast.mutate({ ...sipd, last, reason: why })
    expect(await set('1270')).toMatchObject({ ok: true, value: { before: 0, last: 1270 } })
    expect(await set('1270')).toMatchObject({ refusal: { code: 'number-start-unchanged' } })
    expect(await set('127', '')).toMatchObject({ refusal: { code: 'number-start-reason-needed' } })
    expect(await set('127')).toMatchObject({ ok: true, value: { before: 1270, last: 127 } })
    composed.setTime('2027-01-04T02:00:00.000Z')
    await signIn('admin')
    expect(await set('130')).toMatchObject({ refusal: { code: 'number-start-not-running' } })
    const series = await admin.numbers.series.query()
    expect(series.find((one) => one.scope === 'SIPD/2027')).toMatchObject({ running: true, last: 0 })
    expect(series.find((one) => one.scope === 'SIPD/2026')).toMatchObject({
      running: false,
      next: null,
      elsewhere: [{ from: 1, through: 127 }],
      scopeLabel: 'Tahun 2026',
      type: { code: 'SIPD' },
    })
  })
})
