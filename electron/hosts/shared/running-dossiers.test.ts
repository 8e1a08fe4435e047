import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import { figuresOf, kindsOfFigures } from '#domain/report-figures.ts'
import { countOfColumn } from '#domain/type-recap.ts'
import { emptyOldBook, type OldBookForm } from '#domain/old-book-form.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

let at: OfficeAtWork
beforeAll(async () => {
  at = await openOfficeAtWork('pontianak', { now: '2026-11-18T01:00:00.000Z' })
})
afterAll(() => at.close())

const nikOf = (n: number): string => `617104470894${String(n).padStart(4, '0')}`
const book = (change: Partial<OldBookForm>): OldBookForm => ({
  ...emptyOldBook,
  filedOn: '02-11-2026',
  ...change,
})
const signed = (n: number): Partial<OldBookForm> => ({
  number: `P/${n}/2026`,
  stage: 'penyerahan',
  acceptedOn: '03-11-2026',
  productNumber: `446/${n}/SIPD/2026`,
  issuedOn: '10-11-2026',
  signedOn: '11-11-2026',
})
const enter = async (
  n: number,
  change: Partial<OldBookForm>,
  form: Partial<IntakeForm> = {},
  id: string = randomUUID(),
) => {
  const counter = await at.as('front-office')
  const filled = await at.fill({ nik: nikOf(n), ...form })
  return counter.intake.register.mutate({
    applicationId: id,
    draftId: null,
    form: { ...filled, documents: [], papers: [], oldBook: book(change) },
    printerId: null,
  })
}
const entered = async (n: number, change: Partial<OldBookForm>): Promise<string> => {
  const answer = await enter(n, change)
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value.applicationId
}
const refusedAt = async (n: number, change: Partial<OldBookForm>): Promise<Record<string, string>> => {
  const answer = await enter(n, change)
  if (answer.ok || answer.refusal.code !== 'form-incomplete') throw new Error(JSON.stringify(answer))
  return Object.fromEntries(answer.refusal.fields.map(({ field, refusal }) => [field, refusal.code]))
}

describe('a dossier that was under way when the office began', () => {
  it('stands at its stage with its old number and days, and no number of a series is taken', async () => {
    const id = await entered(711, {
      number: 'P/0412/2026',
      stage: 'dinas-kesehatan',
      acceptedOn: '03-11-2026',
    })
    const state = await at.read(id)
    expect(state).toMatchObject({
      registrationNumber: { text: 'P/0412/2026', series: 'buku-lama' },
      filedOn: '2026-11-02',
      submittedAt: '2026-11-02T01:00:00.000Z',
      acceptedAt: '2026-11-03T01:00:00.000Z',
      openStages: [{ stage: 'dinas-kesehatan' }],
      clock: 'running',
      product: null,
      carried: { book: 'running' },
    })
    expect(await at.besides.queries.numberRegister('pendaftaran', null)).toEqual([])
    expect(await at.besides.queries.listPrintJobs({ applicationId: id, limit: 9 })).toEqual([])
    const [first] = await at.history(id)
    expect(first?.body).toMatchObject({ action: 'registered', carried: { book: 'running' } })
    const done = await at.walk(id)
    expect(done.handedOverAt).not.toBeNull()
    expect(await at.damages()).toEqual([])
  })

  it('is in process in the recap by type from the day on which it was taken over until it is decided', async () => {
    const supervisor = await at.as('supervisor')
    const days = { from: officeDate('2026-11-01'), through: officeDate('2026-11-30') }
    const total = async () => (await supervisor.figures.typeRecap.query({ ...days, asOf: null })).total
    const before = await total()
    const id = await entered(731, {
      number: 'P/0431/2026',
      stage: 'dinas-kesehatan',
      acceptedOn: '03-11-2026',
    })
    expect(await total()).toEqual({ ...before, inProcess: (before['inProcess'] ?? 0) + 1 })
    const { kinds, ...cell } = countOfColumn('inProcess', days)
    const behind = async () => {
      const asked = { ...cell, ...cell.days, kinds: [...kinds], lateOnly: false, asOf: null, limit: 100 }
      return (await supervisor.figures.behind.query(asked)).lines.map(({ dossier }) => dossier.id)
    }
    expect(await behind()).toContain(id)
    await at.walk(id)
    expect(await behind()).not.toContain(id)
    expect(await total()).toMatchObject({ received: before['received'], inProcess: before['inProcess'] })
    expect(await at.damages()).toEqual([])
  })

  it('that waits to be fetched reaches the handover and ends there', async () => {
    const id = await entered(712, signed(712))
    const counter = await at.as('front-office')
    const ready = await counter.handover.ready.query()
    expect(JSON.stringify(ready)).toContain('P/712/2026')
    const state = await at.read(id)
    expect(state).toMatchObject({
      clock: 'off',
      product: { number: { text: '446/712/SIPD/2026' }, issuedOn: '2026-11-10' },
    })
    expect(state.product?.validUntil).not.toBeNull()
    const done = await at.walk(id)
    expect(done.handedOverAt).not.toBeNull()
    const days = { from: officeDate('2026-10-01'), through: officeDate('2026-11-30') }
    const condition = { days, kinds: kindsOfFigures, asOf: null }
    const counts = figuresOf(await at.besides.queries.countFacts(condition, { by: null, per: null }))
    // The two above were issued and handed over here; this one was only handed over here.
    expect([counts.received, counts.issued, counts.handedOver]).toEqual([0, 2, 3])
    expect(await at.damages()).toEqual([])
  })

  it('that is with the applicant to be mended stands still, and goes on when it is brought', async () => {
    const id = await entered(713, { number: 'P/713/2026', stage: 'perbaikan', acceptedOn: '03-11-2026' })
    expect(await at.read(id)).toMatchObject({ returned: true, clock: 'paused', pauses: [{ until: null }] })
    const brought = await at.walk(id, (state) => !state.returned)
    expect(brought).toMatchObject({ clock: 'running', openStages: [{ stage: 'front-office' }] })
    expect(brought.pauses).toEqual([{ from: expect.any(String), until: expect.any(String) }])
  })

  it('says which days and numbers its stage cannot do without', async () => {
    expect(await refusedAt(714, { number: '', stage: 'penyerahan' })).toEqual({
      'oldBook.number': 'field-empty',
      'oldBook.acceptedOn': 'field-empty',
      'oldBook.productNumber': 'field-empty',
      'oldBook.issuedOn': 'field-empty',
      'oldBook.signedOn': 'field-empty',
    })
    expect(await refusedAt(714, { number: 'P/714', stage: '', filedOn: '01-12-2026' })).toMatchObject({
      'oldBook.filedOn': 'old-day-in-future',
      'oldBook.stage': 'old-stage-needed',
    })
    expect(await refusedAt(714, { ...signed(714), issuedOn: '01-11-2026' })).toEqual({
      'oldBook.issuedOn': 'old-day-before',
    })
    expect(await refusedAt(714, { ...signed(714), number: 'P-2026-000044' })).toEqual({
      'oldBook.number': 'old-number-ahead',
    })
  })

  it('is entered once: a repeat is the same, the second of two clerks hears who was first', async () => {
    const id = randomUUID()
    const first = await enter(715, { number: 'P/715', stage: 'pemrosesan', acceptedOn: '03-11-2026' }, {}, id)
    expect(
      await enter(715, { number: 'P/715', stage: 'pemrosesan', acceptedOn: '03-11-2026' }, {}, id),
    ).toEqual(first)
    const [one, other] = await Promise.all([
      enter(716, { number: 'P/716', stage: 'pemrosesan', acceptedOn: '03-11-2026' }),
      enter(717, { number: 'P/716', stage: 'pemrosesan', acceptedOn: '03-11-2026' }),
    ])
    const refused = [one, other].find((it) => !it.ok)
    expect([one.ok, other.ok].toSorted()).toEqual([false, true])
    expect(refused).toMatchObject({
      refusal: {
        fields: [
          { field: 'oldBook.number', refusal: { code: 'old-number-taken', by: 'Petugas Front Office' } },
        ],
      },
    })
    const product = await enter(718, { ...signed(718), productNumber: '446/712/SIPD/2026' })
    expect(product).toMatchObject({
      refusal: { fields: [{ field: 'oldBook.productNumber', refusal: { code: 'old-number-taken' } }] },
    })
  })

  it('is refused once the time of carrying over has ended', async () => {
    const admin = at.office.client('admin')
    await admin.beginning.set.mutate({ opens: false, reason: null })
    expect(await enter(719, signed(719))).toMatchObject({ refusal: { code: 'beginning-closed' } })
    await admin.beginning.set.mutate({ opens: true, reason: 'Satu map tertinggal' })
    expect(await enter(719, signed(719))).toMatchObject({ ok: true })
  })
})

describe('every office', () => {
  it.each(['tanjungpinang', 'purwakarta', 'seruyan', 'pasuruan'])(
    '%s takes a permit over that waits to be fetched',
    async (code) => {
      const other = await openOfficeAtWork(code, { now: '2026-11-18T01:00:00.000Z' })
      try {
        const offer = other.profile.offers.map((one) => one.code).find((one) => /^SIP/.test(one)) ?? 'SIPD'
        const stage = other.profile.stageTable.stages.find((one) => one.handsOver)?.code ?? ''
        const filled = await other.fill({
          permitTypeCode: offer,
          answers: { 'pharmacist-role': 'in-charge' },
        })
        const counter = await other.as('front-office')
        const answer = await counter.intake.register.mutate({
          applicationId: randomUUID(),
          draftId: null,
          form: { ...filled, documents: [], papers: [], oldBook: book({ ...signed(1), stage }) },
          printerId: null,
        })
        if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
        const state = await other.read(answer.value.applicationId)
        expect(state.issuedAt).toBe('2026-11-11T01:00:00.000Z')
        expect((await other.walk(state.id)).handedOverAt).not.toBeNull()
        expect(await other.damages()).toEqual([])
      } finally {
        await other.close()
      }
    },
  )
})
