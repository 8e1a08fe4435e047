import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { rebuildState } from '#domain/application-history.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { emptyIntakeForm, type IntakeForm } from '#domain/intake-form.ts'
import { composeStation, setUpOffice } from '../testing/composed-station.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'
import { readOfficeFiles } from './office-files.ts'

let at: OfficeAtWork | null = null
let ended: () => void = () => undefined
afterEach(async () => {
  await at?.close()
  at = null
  ended()
  ended = () => undefined
})

const open = async (...asked: Parameters<typeof openOfficeAtWork>): Promise<OfficeAtWork> =>
  (at = await openOfficeAtWork(...asked))
const stagesOf = ({ openStages }: ApplicationState): readonly string[] => openStages.map((one) => one.stage)

/** What is told at the counter before the receipt: who, which permit, a telephone. */
const told = (change: Partial<IntakeForm> = {}): IntakeForm => ({
  ...emptyIntakeForm,
  nik: '6171044708940811',
  name: 'Lestari Kuala',
  phone: '0812-5500-0811',
  permitTypeCode: 'SIPRO',
  ...change,
})
const register = async (office: OfficeAtWork, form: IntakeForm, minimum = true) => {
  const counter = await office.as('front-office')
  const { applicationId } = await counter.intake.begin.mutate()
  const order = { applicationId, draftId: null, form, printerId: null, minimum }
  return { applicationId, order, answer: await counter.intake.register.mutate(order) }
}
const takeIn = async (office: OfficeAtWork, change: Partial<IntakeForm> = {}): Promise<string> => {
  const { applicationId, answer } = await register(office, told(change))
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return applicationId
}
const formOf = async (office: OfficeAtWork, applicationId: string) => {
  const view = await (await office.as('front-office')).corrections.form.query({ applicationId })
  if (!view) throw new Error('the application is not known')
  return view
}
type Save = Parameters<Awaited<ReturnType<OfficeAtWork['as']>>['corrections']['save']['mutate']>[0]
const enter = async (
  office: OfficeAtWork,
  applicationId: string,
  change: Partial<IntakeForm>,
  order: Partial<Save> = {},
) => {
  const { form, corrections } = await formOf(office, applicationId)
  return (await office.as('front-office')).corrections.save.mutate({
    applicationId,
    correctionId: randomUUID(),
    seenCorrections: corrections,
    form: { ...form, ...change },
    reason: '',
    consent: null,
    printerId: null,
    ...order,
  })
}
/** Everything that a whole form of the same person says. */
const whole = async (office: OfficeAtWork, change: Partial<IntakeForm> = {}): Promise<IntakeForm> =>
  office.fill({
    ...told(),
    birthPlace: 'Kuala Pembuang',
    addressKtp: 'Jalan Ahmad Yani 4',
    strNumber: '6122100126004173',
    facilityName: 'Optik Kuala',
    facilityAddress: 'Jalan M.T. Haryono 9',
    schedule: [{ days: ['mon'], from: '08.00', until: '12.00' }],
    ...change,
  })

describe('a receipt before the check (Seruyan)', { timeout: 120_000 }, () => {
  it('is printed on identity, type, kind and telephone, and the dossier waits where the data are entered', async () => {
    const office = await open('seruyan')
    const { applicationId: id, answer } = await register(office, told())
    expect(answer).toMatchObject({ ok: true, value: { jobId: expect.any(String) } })
    const state = await office.read(id)
    expect(stagesOf(state)).toEqual(['entri-data'])
    expect(state).toMatchObject({ incomplete: true, data: { facility: null, schedule: [], str: null } })
    const counter = await office.as('front-office')
    const { intake, actions } = await counter.dossiers.get.query({ id })
    expect(intake.lacking).toEqual(
      expect.arrayContaining(['Tempat lahir', 'Alamat', 'Tempat praktik', 'Jadwal', 'Nomor STR']),
    )
    expect(answer.ok && answer.value.lacking).toBe(intake.lacking?.length)
    const forward = actions.find((one) => one.kind === 'forward')
    expect(forward?.refusal).toMatchObject({ code: 'data-incomplete', fields: intake.lacking })
    expect(forward?.reason).toContain('Lengkapi datanya')
    const paper = await office.office.fetch('front-office', `/files/receipt/${id}.pdf`)
    const text = squeeze(pdfText(new Uint8Array(await paper.arrayBuffer())))
    expect(text).toContain('Lestari Kuala')
    expect(text).toContain(state.registrationNumber.text)
    expect(await office.damages()).toEqual([])
  })

  it('demands the minimum, keeps half of nothing, and is for what the clerk asks for', async () => {
    const office = await open('seruyan')
    const refusedAt = async (change: Partial<IntakeForm>, minimum?: boolean): Promise<readonly string[]> => {
      const { answer } = await register(office, told(change), minimum)
      if (answer.ok) return []
      return answer.refusal.code === 'form-incomplete' ? answer.refusal.fields.map((one) => one.field) : []
    }
    expect(await refusedAt({ phone: '' })).toEqual(['phone'])
    expect(await refusedAt({ nik: '', name: '' })).toEqual(['nik', 'name'])
    expect(await refusedAt({ facilityName: 'Optik Kuala' })).toEqual(['facilityAddress'])
    expect(await refusedAt({ strNumber: '12' })).toEqual(['strNumber'])
    expect(await refusedAt({ email: 'bukan e-mail' })).toEqual(['email'])
    expect(await refusedAt({}, false)).toContain('facilityName')
  })

  it('counts no Perbaikan while data are entered, in as many sittings as it takes', async () => {
    const office = await open('seruyan')
    const id = await takeIn(office)
    const before = await office.read(id)
    const first = await enter(office, id, { birthPlace: 'Kuala Pembuang', addressKtp: 'Jalan Ahmad Yani 4' })
    if (!first.ok) throw new Error(JSON.stringify(first.refusal))
    expect(first.value.history.at(-1)?.text).toBe('Data dilengkapi sebagian')
    expect((await office.read(id)).incomplete).toBe(true)
    expect(await office.move(id, 'teruskan')).toMatchObject({ refusal: { code: 'data-incomplete' } })
    const done = await enter(office, id, await whole(office))
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    expect(done.value.intake).toMatchObject({ receipt: 0, lacking: null })
    expect(done.value.jobs.filter(({ document }) => document === 'receipt')).toHaveLength(1)
    const state = await office.read(id)
    expect(state.corrections).toBeUndefined()
    expect(state.registrationNumber).toEqual(before.registrationNumber)
    expect(state.data.facility?.name).toBe('Optik Kuala')
    expect(state.documents.length).toBeGreaterThan(0)
    expect(rebuildState(await office.history(id))).toEqual(state)
    expect(await office.move(id, 'teruskan')).toMatchObject({ ok: true })
    expect(stagesOf(await office.read(id))).toEqual(['verifikasi-berkas'])
    const end = await office.walk(id)
    expect(end.handedOverAt).not.toBeNull()
    expect(await office.damages()).toEqual([])
  })

  it('is replaced by one of Perbaikan ke-1 when entering data changes what it told, and that needs a reason', async () => {
    const office = await open('seruyan')
    const id = await takeIn(office)
    const form = await whole(office, { name: 'Lestari Kualo' })
    expect(await enter(office, id, form)).toMatchObject({ refusal: { code: 'correction-needs-reason' } })
    const mended = await enter(office, id, form, { reason: 'nama salah ketik' })
    if (!mended.ok) throw new Error(JSON.stringify(mended.refusal))
    expect(mended.value.intake).toMatchObject({ receipt: 1, lacking: null })
    expect(await enter(office, id, { phone: '0812-5500-0899' })).toMatchObject({
      refusal: { code: 'correction-needs-reason' },
    })
    expect(await office.damages()).toEqual([])
  })

  it('enters once however often it is sent, and tells the second of two clerks who was first', async () => {
    const office = await open('seruyan')
    const id = await takeIn(office)
    const form = await whole(office)
    const order = { correctionId: randomUUID(), seenCorrections: 0 }
    const both = await Promise.all([enter(office, id, form, order), enter(office, id, form, order)])
    expect(both.map((one) => one.ok)).toEqual([true, true])
    expect((await office.read(id)).dataEntries).toHaveLength(1)
    expect(await enter(office, id, form, { seenCorrections: 0 })).toMatchObject({
      refusal: { code: 'corrected-meanwhile', by: expect.stringContaining('Petugas') },
    })
    expect((await office.history(id)).filter(({ body }) => body.action === 'data-entered')).toHaveLength(1)
  })

  it('judges the same application and the places when the data come', async () => {
    const office = await open('seruyan')
    const complete = await whole(office)
    const first = await register(office, complete)
    expect(first.answer).toMatchObject({ ok: true, value: { lacking: 0 } })
    const second = await takeIn(office)
    expect(await enter(office, second, complete)).toMatchObject({ refusal: { code: 'already-in-process' } })
    expect((await register(office, told())).answer).toMatchObject({
      refusal: { code: 'already-in-process' },
    })
    expect((await office.read(second)).incomplete).toBe(true)
  })

  it('keeps what the register knows of a person of whom less is told', async () => {
    const office = await open('seruyan')
    await register(office, await whole(office))
    await takeIn(office, { permitTypeCode: 'SIPO' })
    const known = await (await office.as('front-office')).intake.findByNik.query({ nik: told().nik })
    expect(known?.applicant).toMatchObject({ addressKtp: 'Jalan Ahmad Yani 4', birthPlace: 'Kuala Pembuang' })
  })
})

describe('an office that checks before its receipt', { timeout: 120_000 }, () => {
  it('takes nothing in on minimum data, whoever asks', async () => {
    const office = await open('pontianak')
    const { answer } = await register(office, told({ permitTypeCode: 'SIPD' }))
    expect(answer).toMatchObject({ refusal: { code: 'form-incomplete' } })
  })
})

describe('a sixth office', { timeout: 120_000 }, () => {
  type Tree = { stageTable: { stages: Record<string, unknown>[] } }
  const assetsWith = (change: (tree: Tree) => void): string => {
    const root = mkdtempSync(join(tmpdir(), 'sepok-minimum-'))
    ended = () => rmSync(root, { recursive: true, force: true })
    const brought = join(import.meta.dirname, '..', 'testing', 'sixth-office')
    for (const folder of ['catalogue', 'profiles', 'calendar', 'templates', 'regions'])
      cpSync(join(assetsDir, folder), join(root, folder), { recursive: true })
    cpSync(join(brought, 'permit-type.json'), join(root, 'catalogue', 'permit-types', 'sipat.json'))
    const tree = JSON.parse(readFileSync(join(brought, 'profile.json'), 'utf8')) as Tree
    change(tree)
    writeFileSync(join(root, 'profiles', 'muara-kenanga.json'), JSON.stringify(tree, null, 2))
    return root
  }
  /** A receipt at the reception, and behind it a desk that enters the data. */
  const entering = (minimum: readonly string[]) => (tree: Tree) => {
    const [, desk] = tree.stageTable.stages
    if (!desk) throw new Error('the sixth office has no desk')
    const back = desk['actions'] as Record<string, unknown>[]
    const reception = {
      ...desk,
      code: 'penerimaan',
      steps: [],
      clock: 'off',
      atIntake: true,
      actions: [{ code: 'catat', kind: 'forward', label: 'Catat', to: ['meja-layanan'] }],
    }
    const { prints: _, ...entry } = desk
    const submitted = tree.stageTable.stages[0]
    tree.stageTable.stages = [
      { ...submitted, actions: [{ code: 'ajukan', kind: 'forward', label: 'Ajukan', to: ['penerimaan'] }] },
      reception,
      { ...entry, actions: back, entersData: { minimum } },
      ...tree.stageTable.stages.slice(2),
    ]
  }

  it('enters data behind its receipt by its file alone', async () => {
    const root = assetsWith(entering(['identity', 'type', 'kind']))
    const station = await composeStation({ assetsDir: root })
    try {
      const signIn = await setUpOffice(station, 'muara-kenanga', 'petugas-meja')
      const counter = await signIn('petugas-meja')
      const { applicationId } = await counter.intake.begin.mutate()
      const form = told({ permitTypeCode: 'SIP-AKU', phone: '' })
      const order = { applicationId, draftId: null, form, printerId: null, minimum: true }
      expect(await counter.intake.register.mutate(order)).toMatchObject({ ok: true })
      const { line, actions, intake } = await counter.dossiers.get.query({ id: applicationId })
      expect(line.stages.map(({ code }) => code)).toEqual(['meja-layanan'])
      expect(intake.lacking).toContain('Tempat praktik')
      expect(actions.find((one) => one.kind === 'forward')?.refusal?.code).toBe('data-incomplete')
    } finally {
      await station.close()
    }
  })

  it('is told file and field when its table leaves to later what must come first', async () => {
    const refused = (change: (tree: Tree) => void) => {
      const files = readOfficeFiles(assetsWith(change), 'muara-kenanga')
      ended()
      return files.ok
        ? []
        : files.refusal.map(({ file, field, expected }) => [file.split('/').at(-1), field, expected])
    }
    expect(refused(entering(['phone']))).toEqual([
      ['muara-kenanga.json', 'stageTable.stages[2].entersData.minimum', 'selalu memuat identity, type, kind'],
    ])
    expect(refused(entering(['identity', 'type', 'kind', 'warna']))).toEqual([
      ['muara-kenanga.json', 'stageTable.stages[2].entersData.minimum[3]', expect.any(String)],
    ])
    const early = (tree: Tree) => {
      const [, desk] = tree.stageTable.stages
      if (desk) desk['entersData'] = { minimum: ['identity', 'type', 'kind'] }
    }
    expect(refused(early)).toEqual([
      [
        'muara-kenanga.json',
        'stageTable.stages[1].entersData',
        'tahap sesudah tahap yang mencetak tanda terima',
      ],
    ])
  })
})
