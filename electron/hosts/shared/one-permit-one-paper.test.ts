import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { createPostgresDatabase, type TestPostgres } from '#db/testing/postgres.ts'
import { statusOf } from '#domain/application-state.ts'
import { longDate } from '#domain/indonesian.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'

/** The permit that came out of an application, as the counter finds it by the number on its paper. */
const permitOf = async (at: OfficeAtWork, id: string, kind: IntakeForm['kind'] = 'renewal') => {
  const number = (await at.read(id)).product?.number?.text ?? ''
  const counter = await at.as('front-office')
  return counter.intake.earlierPermitByNumber.query({ number, kind })
}

describe('two counters on PostgreSQL that take one earlier permit at once', { timeout: 180_000 }, () => {
  let database: TestPostgres
  let at: OfficeAtWork
  beforeAll(async () => {
    database = await createPostgresDatabase()
    at = await openOfficeAtWork('pontianak', { databaseUrl: database.url })
  }, 180_000)
  afterAll(async () => {
    await at.close()
    await database.drop()
  })

  it.each<[string, Partial<IntakeForm>]>([
    ['a person with a NIK', {}],
    [
      'a foreigner with a passport',
      {
        nik: '',
        citizenship: 'JP',
        identityKind: 'passport',
        identityNumber: 'TR7654321',
        name: 'Aiko Tanabe',
        nameOnPermit: '',
      },
    ],
  ])('let one of them have it: %s', async (_, who) => {
    const first = await at.takeIn(who)
    await at.walk(first)
    const permit = await permitOf(at, first)
    const kinds = ['renewal', 'amendment', 'replacement', 'revocation', 'renewal'] as const
    const forms = await Promise.all(
      kinds.map((kind, index) =>
        at.fill({
          ...who,
          ...permit?.form,
          permitTypeCode: 'SIPD',
          kind,
          targetPermitId: permit?.permitId ?? null,
          facilityName: `RS ke-${index + 1}`,
          ...(kind === 'revocation' ? { reasonCode: 'moved' } : {}),
        }),
      ),
    )
    const answers = await Promise.all(forms.map((form) => at.register(form)))
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    for (const answer of answers)
      if (!answer.ok)
        expect(answer.refusal).toMatchObject({
          code: 'form-incomplete',
          fields: [{ field: 'targetPermitNumber', refusal: { code: 'earlier-permit-taken' } }],
        })
    expect((await permitOf(at, first))?.reason).toContain('P-2026')
  })

  it('leave an office without damage', async () => {
    expect(await at.damages()).toEqual([])
  })
})

describe('on one file', { timeout: 120_000 }, () => {
  let at: OfficeAtWork
  beforeAll(async () => {
    at = await openOfficeAtWork('pontianak')
  }, 120_000)
  afterAll(() => at.close())

  it('a hotel gets its certificate for its company, and renews it as the same company', async () => {
    const hotel: Partial<IntakeForm> = {
      permitTypeCode: 'SLHS-HTL',
      nik: '',
      companyName: 'Hotel Muara Kapuas',
      companyNib: '1234567890123',
      name: 'Bagas Tirtamulya',
      nameOnPermit: '',
      facilityKind: 'business',
      facilityName: 'Hotel Muara Kapuas',
      schedule: [{ days: [], from: '', until: '' }],
      answers: {
        'responsible-person': 'Bagas Tirtamulya',
        rooms: '48',
        laboratory: 'Labkesda Pontianak',
        'laboratory-date': '10-11-2026',
      },
    }
    const id = await at.takeIn(hotel)
    const end = await at.walk(id)
    expect([statusOf(end), end.applicant.kind, end.applicant.nik, end.product?.validUntil]).toEqual([
      'handed-over',
      'company',
      null,
      '2029-11-18',
    ])
    expect(end.product?.number?.text).toBe('503/0001/SLHS-HTL/DPMTK-PTSP/2026')
    const permit = await permitOf(at, id)
    expect(permit).toMatchObject({ number: end.product?.number?.text, status: 'active', reason: null })
    const renewal = await at.takeIn({ ...hotel, kind: 'renewal', targetPermitId: permit?.permitId ?? null })
    const renewed = await at.walk(renewal)
    expect(renewed.applicant.id).toBe(end.applicant.id)
    expect((await at.read(id)).permitEnd).toMatchObject({ status: 'renewed', byApplicationId: renewal })
  })

  it('a foreigner renews once, and not a second time', async () => {
    const foreigner: Partial<IntakeForm> = {
      nik: '',
      citizenship: 'JP',
      identityKind: 'passport',
      identityNumber: 'TR1112223',
      name: 'Haru Ishikawa',
      nameOnPermit: '',
    }
    const first = await at.takeIn(foreigner)
    await at.walk(first)
    const renew = async (id: string) => {
      const permit = await permitOf(at, id)
      return at.fill({
        ...foreigner,
        ...permit?.form,
        permitTypeCode: 'SIPD',
        kind: 'renewal',
        targetPermitId: permit?.permitId ?? null,
      })
    }
    const once = await at.register(await renew(first))
    if (!once.ok) throw new Error(JSON.stringify(once.refusal))
    await at.walk(once.value.applicationId)
    expect(await at.register(await renew(once.value.applicationId))).toMatchObject({
      ok: false,
      refusal: {
        fields: [{ field: 'targetPermitNumber', refusal: { code: 'foreigner-renewals-used', renewals: 1 } }],
      },
    })
  })

  it('a number that was given is void with its line when the dossier goes back and is withdrawn', async () => {
    const id = await at.takeIn({ nik: '6171044708940801', name: 'Sekar Mandau' })
    const numbered = await at.walk(id, (state) => (state.product?.number ?? null) !== null)
    for (const action of ['kembalikan-ke-pemrosesan', 'kembalikan-ke-dinas', 'kembalikan-ke-front-office'])
      expect(await at.move(id, action, { note: 'Tempat praktik pindah' })).toMatchObject({ ok: true })
    expect((await at.read(id)).product?.number).toEqual(numbered.product?.number)
    expect(await at.move(id, 'batalkan', { note: 'Pemohon pindah kota' })).toMatchObject({ ok: true })
    const end = await at.read(id)
    expect([statusOf(end), end.voidNumbers]).toEqual(['withdrawn', [numbered.product?.number]])
    const next = await at.walk(
      await at.takeIn({ nik: '6171044708940802', name: 'Laras Mandau' }),
      (state) => (state.product?.number ?? null) !== null,
    )
    expect(next.product?.number?.serial).toBe((numbered.product?.number?.serial ?? 0) + 1)
  })

  it('a number of 31 December signed in January keeps its year, its day and its line; it is terbit in January', async () => {
    at.goTo('2026-12-31T02:00:00.000Z')
    const id = await at.takeIn({ nik: '6171044708940811', name: 'Intan Landak' })
    const numbered = await at.walk(id, (state) => (state.product?.number ?? null) !== null)
    expect(numbered.product).toMatchObject({
      issuedOn: '2026-12-31',
      number: { scope: expect.stringContaining('2026') },
    })
    at.goTo('2027-01-04T02:00:00.000Z')
    const end = await at.walk(id)
    expect(end.product).toMatchObject({
      number: numbered.product?.number,
      issuedOn: '2026-12-31',
      validUntil: '2031-12-30',
      signature: { on: '2027-01-04' },
    })
    expect(end.product?.number?.text).toMatch(/\/2026$/)
    await at.office.client('admin').session.signIn.mutate({ username: 'admin', password: 'kunci-loket-2026' })
    const january = await at.office.client('admin').reports.daily.query({ day: at.today() })
    expect(january.total.issued).toBe(1)
    const fresh = await at.walk(
      await at.takeIn({ nik: '6171044708940812', name: 'Permata Landak' }),
      (state) => (state.product?.number ?? null) !== null,
    )
    expect(fresh.product?.number?.text).toBe('503/0001/SIPD/DPMTK-PTSP/2027')
  })

  it('a permit that a decree ends on a day to come is in force until then, and nothing else begins from it', async () => {
    const holder = { nik: '6171044708940821', name: 'Melur Sanggau' }
    const first = await at.takeIn(holder)
    await at.walk(first)
    const permit = await permitOf(at, first)
    const decree = await at.takeIn({
      ...permit?.form,
      permitTypeCode: 'SIPD',
      kind: 'revocation',
      reasonCode: 'moved',
      effectiveOn: '01-03-2027',
      targetPermitId: permit?.permitId ?? null,
    })
    const end = await at.walk(decree)
    const answer = await at.office.fetch('front-office', `/files/product/${decree}.pdf`)
    const text = squeeze(pdfText(new Uint8Array(await answer.arrayBuffer())))
    const { number, issuedOn } = (await at.read(first)).product ?? {}
    expect(text).toContain(`Nomor ${number?.text ?? ''} tanggal ${longDate(issuedOn ?? at.today())}`)
    expect(text).toContain('tanggal 1 Maret 2027')
    expect(end.data.effectiveOn).toBe('2027-03-01')
    expect(await permitOf(at, first)).toMatchObject({ status: 'active' })
    const renewal = await at.fill({
      ...permit?.form,
      permitTypeCode: 'SIPD',
      kind: 'renewal',
      targetPermitId: permit?.permitId ?? null,
    })
    expect(await at.register(renewal)).toMatchObject({
      refusal: { fields: [{ refusal: { code: 'earlier-permit-not-active', status: 'revoked' } }] },
    })
    at.goTo('2027-03-01T02:00:00.000Z')
    expect(await permitOf(at, first)).toMatchObject({ status: 'revoked' })
  })

  it('leaves no damage', async () => {
    expect(await at.damages()).toEqual([])
  })
})
