import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { explainProfile } from '#catalogue/explain-profile.ts'
import { explanationText } from '#catalogue/explanation-text.ts'
import { emptyIntakeForm, type IntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { createPostgresDatabase } from '#db/testing/postgres.ts'
import { composeStation, setUpOffice, type ComposedStation } from '../testing/composed-station.ts'
import { photoBytes, sha256Of, type Client, type StoredFile } from '../testing/counter-desk.ts'
import { readOfficeFiles } from './office-files.ts'

const brought = join(import.meta.dirname, '..', 'testing', 'sixth-office')

/** The product's data files and two more: an office and a permit type that nobody has programmed. */
function assetsWithTwoMore(): string {
  const root = mkdtempSync(join(tmpdir(), 'sepok-sixth-'))
  for (const folder of ['catalogue', 'profiles', 'calendar', 'templates', 'regions'])
    cpSync(join(assetsDir, folder), join(root, folder), { recursive: true })
  cpSync(join(brought, 'profile.json'), join(root, 'profiles', 'muara-kenanga.json'))
  cpSync(join(brought, 'permit-type.json'), join(root, 'catalogue', 'permit-types', 'sipat.json'))
  return root
}

const form: IntakeForm = {
  ...emptyIntakeForm,
  nik: '6171 0447 0894 0003',
  name: 'Kinanti Sebangki',
  nameOnPermit: 'Kinanti Sebangki, A.Md.Akup.',
  birthPlace: 'Pontianak',
  sex: 'female',
  addressKtp: 'Jalan Dermaga 5',
  village: 'Kenanga Hulu',
  district: 'Kenanga',
  phone: '0812-5500-0173',
  permitTypeCode: 'SIP-AKU',
  answers: { 'needle-method': 'electric' },
  strNumber: '6122100126004173',
  facilityName: 'Klinik Dermaga Sehat',
  facilityAddress: 'Jalan Bandar 4',
  facilityVillage: 'Kenanga Hilir',
  facilityDistrict: 'Kenanga',
  schedule: [{ days: ['mon', 'wed'], from: '09.00', until: '12.00' }],
}

let root: string
beforeAll(() => {
  root = assetsWithTwoMore()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a sixth office and a 39th permit type', () => {
  it('are one file each, and the command that explains a profile explains them like the others', () => {
    const files = readOfficeFiles(root, 'muara-kenanga')
    if (!files.ok) throw new Error(JSON.stringify(files.refusal))
    const { profile, types } = files.value.office
    expect(types.find((one) => one.code === 'SIP-AKU')).toMatchObject({ order: 39, catalogueCode: 'SIPAT' })
    const text = explanationText(explainProfile(profile, types))
    expect(text).toContain('7 langkah dalam 8 tahap')
    expect(text).toContain('Semua tahap dapat dicapai, dan setiap jalur berakhir.')
    expect(text).toContain('```mermaid\nflowchart TD')
  })
})

describe.each(['the embedded file', 'PostgreSQL'])('an application in the sixth office, on %s', (engine) => {
  let office: ComposedStation
  let signIn: Awaited<ReturnType<typeof setUpOffice>>
  let database: Awaited<ReturnType<typeof createPostgresDatabase>> | null = null
  beforeAll(async () => {
    database = engine === 'PostgreSQL' ? await createPostgresDatabase() : null
    office = await composeStation({ databaseUrl: database?.url ?? null, assetsDir: root })
    signIn = await setUpOffice(office, 'muara-kenanga', 'petugas-meja')
  })
  afterAll(async () => {
    await office.close()
    await database?.drop()
  })

  const upload = async (who: string, name: string, bytes: Uint8Array): Promise<StoredFile> => {
    const response = await office.fetch(who, `/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'x-content-sha256': sha256Of(bytes) },
    })
    expect(response.status).toBe(200)
    return (await response.json()) as StoredFile
  }
  /** Waits for a job by the station's own word, never by time. */
  const printed = async (client: Client, jobId: string): Promise<string> => {
    for (;;) {
      const job = await client.printing.job.query({ jobId })
      if (job && job.state !== 'queued' && job.state !== 'sending') return job.state
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  it('goes from the counter through every stage of its own procedure to the hand of its holder and the day report', async () => {
    const counter = await signIn('petugas-meja')
    const outlook = await counter.intake.outlook.query({ form, columns: 48 })
    expect(outlook.requirements.map((one) => one.label)).toContain(
      'Surat keterangan guru akupunktur di Muara Kenanga',
    )
    const scan = await upload('petugas-meja', 'pindai.pdf', pdfBytes())
    const photo = await upload('petugas-meja', 'foto.jpg', photoBytes())
    const documents = outlook.requirements.map((one) => ({
      requirementCode: one.code,
      fileName: one.photo ? 'foto.jpg' : 'pindai.pdf',
      ...(one.photo ? photo : scan),
    }))
    const { applicationId } = await counter.intake.begin.mutate()
    const registered = await counter.intake.register.mutate({
      applicationId,
      draftId: null,
      form: { ...form, documents },
      printerId: null,
    })
    expect(registered).toMatchObject({ ok: true, value: { registrationNumber: 'MK-2026-00001' } })
    if (registered.ok) expect(await printed(counter, registered.value.jobId ?? '')).toBe('printed')

    const act = async (client: Client, stage: string, action: string): Promise<void> => {
      const moved = await client.dossiers.act.mutate({ applicationId, stage, action, note: null, asks: [] })
      expect(moved).toMatchObject({ ok: true })
    }
    const dossier = await counter.dossiers.get.query({ id: applicationId })
    for (const document of dossier.requirements.flatMap((one) => one.documents))
      await counter.dossiers.checkDocument.mutate({
        applicationId,
        stage: null,
        documentId: document.id,
        check: 'accepted',
        note: null,
      })
    await act(counter, 'meja-layanan', 'teruskan')

    const examiner = await signIn('penelaah')
    const report = await upload('penelaah', 'telaah.pdf', pdfBytes())
    for (const kind of ['recommendation', 'checklist'] as const) {
      expect(
        await examiner.dossiers.act.mutate({
          applicationId,
          stage: 'penelaahan',
          action: 'teruskan',
          note: null,
          asks: [],
        }),
      ).toMatchObject({ ok: false, refusal: { code: 'outputs-missing' } })
      const recorded = await examiner.dossiers.recordOutput.mutate({
        applicationId,
        stage: 'penelaahan',
        kind,
        outcome: kind === 'recommendation' ? 'recommended' : null,
        number: '440/17/DINKES-MK/2026',
        date: officeDate('2026-11-19'),
        decidedBy: 'Kepala Dinas Kesehatan',
        inspected: false,
        note: null,
        fileSha256: report.sha256,
      })
      expect(recorded).toMatchObject({ ok: true })
    }
    await act(examiner, 'penelaahan', 'teruskan')

    const clerk = await signIn('tata-usaha')
    expect(await clerk.dossiers.number.mutate({ applicationId, stage: null })).toMatchObject({
      ok: true,
      value: { product: { number: '001/SIP-AKU/DPM-MK/XI/2026' } },
    })
    const sheet = await clerk.dossiers.print.mutate({ applicationId, printerId: null, reason: null })
    const job = sheet.ok ? sheet.value.jobs.find((one) => one.document === 'permit') : undefined
    expect(await printed(clerk, job?.id ?? '')).toBe('printed')
    const preview = await office.fetch('tata-usaha', `/files/product/${applicationId}.pdf`)
    const text = squeeze(pdfText(new Uint8Array(await preview.arrayBuffer())))
    for (const words of [
      'SURAT IZIN PRAKTIK AKUPUNKTUR (SIP-AKU)',
      '001/SIP-AKU/DPM-MK/XI/2026',
      'Plt. KEPALA DINAS',
      'Elektroakupunktur',
      'INTAN PUSPA DERMAGA, S.Sos.',
      'Peraturan Bupati Muara Kenanga Nomor 7 Tahun 2016',
      'Kelurahan/Desa Kenanga Hilir',
    ])
      expect(text).toContain(words)
    await act(clerk, 'penomoran', 'teruskan')
    await act(await signIn('sekretaris'), 'paraf', 'paraf')

    const head = await signIn('kepala')
    expect(
      await head.dossiers.sign.mutate({ applicationId, stage: null, on: officeDate('2026-11-19') }),
    ).toMatchObject({ ok: true })
    await act(head, 'tanda-tangan', 'tetapkan')
    const handed = await counter.handover.handOver.mutate({
      applicationId,
      receivedBy: 'Kinanti Sebangki',
      relation: 'self',
      receiverNik: '6171044708940003',
      identity: { card: 'ktp', letterOfAuthority: false },
      printerId: null,
    })
    expect(handed).toMatchObject({ ok: true })
    if (handed.ok) expect(await printed(counter, handed.value.jobId ?? '')).toBe('printed')

    const { line, product } = await counter.dossiers.get.query({ id: applicationId })
    expect([line.status, product?.validUntil]).toEqual(['handed-over', '2031-11-18'])
    const supervisor = await signIn('sekretaris')
    const day = await supervisor.reports.daily.query({ day: officeDate('2026-11-19') })
    expect(day.total).toEqual({
      received: 1,
      returned: 0,
      issued: 1,
      refused: 0,
      revoked: 0,
      handedOver: 1,
      late: 0,
    })
    expect(day.outgoing.map((one) => one.number)).toEqual(['001/SIP-AKU/DPM-MK/XI/2026'])
  })
})
