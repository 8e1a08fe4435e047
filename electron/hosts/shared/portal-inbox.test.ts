import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  editApplication,
  submitApplication,
  withdrawApplication,
  writeMessage,
  saveProfile,
} from '../../../scripts/portal/applicant-moves.ts'
import type { EntityName } from '#adapters/portal/wire-entities.ts'
import { ok } from '#domain/result.ts'
import { takePortalNews } from '#services/portal-apply.ts'
import type { PortalNews } from '#services/portal-context.ts'
import { photoBytes, sha256Of } from '../testing/counter-desk.ts'
import { openPortalDesk, type PortalDesk } from '../testing/portal-desk.ts'
import { done } from '../../../scripts/portal/testing/online-moves.ts'

let at: PortalDesk
beforeAll(async () => {
  at = await openPortalDesk()
})
afterAll(async () => {
  await at.close()
})

const stateOf = async (id: string) => {
  const state = await at.desk.besides.queries.findApplication(id)
  if (!state) throw new Error(`${id} did not arrive`)
  return state
}
const stagesOf = async (id: string) => (await stateOf(id)).openStages.map((one) => one.stage)

/** As if the office’s words had reached the portal. */
const tell = (id: string, fields: Record<string, unknown>): void => {
  const { portal } = at.portal
  const current = portal.store.entity('application', id)
  portal.change(() => portal.store.put('application', id, { ...current?.data, ...fields }, portal.instant()))
}

describe('an application that is filed at the portal', () => {
  it('lands at the first stage of the office with its number, person, files and promise, and is not there while a draft', async () => {
    const person = at.register('6171014506900003')
    const draft = at.draft(person)
    await at.pull()
    expect(await at.desk.besides.queries.findApplication(draft.id)).toBeUndefined()
    done(submitApplication(at.portal.portal, draft.id))
    await at.pull()
    const state = await stateOf(draft.id)
    expect(state.openStages.map((one) => one.stage)).toEqual(['front-office'])
    expect(state.data.channel).toBe('online')
    expect(state.registrationNumber.text).not.toBe('')
    expect(state.trackingCode).toBe(draft.trackingCode)
    expect(state.applicant.nik).toBe('6171014506900003')
    expect(state.documents.length).toBeGreaterThan(4)
    expect(state.acceptedAt).toBeNull()
    const view = await at.desk.counter.dossiers.get.query({ id: draft.id })
    expect(view.requirements.every((one) => one.documents.length === 1)).toBe(true)
    expect(view.history[0]?.text).toContain('masuk dari portal')
  })

  it('is accepted by the counter like a walk-in once its files were checked', async () => {
    const { id } = at.apply(at.register('6171014506900004'))
    await at.pull()
    await at.desk.acceptFiles(id)
    const moved = await at.desk.act(at.desk.counter, id, 'front-office', 'teruskan')
    expect(moved.ok).toBe(true)
    const state = await stateOf(id)
    expect(state.acceptedAt).not.toBeNull()
    expect(state.clock).toBe('running')
  })

  it('comes once, however often the feed begins anew', async () => {
    const { id } = at.apply(at.register('6171014506900005'))
    await at.pull()
    const before = await stateOf(id)
    await at.desk.besides.work.run(async ({ settings }) => {
      await settings.set('portal.cursor', null)
      return { ok: true, value: null } as const
    })
    expect(await at.pull()).toBe(0)
    expect(await stateOf(id)).toEqual(before)
  })

  it('takes what the applicant changes before acceptance, with old and new in the history', async () => {
    const { id } = at.apply(at.register('6171014506900006'))
    await at.pull()
    const schedule = [{ days: ['thu' as const], from: '08:00', until: '10:00' }]
    done(editApplication(at.portal.portal, id, { schedule }))
    await at.pull()
    expect((await stateOf(id)).data.schedule).toEqual(schedule)
    const view = await at.desk.counter.dossiers.get.query({ id })
    const line = view.history.find((one) => one.text.includes('diubah pemohon'))
    expect(line?.changes.map((one) => one.label)).toEqual(['Jadwal'])
  })

  it('keeps both values where the counter changed the same field, and neither side is overwritten', async () => {
    const { id } = at.apply(at.register('6171014506900007'))
    await at.pull()
    const seen = await at.desk.counter.dossiers.get.query({ id })
    expect(seen.line.channel).toBe('online')
    const before = await stateOf(id)
    // The counter mends the hours while the line is down.
    const schedule = [{ days: ['fri' as const], from: '08:00', until: '10:00' }]
    const body = {
      action: 'changed-online',
      changes: [],
      applicant: before.applicant,
      data: { ...before.data, schedule },
    }
    await at.desk.besides.work.run(async (stores) => {
      const state = await stores.applications.find(id)
      if (!state) throw new Error('it is gone')
      await stores.applications.save({ ...state, seq: state.seq + 1, data: body.data as never }, [
        {
          id: at.deps.ids.uuid(),
          applicationId: id,
          seq: state.seq + 1,
          at: at.deps.clock.now(),
          actor: { userId: null, name: 'Petugas', role: 'front-office', station: 'Loket 2' },
          fromStage: null,
          toStage: null,
          note: null,
          body: body as never,
        },
      ])
      return { ok: true, value: null } as const
    })
    const theirs = [{ days: ['sat' as const], from: '08:00', until: '10:00' }]
    done(editApplication(at.portal.portal, id, { schedule: theirs }))
    await at.pull()
    expect((await stateOf(id)).data.schedule).toEqual(schedule)
    const conflicts = await at.desk.besides.queries.listPortalConflicts(id, 10)
    expect(conflicts.map(({ field, ours, theirs: other }) => ({ field, ours, other }))).toEqual([
      { field: 'schedule', ours: schedule, other: theirs },
    ])
  })

  it('puts a file in the place of an earlier one while it is the applicant’s', async () => {
    const { id } = at.apply(at.register('6171014506900008'))
    await at.pull()
    const [first] = (await stateOf(id)).documents
    at.upload(
      id,
      first?.requirementCode ?? '',
      first?.requirementCode.includes('PHOTO') ? '#1c5fa8' : 'diganti',
    )
    await at.pull()
    const { documents } = await stateOf(id)
    const chain = documents.filter((one) => one.requirementCode === first?.requirementCode)
    expect(chain.map((one) => one.replacedBy !== null)).toEqual([true, false])
  })

  it('comes back to the counter when the applicant has mended what was returned', async () => {
    const { id } = at.apply(at.register('6171014506900009'))
    await at.pull()
    const moved = await at.desk.act(at.desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'STR buram')
    expect(moved.ok).toBe(true)
    tell(id, { status: 'returned', stage: 'perbaikan' })
    await at.pull()
    expect(await stagesOf(id)).toEqual(['perbaikan'])
    done(submitApplication(at.portal.portal, id))
    await at.pull()
    expect(await stagesOf(id)).toEqual(['front-office'])
  })

  it('is withdrawn by its applicant before acceptance', async () => {
    const { id } = at.apply(at.register('6171014506900010'))
    await at.pull()
    done(withdrawApplication(at.portal.portal, id))
    await at.pull()
    const state = await stateOf(id)
    expect(state.withdrawnAt).not.toBeNull()
    expect(state.withdrawal?.askedBy).toBe('holder')
  })

  it('waits for a clerk when it was withdrawn after the counter had accepted it', async () => {
    const { id } = at.apply(at.register('6171014506900011'))
    await at.pull()
    await at.desk.acceptFiles(id)
    await at.desk.act(at.desk.counter, id, 'front-office', 'teruskan')
    done(withdrawApplication(at.portal.portal, id))
    await at.pull()
    expect((await stateOf(id)).withdrawnAt).toBeNull()
    const waiting = await at.desk.besides.queries.listPortalArrivals(50)
    expect(waiting.filter((one) => one.entityId === id).map((one) => one.reason)).toEqual([
      'withdrawn-after-acceptance',
    ])
  })

  it('of a type that the office does not offer waits for a clerk, and the feed goes on', async () => {
    const person = at.register('6171014506900012')
    const odd = at.apply(person, { permitTypeCode: 'TIDAK-ADA' })
    const next = at.apply(person)
    await at.pull()
    const waiting = await at.desk.besides.queries.listPortalArrivals(50)
    expect(waiting.filter((one) => one.entityId === odd.id).map((one) => one.reason)).toEqual([
      'type-unknown',
    ])
    expect(await stagesOf(next.id)).toEqual(['front-office'])
  })

  it('hears of what was taken out also where its content does not come again, and of what it never had', async () => {
    const { id } = at.apply(at.register('6171014506900015'))
    await at.pull()
    const [document] = (await stateOf(id)).documents
    const known = await at.desk.besides.queries.findPortalKnown('document', document?.id ?? '')
    const { office, ids, clock, work } = at.deps
    const takenOut = (entityId: string, version: number) =>
      work.run<boolean, never>(async (stores) =>
        ok(
          await takePortalNews(
            { office, ids, stores, at: clock.now() },
            { entity: 'document', id: entityId, version, deleted: true, data: null },
          ),
        ),
      )
    expect(await takenOut(known?.id ?? '', (known?.version ?? 0) + 1)).toEqual(ok(true))
    expect(await at.desk.besides.queries.findPortalKnown('document', known?.id ?? '')).toMatchObject({
      applicationId: id,
      deleted: true,
      data: known?.data,
    })
    const stranger = ids.uuid()
    expect(await takenOut(stranger, 1)).toEqual(ok(false))
    const waiting = await at.desk.besides.queries.listPortalArrivals(50)
    const told = waiting.filter((one) => [known?.id, stranger].includes(one.entityId))
    // The file stays in the dossier; a clerk is told that its applicant took it back.
    expect(told.map((one) => [one.entityId, one.reason])).toEqual([[known?.id, 'removed-at-portal']])
    expect((await stateOf(id)).documents.find((one) => one.id === known?.id)?.removed).toBeUndefined()
  })

  it('brings the applicant’s messages to the dossier', async () => {
    const { id } = at.apply(at.register('6171014506900013'))
    await at.pull()
    done(writeMessage(at.portal.portal, id, 'Kapan selesai?'))
    await at.pull()
    expect((await stateOf(id)).messages?.map((one) => [one.from, one.text])).toEqual([
      ['applicant', 'Kapan selesai?'],
    ])
  })
})

describe('a person whom both sides know', () => {
  it('who was a walk-in and applies online is one person, and earlier dossiers are theirs', async () => {
    const walkIn = await at.desk.takeIn({ nik: '6171044708940077' })
    const before = await stateOf(walkIn)
    const person = at.register('6171044708940077', { name: before.applicant.name })
    const { id } = at.apply(person, { facility: null })
    await at.pull()
    expect((await stateOf(id)).applicant.id).toBe(person.applicant.id)
    expect((await stateOf(walkIn)).applicant.id).toBe(person.applicant.id)
    const found = await at.desk.counter.intake.findByNik.query({ nik: '6171044708940077' })
    expect(found).toBeTruthy()
  })

  it('is looked at by a clerk when the same NIK has another name', async () => {
    const walkIn = await at.desk.takeIn({ nik: '6171044708940078' })
    const { id } = at.apply(at.register('6171044708940078', { name: 'Bambang Sutrisno' }))
    await at.pull()
    expect(await at.desk.besides.queries.findApplication(id)).toBeUndefined()
    const waiting = await at.desk.besides.queries.listPortalArrivals(50)
    expect(waiting.find((one) => one.entityId === id)?.reason).toBe('nik-of-another')
    expect((await stateOf(walkIn)).applicant.name).not.toBe('Bambang Sutrisno')
  })

  it('keeps the applicant’s new address on open dossiers', async () => {
    const person = at.register('6171014506900014')
    const { id } = at.apply(person)
    await at.pull()
    done(saveProfile(at.portal.portal, person.account, { phone: '+6281299998888' }))
    await at.pull()
    expect((await stateOf(id)).applicant.phone).toBe('+6281299998888')
  })
})

describe('what comes otherwise than portals usually send it', () => {
  const newsOf = (entity: EntityName, id: string, change: Partial<PortalNews> = {}): PortalNews => {
    const there = at.portal.portal.store.entity(entity, id)
    if (!there) throw new Error(`the portal has no ${entity} ${id}`)
    return { entity, id, version: there.version, deleted: false, data: there.data, ...change }
  }
  const take = (news: PortalNews) => {
    const { office, ids, clock, work } = at.deps
    return work.run<boolean, never>(async (stores) =>
      ok(await takePortalNews({ office, ids, stores, at: clock.now() }, news)),
    )
  }
  const reasonsFor = async (id: string) =>
    (await at.desk.besides.queries.listPortalArrivals(50))
      .filter((one) => one.entityId === id)
      .map((one) => one.reason)

  it('an application that comes before its applicant waits for them, and comes in with them', async () => {
    const person = at.register('6171014506900030')
    const { id } = at.apply(person)
    await take(newsOf('application', id))
    expect(await reasonsFor(id)).toEqual(['applicant-unknown'])
    await take(newsOf('applicant', person.applicant.id))
    expect(await reasonsFor(id)).toEqual([])
    expect(await stagesOf(id)).toEqual(['front-office'])
    await at.pull()
    expect((await stateOf(id)).documents.length).toBeGreaterThan(4)
  })

  it('an application that was taken out before it was read never comes; one that is here stays, and a clerk is told', async () => {
    const person = at.register('6171014506900031')
    const [gone, here] = [at.apply(person), at.apply(person)]
    await take(newsOf('applicant', person.applicant.id))
    await take(newsOf('application', gone.id, { deleted: true }))
    await at.pull()
    expect(await at.desk.besides.queries.findApplication(gone.id)).toBeUndefined()
    expect(await reasonsFor(gone.id)).toEqual([])
    const { version } = newsOf('application', here.id)
    await take(newsOf('application', here.id, { version: version + 1, deleted: true }))
    expect(await reasonsFor(here.id)).toEqual(['removed-at-portal'])
    expect(await stagesOf(here.id)).toEqual(['front-office'])
  })

  it('a kind of thing that nobody knows is kept, and nobody is asked about it', async () => {
    const queue = { entity: 'antrean', id: '7', version: 1, deleted: false, data: { nomor: 12 } }
    expect(await take(queue)).toEqual(ok(false))
    expect(await take(queue)).toEqual(ok(false))
    const kept = await at.desk.sql<{ data: string }>(
      'SELECT data FROM portal_waiting WHERE entity = ?',
      'antrean',
    )
    expect(kept.map((one) => JSON.parse(one.data) as unknown)).toEqual([{ nomor: 12 }])
    expect(await reasonsFor('7')).toEqual([])
  })

  it('what cannot be read is kept as it came, and cannot be applied', async () => {
    const { id } = at.apply(at.register('6171014506900032'))
    await at.pull()
    const raw = { applicationId: id, outcome: 'mungkin', note: 'Menunggu rapat' }
    const decisionId = at.deps.ids.uuid()
    await take({ entity: 'decision', id: decisionId, version: 1, deleted: false, data: null, raw })
    const arrivals = await at.desk.besides.queries.listPortalArrivals(50)
    const arrival = arrivals.find((one) => one.entityId === decisionId)
    expect(arrival).toMatchObject({ reason: 'unreadable', applicationId: id, data: raw })
    const order = { arrivalId: arrival?.id ?? '', how: 'again' } as const
    expect(await at.desk.counter.inbox.settleArrival.mutate(order)).toMatchObject({
      ok: false,
      refusal: { code: 'arrival-otherwise' },
    })
  })

  it('the picture of a profile is asked for, so that it is there when somebody looks', async () => {
    const bytes = photoBytes('#24527a')
    const photoSha256 = sha256Of(bytes)
    at.portal.portal.store.addFile(photoSha256, { mediaType: 'image/jpeg', bytes })
    const { id } = at.apply(at.register('6171014506900033', { photoSha256 }))
    await at.pull()
    expect((await stateOf(id)).applicant.photoSha256).toBe(photoSha256)
    const asked = await at.desk.besides.queries.findPortalFile('fetch', photoSha256)
    expect(asked).toMatchObject({ state: 'waiting', applicationId: id })
  })
})
