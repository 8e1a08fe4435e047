import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyBringer, type BringerForm } from '#domain/collective-filing.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officePassword } from '../testing/composed-station.ts'
import { openCounterDesk, type Client, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
let second: Client
beforeAll(async () => {
  desk = await openCounterDesk()
  const saved = await desk.admin.administration.saveUser.mutate({
    id: null,
    username: 'loket-dua',
    name: 'Wiwin Kubutama',
    password: officePassword,
    roles: ['front-office'],
    counter: 'Loket 3',
    active: true,
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
  second = await desk.signIn('loket-dua')
})
afterAll(() => desk.close())

const person: BringerForm = {
  ...emptyBringer,
  name: 'Bagas Tirtamulya',
  nik: '6171041505900001',
  phone: '0812-5500-0300',
  letterSeen: true,
}
const facility: BringerForm = { ...person, kind: 'facility', nik: '', facilityName: 'RSUD Kota Pontianak' }

async function openFiling(bringer: BringerForm = person) {
  const opened = await desk.counter.collective.open.mutate({ id: crypto.randomUUID(), bringer })
  if (!opened.ok) throw new Error('the filing is refused')
  return opened.value
}

const register = async (form: IntakeForm, applicationId?: string, client = desk.counter) =>
  client.intake.register.mutate({
    applicationId: applicationId ?? (await client.intake.begin.mutate()).applicationId,
    draftId: applicationId ?? null,
    form,
    printerId: null,
  })

/** The papers that a dossier of the list is asked for are those of a representative's. */
const aDossier = (filingId: string, change: Partial<IntakeForm>) =>
  desk.fill({
    representativeName: 'Bagas Tirtamulya',
    representativePhone: '0812-5500-0300',
    representativeRelation: 'Kuasa',
    collectiveFilingId: filingId,
    ...change,
  })

const listOf = async (id: string, client = desk.counter) => {
  const list = await client.collective.get.query({ id })
  if (!list) throw new Error('there is no such filing')
  return list
}

describe('many dossiers of one bringer', () => {
  it('are taken in at two counters into one list, each with its own number, receipt and letter of authority', async () => {
    const filing = await openFiling()
    expect(filing.code).toMatch(/^K-\d{6}-\d{2}$/)
    const first = await register(await aDossier(filing.id, { nik: '6171044708940201' }))
    const other = await register(await aDossier(filing.id, { nik: '6171044708940202' }), undefined, second)
    if (!first.ok || !other.ok) throw new Error('a dossier is refused')
    const list = await listOf(filing.id, second)
    expect(list.rows.map((one) => [one.line.registrationNumber, one.complete])).toEqual([
      [first.value.registrationNumber, true],
      [other.value.registrationNumber, true],
    ])
    expect(list.rows.map((one) => one.receipt?.jobId)).toEqual([first.value.jobId, other.value.jobId])
    const dossier = await desk.agency.dossiers.get.query({ id: other.value.applicationId })
    expect(dossier.data.representative).toEqual({
      name: 'Bagas Tirtamulya',
      nik: '6171041505900001',
      phone: '+6281255000300',
      relation: 'Kuasa, pengajuan kolektif',
    })
    expect(dossier.data.collective).toEqual({
      filingId: filing.id,
      code: filing.code,
      bringer: 'Bagas Tirtamulya',
    })
    expect(dossier.requirements.map((one) => one.code)).toContain('POWER_OF_ATTORNEY')
  })

  it('have the filing’s bringer as representative, whatever the form says, and the bringer’s own dossier has none', async () => {
    const filing = await openFiling(facility)
    const forged = await register(
      await aDossier(filing.id, { nik: '6171044708940203', representativeName: 'Orang Lain' }),
    )
    if (!forged.ok) throw new Error(forged.refusal.code)
    const { data } = await desk.counter.dossiers.get.query({ id: forged.value.applicationId })
    expect(data.representative).toMatchObject({ name: 'Bagas Tirtamulya', relation: 'RSUD Kota Pontianak' })
    const own = await openFiling({ ...person, nik: '6171044708940204' })
    const mine = await register(await desk.fill({ nik: '6171044708940204', collectiveFilingId: own.id }))
    if (!mine.ok) throw new Error(mine.refusal.code)
    const dossier = await desk.counter.dossiers.get.query({ id: mine.value.applicationId })
    expect(dossier.data.representative).toBeNull()
  })

  it('are one list and one dossier each, however often they are sent', async () => {
    const id = crypto.randomUUID()
    const [one, two] = await Promise.all([
      desk.counter.collective.open.mutate({ id, bringer: person }),
      desk.counter.collective.open.mutate({ id, bringer: person }),
    ])
    expect(two).toEqual(one)
    const { applicationId } = await desk.counter.intake.begin.mutate()
    const form = await aDossier(id, { nik: '6171044708940205' })
    await Promise.all([register(form, applicationId), register(form, applicationId)])
    expect((await listOf(id)).rows).toHaveLength(1)
  })

  it('are refused with the row where the same person asks for the same at the same place twice in the list', async () => {
    const filing = await openFiling()
    await register(await aDossier(filing.id, { nik: '6171044708940206' }))
    const form = await aDossier(filing.id, { nik: '6171044708940207' })
    await register(form)
    expect(await register(form)).toMatchObject({
      ok: false,
      refusal: { code: 'already-in-process', collectiveRow: 2 },
    })
    expect(await register({ ...form, collectiveFilingId: (await openFiling()).id })).toMatchObject({
      refusal: { code: 'already-in-process', collectiveRow: null },
    })
  })

  it('have the bringer as sent again after a lost answer, until the first of them is taken in', async () => {
    const filing = await openFiling()
    const again = (change: Partial<BringerForm>, client = desk.counter) =>
      client.collective.open.mutate({ id: filing.id, bringer: { ...person, ...change } })
    const mended = await again({ name: 'Bagas Wijayakusuma' })
    expect(mended).toMatchObject({ ok: true, value: { code: filing.code } })
    await again({ name: 'Orang Lain' }, second)
    expect((await listOf(filing.id)).bringer.name).toBe('Bagas Wijayakusuma')
    await register(await aDossier(filing.id, { nik: '6171044708940243' }))
    await again({ name: 'Bagas Tirtamulya' })
    expect((await listOf(filing.id)).bringer.name).toBe('Bagas Wijayakusuma')
  })

  it('need a bringer whose NIK and phone can be read', async () => {
    const id = crypto.randomUUID()
    const refused = await desk.counter.collective.open.mutate({
      id,
      bringer: { ...person, nik: '617104', phone: '' },
    })
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'bringer-incomplete', fields: [{ field: 'nik' }, { field: 'phone' }] },
    })
    expect(await desk.counter.collective.get.query({ id })).toBeNull()
    expect(await register(await aDossier(id, { nik: '6171044708940208' }))).toMatchObject({
      refusal: { code: 'collective-unknown' },
    })
  })
})

describe('the end of a list', () => {
  it('prints it once; of two clerks the second is told who closed it, and nothing comes in any more', async () => {
    const filing = await openFiling()
    await register(await aDossier(filing.id, { nik: '6171044708940209' }))
    const order = { id: filing.id, left: [], printerId: null }
    const closed = await desk.counter.collective.close.mutate(order)
    if (!closed.ok || closed.value.jobId === null) throw new Error('it was not printed')
    expect(await desk.outcome(closed.value.jobId)).toBe('printed')
    expect(await desk.counter.collective.close.mutate(order)).toMatchObject({
      ok: true,
      value: { jobId: null },
    })
    const by = (await listOf(filing.id)).closed?.by
    const refusal = { code: 'collective-closed', by }
    expect(by).not.toBe('Wiwin Kubutama')
    expect(await second.collective.close.mutate(order)).toMatchObject({ ok: false, refusal })
    const late = await aDossier(filing.id, { nik: '6171044708940210' })
    expect(await register(late, undefined, second)).toMatchObject({ ok: false, refusal })
    const dossier = { id: crypto.randomUUID(), name: 'Sari', permitTypeCode: null, reason: 'pulang' }
    expect(await second.collective.leaveOut.mutate({ filingId: filing.id, dossier })).toMatchObject({
      refusal,
    })
    expect((await listOf(filing.id)).rows).toHaveLength(1)
    expect(await register({ ...late, collectiveFilingId: null })).toMatchObject({ ok: true })
  })

  it('of which nothing was taken in prints nothing, and may be printed again whenever there is something', async () => {
    const empty = await openFiling()
    const left = [
      { id: crypto.randomUUID(), name: 'Sari', permitTypeCode: 'SIPD', reason: 'STR tidak dibawa' },
    ]
    const closed = await desk.counter.collective.close.mutate({ id: empty.id, left, printerId: null })
    expect(closed).toMatchObject({ ok: true, value: { jobId: null } })
    expect((await listOf(empty.id)).untaken).toMatchObject([{ name: 'Sari', reason: 'STR tidak dibawa' }])
    const { jobId } = await desk.counter.collective.print.mutate({ id: empty.id, printerId: null })
    expect(await desk.outcome(jobId)).toBe('printed')
  })

  it('calls a draft without a name by a masked NIK, on the screen as on paper', async () => {
    const filing = await openFiling()
    const dossier = { name: '6171044708940213', permitTypeCode: null, reason: 'NIK 6171044708940213 keliru' }
    const order = { filingId: filing.id, dossier: { id: crypto.randomUUID(), ...dossier } }
    await desk.counter.collective.leaveOut.mutate(order)
    expect((await listOf(filing.id, desk.agency)).untaken).toMatchObject([
      { name: '6171************', reason: 'NIK 6171************ keliru' },
    ])
  })

  it('leaves out what was refused, until it is taken in after all', async () => {
    const filing = await openFiling()
    const { applicationId } = await desk.counter.intake.begin.mutate()
    const dossier = { id: applicationId, name: 'Kinanti', permitTypeCode: 'SIPD', reason: 'KTP tertinggal' }
    await desk.counter.collective.leaveOut.mutate({ filingId: filing.id, dossier })
    expect((await listOf(filing.id)).untaken).toMatchObject([{ id: applicationId, reason: 'KTP tertinggal' }])
    const open = await second.collective.unclosed.query()
    expect(open.find((one) => one.id === filing.id)).toMatchObject({ taken: 0, untaken: 1 })
    await register(await aDossier(filing.id, { nik: '6171044708940211' }), applicationId)
    await desk.counter.collective.leaveOut.mutate({ filingId: filing.id, dossier })
    expect(await listOf(filing.id)).toMatchObject({ untaken: [], rows: [{ line: { id: applicationId } }] })
  })
})

describe('finding it again', () => {
  it('works by the code of the list and by who brought it, each dossier with its status', async () => {
    const filing = await openFiling({ ...facility, facilityName: 'Klinik Sepuluh Jari' })
    const taken = await register(await aDossier(filing.id, { nik: '6171044708940212' }))
    if (!taken.ok) throw new Error(taken.refusal.code)
    for (const text of [filing.code, 'sepuluh jari', 'bagas tirta'])
      expect((await desk.processing.search.find.query({ text })).map((one) => one.id)).toContain(
        taken.value.applicationId,
      )
    const list = await listOf(filing.id, desk.supervisor)
    expect(list.rows[0]?.line.statusLabel).not.toBe('')
    expect(await desk.counter.collective.ready.query({ id: filing.id })).toEqual([])
  })
})
