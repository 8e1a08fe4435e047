import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../../scripts/portal/agency-moves.ts'
import { submitApplication } from '../../../scripts/portal/applicant-moves.ts'
import { officeDate } from '#domain/office-date.ts'
import { openPortalDesk, type PortalDesk } from '../testing/portal-desk.ts'
import { done } from '../../../scripts/portal/testing/online-moves.ts'

let at: PortalDesk
beforeAll(async () => {
  at = await openPortalDesk()
  await at.join()
})
afterAll(async () => {
  await at.close()
})

const there = (id: string): Record<string, unknown> | undefined =>
  at.portal.portal.store.entity('application', id)?.data
const isAt = (stage: string) => (state: { openStages: readonly { stage: string }[] }) =>
  state.openStages.some((one) => one.stage === stage)

describe('office and portal side by side', () => {
  it('an application filed online is accepted at the counter, decided at the portal, and each side knows', async () => {
    const { id } = at.apply(at.register('6171014506900040'))
    const state = await at.until(id, isAt('front-office'))
    await at.sent()
    expect(there(id)).toMatchObject({
      registrationNumber: state.registrationNumber.text,
      stage: 'front-office',
    })
    const [first] = state.documents
    const file = await at.desk.office.fetch('front-office', `/files/${first?.sha256 ?? ''}`)
    expect(file.status).toBe(200)
    await at.desk.acceptFiles(id)
    const moved = await at.desk.act(at.desk.counter, id, 'front-office', 'teruskan')
    expect(moved.ok).toBe(true)
    await at.sent()
    expect(there(id)).toMatchObject({ status: 'in-process', stage: 'dinas-kesehatan', channel: 'online' })
    const form = { by: 'dr. Yudi', number: '440/1', date: officeDate('2026-11-20'), inspected: false }
    const word = { ...form, outcome: 'recommended' as const, note: null, file: null }
    done(decide(at.portal.portal, at.portal.words, id, word))
    await at.until(id, isAt('pemrosesan'))
    await at.sent()
    expect(there(id)).toMatchObject({ stage: 'pemrosesan' })
    expect(await at.desk.admin.portal.aside.query()).toEqual([])
  })

  it('what is returned is read at the portal with its words, mended there, and comes back', async () => {
    const { id } = at.apply(at.register('6171014506900041'))
    await at.until(id, isAt('front-office'))
    await at.desk.act(at.desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'STR tidak terbaca')
    await at.sent()
    expect(there(id)).toMatchObject({ status: 'returned', note: 'STR tidak terbaca' })
    const messages = at.portal.portal.store.ofApplication('message', id)
    expect(messages.map(({ data }) => [data['from'], data['text']])).toEqual([
      ['office', 'STR tidak terbaca'],
    ])
    const letters = at.portal.portal.store.ofApplication('letter', id)
    expect(letters).toHaveLength(1)
    expect(letters[0]?.data).toMatchObject({ kind: 'missing-items', signature: 'none', number: null })
    const file = at.portal.portal.store.file(String(letters[0]?.data['pdfSha256']))
    expect(file?.mediaType).toBe('application/pdf')
    at.upload(id, 'STR', 'yang jelas')
    done(submitApplication(at.portal.portal, id))
    const state = await at.until(id, isAt('front-office'))
    expect(state.returned).toBe(false)
    await at.sent()
    expect(there(id)).toMatchObject({ status: 'submitted', stage: 'front-office', note: null })
    expect(at.portal.portal.store.ofApplication('letter', id)).toHaveLength(1)
  })

  it('says of a dossier what the portal does not have yet, also while nothing is made ready to be sent', async () => {
    const { id } = at.apply(at.register('6171014506900042'))
    await at.until(id, isAt('front-office'))
    await at.sent()
    const look = () => at.desk.counter.portal.ofDossier.query({ applicationId: id })
    const before = await look()
    expect(before).toMatchObject({ isKnown: true, unsent: 0, setAside: 0 })
    expect(before?.rows.filter((one) => !one.isSame)).toEqual([])
    expect(before?.rows.find((one) => one.label === 'Jadwal')?.office).toContain('Senin')
    const files = before?.parts.filter((one) => one.kind === 'document').map((one) => one.label)
    expect(files).toContain('Surat Tanda Registrasi (STR)')
    await at.desk.admin.portal.pause.mutate({ paused: true })
    await at.desk.act(at.desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'STR tidak terbaca')
    const paused = await look()
    expect(paused?.unsent).toBeGreaterThan(0)
    expect(paused?.rows.find((one) => one.label === 'Status')).toEqual({
      label: 'Status',
      office: 'Dikembalikan',
      portal: 'Diajukan',
      isSame: false,
    })
    expect(paused?.parts.find((one) => one.kind === 'application')?.state).toBe('on-its-way')
    await at.desk.admin.portal.pause.mutate({ paused: false })
    await at.sent()
    expect(await look()).toMatchObject({ unsent: 0 })
  })

  it('a person entered on both sides while the line was down is made one by the NIK', async () => {
    await at.desk.admin.portal.pause.mutate({ paused: true })
    const walkIn = await at.desk.takeIn({ nik: '6171044708940082' })
    const before = await at.until(walkIn, () => true)
    const person = at.register('6171044708940082', { name: before.applicant.name })
    const { id } = at.apply(person)
    await at.desk.admin.portal.pause.mutate({ paused: false })
    await at.until(id, isAt('front-office'))
    await at.until(walkIn, (state) => state.applicant.id === person.applicant.id)
    await at.sent()
    expect(there(walkIn)).toMatchObject({ applicantId: person.applicant.id })
    expect(await at.desk.admin.portal.aside.query()).toEqual([])
  })
})
