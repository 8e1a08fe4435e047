import { join } from 'node:path'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { asksOldPermit } from '#domain/handover.ts'
import { originalsToReturn } from '#domain/kept-originals.ts'
import { instantOf } from '#domain/instant.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { numericDate } from '#domain/indonesian.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { findOfficial, type OfficeProfile } from '#domain/profile.ts'
import { getStage } from '#domain/stage-table.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { aFilledForm } from '#domain/testing/intake-forms.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { OpenDatabase } from '#db/open.ts'
import { examineOffice } from '#services/examine-office.ts'
import { nextAct, type StageAct } from '#services/stage-work.ts'
import { readOfficeFiles } from '../shared/office-files.ts'
import { composeStation, setUpOffice, type ComposedStation } from './composed-station.ts'
import { photoBytes, sha256Of, type Client, type StoredFile } from './counter-desk.ts'

type Act = Parameters<Client['dossiers']['act']['mutate']>[0]
type Registered = Awaited<ReturnType<Client['intake']['register']['mutate']>>
type Acted = Awaited<ReturnType<Client['dossiers']['act']['mutate']>>

/** Every act answers with a value or with a refusal. */
export type ActAnswer =
  { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } }

const passphrase = 'pena-kepala-dinas'
const mostActs = 200

/** Any office at work: one window per role, and somebody who does whatever a stage asks for. */
export interface OfficeAtWork {
  readonly office: ComposedStation
  readonly profile: OfficeProfile
  /** The window of a role; the applicant's own steps are done at the counter. */
  as(role: string): Promise<Client>
  read(id: string): Promise<ApplicationState>
  history(id: string): Promise<readonly ApplicationEvent[]>
  /** A form with files and facts for all that it is asked for. */
  fill(change: Partial<IntakeForm>): Promise<IntakeForm>
  register(form: IntakeForm): Promise<Registered>
  /** Takes a walk-in in; throws when it is refused. */
  takeIn(change: Partial<IntakeForm>): Promise<string>
  /** A step of the open stage by its own role. */
  move(id: string, action: string, change?: Partial<Act>): Promise<Acted>
  /** One thing that the first open stage asks for; null when nothing is open. Throws when it is refused. */
  step(id: string, outcome?: 'recommended' | 'not-recommended'): Promise<StageAct | null>
  /** What `step` would do, and its answer; `by` null: at the window of the stage's role. */
  tryStep(
    id: string,
    by: Client | null,
    outcome?: 'recommended' | 'not-recommended',
  ): Promise<{ readonly act: StageAct; readonly stage: string; readonly answer: ActAnswer } | null>
  /** Does what the stages ask for until one of these is open, or until the end. */
  walk(
    id: string,
    until?: (state: ApplicationState) => boolean,
    outcome?: 'recommended' | 'not-recommended',
  ): Promise<ApplicationState>
  today(): OfficeDate
  /** Sessions end with the working day: everybody signs in again on another one. */
  goTo(iso: string): void
  /** Damages that the examination of the office finds. */
  damages(): Promise<readonly unknown[]>
  readonly besides: OpenDatabase
  close(): Promise<void>
}

/** Opens an office by its profile; `databaseUrl` null: on the embedded file. */
export async function openOfficeAtWork(
  code: string,
  given: {
    readonly databaseUrl?: string | null
    readonly assetsDir?: string
    readonly now?: string
    /** Kept after the end; left out: a temporary one. */
    readonly dataDir?: string
  } = {},
): Promise<OfficeAtWork> {
  const { databaseUrl = null, now } = given
  const files = readOfficeFiles(given.assetsDir ?? assetsDir, code)
  if (!files.ok) throw new Error(JSON.stringify(files.refusal))
  const { profile } = files.value.office
  const assets = given.assetsDir === undefined ? {} : { assetsDir: given.assetsDir }
  const folder = given.dataDir === undefined ? {} : { dataDir: given.dataDir }
  const office = await composeStation({ databaseUrl, ...assets, ...folder }, now)
  let windows = new Map<string, Promise<Client>>()
  const signIn = await setUpOffice(office, code)
  const besides = await openOrThrow(
    databaseUrl === null ? { file: join(office.dataDir, 'kantor.sqlite') } : { url: databaseUrl },
    profile.timeZone,
  )
  const today = (): OfficeDate => officeDateOf(instantOf(office.now()), profile.timeZone)
  const as: OfficeAtWork['as'] = (role) => {
    const name = role === 'applicant' ? 'front-office' : role
    const client = windows.get(name) ?? signIn(name)
    windows.set(name, client)
    return client
  }
  const upload = async (who: string, name: string, bytes: Uint8Array, code = ''): Promise<StoredFile> => {
    const response = await office.fetch(who, `/files?name=${name}${code && `&requirement=${code}`}`, {
      method: 'POST',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: { 'x-content-sha256': sha256Of(bytes) },
    })
    if (response.status !== 200) throw new Error(`${name} is refused: ${await response.text()}`)
    return (await response.json()) as StoredFile
  }
  const read: OfficeAtWork['read'] = async (id) => {
    const state = await besides.queries.findApplication(id)
    if (!state) throw new Error(`application ${id} is not stored`)
    return state
  }
  const jobsOf = (applicationId: string) => besides.queries.listPrintJobs({ applicationId, limit: 100 })
  const allOut = async (id: string): Promise<void> => {
    while ((await jobsOf(id)).some((one) => one.state === 'queued' || one.state === 'sending'))
      await new Promise((resolve) => setImmediate(resolve))
  }
  const fill: OfficeAtWork['fill'] = async (change) => {
    const counter = await as('front-office')
    const form = aFilledForm({ ...change, documents: [] })
    const { requirements } = await counter.intake.outlook.query({ form, columns: 48 })
    const documents = []
    for (const { code, photo } of requirements) {
      const [name, bytes] = photo
        ? (['foto.jpg', photoBytes()] as const)
        : (['pindai.pdf', pdfBytes()] as const)
      documents.push({
        requirementCode: code,
        fileName: name,
        ...(await upload('front-office', name, bytes, code)),
      })
    }
    const written = officeDateOf(instantOf(office.now() - 5 * 86_400_000), profile.timeZone)
    const papers = requirements
      .filter((one) => one.maxAgeDays !== null || one.asks.length > 0)
      .map(({ code, asks }) => ({
        requirementCode: code,
        number: asks.includes('number') ? '440/7' : '',
        date: numericDate(written),
        issuer: asks.includes('issuer') ? 'Penerbit' : '',
        validUntil: '',
        form: '' as const,
        count: '',
      }))
    return { ...form, documents, papers: change.papers ?? papers }
  }
  const register: OfficeAtWork['register'] = async (form) => {
    const counter = await as('front-office')
    const { applicationId } = await counter.intake.begin.mutate()
    return counter.intake.register.mutate({ applicationId, draftId: null, form, printerId: null })
  }
  const takeIn: OfficeAtWork['takeIn'] = async (change) => {
    const registered = await register(await fill(change))
    if (!registered.ok) throw new Error(`a walk-in is refused: ${JSON.stringify(registered.refusal)}`)
    await allOut(registered.value.applicationId)
    return registered.value.applicationId
  }
  const move: OfficeAtWork['move'] = async (id, action, change = {}) => {
    const state = await read(id)
    const open = state.openStages.map((one) => getStage(profile.stageTable, one.stage))
    const stage =
      open.find((one) => one.code === change.stage) ??
      open.find((one) => one.actions.some((other) => other.code === action))
    if (!stage) throw new Error(`no open stage knows ${action}`)
    const client = await as(stage.role)
    return client.dossiers.act.mutate({
      applicationId: id,
      stage: stage.code,
      action,
      note: null,
      asks: [],
      withdrawal: { askedBy: 'holder', name: 'Pemohon', letterSha256: null },
      ...change,
    })
  }
  let certified = false
  const certify = async (role: string, post: string): Promise<void> => {
    if (certified) return
    const official = findOfficial(profile, post, today())
    if (!official) throw new Error('the post is vacant')
    const holder = {
      name: official.name,
      nip: official.nip,
      from: new Date(office.now() - 86_400_000),
      until: new Date(office.now() + 700 * 86_400_000),
    }
    const file = Buffer.from(await makeSampleContainer(holder, passphrase)).toString('base64')
    const saved = await (await as(role)).signing.saveCertificate.mutate({ file, passphrase })
    if (!saved.ok) throw new Error(saved.refusal.code)
    certified = true
  }
  const tryStep: OfficeAtWork['tryStep'] = async (id, by, outcome = 'recommended') => {
    const state = await read(id)
    const [open] = state.openStages
    if (!open) return null
    const stage = getStage(profile.stageTable, open.stage)
    const client = by ?? (await as(stage.role))
    const act = nextAct(profile, state, stage.code, await jobsOf(id))
    const at = { applicationId: id, stage: stage.code }
    const done = async (): Promise<ActAnswer> => {
      switch (act.act) {
        case 'replace':
          throw new Error('nothing was found wanting')
        case 'check':
          return client.dossiers.checkDocument.mutate({
            ...at,
            documentId: act.documentId,
            check: 'accepted',
            note: null,
          })
        case 'record-output':
          return client.dossiers.recordOutput.mutate({
            ...at,
            kind: act.output,
            outcome,
            number: '440/173/2026',
            date: today(),
            decidedBy: stage.agency === null ? null : 'Kepala Dinas Kesehatan',
            inspected: true,
            note: null,
            fileSha256: null,
          })
        case 'number':
          return client.dossiers.number.mutate(at)
        case 'print':
          return client.dossiers.print.mutate({ applicationId: id, printerId: null, reason: null })
        case 'print-archive':
          return client.dossiers.printArchive.mutate({ applicationId: id, printerId: null })
        case 'sign': {
          if (act.method === 'wet') return client.dossiers.sign.mutate({ ...at, on: today() })
          await certify(stage.role, stage.signs[0]?.signer ?? '')
          await office.fetch(stage.role, `/files/to-sign/${id}.pdf`)
          const seenIssuer = (await client.signing.means.query()).issuer
          const seen = { seenSeq: state.seq, seenIssuer }
          return client.dossiers.signElectronically.mutate({ ...at, ...seen, passphrase, account: null })
        }
        case 'hand-over':
          return client.handover.handOver.mutate({
            applicationId: id,
            receivedBy: state.applicant.name,
            relation: 'self',
            receiverNik: state.applicant.nik,
            identity: { card: 'ktp', letterOfAuthority: false },
            oldPermit: asksOldPermit(state) ? { outcome: 'handed-in' } : null,
            originals: originalsToReturn(state).map(({ id }) => ({ id, outcome: 'given' as const })),
            printerId: null,
            method: profile.delivery === 'email' ? 'email' : 'counter',
          })
        case 'move':
          return client.dossiers.act.mutate({ ...at, action: act.action, note: null, asks: [...act.asks] })
      }
    }
    return { act, stage: stage.code, answer: await done() }
  }
  const step: OfficeAtWork['step'] = async (id, outcome) => {
    const tried = await tryStep(id, null, outcome)
    if (!tried) return null
    const { act, stage, answer } = tried
    if (!answer.ok) throw new Error(`${act.act} at ${stage} is refused: ${JSON.stringify(answer)}`)
    await allOut(id)
    return act
  }
  const walk: OfficeAtWork['walk'] = async (id, until = () => false, outcome) => {
    for (let acts = 0; acts < mostActs; acts += 1) {
      const state = await read(id)
      if (state.openStages.length === 0 || until(state)) return state
      await step(id, outcome)
    }
    throw new Error(`the procedure ${profile.stageTable.code} has no end`)
  }
  return {
    office,
    profile,
    as,
    read,
    history: (id) => besides.queries.history(id),
    fill,
    register,
    takeIn,
    move,
    step,
    tryStep,
    walk,
    today,
    goTo: (iso) => {
      office.setTime(iso)
      windows = new Map()
    },
    damages: async () => {
      const { queries, integrityCheck } = besides
      const cabinet = openDiskFileCabinet(join(office.dataDir, 'files'))
      const startedAt = instantOf(office.now())
      const parts = await examineOffice({ queries, cabinet, hash: hashText, integrityCheck, startedAt })
      return parts.flatMap((one) => one.damages)
    },
    besides,
    close: async () => {
      await besides.close()
      await office.close()
    },
  }
}
