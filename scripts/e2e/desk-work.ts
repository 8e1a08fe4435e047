import { createHash } from 'node:crypto'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createTRPCClient, httpLink } from '@trpc/client'
import type { AppRouter } from '#api/router.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { instantOf } from '#domain/instant.ts'
import { pagePdfBytes } from '#domain/testing/files.ts'
import { aFilledForm } from '#domain/testing/intake-forms.ts'
import { portrait } from './pages/intake-page.ts'
import { samplePassword } from './pages/sign-in-page.ts'

interface Wire {
  readonly path: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

/** Sends a request from inside the window, so that it is the window's own session on every host. `body` is base64. */
const sendFrom = (page: Page, wire: Wire) =>
  page.evaluate(async ({ path, method, headers, body }) => {
    const bytes = body === null ? null : Uint8Array.from(atob(body), (sign) => sign.charCodeAt(0))
    const answer = await fetch(path, { method, headers, body: bytes })
    return { status: answer.status, text: await answer.text() }
  }, wire)

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64')

const clientOf = (page: Page) =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: '/trpc',
        fetch: async (url, options) => {
          const body = typeof options?.body === 'string' ? base64(options.body) : null
          const answer = await sendFrom(page, {
            path: String(url),
            method: options?.method ?? 'GET',
            headers: { 'content-type': 'application/json' },
            body,
          })
          return new Response(answer.text, { status: answer.status })
        },
      }),
    ],
  })

export type DeskClient = ReturnType<typeof clientOf>

/** The form as it goes over the wire. */
export type SentForm = Parameters<DeskClient['intake']['register']['mutate']>[0]['form']

/** Somebody who is not real, as taken in at the counter. */
export const samplePerson: SentForm = aFilledForm({
  documents: [],
  // Whoever is made of this person has another NIK, and is born on the day that it says.
  birthDate: '',
})

/** A paper of which the office keeps the original. */
export const keptPaper = (requirementCode: string, count = '1'): NonNullable<SentForm['papers']>[number] => ({
  requirementCode,
  number: '',
  date: '',
  issuer: '',
  validUntil: '',
  form: 'original',
  count,
  kept: true,
})

/**
 * Work done in this window without its screens, to bring a dossier where a spec begins. The window must show a page of
 * the station; afterwards it is signed in as whoever worked last.
 */
export function deskWork(page: Page) {
  const client = clientOf(page)

  const signIn = async (username: string) => {
    const entered = await client.session.signIn.mutate({ username, password: samplePassword })
    expect(entered.ok).toBe(true)
  }

  const upload = async (name: string, bytes: Uint8Array) => {
    const answer = await sendFrom(page, {
      path: `/files?name=${encodeURIComponent(name)}`,
      method: 'POST',
      headers: { 'x-content-sha256': createHash('sha256').update(bytes).digest('hex') },
      body: base64(bytes),
    })
    expect(answer.status).toBe(200)
    return JSON.parse(answer.text) as { sha256: string; mediaType: string; sizeBytes: number }
  }

  /** The form with a file for all that it is asked for. */
  const papersFor = async (form: SentForm): Promise<SentForm> => {
    const outlook = await client.intake.outlook.query({ form, columns: 48 })
    const scan = await upload('scan.pdf', pagePdfBytes('Hasil pindai'))
    const photo = await upload('foto.jpg', portrait('foto.jpg', 472, 709).buffer)
    const documents = outlook.requirements.map((one) => ({
      requirementCode: one.code,
      fileName: one.photo ? 'foto.jpg' : 'scan.pdf',
      ...(one.photo ? photo : scan),
    }))
    return { ...form, documents }
  }

  /** Puts a file on the checklist for every requirement that has none. */
  const bringFiles = async (applicationId: string) => {
    const scan = await upload('scan.pdf', pagePdfBytes('Hasil pindai'))
    const photo = await upload('foto.jpg', portrait('foto.jpg', 472, 709).buffer)
    const { requirements } = await client.dossiers.get.query({ id: applicationId })
    for (const one of requirements.filter(({ documents }) => documents.length === 0)) {
      const file = one.photo
        ? { fileName: 'foto.jpg', sha256: photo.sha256 }
        : { fileName: 'scan.pdf', sha256: scan.sha256 }
      const order = { applicationId, requirementCode: one.code, replaces: null, ...file }
      expect(await client.dossiers.addDocument.mutate(order)).toMatchObject({ ok: true })
    }
  }

  /** Taken in with every paper; at *Pemeriksaan Front Office*. */
  const takeIn = async (form: SentForm = samplePerson) => {
    await signIn('loket')
    const filled = await papersFor(form)
    const { applicationId, draftId } = await client.intake.begin.mutate()
    const registered = await client.intake.register.mutate({
      applicationId,
      draftId,
      form: filled,
      printerId: null,
    })
    expect(registered).toMatchObject({ ok: true })
    return applicationId
  }

  const act = async (applicationId: string, stage: string, action: string, note: string | null = null) =>
    expect(await client.dossiers.act.mutate({ applicationId, stage, action, note, asks: [] })).toMatchObject({
      ok: true,
    })

  /** Checked and forwarded; at *Pemeriksaan Dinas Kesehatan*. */
  const toAgency = async (form?: SentForm) => {
    const applicationId = await takeIn(form)
    const dossier = await client.dossiers.get.query({ id: applicationId })
    for (const { id } of dossier.requirements.flatMap((one) => one.documents))
      await client.dossiers.checkDocument.mutate({
        applicationId,
        stage: null,
        documentId: id,
        check: 'accepted',
        note: null,
      })
    await act(applicationId, 'front-office', 'teruskan')
    return applicationId
  }

  /** Recommended and drafted; at *Pencetakan*. */
  const toPrintDesk = async (form?: SentForm) => {
    const applicationId = await toAgency(form)
    await signIn('dinkes')
    const { sha256 } = await upload('rekomendasi.pdf', pagePdfBytes('Rekomendasi'))
    const recorded = await client.dossiers.recordOutput.mutate({
      applicationId,
      stage: 'dinas-kesehatan',
      kind: 'recommendation',
      outcome: 'recommended',
      number: '440/0631/SIP/DINKES/XI/2026',
      date: officeDateOf(instantOf(Date.now()), 'Asia/Pontianak'),
      decidedBy: 'Kepala Dinas Kesehatan',
      inspected: false,
      note: null,
      fileSha256: sha256,
    })
    expect(recorded).toMatchObject({ ok: true })
    await act(applicationId, 'dinas-kesehatan', 'teruskan')
    await signIn('pemrosesan')
    expect(await client.dossiers.printArchive.mutate({ applicationId, printerId: null })).toMatchObject({
      ok: true,
    })
    const archive = async () =>
      (await client.dossiers.get.query({ id: applicationId })).jobs.find((one) => one.document === 'archive')
    await expect.poll(async () => (await archive())?.state).toBe('printed')
    await act(applicationId, 'pemrosesan', 'teruskan')
    return applicationId
  }

  /** Numbered, printed, signed and issued; it waits at *Penyerahan Izin*. */
  const toCounter = async (form?: SentForm) => {
    const applicationId = await toPrintDesk(form)
    await signIn('cetak')
    expect(await client.dossiers.number.mutate({ applicationId, stage: null })).toMatchObject({ ok: true })
    const order = { applicationId, printerId: null, reason: null }
    const printed = await client.dossiers.print.mutate(order)
    const jobId = printed.ok ? printed.value.jobs.find((one) => one.document === 'permit')?.id : undefined
    if (jobId === undefined) throw new Error('the permit is not printed')
    await expect.poll(async () => (await client.printing.job.query({ jobId }))?.state).toBe('printed')
    const on = officeDateOf(instantOf(Date.now()), 'Asia/Pontianak')
    expect(await client.dossiers.sign.mutate({ applicationId, stage: null, on })).toMatchObject({ ok: true })
    await act(applicationId, 'pencetakan', 'terbitkan')
    await signIn('loket')
    return applicationId
  }

  /** Sent back to its applicant from the first check. */
  const toApplicant = async (form?: SentForm) => {
    const applicationId = await takeIn(form)
    await act(applicationId, 'front-office', 'kembalikan-ke-pemohon', 'STR buram')
    return applicationId
  }

  return {
    client,
    signIn,
    upload,
    papersFor,
    bringFiles,
    takeIn,
    toAgency,
    toPrintDesk,
    toCounter,
    toApplicant,
    act,
  }
}
