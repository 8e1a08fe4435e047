import { createCanvas } from '@napi-rs/canvas'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { aFilledForm } from '#domain/testing/intake-forms.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { OpenDatabase } from '#db/open.ts'
import { composeStation, setUpOffice, type ComposedStation } from './composed-station.ts'

export type Client = ReturnType<ComposedStation['client']>

/** A real picture of 4×6 cm at 300 dpi. */
export const photoBytes = (colour = '#b5453f'): Uint8Array => {
  const canvas = createCanvas(472, 709)
  const pen = canvas.getContext('2d')
  pen.fillStyle = colour
  pen.fillRect(0, 0, 472, 709)
  return new Uint8Array(canvas.toBuffer('image/jpeg'))
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface StoredFile {
  readonly sha256: string
  readonly mediaType: string
  readonly sizeBytes: number
}

/** A whole office with one signed-in window per role, and the hand movements of a day's work. */
export interface CounterDesk {
  readonly office: ComposedStation
  readonly counter: Client
  readonly agency: Client
  readonly processing: Client
  readonly printDesk: Client
  readonly supervisor: Client
  readonly admin: Client
  /** Another window of somebody. */
  signIn(username: string): Promise<Client>
  upload(who: string, name: string, bytes: Uint8Array): Promise<StoredFile>
  /** The form of a walk-in with a file for all that it is asked for; files are uploaded. */
  fill(change?: Partial<IntakeForm>): Promise<IntakeForm>
  /** Takes a walk-in in; throws when it is refused. */
  takeIn(change?: Partial<IntakeForm>): Promise<string>
  act(
    client: Client,
    applicationId: string,
    stage: string,
    action: string,
    note?: string,
  ): ReturnType<Client['dossiers']['act']['mutate']>
  acceptFiles(applicationId: string): Promise<void>
  /** From the counter through the agency to the print desk. */
  toPrintDesk(applicationId: string): Promise<void>
  /** Waits until a job has an outcome. */
  outcome(jobId: string): Promise<string>
  /** *Cetak Arsip*, and waits for its sheets. */
  printArchive(applicationId: string): Promise<string>
  /** Prints the letter and waits for its sheet; a second original stays open until somebody agrees. */
  printLetter(applicationId: string, reason?: string): Promise<string>
  /** Everything that a query finds in the file itself. */
  sql<Row>(query: string, ...values: readonly unknown[]): Promise<readonly Row[]>
  /** Another station's hand in the same database. */
  readonly besides: OpenDatabase
  close(): Promise<void>
}

const blankPaper = { number: '', date: '', issuer: '', validUntil: '', form: '', count: '' } as const

/** Opens an office of Pontianak, made by the wizard, on a temporary folder. */
export async function openCounterDesk(
  now?: string,
  overrides: Parameters<typeof composeStation>[0] = {},
): Promise<CounterDesk> {
  const office = await composeStation(overrides, now)
  const signIn = await setUpOffice(office)
  const [counter, agency, processing, printDesk, supervisor] = await Promise.all(
    ['front-office', 'technical-agency', 'processing', 'print-desk', 'supervisor'].map(signIn),
  )
  if (!counter || !agency || !processing || !printDesk || !supervisor) throw new Error('a role is missing')
  const file = join(office.dataDir, 'kantor.sqlite')
  const besides = await openOrThrow({ file })
  const reader = new sqlite3.Database(file, sqlite3.OPEN_READONLY)

  const upload: CounterDesk['upload'] = async (who, name, bytes) => {
    const response = await office.fetch(who, `/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'x-content-sha256': sha256Of(bytes) },
    })
    if (response.status !== 200) throw new Error(`${name} is refused: ${await response.text()}`)
    return (await response.json()) as StoredFile
  }
  const fill: CounterDesk['fill'] = async (change = {}) => {
    const form = aFilledForm({ ...change, documents: [] })
    const outlook = await counter.intake.outlook.query({ form, columns: 48 })
    const scan = await upload('front-office', 'pindai.pdf', pdfBytes())
    const photo = await upload('front-office', 'foto.jpg', photoBytes())
    const documents = outlook.requirements.map(({ code, photo: isPhoto }) => ({
      requirementCode: code,
      fileName: isPhoto ? 'foto.jpg' : 'pindai.pdf',
      ...(isPhoto ? photo : scan),
    }))
    const written = new Date(office.now() - 5 * 86_400_000).toISOString().slice(0, 10)
    const papers = outlook.requirements
      .filter((one) => one.maxAgeDays !== null)
      .map(({ code }) => ({ ...blankPaper, requirementCode: code, date: written }))
    return { ...form, documents: change.documents ?? documents, papers: change.papers ?? papers }
  }
  const takeIn: CounterDesk['takeIn'] = async (change) => {
    const { applicationId } = await counter.intake.begin.mutate()
    const order = { applicationId, draftId: null, form: await fill(change), printerId: null }
    const registered = await counter.intake.register.mutate(order)
    if (!registered.ok) throw new Error(`a walk-in is refused: ${JSON.stringify(registered.refusal)}`)
    await outcome(registered.value.jobId ?? '')
    return applicationId
  }
  const act: CounterDesk['act'] = (client, applicationId, stage, action, note) =>
    client.dossiers.act.mutate({
      applicationId,
      stage,
      action,
      note: note ?? null,
      asks: [],
      // Only an action that ends the application by the applicant's wish looks at it.
      withdrawal: { askedBy: 'holder', name: 'Rina Pemohon', letterSha256: null },
    })
  const done = async (moved: ReturnType<CounterDesk['act']>): Promise<void> => {
    const answer = await moved
    if (!answer.ok) throw new Error(`a move is refused: ${JSON.stringify(answer.refusal)}`)
  }
  const acceptFiles: CounterDesk['acceptFiles'] = async (applicationId) => {
    const dossier = await counter.dossiers.get.query({ id: applicationId })
    for (const { id, replaced } of dossier.requirements.flatMap((one) => one.documents)) {
      const mark = { applicationId, stage: null, documentId: id, check: 'accepted', note: null } as const
      if (!replaced) await counter.dossiers.checkDocument.mutate(mark)
    }
  }
  const toPrintDesk: CounterDesk['toPrintDesk'] = async (applicationId) => {
    await acceptFiles(applicationId)
    await done(act(counter, applicationId, 'front-office', 'teruskan'))
    const recorded = await agency.dossiers.recordOutput.mutate({
      applicationId,
      stage: 'dinas-kesehatan',
      kind: 'recommendation',
      outcome: 'recommended',
      number: '440/0631/SIP/DINKES/XI/2026',
      date: officeDate('2017-11-19'),
      decidedBy: 'Kepala Dinas Kesehatan',
      inspected: false,
      note: null,
      fileSha256: (await upload('technical-agency', 'ba.pdf', pdfBytes())).sha256,
    })
    if (!recorded.ok) throw new Error(`the recommendation is refused: ${recorded.refusal.code}`)
    await done(act(agency, applicationId, 'dinas-kesehatan', 'teruskan'))
    await printArchive(applicationId)
    await done(act(processing, applicationId, 'pemrosesan', 'teruskan'))
  }
  const outcome: CounterDesk['outcome'] = async (jobId) => {
    for (;;) {
      const job = await counter.printing.job.query({ jobId })
      if (!job) throw new Error(`there is no job ${jobId}`)
      if (job.state !== 'queued' && job.state !== 'sending') return job.state
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const printArchive: CounterDesk['printArchive'] = async (applicationId) => {
    const printed = await processing.dossiers.printArchive.mutate({ applicationId, printerId: null })
    if (!printed.ok) throw new Error(`the archive is refused: ${printed.refusal.code}`)
    const newest = printed.value.jobs
      .filter((one) => one.document === 'archive')
      .reduce((a, b) => (a.requestedAt > b.requestedAt ? a : b))
    await outcome(newest.id)
    return newest.id
  }
  const printLetter: CounterDesk['printLetter'] = async (applicationId, reason) => {
    const printed = await printDesk.dossiers.print.mutate({
      applicationId,
      printerId: null,
      reason: reason ?? null,
      consentLater: reason !== undefined,
    })
    if (!printed.ok) throw new Error(`the letter is refused: ${printed.refusal.code}`)
    const subject = printed.value.product?.kind
    const jobs = printed.value.jobs.filter((one) => one.document === subject)
    const newest = jobs.reduce((a, b) => (a.requestedAt > b.requestedAt ? a : b))
    await outcome(newest.id)
    return newest.id
  }
  return {
    office,
    counter,
    agency,
    processing,
    printDesk,
    supervisor,
    admin: office.client('admin'),
    signIn,
    upload,
    fill,
    takeIn,
    act,
    acceptFiles,
    toPrintDesk,
    outcome,
    printArchive,
    printLetter,
    sql: <Row>(query: string, ...values: readonly unknown[]) =>
      new Promise<readonly Row[]>((resolve, reject) => {
        reader.all<Row>(query, values, (error, rows) => (error ? reject(error) : resolve(rows)))
      }),
    besides,
    close: async () => {
      await new Promise<void>((resolve) => reader.close(() => resolve()))
      await besides.close()
      await office.close()
    },
  }
}
