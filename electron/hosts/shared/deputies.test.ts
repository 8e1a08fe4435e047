import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { officePassword } from '../testing/composed-station.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
const ids = new Map<string, string>()
beforeAll(async () => {
  desk = await openCounterDesk()
  for (const one of await desk.admin.administration.users.query()) ids.set(one.username, one.id)
})
afterAll(() => desk.close())

const idOf = (username: string): string => ids.get(username) ?? username
const today = officeDate('2026-11-19')

const appoint = (
  absent: string,
  deputy: string,
  change: { readonly id?: string; readonly by?: 'admin' } = {},
) =>
  (change.by === 'admin' ? desk.admin : desk.supervisor).deputies.appoint.mutate({
    id: change.id ?? crypto.randomUUID(),
    absentId: idOf(absent),
    deputyId: idOf(deputy),
    from: today,
    until: officeDate('2026-11-20'),
    reason: 'cuti tahunan',
  })

const appointed = async (absent: string, deputy: string): Promise<string> => {
  const answer = await appoint(absent, deputy)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value.id
}

const end = (id: string) => desk.supervisor.deputies.end.mutate({ id })

describe('somebody who takes a colleague’s place', () => {
  it('sees and does the colleague’s work in these days, and the history says for whom', async () => {
    const applicationId = await desk.takeIn({ nik: '6171044708940901' })
    await desk.acceptFiles(applicationId)
    await desk.act(desk.counter, applicationId, 'front-office', 'teruskan')
    const tooEarly = await desk.act(desk.processing, applicationId, 'dinas-kesehatan', 'teruskan')
    expect(tooEarly).toMatchObject({ ok: false, refusal: { code: 'role-not-allowed' } })
    const id = await appointed('technical-agency', 'processing')
    const station = await desk.processing.session.station.query()
    expect(station.user?.standsIn).toMatchObject([
      { name: 'Petugas Dinas Kesehatan', until: '2026-11-20', roleLabels: ['Dinas Kesehatan'] },
    ])
    const queue = await desk.processing.dossiers.queue.query({ stage: null })
    expect(queue.lines.map((one) => one.id)).toContain(applicationId)
    const before = await desk.processing.dossiers.get.query({ id: applicationId })
    const back = before.actions.find((one) => one.kind === 'back')
    if (!back || !before.workStage) throw new Error('the deputy cannot act')
    const moved = await desk.act(desk.processing, applicationId, before.workStage.code, back.code, 'keliru')
    expect(moved.ok).toBe(true)
    const { history } = await desk.processing.dossiers.get.query({ id: applicationId })
    expect(history.at(-1)).toMatchObject({
      actorName: 'Petugas Pemrosesan',
      standsFor: 'Petugas Dinas Kesehatan',
      roleLabel: 'Dinas Kesehatan',
    })
    expect(history.filter((one) => one.standsFor !== null)).toHaveLength(1)
    await end(id)
    const after = await desk.processing.session.station.query()
    expect(after.user?.standsIn).toEqual([])
    expect(await desk.act(desk.processing, applicationId, 'dinas-kesehatan', 'teruskan')).toMatchObject({
      ok: false,
    })
  })

  it('does what is their own in their own name', async () => {
    const id = await appointed('technical-agency', 'front-office')
    const applicationId = await desk.takeIn({ nik: '6171044708940902' })
    const { history } = await desk.counter.dossiers.get.query({ id: applicationId })
    expect(history.map((one) => one.standsFor)).toEqual(history.map(() => null))
    await end(id)
  })

  it('is not appointed twice, however often or by whomever it is sent', async () => {
    const id = crypto.randomUUID()
    const [one, two] = await Promise.all([
      appoint('processing', 'print-desk', { id }),
      appoint('processing', 'print-desk', { id }),
    ])
    expect(two).toEqual(one)
    const rivals = await Promise.all([
      appoint('technical-agency', 'front-office'),
      appoint('technical-agency', 'print-desk', { by: 'admin' }),
    ])
    expect(rivals.filter((answer) => answer.ok)).toHaveLength(1)
    expect(rivals.find((answer) => !answer.ok)).toMatchObject({ refusal: { code: 'deputy-there' } })
    const list = await desk.supervisor.deputies.list.query()
    for (const { id: running, state } of list.deputyships) if (state === 'running') await end(running)
    const again = await desk.admin.deputies.end.mutate({ id })
    expect(again).toMatchObject({
      ok: false,
      refusal: { code: 'deputyship-ended', by: 'Petugas Kepala Bidang' },
    })
  })

  it('agrees in an overseer’s place to what others do, never to what they do themselves', async () => {
    const id = await appointed('supervisor', 'processing')
    const applicationId = await desk.takeIn({ nik: '6171044708940903' })
    const dossier = await desk.counter.dossiers.get.query({ id: applicationId })
    const document = dossier.requirements.flatMap((one) => one.documents)[0]
    if (!document) throw new Error('a dossier without files')
    const remove = (client: typeof desk.counter, username: string) =>
      client.corrections.removeFile.mutate({
        applicationId,
        documentId: document.id,
        reason: 'KTP orang lain',
        consent: { username, password: officePassword },
      })
    expect(await remove(desk.processing, 'processing')).toMatchObject({
      ok: false,
      refusal: { code: 'consent-of-oneself' },
    })
    // Whoever makes the entry is also not agreed to by the one who takes their own place.
    expect(await remove(desk.supervisor, 'processing')).toMatchObject({
      ok: false,
      refusal: { code: 'consent-not-allowed' },
    })
    expect(await remove(desk.counter, 'print-desk')).toMatchObject({
      ok: false,
      refusal: { code: 'consent-not-allowed' },
    })
    expect(await remove(desk.counter, 'processing')).toMatchObject({ ok: true })
    await end(id)
  })

  it('ends by itself after the last day', async () => {
    await appointed('technical-agency', 'processing')
    desk.office.setTime('2026-11-20T17:30:00.000Z')
    // A night later everybody signs in again.
    const station = await (await desk.signIn('processing')).session.station.query()
    expect(station.user?.standsIn).toEqual([])
    const { deputyships } = await (await desk.signIn('supervisor')).deputies.list.query()
    expect(deputyships.filter((one) => one.state === 'over')).toHaveLength(1)
  })
})
