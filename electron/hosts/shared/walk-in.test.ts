import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { aFilledForm } from '#domain/testing/intake-forms.ts'
import { createPostgresDatabase } from '#db/testing/postgres.ts'
import { photoBytes } from '../testing/counter-desk.ts'
import { composeStation, setUpOffice, type ComposedStation } from '../testing/composed-station.ts'

let office: ComposedStation

let signIn: Awaited<ReturnType<typeof setUpOffice>>

const upload = async (who: string, name: string, bytes: Uint8Array) => {
  const response = await office.fetch(who, `/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: bytes as Uint8Array<ArrayBuffer>,
    headers: { 'x-content-sha256': createHash('sha256').update(bytes).digest('hex') },
  })
  expect(response.status).toBe(200)
  return (await response.json()) as { sha256: string; mediaType: string; sizeBytes: number }
}

const form = aFilledForm({ documents: [] })

/** Waits for a job by the station's own news, never by time. */
const printedJob = async (client: Awaited<ReturnType<typeof signIn>>, jobId: string) => {
  for (;;) {
    const job = await client.printing.job.query({ jobId })
    if (job && job.state !== 'queued' && job.state !== 'sending') return job
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe.each(['the embedded file', 'PostgreSQL'])(
  'one permit all the way from the counter to the hand of its holder, on %s',
  (engine) => {
    let database: Awaited<ReturnType<typeof createPostgresDatabase>> | null = null
    beforeAll(async () => {
      database = engine === 'PostgreSQL' ? await createPostgresDatabase() : null
      office = await composeStation({ databaseUrl: database?.url ?? null })
      signIn = await setUpOffice(office)
    })
    afterAll(async () => {
      await office.close()
      await database?.drop()
    })

    it('is taken in, examined, numbered, printed, signed, handed over and stands in the day report', async () => {
      const counter = await signIn('front-office')
      const outlook = await counter.intake.outlook.query({ form, columns: 48 })
      const files = await upload('front-office', 'scan.pdf', pdfBytes())
      const photo = await upload('front-office', 'foto.jpg', photoBytes())
      const documents = outlook.requirements.map((one) => ({
        requirementCode: one.code,
        fileName: one.photo ? 'foto.jpg' : 'scan.pdf',
        ...(one.photo ? photo : files),
      }))
      const { applicationId, draftId } = await counter.intake.begin.mutate()
      const order = { applicationId, draftId, form: { ...form, documents }, printerId: null }
      const registered = await counter.intake.register.mutate(order)
      expect(registered).toMatchObject({ ok: true, value: { registrationNumber: 'P-2026-000001' } })
      const again = await counter.intake.register.mutate(order)
      expect(again).toEqual(registered)
      if (!registered.ok) return
      expect((await printedJob(counter, registered.value.jobId ?? '')).state).toBe('printed')

      let dossier = await counter.dossiers.get.query({ id: applicationId })
      const forward = dossier.actions.find((one) => one.kind === 'forward')
      expect(forward?.refusal).toMatchObject({ code: 'documents-unchecked' })
      for (const document of dossier.requirements.flatMap((one) => one.documents))
        await counter.dossiers.checkDocument.mutate({
          applicationId,
          stage: null,
          documentId: document.id,
          check: 'accepted',
          note: null,
        })
      const act = (client: typeof counter, stage: string, action: string, note: string | null = null) =>
        client.dossiers.act.mutate({ applicationId, stage, action, note, asks: [] })
      const [first, second] = await Promise.all([
        act(counter, 'front-office', 'teruskan'),
        act(counter, 'front-office', 'kembalikan-ke-pemohon', 'STR buram'),
      ])
      const [won, lost] = first.ok ? [first, second] : [second, first]
      expect(won.ok).toBe(true)
      expect(lost).toMatchObject({
        ok: false,
        refusal: { code: 'stage-left', stage: 'front-office', by: expect.any(String) },
      })
      if (!first.ok) {
        await act(counter, 'perbaikan', 'ajukan-ulang')
        expect(await act(counter, 'front-office', 'teruskan')).toMatchObject({ ok: true })
      }

      const agency = await signIn('technical-agency')
      expect(await act(agency, 'dinas-kesehatan', 'teruskan')).toMatchObject({
        ok: false,
        refusal: { code: 'outputs-missing' },
      })
      const report = await upload('technical-agency', 'ba.pdf', pdfBytes())
      await agency.dossiers.recordOutput.mutate({
        applicationId,
        stage: 'dinas-kesehatan',
        kind: 'recommendation',
        outcome: 'recommended',
        number: '440/0631/SIP/DINKES/XI/2026',
        date: officeDate('2026-11-19'),
        decidedBy: 'Kepala Dinas Kesehatan',
        inspected: false,
        note: null,
        fileSha256: report.sha256,
      })
      expect(await act(agency, 'dinas-kesehatan', 'teruskan')).toMatchObject({ ok: true })

      const processing = await signIn('processing')
      expect(await act(processing, 'pemrosesan', 'teruskan')).toMatchObject({
        ok: false,
        refusal: { code: 'not-printed', documents: ['archive'] },
      })
      const archived = await processing.dossiers.printArchive.mutate({ applicationId, printerId: null })
      const archive = archived.ok && archived.value.jobs.find((one) => one.document === 'archive')
      expect(await printedJob(counter, (archive && archive.id) || '')).toMatchObject({ state: 'printed' })
      expect(await act(processing, 'pemrosesan', 'teruskan')).toMatchObject({ ok: true })

      const desk = await signIn('print-desk')
      expect(
        await desk.dossiers.print.mutate({ applicationId, printerId: null, reason: null }),
      ).toMatchObject({
        ok: false,
        refusal: { code: 'not-numbered' },
      })
      const numbered = await desk.dossiers.number.mutate({ applicationId, stage: null })
      expect(numbered).toMatchObject({
        ok: true,
        value: { product: { number: '503/0001/SIPD/DPMTK-PTSP/2026' } },
      })
      expect(
        await desk.dossiers.sign.mutate({ applicationId, stage: null, on: officeDate('2026-11-19') }),
      ).toMatchObject({
        ok: false,
        refusal: { code: 'sign-after-print', what: 'print' },
      })
      const printed = await desk.dossiers.print.mutate({ applicationId, printerId: null, reason: null })
      expect(printed.ok).toBe(true)
      const job = printed.ok ? printed.value.jobs.find((one) => one.document === 'permit') : undefined
      expect((await printedJob(desk, job?.id ?? '')).state).toBe('printed')
      expect(
        await desk.dossiers.sign.mutate({ applicationId, stage: null, on: officeDate('2026-11-19') }),
      ).toMatchObject({
        ok: true,
      })
      expect(await act(desk, 'pencetakan', 'terbitkan')).toMatchObject({
        ok: true,
        value: { line: { status: 'issued', stages: [{ code: 'penyerahan' }] } },
      })

      const handed = await counter.handover.handOver.mutate({
        applicationId,
        receivedBy: 'dr. Kinanti Sebangki',
        relation: 'self',
        receiverNik: '6171044708940003',
        identity: { card: 'ktp', letterOfAuthority: false },
        printerId: null,
      })
      expect(handed.ok).toBe(true)
      if (handed.ok) expect((await printedJob(counter, handed.value.jobId ?? '')).state).toBe('printed')
      dossier = await counter.dossiers.get.query({ id: applicationId })
      expect(dossier.line.status).toBe('handed-over')
      expect(dossier.product?.validUntil).toBe('2031-11-18')

      const supervisor = await signIn('supervisor')
      const day = await supervisor.reports.daily.query({ day: officeDate('2026-11-19') })
      expect(day.total).toEqual({
        received: 1,
        returned: first.ok ? 0 : 1,
        issued: 1,
        refused: 0,
        revoked: 0,
        handedOver: 1,
        late: 0,
      })
      expect(day.outgoing).toHaveLength(1)

      const found = await counter.search.find.query({ text: 'sebangki kin', limit: 5 })
      expect(found.map((one) => one.id)).toEqual([applicationId])
      const scanned = await counter.search.scan.query({ text: 'P-2026-000001' })
      expect(scanned.applicationId).toBe(applicationId)
      expect(existsSync(join(office.dataDir, 'cetak'))).toBe(true)
      expect(readdirSync(join(office.dataDir, 'cetak')).length).toBeGreaterThanOrEqual(3)
    })
  },
)
