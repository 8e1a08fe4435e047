import { describe, expect, it, onTestFinished } from 'vitest'
import type { IntakeForm } from '#domain/intake-form.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { aFilledForm } from '#domain/testing/intake-forms.ts'
import { composeStation, setUpOffice } from '../testing/composed-station.ts'
import { photoBytes, sha256Of } from '../testing/counter-desk.ts'
import { readState } from '../testing/stored-state.ts'

interface OwnProduct {
  readonly profile: string
  readonly form: Partial<IntakeForm>
  /** Stage in which the dossier waits after the walk-in has gone. */
  readonly lands: string
  /** Steps done at once, with the role of each. */
  readonly steps: readonly (readonly [stage: string, role: string])[]
  /** Stage whose sheet the receipt is. */
  readonly receiptAt: string
}

const products: readonly OwnProduct[] = [
  {
    profile: 'pontianak',
    form: { permitTypeCode: 'SIPD' },
    lands: 'front-office',
    steps: [['pengajuan', 'applicant']],
    receiptAt: 'front-office',
  },
  {
    profile: 'tanjungpinang',
    form: { permitTypeCode: 'SIPOP', facilityName: 'RSUD Kota Tanjungpinang' },
    lands: 'front-office',
    steps: [['pengajuan', 'applicant']],
    receiptAt: 'front-office',
  },
  {
    profile: 'purwakarta',
    form: { permitTypeCode: 'SIPP', facilityName: 'RSUD Bayu Asih' },
    lands: 'front-office',
    steps: [
      ['registrasi-akun', 'applicant'],
      ['persetujuan-akun', 'front-office'],
      ['pengajuan', 'applicant'],
    ],
    receiptAt: 'front-office',
  },
  {
    profile: 'seruyan',
    form: { permitTypeCode: 'SIPRO', facilityName: 'RSUD Hanau' },
    lands: 'verifikasi-berkas',
    steps: [
      ['registrasi-akun', 'applicant'],
      ['persetujuan-akun', 'account-admin'],
      ['entri-permohonan', 'applicant'],
      ['front-office', 'front-office'],
      ['tanda-terima', 'front-office'],
      ['entri-data', 'front-office'],
    ],
    receiptAt: 'tanda-terima',
  },
  {
    profile: 'pasuruan',
    form: { permitTypeCode: 'SIPOT', facilityName: 'RSUD Bangil' },
    lands: 'customer-service',
    steps: [['pengajuan', 'applicant']],
    receiptAt: 'customer-service',
  },
]

describe('the own product of an office', () => {
  it.each(products)('$profile is taken in and waits at $lands', async (product) => {
    const office = await composeStation()
    onTestFinished(() => office.close())
    const counter = await (await setUpOffice(office, product.profile))('front-office')
    const form = aFilledForm({ ...product.form, documents: [] })
    const outlook = await counter.intake.outlook.query({ form, columns: 48 })
    const upload = async (name: string, bytes: Uint8Array, code: string) => {
      const response = await office.fetch('front-office', `/files?name=${name}&requirement=${code}`, {
        method: 'POST',
        body: bytes as Uint8Array<ArrayBuffer>,
        headers: { 'x-content-sha256': sha256Of(bytes) },
      })
      expect(response.status).toBe(200)
      return (await response.json()) as { sha256: string; mediaType: string; sizeBytes: number }
    }
    const documents = await Promise.all(
      outlook.requirements.map(async ({ code, photo }) => ({
        requirementCode: code,
        fileName: photo ? 'foto.jpg' : 'pindai.pdf',
        ...(photo
          ? await upload('foto.jpg', photoBytes(), code)
          : await upload('pindai.pdf', pdfBytes(), code)),
      })),
    )
    const { applicationId } = await counter.intake.begin.mutate()
    const registered = await counter.intake.register.mutate({
      applicationId,
      draftId: null,
      form: { ...form, documents },
      printerId: null,
    })
    expect(registered).toMatchObject({ ok: true })
    const { state, events } = await readState(office, applicationId)
    expect(state.openStages.map((one) => one.stage)).toEqual([product.lands])
    expect(state.data.permitTypeCode).toBe(product.form.permitTypeCode)
    const moves = events.flatMap(({ body, actor }) =>
      body.action === 'moved' ? [[body.stage, actor.role]] : [],
    )
    expect(moves).toEqual(product.steps)
    for (const { actor, body } of events)
      if (body.action === 'moved')
        expect(actor.name).toMatch(
          actor.role === 'applicant' ? 'dr. Kinanti Sebangki' : 'Petugas Front Office',
        )
    const receipts = events.filter(({ body }) => body.action === 'print-requested')
    expect(receipts.map((one) => one.fromStage)).toEqual([product.receiptAt])
    expect(outlook.requirements.length).toBe(state.documents.length)
  })
})
