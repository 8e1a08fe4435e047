import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const today = officeDate('2026-11-19')
const nikOf = (n: number): string => `617104470894${String(n).padStart(4, '0')}`

const register = async (form: IntakeForm) => {
  const { applicationId } = await desk.counter.intake.begin.mutate()
  return desk.counter.intake.register.mutate({ applicationId, draftId: null, form, printerId: null })
}
const refusedAt = async (form: IntakeForm): Promise<Record<string, string>> => {
  const answer = await register(form)
  if (answer.ok || answer.refusal.code !== 'form-incomplete') return {}
  return Object.fromEntries(answer.refusal.fields.map((one) => [one.field, one.refusal.code]))
}
const permits = (nik: string, kind: IntakeForm['kind'] = 'renewal', permitTypeCode = 'SIPD') =>
  desk.counter.intake.earlierPermits.query({ nik, permitTypeCode, kind })

/** Numbered, printed and signed; the step that makes it *terbit* is left. */
async function toActivation(applicationId: string): Promise<void> {
  await desk.toPrintDesk(applicationId)
  const numbered = await desk.printDesk.dossiers.number.mutate({ applicationId, stage: null })
  if (!numbered.ok) throw new Error(`the number is refused: ${JSON.stringify(numbered.refusal)}`)
  await desk.printLetter(applicationId)
  const signed = await desk.printDesk.dossiers.sign.mutate({ applicationId, stage: null, on: today })
  if (!signed.ok) throw new Error(`the signature is refused: ${JSON.stringify(signed.refusal)}`)
}

async function issue(applicationId: string): Promise<void> {
  await toActivation(applicationId)
  const done = await desk.act(desk.printDesk, applicationId, 'pencetakan', 'terbitkan')
  if (!done.ok) throw new Error('it is not issued')
}

async function permitFor(nik: string, facilityName: string) {
  const id = await desk.takeIn({ nik, facilityName })
  await issue(id)
  const permit = (await permits(nik)).find((one) => one.applicationId === id)
  if (!permit) throw new Error('the permit is not offered')
  return permit
}

describe('a kind that begins from an earlier permit', () => {
  it('takes its place only when the new paper has number, signature and activation', async () => {
    const nik = nikOf(501)
    const earlier = await permitFor(nik, 'RSUD Kota Pontianak')
    expect(earlier).toMatchObject({ status: 'active', reason: null, number: '503/0001/SIPD/DPMTK-PTSP/2026' })
    const id = await desk.takeIn({
      ...earlier.form,
      kind: 'renewal',
      permitTypeCode: 'SIPD',
      targetPermitId: earlier.permitId,
    })
    expect((await permits(nik))[0]).toMatchObject({
      status: 'active',
      reason: expect.stringContaining('P-2026'),
    })
    const second = await desk.fill({
      ...earlier.form,
      kind: 'amendment',
      permitTypeCode: 'SIPD',
      facilityName: 'RS Lain',
      targetPermitId: earlier.permitId,
    })
    expect(await refusedAt(second)).toEqual({ targetPermitNumber: 'earlier-permit-taken' })

    await toActivation(id)
    expect((await permits(nik)).map((one) => one.status)).toEqual(['active'])
    await desk.act(desk.printDesk, id, 'pencetakan', 'terbitkan')
    expect((await permits(nik)).map(({ number, status }) => ({ number, status }))).toEqual(
      expect.arrayContaining([
        { number: '503/0002/SIPD/DPMTK-PTSP/2026', status: 'active' },
        { number: '503/0001/SIPD/DPMTK-PTSP/2026', status: 'renewed' },
      ]),
    )
    const old = await desk.counter.dossiers.get.query({ id: earlier.applicationId })
    expect(old.history.at(-1)?.text).toContain('503/0002/SIPD/DPMTK-PTSP/2026')
    expect(await refusedAt(second)).toEqual({ targetPermitNumber: 'earlier-permit-not-active' })
  })

  it('is refused without a permit, with an unknown one and with somebody else’s', async () => {
    const mine = nikOf(511)
    const other = await permitFor(nikOf(512), 'RS Satu')
    const form = await desk.fill({ nik: mine, kind: 'renewal' })
    expect(await refusedAt(form)).toEqual({ targetPermitNumber: 'earlier-permit-needed' })
    expect(await refusedAt({ ...form, targetPermitNumber: '503/9999/SIPD' })).toEqual({
      targetPermitNumber: 'earlier-permit-unknown',
    })
    expect(await refusedAt({ ...form, targetPermitNumber: other.number })).toEqual({
      targetPermitNumber: 'earlier-permit-of-another',
    })
    expect(await refusedAt({ ...form, targetPermitNumber: other.number, targetPermitOnPaper: true })).toEqual(
      { targetPermitNumber: 'earlier-permit-of-another' },
    )
    const paper = { ...form, targetPermitNumber: '440/12/DINKES/2019', targetPermitOnPaper: true }
    expect(await register(paper)).toMatchObject({ ok: true })
  })

  it('is refused as long as one’s own is numbered and not terbit', async () => {
    const nik = nikOf(513)
    const id = await desk.takeIn({ nik, permitTypeCode: 'SIPD', facilityName: 'RS Tiga' })
    await toActivation(id)
    const { product } = await desk.counter.dossiers.get.query({ id })
    const form = await desk.fill({ nik, kind: 'renewal', targetPermitNumber: product?.number ?? '' })
    expect(await refusedAt(form)).toEqual({ targetPermitNumber: 'earlier-permit-not-issued' })
  })

  it('keeps the end of the earlier permit where only its data change, and the number is a new one', async () => {
    const nik = nikOf(521)
    const earlier = await permitFor(nik, 'RS Dua')
    const id = await desk.takeIn({
      ...earlier.form,
      kind: 'amendment',
      permitTypeCode: 'SIPD',
      facilityName: 'RS Tiga',
      targetPermitId: earlier.permitId,
    })
    desk.office.setTime('2026-11-19T03:30:00.000Z')
    await issue(id)
    const [changed] = (await permits(nik)).filter((one) => one.status === 'active')
    expect(changed).toMatchObject({ facilityName: 'RS Tiga', validUntil: earlier.validUntil })
    expect(changed?.number).not.toBe(earlier.number)
  })
})

describe('a revocation', () => {
  it('begun by the office under the name of type 29 ends in a decree, revokes the permit and frees the place', async () => {
    const nik = nikOf(531)
    const places = ['RS Satu', 'RS Dua', 'RS Tiga'] as const
    for (const place of places) await issue(await desk.takeIn({ nik, facilityName: place }))
    const fourth = await desk.fill({ nik, facilityName: 'RS Empat' })
    expect(await register(fourth)).toMatchObject({ refusal: { code: 'place-limit-reached', held: 3 } })
    const [target] = (await permits(nik, 'revocation')).filter((one) => one.facilityName === 'RS Dua')
    if (!target) throw new Error('there is nothing to revoke')
    const asked = {
      ...target.form,
      permitTypeCode: 'REV-SIPD',
      kind: 'revocation',
      startedBy: 'office',
      phone: '',
      targetPermitId: target.permitId,
    } as const
    const form = await desk.fill(asked)
    expect(form.documents.map((one) => one.requirementCode)).toEqual(['REVOCATION_GROUND'])
    expect(await refusedAt(form)).toEqual({ reasonCode: 'field-empty' })
    expect(await refusedAt({ ...form, reasonCode: 'moved' })).toEqual({ reasonCode: 'reason-unknown' })
    const id = await desk.takeIn({ ...asked, reasonCode: 'sanction' })
    expect(await desk.counter.dossiers.get.query({ id })).toMatchObject({
      line: { permitTypeCode: 'SIPD', kind: 'revocation' },
    })
    expect(await register(fourth)).toMatchObject({ refusal: { code: 'place-limit-reached', held: 3 } })
    await issue(id)
    const after = await permits(nik, 'revocation')
    expect(after.find((one) => one.permitId === target.permitId)?.status).toBe('revoked')
    expect(await register(fourth)).toMatchObject({ ok: true })
  })
})

describe('places', () => {
  it('are one however they are spelt, and those told of elsewhere count', async () => {
    const nik = nikOf(541)
    await desk.takeIn({ nik, facilityName: 'RSUD Kota Pontianak' })
    const again = await desk.fill({
      nik,
      facilityName: 'Rumah Sakit Umum Daerah Kota Pontianak',
      permitTypeCode: 'SIPD',
    })
    expect(await register({ ...again, practiceOrdinal: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'already-in-process' },
    })
    const elsewhere = (place: string) => ({
      number: '1',
      place,
      city: 'Kota Singkawang',
      validUntil: '',
      schedule: [],
    })
    const told = {
      ...(await desk.fill({ nik, facilityName: 'RS Baru' })),
      otherPermits: [elsewhere('RS Abdul Aziz'), elsewhere('RS. Abdul  Aziz')],
    }
    expect(
      await register({ ...told, otherPermits: [...told.otherPermits, elsewhere('Klinik Harapan')] }),
    ).toMatchObject({
      refusal: {
        code: 'place-limit-reached',
        held: 3,
        places: [
          'RSUD Kota Pontianak',
          'RS Abdul Aziz (Kota Singkawang)',
          'Klinik Harapan (Kota Singkawang)',
        ],
      },
    })
    expect(await register(told)).toMatchObject({ ok: true })
  })
})

describe('what is filed elsewhere', () => {
  it('takes no number; the contact is counted once and the slip is printed once', async () => {
    const type = { permitTypeCode: 'SLHS-RM', kind: 'new' } as const
    const before = await desk.sql<{ rows: number }>('SELECT count(*) AS rows FROM official_numbers')
    expect(await register(await desk.fill(type))).toMatchObject({ refusal: { code: 'filed-elsewhere' } })
    const order = {
      ...type,
      id: crypto.randomUUID(),
      applicantName: 'Nirmala 6171044708940001',
      printerId: null,
    }
    const [first, second] = [
      await desk.counter.intake.refer.mutate(order),
      await desk.counter.intake.refer.mutate(order),
    ]
    expect([first.jobId === null, second.jobId]).toEqual([false, null])
    expect(await desk.outcome(first.jobId ?? '')).toBe('printed')
    const counts = await desk.counter.intake.referralCounts.query({ from: today, to: today })
    expect(counts).toEqual([expect.objectContaining({ permitTypeCode: 'SLHS-RM', to: 'oss', count: 1 })])
    expect(await desk.sql('SELECT count(*) AS rows FROM official_numbers')).toEqual(before)
    await expect(
      desk.counter.intake.refer.mutate({ ...order, id: crypto.randomUUID(), permitTypeCode: 'SIPD' }),
    ).rejects.toThrow('diajukan di kantor ini')
  })
})

describe('one person', () => {
  it('has one NIK under any titles, and a change of name is kept with the former one', async () => {
    const nik = nikOf(551)
    await desk.takeIn({ nik, facilityName: 'RS Satu' })
    const titled = await desk.takeIn({ nik, name: 'dr. Kinanti Sebangki, Sp.A', facilityName: 'RS Dua' })
    const form = await desk.fill({ nik, name: 'Ratna Puspaningrum', facilityName: 'RS Tiga' })
    expect(await register(form)).toMatchObject({ refusal: { code: 'nik-of-another' } })
    const renamed = await register({ ...form, nameChanged: true })
    if (!renamed.ok) throw new Error(renamed.refusal.code)
    const known = await desk.counter.intake.findByNik.query({ nik })
    expect(known?.applicant).toMatchObject({ name: 'Ratna Puspaningrum' })
    const state = await desk.besides.queries.findApplication(renamed.value.applicationId)
    expect(state?.applicant.formerNames).toEqual([
      expect.objectContaining({ name: 'dr. Kinanti Sebangki, Sp.A', until: '2026-11-19' }),
    ])
    const history = await desk.counter.dossiers.get.query({ id: renamed.value.applicationId })
    expect(history.history.map((one) => one.text)).toContainEqual(
      expect.stringContaining('Nama pemohon berubah'),
    )
    const before = await desk.besides.queries.findApplication(titled)
    expect(before?.applicant.name).toBe('dr. Kinanti Sebangki, Sp.A')
  })

  it('without a NIK is known by the passport, and holds a permit for two years', async () => {
    const foreigner = {
      nik: '',
      name: 'Aiko Tanabe',
      nameOnPermit: 'dr. Aiko Tanabe',
      citizenship: 'JP',
      identityKind: 'passport',
      identityNumber: 'TR 1234567',
      birthDate: '03-04-1988',
      sex: 'female',
    } as const
    const id = await desk.takeIn(foreigner)
    const again = await desk.takeIn({ ...foreigner, identityNumber: 'tr1234567', facilityName: 'RS Dua' })
    const states = await Promise.all([id, again].map((one) => desk.besides.queries.findApplication(one)))
    expect(new Set(states.map((one) => one?.applicant.id)).size).toBe(1)
    await issue(id)
    expect((await desk.besides.queries.findApplication(id))?.product?.validUntil).toBe('2028-11-18')

    // The second visit: typed otherwise, the same paper finds person, permit and places.
    const { intake } = desk.counter
    const paper = { citizenship: 'JP', identityKind: 'passport', identityNumber: 'tr 123-4567' } as const
    const known = await intake.findByPaper.query({ holder: 'person', ...paper })
    expect(known?.applicant).toMatchObject({ name: 'Aiko Tanabe', citizenship: 'JP', sex: 'female' })
    expect(known?.dossiers.map((one) => one.id)).toEqual([again, id])
    expect(await intake.findByPaper.query({ holder: 'person', ...paper, citizenship: 'KR' })).toBeNull()
    const renewable = { nik: '', ...paper, permitTypeCode: 'SIPD', kind: 'renewal' } as const
    expect((await intake.earlierPermits.query(renewable)).map((one) => one.applicationId)).toEqual([id])
    const form = await desk.fill({ ...foreigner, ...paper, facilityName: 'RS Tiga' })
    const { places } = await intake.outlook.query({ form, columns: 48 })
    expect(places.map((one) => one.source).toSorted()).toEqual(['application', 'permit'])

    // Another name under the same passport is said at the passport, not at a NIK that nobody typed.
    const stranger = { ...form, name: 'Haruka Mori', nameOnPermit: '' }
    expect(await register(stranger)).toMatchObject({
      refusal: { code: 'identity-of-another', field: 'identityNumber' },
    })
  })
})
