import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyIntakeForm, type IntakeForm } from '#domain/intake-form.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { composeStation, setUpOffice } from '../testing/composed-station.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const register = async (form: IntakeForm, applicationId?: string, draftId: string | null = null) => {
  const id = applicationId ?? (await desk.counter.intake.begin.mutate()).applicationId
  return desk.counter.intake.register.mutate({ applicationId: id, draftId, form, printerId: null })
}
const count = async (table: string): Promise<number> =>
  (await desk.sql<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`))[0]?.rows ?? 0

describe('taking a walk-in in', () => {
  it('twice under one id, also at the same moment, registers once, prints once and takes one number', async () => {
    const { applicationId } = await desk.counter.intake.begin.mutate()
    const form = await desk.fill({ nik: '6171044708940101' })
    const before = await count('applications')
    const [first, second] = await Promise.all([register(form, applicationId), register(form, applicationId)])
    const third = await register({ ...form, facilityName: 'RS Lain' }, applicationId)
    expect(first).toMatchObject({ ok: true, value: { applicationId } })
    expect([second, third]).toEqual([first, first])
    expect(await count('applications')).toBe(before + 1)
    const jobs = await desk.sql<{ copy: number }>(
      'SELECT copy FROM print_jobs WHERE application_id = ?',
      applicationId,
    )
    expect(jobs).toEqual([{ copy: 1 }])
  })

  it('writes nothing when a field is refused, and says every field at once', async () => {
    const rows = [await count('applications'), await count('number_sequences'), await count('print_jobs')]
    const refused = await register({ ...emptyIntakeForm, permitTypeCode: 'SIPD' })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'form-incomplete' } })
    if (refused.ok || refused.refusal.code !== 'form-incomplete') throw new Error('it was taken in')
    expect(refused.refusal.fields.map((one) => one.field)).toEqual(
      expect.arrayContaining(['nik', 'name', 'phone', 'strNumber', 'schedule.0', 'documents.ID_PHOTO']),
    )
    expect([await count('applications'), await count('number_sequences'), await count('print_jobs')]).toEqual(
      rows,
    )
  })

  it('refuses a file that was never uploaded and a paper where a file is needed, each at its requirement', async () => {
    const form = await desk.fill({ nik: '6171044708940102' })
    const documents = form.documents.map((one) =>
      one.requirementCode === 'STR'
        ? { ...one, sha256: 'e'.repeat(64) }
        : one.requirementCode === 'KTP'
          ? { ...one, sha256: null }
          : one,
    )
    const refused = await register({ ...form, documents })
    expect(refused).toMatchObject({
      refusal: {
        fields: [
          { field: 'documents.STR', refusal: { code: 'requirement-file-lost', fileName: 'pindai.pdf' } },
          { field: 'documents.KTP', refusal: { code: 'requirement-needs-file' } },
        ],
      },
    })
  })

  it('keeps the cabinet’s word on what a file is, whatever the page said', async () => {
    const form = await desk.fill({ nik: '6171044708940103' })
    const lies = form.documents.map((one) => ({ ...one, mediaType: 'image/png', sizeBytes: 1 }))
    const registered = await register({ ...form, documents: lies })
    if (!registered.ok) throw new Error(registered.refusal.code)
    const dossier = await desk.counter.dossiers.get.query({ id: registered.value.applicationId })
    const files = dossier.requirements.flatMap((one) => one.documents)
    expect(new Set(files.map((one) => one.mediaType))).toEqual(new Set(['application/pdf', 'image/jpeg']))
    expect(files.find((one) => one.mediaType === 'application/pdf')?.sizeBytes).toBe(pdfBytes().length)
  })

  it('refuses a NIK that belongs to another name, and takes a corrected spelling without touching the past', async () => {
    const nik = '6171044708940104'
    const first = await register(await desk.fill({ nik, name: 'Kinanti Sebangki' }))
    expect(await register(await desk.fill({ nik, name: 'Bagas Tirtamulya' }))).toEqual({
      ok: false,
      refusal: { code: 'nik-of-another', field: 'nik' },
    })
    const corrected = await desk.fill({ nik, name: 'Kinanti Sebangkai', facilityName: 'RS Kedua' })
    const second = await register({ ...corrected, phone: '081255000999' })
    if (!first.ok || !second.ok) throw new Error('a registration was refused')
    const nameOf = async (id: string) => (await desk.counter.dossiers.get.query({ id })).applicant.name
    expect(await nameOf(first.value.applicationId)).toBe('Kinanti Sebangki')
    expect(await nameOf(second.value.applicationId)).toBe('Kinanti Sebangkai')
    const known = await desk.counter.intake.findByNik.query({ nik })
    expect(known).toMatchObject({ applicant: { name: 'Kinanti Sebangkai', phone: '+6281255000999' } })
    expect(known?.dossiers).toHaveLength(2)
  })

  it('points to the dossier that is under way already instead of beginning a second one', async () => {
    const person = { nik: '6171044708940110', facilityName: 'RS Satu' }
    const id = await desk.takeIn(person)
    const { line } = await desk.counter.dossiers.get.query({ id })
    expect(await register(await desk.fill({ ...person, facilityName: ' rs. satu' }))).toEqual({
      ok: false,
      refusal: {
        code: 'already-in-process',
        registrationNumber: line.registrationNumber,
        collectiveRow: null,
      },
    })
    await desk.act(desk.counter, id, 'front-office', 'batalkan', 'Salah ketik')
    expect(await register(await desk.fill(person))).toMatchObject({ ok: true })
  })

  it('stops at the place limit of the profession; what was withdrawn does not count', async () => {
    const nik = '6171044708940105'
    const ids: string[] = []
    for (const place of ['RS Satu', 'RS Dua', 'RS Tiga'])
      ids.push(await desk.takeIn({ nik, facilityName: place }))
    expect(await register(await desk.fill({ nik, facilityName: 'RS Empat' }))).toEqual({
      ok: false,
      refusal: {
        code: 'place-limit-reached',
        limit: 3,
        held: 3,
        places: ['RS Satu', 'RS Dua', 'RS Tiga'],
      },
    })
    const [first = ''] = ids
    expect(await desk.act(desk.counter, first, 'front-office', 'batalkan', 'Pindah kota')).toMatchObject({
      ok: true,
    })
    expect(await register(await desk.fill({ nik, facilityName: 'RS Empat' }))).toMatchObject({ ok: true })
  })

  it('leaves no file behind that no stage asks for', async () => {
    const form = await desk.fill({ nik: '6171044708940106' })
    const stray = form.documents.map((one) => ({ ...one, requirementCode: 'POWER_OF_ATTORNEY' })).slice(0, 1)
    const registered = await register({ ...form, documents: [...form.documents, ...stray] })
    if (!registered.ok) throw new Error(registered.refusal.code)
    const { applicationId } = registered.value
    await desk.acceptFiles(applicationId)
    expect(await desk.act(desk.counter, applicationId, 'front-office', 'teruskan')).toMatchObject({
      ok: true,
    })
  })
})

describe('the receipt', () => {
  it('printed again is CETAK ULANG with its reason, whatever other sheets there are, and names who took it in', async () => {
    const id = await desk.takeIn({ nik: '6171044708940107' })
    await desk.toPrintDesk(id)
    await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
    await desk.printLetter(id)
    const again = (reason: string) =>
      desk.counter.dossiers.reprintReceipt.mutate({ applicationId: id, printerId: null, reason })
    expect(await again('')).toMatchObject({ refusal: { code: 'reprint-needs-reason', copy: 2 } })
    const printed = await again('Lembar pertama hilang')
    if (!printed.ok) throw new Error(printed.refusal.code)
    const copy = printed.value.jobs.find((one) => one.document === 'receipt' && one.copy === 2)
    expect(await desk.outcome(copy?.id ?? '')).toBe('printed')
    const textOf = async (who: string, path: string): Promise<string> => {
      const answer = await desk.office.fetch(who, path)
      return squeeze(pdfText(new Uint8Array(await answer.arrayBuffer())))
    }
    const reprint = await textOf('front-office', `/files/job/${copy?.id}.pdf`)
    expect(reprint).toContain('CETAK ULANG')
    expect(reprint).toContain('Lembar pertama hilang')
    // Looked at by the supervisor it still says who received the dossier.
    const shown = await textOf('supervisor', `/files/receipt/${id}.pdf`)
    expect(shown).toContain('Petugas Front Office')
    expect(shown).not.toContain('Petugas Kepala Bidang')
    expect(shown).not.toMatch(/\d{16}/)
  })

  it('is previewed with the words of the real one', async () => {
    const form = await desk.fill({ nik: '6171044708940108' })
    const preview = await desk.counter.intake.outlook.query({ form, columns: 48 })
    const text = preview.receiptLines.join(' ').replace(/\s+/g, ' ')
    expect(text).toContain('Jam layanan: Senin-Kamis 08.00-15.00')
    expect(text).toContain('diberi saat disimpan')
  })
})

describe('drafts', () => {
  it('survive a restart of the station and are seen, changed and discarded by their own clerk only', async () => {
    const own = await composeStation()
    const { dataDir } = own
    try {
      const signIn = await setUpOffice(own)
      const counter = await signIn('front-office')
      const other = {
        id: null,
        username: 'loket-3',
        name: 'Dodi Kertasari',
        password: 'kunci-loket-2026',
        roles: ['front-office'],
        counter: 'Loket 3',
        active: true,
      }
      expect(await own.client('admin').administration.saveUser.mutate(other)).toMatchObject({ ok: true })
      const neighbour = await signIn('loket-3')
      const { draftId } = await counter.intake.begin.mutate()
      const data = { ...emptyIntakeForm, nik: '617104', name: 'Kinanti' }
      await counter.intake.saveDraft.mutate({ id: draftId, kind: 'intake', title: 'Kinanti', data })
      expect(await neighbour.intake.drafts.query()).toEqual([])
      const taking = neighbour.intake.saveDraft.mutate({ id: draftId, kind: 'intake', title: '', data })
      await expect(taking).rejects.toMatchObject({ data: { code: 'FORBIDDEN' } })
      await neighbour.intake.discardDraft.mutate({ id: draftId })
      expect(await counter.intake.drafts.query()).toMatchObject([{ id: draftId, data }])
      // What is half typed in a dialog belongs to its writer as well, whoever sends it.
      const mine = (await counter.session.station.query()).user?.id ?? ''
      const key = 'agenda/new/'
      await counter.session.keep.mutate({ userId: mine, key, text: '{"place":"Klin"}' })
      await counter.session.keep.mutate({ userId: mine, key, text: '{"place":"Klinik"}' })
      await neighbour.session.keep.mutate({ userId: mine, key, text: null })
      expect(await neighbour.session.kept.query({ key })).toBeNull()
      expect(await counter.intake.drafts.query()).toHaveLength(1)
      await own.station.close()

      const restarted = await composeStation({ dataDir })
      const again = restarted.client('front-office')
      await again.session.signIn.mutate({ username: 'front-office', password: 'kunci-loket-2026' })
      expect(await again.intake.drafts.query()).toMatchObject([{ id: draftId, title: 'Kinanti', data }])
      expect(await again.session.kept.query({ key })).toBe('{"place":"Klinik"}')
      await again.session.keep.mutate({ userId: mine, key, text: null })
      expect(await again.session.kept.query({ key })).toBeNull()
      await again.intake.discardDraft.mutate({ id: draftId })
      expect(await again.intake.drafts.query()).toEqual([])
      await restarted.close()
    } finally {
      await own.close()
    }
  })

  it('go with the registration, but never another clerk’s', async () => {
    const form = await desk.fill({ nik: '6171044708940109' })
    const { draftId } = await desk.counter.intake.begin.mutate()
    await desk.counter.intake.saveDraft.mutate({ id: draftId, kind: 'intake', title: '', data: form })
    expect(await register(form, undefined, draftId)).toMatchObject({ ok: true })
    expect(await desk.counter.intake.drafts.query()).toEqual([])
  })
})

describe('first start', () => {
  it('refuses what is wrong before anything is made, and a second office after', async () => {
    const bare = await composeStation()
    try {
      const window = bare.client('x')
      const order = {
        profile: 'pontianak',
        administrator: { name: 'Melati Sambas', username: 'melati', password: 'kunci-kantor' },
        station: 'Loket 7',
      }
      const make = (change: object) => window.session.createOffice.mutate({ ...order, ...change })
      const admin = (change: object) => make({ administrator: { ...order.administrator, ...change } })
      const station = await window.session.station.query()
      expect(station).toMatchObject({ state: 'needs-office', office: null })
      expect(station.profiles.map((one) => one.code)).toContain('pontianak')
      expect(await make({ profile: 'atlantis' })).toMatchObject({ refusal: { code: 'profile-unknown' } })
      expect(await make({ profile: '../profiles/pontianak' })).toMatchObject({
        refusal: { code: 'profile-unknown' },
      })
      expect(await admin({ username: 'a b' })).toMatchObject({ refusal: { code: 'username-malformed' } })
      expect(await admin({ name: ' ' })).toMatchObject({ refusal: { code: 'user-name-needed' } })
      expect(await admin({ password: 'pendek' })).toMatchObject({ refusal: { code: 'password-too-short' } })
      expect(await window.session.signIn.mutate({ username: 'melati', password: 'x' })).toMatchObject({
        refusal: { code: 'no-office' },
      })
      expect(await make({})).toMatchObject({ ok: true, value: { state: 'signed-in', station: 'Loket 7' } })
      expect(await make({})).toMatchObject({ refusal: { code: 'office-exists' } })
    } finally {
      await bare.close()
    }
  })
})

describe('settings', () => {
  const user = {
    id: null,
    username: 'yulianto',
    name: 'Yulianto Sekayam',
    password: 'kunci-loket-2026',
    roles: ['processing'],
    counter: null,
    active: true,
  }
  const save = (change: object) => desk.admin.administration.saveUser.mutate({ ...user, ...change })

  it('refuse a user that could not sign in or would lock everybody out', async () => {
    const made = await save({})
    if (!made.ok) throw new Error(made.refusal.code)
    expect(await save({})).toMatchObject({ refusal: { code: 'username-taken', username: 'yulianto' } })
    expect(await save({ username: 'YULIANTO ' })).toMatchObject({ refusal: { code: 'username-taken' } })
    expect(await save({ username: 'baru', password: null })).toMatchObject({
      refusal: { code: 'password-too-short' },
    })
    expect(await save({ username: 'baru', roles: [] })).toMatchObject({ refusal: { code: 'role-needed' } })
    expect(await save({ username: 'baru', roles: ['raja'] })).toMatchObject({
      refusal: { code: 'role-unknown', role: 'raja' },
    })
    expect(await save({ id: '01920000-0000-7000-8000-000000000000' })).toMatchObject({
      refusal: { code: 'user-unknown' },
    })
    const self = (await desk.admin.administration.users.query()).find((one) => one.username === 'admin')
    for (const change of [{ roles: ['processing'] }, { active: false }])
      expect(
        await save({ ...self, password: null, roles: self?.roles, active: true, ...change }),
      ).toMatchObject({ refusal: { code: 'own-administrator-kept' } })
    const renamed = await save({ id: made.value.id, name: 'Yulianto S.', password: null })
    expect(renamed).toMatchObject({ ok: true, value: { name: 'Yulianto S.' } })
    const signed = await desk.office.client('w').session.signIn.mutate({
      username: 'Yulianto',
      password: 'kunci-loket-2026',
    })
    expect(signed).toMatchObject({ ok: true })
    expect(JSON.stringify(signed)).not.toContain('argon2')
    await save({ id: made.value.id, password: null, active: false })
    expect((await desk.office.client('w').session.station.query()).state).toBe('signed-out')
  })

  it('refuse a printer without a name or with an address that no printer has', async () => {
    const printer = {
      id: null,
      name: 'Termal',
      kind: 'thermal' as const,
      address: 'tcp://192.168.1.50:9100',
      thermal: {
        widthMm: 58 as const,
        columns: 32 as const,
        codePage: 'PC437_USA' as const,
        qr: 'native' as const,
        cutter: false,
        withoutStatus: 'unknown' as const,
      },
      documents: [],
      active: false,
    }
    const savePrinter = (change: object) =>
      desk.admin.administration.savePrinter.mutate({ ...printer, ...change })
    expect(await savePrinter({ name: ' ' })).toMatchObject({ refusal: { code: 'printer-name-needed' } })
    expect(await savePrinter({ address: 'http://x' })).toMatchObject({
      refusal: { code: 'printer-address-malformed', typed: 'http://x' },
    })
    expect(await savePrinter({})).toMatchObject({
      ok: true,
      value: { thermal: { columns: 32, learned: null } },
    })
  })
})
