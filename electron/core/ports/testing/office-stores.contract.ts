import { expect, test } from 'vitest'
import { anApplicant, anId, aRegisteredDossier, instant } from '#domain/testing/builders.ts'
import { addMs, type Instant } from '#domain/instant.ts'
import { satisfactionElements, type SatisfactionAnswers } from '#domain/satisfaction.ts'
import type { Consultation, Handover, Referral, SurveyAnswer, SurveyInvitation, User } from '../records.ts'
import type { OutboxEntry } from '../outbox.ts'
import type { Draft } from '../house-stores.ts'
import { doWork, store, type OpenOffice } from './test-office.ts'

const at = instant('2026-03-02T01:00:00.000Z')
const later = instant('2026-03-02T02:00:00.000Z')
const muchLater = instant('2026-03-09T02:00:00.000Z')

/** What every store of people, settings, drafts, handovers and outgoing entries promises. */
export function officeStoresContract(open: OpenOffice): void {
  applicants(open)
  users(open)
  draftsAndSettings(open)
  outgoing(open)
}

function applicants(open: OpenOffice): void {
  test('finds a person by id and by NIK, as they were stored last', async () => {
    const office = await open()
    const moved = anApplicant({ addressDomicile: 'Jalan Baru Nomor 3' })
    await doWork(office, async (stores) => {
      await stores.applicants.save(anApplicant(), at)
      await stores.applicants.save(moved, later)
    })
    const found = await doWork(office, async (stores) => [
      await stores.applicants.find(moved.id),
      await stores.applicants.findByNik(moved.nik ?? ''),
      await stores.applicants.find(anId(9)),
      await stores.applicants.findByNik('6171041504859999'),
    ])
    expect(found).toEqual([moved, moved, undefined, undefined])
    expect(await office.queries.findApplicantByNik(moved.nik ?? '')).toEqual(moved)
    expect(await office.queries.findApplicantByNik('6171041504859999')).toBeUndefined()
  })

  test('one NIK is one person', async () => {
    const office = await open()
    await doWork(office, (stores) => stores.applicants.save(anApplicant(), at))
    const twin = anApplicant({ id: anId(2, 'a') })
    await expect(doWork(office, (stores) => stores.applicants.save(twin, at))).rejects.toThrow()
  })

  test('many people may have no NIK', async () => {
    const office = await open()
    const foreigners = [1, 2].map((n) => anApplicant({ nik: null, citizenship: 'MY' }, n))
    await doWork(office, async (stores) => {
      for (const one of foreigners) await stores.applicants.save(one, at)
    })
    for (const one of foreigners)
      expect(await doWork(office, (stores) => stores.applicants.find(one.id))).toEqual(one)
  })

  test('finds somebody without a NIK by passport, NIB or NPWP, whichever is known first', async () => {
    const office = await open()
    const identity = { kind: 'passport', number: 'A 123-4567', validUntil: null } as const
    const foreigner = anApplicant({ nik: null, citizenship: 'MY', identity }, 1)
    const company = anApplicant(
      {
        kind: 'company',
        nik: null,
        name: 'CV Sari Kapuas',
        company: {
          name: 'CV Sari Kapuas',
          nib: '1234567890123',
          npwp: null,
          responsibleName: 'A',
          responsibleNik: null,
        },
      },
      2,
    )
    await doWork(office, async (stores) => {
      await stores.applicants.save(foreigner, at)
      await stores.applicants.save(company, at)
      await stores.applicants.save(company, later)
    })
    const find = (...keys: readonly string[]) =>
      doWork(office, async (stores) => (await stores.applicants.findByKeys(keys))?.id)
    expect(await find('passport MY A1234567')).toBe(foreigner.id)
    expect(await find('npwp 0', 'nib 1234567890123')).toBe(company.id)
    expect(await find('passport SG A1234567')).toBeUndefined()
    expect(await find()).toBeUndefined()
    const { queries } = office
    expect((await queries.findApplicantByKeys(['npwp 0', 'passport MY A1234567']))?.id).toBe(foreigner.id)
    expect((await queries.findApplicantByKeys(['nib 1234567890123']))?.id).toBe(company.id)
    expect(await queries.findApplicantByKeys(['passport SG A1234567'])).toBeUndefined()
    expect(await queries.findApplicantByKeys([])).toBeUndefined()
  })

  test('an application without its applicant is refused', async () => {
    const office = await open()
    const dossier = aRegisteredDossier()
    await expect(
      doWork(office, (stores) => stores.applications.save(dossier.state, dossier.events)),
    ).rejects.toThrow()
  })
}

const aUser = (n: number, change: Partial<User> = {}): User => ({
  id: anId(n, 'f'),
  username: `Petugas${n}`,
  name: `Petugas ${n}`,
  passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  roles: ['front-office'],
  counter: 'loket-1',
  active: true,
  createdAt: at,
  ...change,
})

function users(open: OpenOffice): void {
  test('finds users by id and by name in any case, and counts them', async () => {
    const office = await open()
    expect(await office.queries.countUsers()).toBe(0)
    const gone = aUser(1, { active: false, counter: null, roles: ['administrator', 'head'] })
    await doWork(office, async (stores) => {
      await stores.users.save(aUser(2))
      await stores.users.save(aUser(1))
      await stores.users.save(gone)
    })
    expect(await office.queries.listUsers()).toEqual([gone, aUser(2)])
    expect(await office.queries.findUser(anId(2, 'f'))).toEqual(aUser(2))
    expect(await office.queries.findUser(anId(3, 'f'))).toBeUndefined()
    expect(await office.queries.findUserByUsername(' PETUGAS2 ')).toEqual(aUser(2))
    expect(await office.queries.findUserByUsername('petugas')).toBeUndefined()
    const found = await doWork(office, async (stores) => [
      await stores.users.find(anId(1, 'f')),
      await stores.users.findByUsername(' PETUGAS2 '),
      await stores.users.findByUsername('petugas'),
      await stores.users.count(),
    ])
    expect(found).toEqual([gone, aUser(2), undefined, 2])
    expect(await office.queries.countUsers()).toBe(2)
  })

  test('two users cannot share a name, whatever its case', async () => {
    const office = await open()
    await doWork(office, (stores) => stores.users.save(aUser(1, { username: 'Sari' })))
    await expect(
      doWork(office, (stores) => stores.users.save(aUser(2, { username: 'sari' }))),
    ).rejects.toThrow()
  })
}

const aDraft = (n: number, change: Partial<Draft> = {}): Draft => ({
  id: anId(n, 'd'),
  userId: anId(1, 'f'),
  kind: 'intake',
  title: 'Rahmawati',
  data: { nik: '6171', files: [], step: n },
  updatedAt: at,
  ...change,
})

function draftsAndSettings(open: OpenOffice): void {
  test('keeps each clerk’s drafts, the one typed last first, until they are discarded', async () => {
    const office = await open()
    const newer = aDraft(1, { data: { nik: '61710415' }, updatedAt: later })
    await doWork(office, async ({ drafts }) => {
      await drafts.save(aDraft(1))
      await drafts.save(aDraft(2))
      await drafts.save(aDraft(3, { userId: anId(2, 'f') }))
      await drafts.save(newer)
    })
    expect(await office.queries.listDrafts(anId(1, 'f'))).toEqual([newer, aDraft(2)])
    expect(await office.queries.findDraft(anId(1, 'd'))).toEqual(newer)
    await doWork(office, ({ drafts }) => drafts.discard(anId(1, 'd')))
    await doWork(office, ({ drafts }) => drafts.discard(anId(1, 'd')))
    expect(await office.queries.findDraft(anId(1, 'd'))).toBeUndefined()
    expect(await office.queries.listDrafts(anId(1, 'f'))).toEqual([aDraft(2)])
  })

  test('a setting keeps its value, null and false are values too', async () => {
    const office = await open()
    for (const value of [{ deep: [1, 'a', null] }, null, false, 0, '']) {
      await doWork(office, ({ settings }) => settings.set('office', value))
      expect(await office.queries.getSetting('office')).toEqual(value)
      expect(await doWork(office, ({ settings }) => settings.get('office'))).toEqual(value)
    }
    expect(await office.queries.getSetting('other')).toBeUndefined()
    expect(await doWork(office, ({ settings }) => settings.get('other'))).toBeUndefined()
  })

  test('a setting without a value is refused, not stored as nothing', async () => {
    const office = await open()
    await expect(doWork(office, ({ settings }) => settings.set('office', undefined))).rejects.toThrow(
      'no value',
    )
  })
}

const anEntry = (n: number, change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: anId(n, 'd'),
  topic: 'portal',
  aggregateId: anId(1, 'b'),
  key: `key-${n}`,
  kind: 'application-moved',
  payload: { seq: n },
  createdAt: at,
  ...change,
})

const aHandover = (n: number, change: Partial<Handover> = {}): Handover => ({
  id: anId(n, 'd'),
  applicationId: anId(1, 'b'),
  documentIds: [anId(1, 'c')],
  method: 'counter',
  receivedBy: 'Rahmawati Suryani',
  relation: 'pemohon',
  receiverNik: null,
  at,
  by: anId(1, 'f'),
  ...change,
})

function outgoing(open: OpenOffice): void {
  test('counts somebody who was sent elsewhere once, however often it is told', async () => {
    const office = await open()
    const referral = (n: number, moment: string): Referral => ({
      id: anId(n, 'd'),
      permitTypeCode: 'SLHS-RM',
      kind: 'new',
      to: 'oss',
      destination: 'OSS',
      at: instant(moment),
      by: 'Petugas Satu',
      station: 'loket-1',
    })
    const first = referral(1, '2026-03-02T01:00:00.000Z')
    const added = await doWork(office, async ({ referrals }) => [
      await referrals.add(first),
      await referrals.add(first),
      await referrals.add(referral(2, '2026-03-03T01:00:00.000Z')),
    ])
    expect(added).toEqual([true, false, true])
    const span = { from: instant('2026-03-02T00:00:00.000Z'), until: instant('2026-03-03T00:00:00.000Z') }
    expect(await office.queries.listReferrals(span)).toEqual([first])
  })

  test('logs a consultation once, however often it is told', async () => {
    const office = await open()
    const consultation = (n: number, moment: string): Consultation => ({
      id: anId(n, 'e'),
      permitTypeCode: 'SIPD',
      kind: 'renewal',
      channel: n % 2 === 0 ? 'phone' : 'counter',
      question: n === 1 ? 'masa berlaku STR' : null,
      at: instant(moment),
      by: 'Petugas Satu',
      station: 'loket-1',
    })
    const first = consultation(1, '2026-03-02T01:00:00.000Z')
    const second = consultation(2, '2026-03-02T00:30:00.000Z')
    const added = await doWork(office, async ({ consultations }) => [
      await consultations.add(first),
      await consultations.add({ ...first, channel: 'phone' }),
      await consultations.add(second),
      await consultations.add(consultation(3, '2026-03-03T01:00:00.000Z')),
    ])
    expect(added).toEqual([true, false, true, true])
    const span = { from: instant('2026-03-02T00:00:00.000Z'), until: instant('2026-03-03T00:00:00.000Z') }
    expect(await office.queries.listConsultations(span)).toEqual([second, first])
  })

  test('asks once about an application, and keeps each answer once without a way back to it', async () => {
    const office = await open()
    await store(office, aRegisteredDossier())
    const invitation: SurveyInvitation = {
      applicationId: anId(1, 'b'),
      token: 'a'.repeat(32),
      state: 'open',
      userId: anId(1, 'f'),
      askedAt: at,
    }
    await doWork(office, ({ surveys }) => surveys.invite(invitation))
    expect(await office.queries.findOpenSurvey(anId(1, 'f'))).toEqual(invitation)
    expect(await office.queries.findOpenSurvey(anId(2, 'f'))).toBeUndefined()
    await expect(
      doWork(office, ({ surveys }) => surveys.invite({ ...invitation, token: 'b'.repeat(32) })),
    ).rejects.toThrow()
    const answer = (n: number, change: Partial<SurveyAnswer> = {}): SurveyAnswer => ({
      id: `${String(n)}${'c'.repeat(31)}`,
      hour: at,
      knownAt: later,
      way: 'screen',
      permitTypeCode: 'SIPD',
      kind: 'new',
      scores: Object.fromEntries(satisfactionElements.map((one) => [one, n])) as SatisfactionAnswers,
      sex: 'female',
      age: null,
      education: 'bachelor',
      occupation: null,
      suggestion: null,
      enteredBy: null,
      ...change,
    })
    const ofPaper = { way: 'paper', knownAt: muchLater } as const
    const kept = await doWork(office, async ({ surveys }) => {
      const found = [await surveys.find(invitation.token), await surveys.findOf(anId(1, 'b'))]
      await surveys.end(invitation.token, 'answered')
      return [
        ...found.map((one) => one?.token === invitation.token),
        await surveys.answer(answer(4)),
        await surveys.answer(answer(4)),
        await surveys.answer(answer(2, { ...ofPaper, permitTypeCode: 'SIPB', suggestion: 'Tambah kursi' })),
        await surveys.answer(answer(1, { hour: later })),
      ]
    })
    expect(kept).toEqual([true, true, true, false, true, true])
    expect(await office.queries.findOpenSurvey(anId(1, 'f'))).toBeUndefined()
    expect((await office.queries.findSurveyOf(anId(1, 'b')))?.state).toBe('answered')
    const span = { from: at, until: later }
    const figures = await office.queries.surveyFigures(span, null, null)
    expect(figures.counts.facilities).toEqual([0, 1, 0, 1])
    expect(figures.ways).toEqual({ screen: 1, paper: 1 })
    expect(figures.byType).toEqual([
      { code: 'SIPB', respondents: 1 },
      { code: 'SIPD', respondents: 1 },
    ])
    expect(figures.respondents.sex).toEqual([
      { value: 'male', respondents: 0 },
      { value: 'female', respondents: 2 },
      { value: null, respondents: 0 },
    ])
    expect((await office.queries.surveyFigures(span, 'SIPB', null)).counts.fee).toEqual([0, 1, 0, 0])
    expect(
      (await office.queries.surveyFigures({ from: later, until: later }, null, null)).counts.fee,
    ).toEqual([0, 0, 0, 0])
    expect(await office.queries.listSuggestions(span, null, 5, null)).toEqual([
      { hour: at, permitTypeCode: 'SIPB', text: 'Tambah kursi' },
    ])
    expect(await office.queries.listSuggestions(span, 'SIPB', 1, null)).toHaveLength(1)
    expect(await office.queries.listSuggestions(span, 'SIPD', 5, null)).toEqual([])
    // A sheet that lay in the box until later was not known yet, and nothing is at the very moment at which it becomes known.
    const known = async (asOf: Instant) => [
      (await office.queries.surveyFigures(span, null, asOf)).counts.time,
      (await office.queries.listSuggestions(span, null, 5, asOf)).length,
    ]
    expect(await known(later)).toEqual([[0, 0, 0, 0], 0])
    expect(await known(muchLater)).toEqual([[0, 0, 0, 1], 0])
    expect(await known(addMs(muchLater, 1))).toEqual([[0, 1, 0, 1], 1])
  })

  test('what must go out waits once per key', async () => {
    const office = await open()
    expect(await office.queries.countOutbox()).toBe(0)
    await doWork(office, async ({ outbox }) => {
      await outbox.add(anEntry(2))
      await outbox.add(anEntry(1, { topic: 'mail' }))
    })
    await expect(doWork(office, ({ outbox }) => outbox.add(anEntry(3, { key: 'key-1' })))).rejects.toThrow()
    expect(await office.queries.countOutbox()).toBe(2)
  })

  test('lists handovers of a span in their order, the end of the span not included', async () => {
    const office = await open()
    await store(office, aRegisteredDossier())
    const post = aHandover(1, {
      at: later,
      method: 'post',
      receiverNik: '6171041504850001',
      enteredAt: instant('2026-03-03T02:00:00.000Z'),
    })
    await doWork(office, async ({ handovers }) => {
      await handovers.add(post)
      await handovers.add(aHandover(2))
      await handovers.add(aHandover(3, { at: instant('2026-03-03T00:00:00.000Z') }))
    })
    const span = { from: at, until: instant('2026-03-03T00:00:00.000Z') }
    expect(await office.queries.listHandovers(span)).toEqual([aHandover(2), post])
    expect(await office.queries.findHandover(anId(1, 'd'))).toEqual(post)
    expect(await office.queries.findHandover(anId(9, 'd'))).toBeUndefined()
  })

  test('finds the last handover of an application, with the act in which it went', async () => {
    const office = await open()
    await store(office, aRegisteredDossier())
    const last = aHandover(2, { at: later, actId: anId(5, 'e') })
    const found = await doWork(office, async ({ handovers }) => {
      await handovers.add(last)
      await handovers.add(aHandover(1))
      return [await handovers.findLast(last.applicationId), await handovers.findLast(anId(9, 'b'))]
    })
    expect(found).toEqual([last, undefined])
  })
}
