import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { getStage, type ActionKind, type Stage, type StageTable } from '#domain/stage-table.ts'
import type { OfficeServices } from '#services/office-services.ts'
import { formFrom } from '#services/holder-permits.ts'
import { mayConsent } from '#services/consent.ts'
import { getType, rolesGranted, type SignedIn } from '#services/office.ts'
import { emptyIntakeForm } from '#domain/intake-form.ts'
import { liesBefore } from '#domain/stage-ways.ts'
import { isNotRecommended } from '#domain/stage-readiness.ts'
import { nextAct } from '#services/stage-work.ts'
import { performAct, type ActFacts } from '../perform-act.ts'
import { samplePassphrase } from './certificates.ts'
import type { SampleFile } from './files.ts'
import { withDocuments, type Course, type PlannedApplication } from './plan.ts'
import { refusalReasons, reprintReasons, returnReasons, withdrawalReasons } from './words.ts'
import type { Dossier, PastParts } from './past-parts.ts'

/** Whoever takes in walk-ins also records the applicant's own steps. */
export const signedIn = ({ users, station, office }: PastParts, role: string): SignedIn => {
  const wanted = role === 'applicant' ? rolesGranted(office.profile, 'intake') : [role]
  const user = users.find((one) => one.roles.some((code) => wanted.includes(code))) ?? users[0]
  if (!user) throw new Error('the sample office has nobody')
  return { user, station }
}

/** Takes a planned application in; returns its id. */
export async function arrive(
  parts: PastParts,
  services: OfficeServices,
  plan: PlannedApplication,
): Promise<string> {
  const id = parts.ids.uuid()
  const who = signedIn(parts, 'applicant')
  const register = async (form: PlannedApplication['form']) => {
    const today = officeDateOf(parts.clock.now(), parts.office.profile.timeZone)
    const order = { applicationId: id, draftId: null, printerId: null }
    const whole = await withDocuments(parts.office, form, today, parts.files, parts.random)
    return services.registerApplication({ ...order, form: whole }, who)
  }
  const later = laterForm(parts, plan.fromRegister)
  // Whoever may not have it (the last day has passed, it is being renewed) is somebody else who comes for the first time.
  if (later && (await register(later)).ok) return id
  const registered = await register(plan.form)
  if (!registered.ok)
    throw new Error(`the sample office refuses a form: ${JSON.stringify(registered.refusal)}`)
  return id
}

/** What the holder of a permit of this office asks for; null: nobody of the kind is found. */
function laterForm(
  { office, memory, random }: PastParts,
  kind: PlannedApplication['fromRegister'],
): PlannedApplication['form'] | null {
  const states = memory.states()
  if (kind === null || states.length === 0) return null
  const earlier = random.pick(states)
  const { product, handedOverAt, permitEnd, data } = earlier
  const type = getType(office, data.permitTypeCode)
  if (handedOverAt === null || permitEnd || product?.kind !== 'permit' || !type.kinds.includes(kind))
    return null
  const reason = type.kindRules[kind].reasons.find((one) => one.startedBy === 'holder')
  if (kind === 'revocation' && !reason) return null
  const { documents: _none, ...empty } = emptyIntakeForm
  return {
    ...empty,
    ...formFrom(office, earlier),
    permitTypeCode: type.code,
    kind,
    reasonCode: reason?.code ?? '',
    targetPermitId: product.id,
  }
}

/** One thing that the present stage of a dossier asks for. */
export async function usualStep(parts: PastParts, services: OfficeServices, id: string): Promise<void> {
  const { office, memory } = parts
  const state = memory.state(id)
  const [open] = state.openStages
  if (!open) throw new Error(`${state.registrationNumber.text} is closed`)
  const stage = getStage(office.profile.stageTable, open.stage)
  const act = nextAct(office.profile, state, stage.code, memory.jobsOf(id))
  const facts = await actFacts(parts, state, 'usual', stage)
  await performAct(services, { state, stage: stage.code }, act, signedIn(parts, stage.role), facts)
}

export async function goOn(parts: PastParts, services: OfficeServices, dossier: Dossier): Promise<void> {
  const { office, memory } = parts
  const state = memory.state(dossier.id)
  const table = office.profile.stageTable
  const stage = getStage(table, dossier.stage ?? table.start)
  const who = signedIn(parts, stage.role)
  const facts = await actFacts(parts, state, dossier.course, stage)
  if (await reprint(parts, services, dossier, state, stage)) return
  const way = wayOf(table, dossier, state, stage)
  const action = way && stage.actions.find((one) => one.kind === way)
  if (!way || !action) {
    await performAct(
      services,
      { state, stage: stage.code },
      nextAct(office.profile, state, stage.code, memory.jobsOf(dossier.id)),
      who,
      facts,
    )
    return
  }
  const note = parts.random.pick(reasons[way] ?? returnReasons)
  if (way === 'return-to-applicant') await refuseOne(parts, services, state, stage, who, note)
  await performAct(
    services,
    { state: memory.state(dossier.id), stage: stage.code },
    { act: 'move', action: action.code, asks: [] },
    who,
    { ...facts, note },
  )
  dossier.diverted ||= way !== 'back'
}

/** Prints a spoilt sheet of a dossier again, once; false: there is none. */
async function reprint(
  parts: PastParts,
  services: OfficeServices,
  dossier: Dossier,
  state: ApplicationState,
  stage: Stage,
): Promise<boolean> {
  const { office, memory, users, station, random } = parts
  if (dossier.course !== 'reprinted' || dossier.diverted || !stage.prints.includes('product')) return false
  const jobs = memory.jobsOf(dossier.id).filter((one) => one.subjectId === state.product?.id)
  const user = users.find((one) => one.roles.includes(stage.role))
  if (jobs.length === 0 || !user || state.product?.signature) return false
  const reason = random.pick(reprintReasons)
  const order = { applicationId: dossier.id, printerId: null, reason, consentLater: true }
  const printed = await services.printProduct(order, { user, station })
  if (!printed.ok) throw new Error(`${office.profile.code} refuses a reprint: ${printed.refusal.code}`)
  await agreeToPrint(parts, services, dossier.id)
  dossier.diverted = true
  return true
}

/** Whoever oversees the office agrees to the second originals of a dossier; one that they printed themselves stays open. */
export async function agreeToPrint(
  { memory, users, station, office }: PastParts,
  services: OfficeServices,
  applicationId: string,
): Promise<void> {
  for (const { id: jobId, second } of memory.jobsOf(applicationId)) {
    const overseer = users.find((one) => mayConsent(office, one) && one.id !== second?.userId)
    if (second?.consent === null && overseer)
      await services.consentToSecond({ applicationId, jobId }, { user: overseer, station })
  }
}

const reasons: Partial<Record<ActionKind, readonly string[]>> = {
  'return-to-applicant': returnReasons,
  refuse: refusalReasons,
  withdraw: withdrawalReasons,
  back: ['Hasil pemeriksaan lapangan: tempat praktik belum memenuhi syarat, tidak direkomendasikan.'],
}

const refusesAhead = (table: StageTable, from: string): boolean =>
  table.stages.some(
    ({ code, actions }) => actions.some((one) => one.kind === 'refuse') && liesBefore(table, from, code),
  )

/** The unusual action that the course of a dossier wants at this stage, if any. */
function wayOf(
  table: StageTable,
  { course, diverted }: Dossier,
  state: ApplicationState,
  stage: Stage,
): ActionKind | undefined {
  if (diverted || stage.role === 'applicant' || stage.role === 'system') return undefined
  const has = (kind: ActionKind): boolean => stage.actions.some((one) => one.kind === kind)
  const want = (kind: ActionKind): ActionKind | undefined => (has(kind) ? kind : undefined)
  switch (course) {
    case 'returned':
    case 'waiting-for-applicant':
      return want('return-to-applicant')
    case 'refused':
      return want('refuse')
    case 'withdrawn':
      return want('withdraw')
    case 'number-void':
      return state.product?.number ? (want('withdraw') ?? want('refuse')) : undefined
    case 'not-recommended':
      if (!isNotRecommended(state)) return undefined
      if (has('refuse')) return 'refuse'
      // Where somebody ahead may refuse, the verdict goes on to them; else back to somebody who may.
      return refusesAhead(table, stage.code) ? undefined : want('back')
    default:
      return undefined
  }
}

async function refuseOne(
  parts: PastParts,
  services: OfficeServices,
  state: ApplicationState,
  stage: Stage,
  who: SignedIn,
  note: string,
): Promise<void> {
  const document = parts.random.pick(state.documents)
  const checked = await services.checkDocument(
    { applicationId: state.id, stage: stage.code, documentId: document.id, check: 'refused', note },
    who,
  )
  if (!checked.ok) throw new Error(`a check is refused: ${checked.refusal.code}`)
}

async function actFacts(
  { office, files, random, clock }: PastParts,
  state: ApplicationState,
  course: Course,
  stage: Stage,
): Promise<ActFacts> {
  const today = officeDateOf(clock.now(), office.profile.timeZone)
  const { applicant, data } = state
  const negative = course === 'not-recommended'
  const proxy = data.representative
  const wanting = currentDocuments(state).find((one) => one.check === 'refused')
  const replacement: SampleFile = wanting?.mediaType.startsWith('image/')
    ? files.photo(random)
    : await files.page('PERBAIKAN', 'Dokumen perbaikan')
  return {
    today,
    output: {
      number: `440/${random.between(100, 980)}/SDK/${today.slice(0, 4)}`,
      outcome: negative ? 'not-recommended' : 'recommended',
      decidedBy: stage.agency === null ? null : 'drg. Suryani Tengkawang, M.Kes.',
      inspected: random.chance(0.5),
      note: null,
      fileSha256: (await files.page('BA', 'Berita acara pemeriksaan')).sha256,
    },
    replacement,
    receiver: proxy
      ? { name: proxy.name, relation: proxy.relation, nik: null }
      : {
          name: applicant.nameOnPermit ?? applicant.name,
          relation: 'self',
          nik: applicant.nik,
          method: office.profile.delivery === 'email' && applicant.email !== null ? 'email' : 'counter',
        },
    note: null,
    passphrase: samplePassphrase,
    printerId: null,
  }
}
