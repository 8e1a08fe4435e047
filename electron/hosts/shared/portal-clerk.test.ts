import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '../../../scripts/portal/agency-moves.ts'
import { editApplication, requestAccount } from '../../../scripts/portal/applicant-moves.ts'
import { officeDate } from '#domain/office-date.ts'
import { ok } from '#domain/result.ts'
import { takePortalNews } from '#services/portal-apply.ts'
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

/** As if the office’s words had reached the portal. */
const tell = (id: string, fields: Record<string, unknown>): void => {
  const { portal } = at.portal
  const current = portal.store.entity('application', id)
  portal.change(() => portal.store.put('application', id, { ...current?.data, ...fields }, portal.instant()))
}

/** Accepted at the counter and with the agency, on both sides. */
async function atAgency(nik: string): Promise<string> {
  const { id } = at.apply(at.register(nik))
  await at.pull()
  await at.desk.acceptFiles(id)
  const moved = await at.desk.act(at.desk.counter, id, 'front-office', 'teruskan')
  if (!moved.ok) throw new Error(moved.refusal.code)
  tell(id, { status: 'in-process', stage: 'dinas-kesehatan', acceptedAt: at.deps.clock.now() })
  return id
}

const decision = (change: object = {}) => ({
  by: 'dr. Yudi Pratama',
  outcome: 'recommended' as const,
  number: '440/1/2026',
  date: officeDate('2026-11-20'),
  inspected: true,
  note: null,
  file: null,
  ...change,
})

describe('a decision of the agency that works in the portal', () => {
  it('is the action of its stage, with who decided', async () => {
    const id = await atAgency('6171014506900020')
    done(decide(at.portal.portal, at.portal.words, id, decision()))
    await at.pull()
    const state = await stateOf(id)
    expect(state.openStages.map((one) => one.stage)).toEqual(['pemrosesan'])
    expect(
      state.outputs.map((one) => [one.kind, one.outcome, one.decidedBy?.startsWith('dr. Yudi')]),
    ).toEqual([
      ['inspection-report', 'recommended', true],
      ['recommendation', 'recommended', true],
    ])
  })

  it('that says no leads back to those who can refuse, with its words', async () => {
    const id = await atAgency('6171014506900021')
    const no = { outcome: 'not-recommended', note: 'Tempat tidak memenuhi syarat' }
    done(decide(at.portal.portal, at.portal.words, id, decision(no)))
    await at.pull()
    const state = await stateOf(id)
    expect(state.openStages.map((one) => one.stage)).toEqual(['front-office'])
    expect(state.outputs.every((one) => one.outcome === 'not-recommended')).toBe(true)
  })

  it('waits for a clerk when the dossier is no longer there, and is put away with words', async () => {
    const id = await atAgency('6171014506900022')
    const back = await at.desk.act(
      at.desk.agency,
      id,
      'dinas-kesehatan',
      'kembalikan-ke-front-office',
      'Kurang satu berkas',
    )
    expect(back.ok).toBe(true)
    done(decide(at.portal.portal, at.portal.words, id, decision()))
    await at.pull()
    const waiting = (await at.desk.counter.inbox.arrivals.query()).find((one) => one.applicationId === id)
    expect(waiting?.reason).toBe('stage-left')
    expect(waiting?.ways).toEqual(['again', 'noted'])
    const arrivalId = waiting?.id ?? ''
    const again = await at.desk.counter.inbox.settleArrival.mutate({ arrivalId, how: 'again' })
    expect(again).toEqual({ ok: false, refusal: { code: 'arrival-blocked', reason: 'stage-left' } })
    const bare = await at.desk.counter.inbox.settleArrival.mutate({ arrivalId, how: 'noted', note: ' ' })
    expect(bare.ok).toBe(false)
    const noted = { arrivalId, how: 'noted', note: 'Sudah dibicarakan dengan dinas' } as const
    expect((await at.desk.counter.inbox.settleArrival.mutate(noted)).ok).toBe(true)
    const second = await at.desk.counter.inbox.settleArrival.mutate(noted)
    expect(second.ok ? null : second.refusal.code).toBe('arrival-settled')
  })
})

describe('a decision that the agency does not let stand', () => {
  const reasonsOf = async (id: string) =>
    (await at.desk.counter.inbox.arrivals.query())
      .filter((one) => one.applicationId === id)
      .map((one) => one.reason)

  it('is shown to a clerk where it was dealt with already, and the dossier stays where it is', async () => {
    const id = await atAgency('6171014506900051')
    const { store, instant } = at.portal.portal
    const made = done(decide(at.portal.portal, at.portal.words, id, decision()))
    await at.pull()
    store.put('decision', made.id, made, instant())
    await at.pull()
    expect(await reasonsOf(id)).toEqual([])
    store.put('decision', made.id, { ...made, number: '440/2/2026' }, instant())
    await at.pull()
    expect(await reasonsOf(id)).toEqual(['decision-changed'])
    store.put('decision', made.id, made, instant(), true)
    await at.pull()
    expect(await reasonsOf(id)).toEqual(['removed-at-portal'])
    expect((await stateOf(id)).openStages.map((one) => one.stage)).toEqual(['pemrosesan'])
  })

  it('that was a return is not carried out once more when the dossier is with the agency again', async () => {
    const id = await atAgency('6171014506900052')
    const { store, instant } = at.portal.portal
    const back = decision({ outcome: 'returned', note: 'Denah kurang' })
    const made = done(decide(at.portal.portal, at.portal.words, id, back))
    await at.pull()
    expect((await stateOf(id)).openStages.map((one) => one.stage)).toEqual(['front-office'])
    const moved = await at.desk.act(at.desk.counter, id, 'front-office', 'teruskan')
    expect(moved.ok).toBe(true)
    store.put('decision', made.id, { ...made, note: 'Denah dan foto kurang' }, instant())
    await at.pull()
    expect((await stateOf(id)).openStages.map((one) => one.stage)).toEqual(['dinas-kesehatan'])
    expect(await reasonsOf(id)).toEqual(['decision-changed'])
  })

  it('and was taken back before it was read is not carried out', async () => {
    const id = await atAgency('6171014506900053')
    const made = { ...decision(), id: randomUUID(), applicationId: id, stage: 'dinas-kesehatan' }
    const data = { ...made, by: { name: 'dr. Yudi', role: 'technical-agency', agency: '' }, fileSha256: null }
    await at.deps.work.run(async (stores) => {
      const { office, ids, clock } = at.deps
      const news = { entity: 'decision', id: made.id, version: 2, deleted: true, data }
      return ok(await takePortalNews({ office, ids, stores, at: clock.now() }, news))
    })
    expect((await stateOf(id)).openStages.map((one) => one.stage)).toEqual(['dinas-kesehatan'])
    expect(await reasonsOf(id)).toEqual([])
  })
})

describe('an application that has no place', () => {
  it('is named by who filed it, with its state in words', async () => {
    const person = at.register('6171014506900029', { name: 'Rahma Singkawang' })
    at.apply(person, { permitTypeCode: 'SIPX' })
    await at.pull()
    const arrivals = await at.desk.counter.inbox.arrivals.query()
    const facts = arrivals.find((one) => one.reason === 'type-unknown')?.facts
    expect(facts).toContainEqual({ label: 'Nama', value: 'Rahma Singkawang' })
    expect(facts).toContainEqual({ label: 'Status di portal', value: 'Diajukan' })
  })
})

describe('two values of one field', () => {
  /** Both sides change the hours, the counter by a correction of the intake. */
  async function inConflict(nik: string): Promise<string> {
    const { id } = at.apply(at.register(nik))
    await at.pull()
    await at.desk.acceptFiles(id)
    await at.desk.act(at.desk.counter, id, 'front-office', 'teruskan')
    const theirs = [{ days: ['sat' as const], from: '08:00', until: '10:00' }]
    done(editApplication(at.portal.portal, id, { schedule: theirs }))
    await at.pull()
    return id
  }

  it('stand side by side, and the one that the clerk picks is the dossier’s, with both in the history', async () => {
    const id = await inConflict('6171014506900023')
    const [conflict] = await at.desk.counter.inbox.conflicts.query({ applicationId: id })
    expect(conflict?.label).toBe('Jadwal')
    expect(conflict?.theirs.text).toContain('08.00')
    const order = {
      conflictId: conflict?.id ?? '',
      version: conflict?.version ?? 0,
      picked: 'theirs',
    } as const
    expect((await at.desk.counter.inbox.settleConflict.mutate(order)).ok).toBe(true)
    const state = await stateOf(id)
    expect(state.data.schedule.map((one) => one.days)).toEqual([['sat']])
    const second = await at.desk.counter.inbox.settleConflict.mutate({ ...order, picked: 'ours' })
    expect(second.ok ? null : second.refusal.code).toBe('conflict-settled')
    const view = await at.desk.counter.dossiers.get.query({ id })
    expect(view.history.at(-1)?.text).toContain('dipakai isian pemohon di portal')
  })

  it('are compared again when the portal’s moved on meanwhile', async () => {
    const id = await inConflict('6171014506900024')
    const [conflict] = await at.desk.counter.inbox.conflicts.query({ applicationId: id })
    const sunday = [{ days: ['sun' as const], from: '08:00', until: '10:00' }]
    tell(id, { schedule: sunday })
    await at.pull()
    const order = {
      conflictId: conflict?.id ?? '',
      version: conflict?.version ?? 0,
      picked: 'theirs',
    } as const
    const late = await at.desk.counter.inbox.settleConflict.mutate(order)
    expect(late.ok ? null : late.refusal.code).toBe('conflict-moved')
    const [now] = await at.desk.counter.inbox.conflicts.query({ applicationId: id })
    const kept = { ...order, version: now?.version ?? 0, picked: 'ours' } as const
    expect((await at.desk.counter.inbox.settleConflict.mutate(kept)).ok).toBe(true)
    expect((await stateOf(id)).data.schedule.map((one) => one.days)).toEqual([['mon', 'tue', 'wed']])
  })
})

describe('one NIK with two names', () => {
  it('becomes one person when the clerk has compared the card, and the application comes in', async () => {
    const walkIn = await at.desk.takeIn({ nik: '6171044708940079' })
    const person = at.register('6171044708940079', { name: 'Bambang Sutrisno' })
    const { id } = at.apply(person)
    await at.pull()
    const waiting = (await at.desk.counter.inbox.arrivals.query()).find(
      (one) => one.reason === 'nik-of-another',
    )
    expect(waiting?.persons?.there.name).toBe('Bambang Sutrisno')
    const arrivalId = waiting?.id ?? ''
    const unseen = { arrivalId, how: 'same-person', card: null } as const
    const refused = await at.desk.counter.inbox.settleArrival.mutate(unseen)
    expect(refused.ok ? null : refused.refusal.code).toBe('arrival-identity-needed')
    const joined = await at.desk.counter.inbox.settleArrival.mutate({ ...unseen, card: 'ktp' })
    expect(joined.ok).toBe(true)
    expect((await stateOf(id)).applicant.id).toBe(person.applicant.id)
    expect((await stateOf(walkIn)).applicant.id).toBe(person.applicant.id)
  })
})

describe('a request for an account', () => {
  const ask = (nik: string, name: string) =>
    done(
      requestAccount(
        at.portal.portal,
        { nik, name, email: `${randomUUID()}@example.org`, phone: '0812', password: '' },
        true,
      ),
    )

  it('stands in the queue of the role, is approved once, and the decision goes out', async () => {
    const account = ask('6171014506900025', 'Nadia Putri')
    await at.pull()
    const queue = await at.desk.counter.accounts.list.query()
    const [request] = queue.waiting.filter((one) => one.id === account.id)
    expect(request?.holder).toBeNull()
    const order = {
      accountId: account.id,
      status: 'approved',
      reason: null,
      card: null,
      samePerson: false,
    } as const
    expect((await at.desk.counter.accounts.decide.mutate(order)).ok).toBe(true)
    const second = await at.desk.counter.accounts.decide.mutate({ ...order, status: 'refused', reason: 'x' })
    expect(second.ok ? null : second.refusal.code).toBe('account-decided')
    const calls = await at.desk.besides.queries.listPortalCallsOf(account.id)
    expect(calls.map((one) => [one.kind, one.baseVersion, one.body?.['status']])).toEqual([
      ['account', 1, 'approved'],
    ])
    const after = await at.desk.counter.accounts.list.query()
    expect(after.waiting.some((one) => one.id === account.id)).toBe(false)
    expect(after.decided[0]?.id).toBe(account.id)
  })

  it('with the NIK of a walk-in takes over their dossiers only after a card was compared', async () => {
    const walkIn = await at.desk.takeIn({ nik: '6171044708940080' })
    const { applicant } = await stateOf(walkIn)
    const account = ask('6171044708940080', applicant.name)
    await at.pull()
    const queue = await at.desk.counter.accounts.list.query()
    expect(queue.waiting.find((one) => one.id === account.id)?.holder?.dossiers).toBe(1)
    const order = {
      accountId: account.id,
      status: 'approved',
      reason: null,
      card: null,
      samePerson: false,
    } as const
    const unseen = await at.desk.counter.accounts.decide.mutate(order)
    expect(unseen.ok ? null : unseen.refusal.code).toBe('account-identity-needed')
    expect((await at.desk.counter.accounts.decide.mutate({ ...order, card: 'ktp' })).ok).toBe(true)
    const [call] = await at.desk.besides.queries.listPortalCallsOf(account.id)
    expect(call?.body?.['applicantId']).toBe(applicant.id)
  })
})

describe('messages', () => {
  it('of the office stand on the dossier and wait to go out, once however often they are sent', async () => {
    const { id } = at.apply(at.register('6171014506900026'))
    await at.pull()
    const message = { applicationId: id, messageId: randomUUID(), text: 'Mohon unggah STR yang jelas.' }
    expect((await at.desk.counter.inbox.sendMessage.mutate(message)).ok).toBe(true)
    expect((await at.desk.counter.inbox.sendMessage.mutate(message)).ok).toBe(true)
    const messages = await at.desk.counter.inbox.messages.query({ applicationId: id })
    expect(messages.map((one) => [one.from, one.text])).toEqual([['office', message.text]])
    expect(messages.map((one) => one.portal)).toEqual(['on-its-way'])
  })

  it('tell an online applicant why their application came back', async () => {
    const { id } = at.apply(at.register('6171014506900027'))
    await at.pull()
    await at.desk.act(at.desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'STR tidak terbaca')
    const messages = await at.desk.counter.inbox.messages.query({ applicationId: id })
    expect(messages.map((one) => one.text)).toEqual(['STR tidak terbaca'])
  })
})
