import { v7 } from 'uuid'
import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import type { OfficeCalendar } from '#domain/calendar.ts'
import { epochMsOf, instantOf, type Instant } from '#domain/instant.ts'
import { addDays } from '#domain/office-date.ts'
import { officeDateOf, startOfDay } from '#domain/office-zone.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { getStage, type ActionKind, type Stage, type StageTable } from '#domain/stage-table.ts'
import type { IdSource } from '#ports/clock.ts'
import type { User } from '#ports/records.ts'
import { createOfficeServices, type OfficeDeps, type OfficeServices } from '#services/office-services.ts'
import { formFrom } from '#services/holder-permits.ts'
import { getType, rolesGranted, type Office, type SignedIn } from '#services/office.ts'
import { emptyIntakeForm } from '#domain/intake-form.ts'
import { liesBefore } from '#domain/stage-ways.ts'
import { isNotRecommended } from '#domain/workflow.ts'
import { nextAct, type StageAct } from '#services/stage-work.ts'
import { performAct, type ActFacts } from '../perform-act.ts'
import { samplePassphrase } from './certificates.ts'
import type { SampleFile, SampleFiles } from './files.ts'
import type { MemoryOffice } from './memory-stores.ts'
import { createCaseDesk } from './cases/case-desk.ts'
import type { SampleCase } from './cases/sample-case.ts'
import { after, dayAndShare } from './office-time.ts'
import type { NewPerson, SampleVillage } from './people.ts'
import { withDocuments, type Course, type PlannedApplication } from './plan.ts'
import { createTimeline, type Happening } from './timeline.ts'
import type { Random } from './random.ts'
import { refusalReasons, reprintReasons, returnReasons, withdrawalReasons } from './words.ts'

export interface PastParts {
  readonly office: Office
  readonly memory: MemoryOffice
  readonly deps: Omit<OfficeDeps, 'office' | 'work' | 'clock' | 'ids' | 'spool' | 'calendar'>
  readonly users: readonly User[]
  readonly cases: readonly SampleCase[]
  /** A case that was refused has ended there; a refusal changes nothing. */
  readonly caseFault: (name: string, fault: unknown) => void
  /** Makes people of whom no two are the same. */
  readonly person: NewPerson
  readonly seed: number
  readonly villages: readonly SampleVillage[]
  readonly station: string
  /** When somebody has been at work; what is promised follows the office's own calendar. */
  readonly worked: OfficeCalendar
  readonly files: SampleFiles
  readonly random: Random
  readonly now: Instant
  /** Becomes the present of every step. */
  readonly setTime: (at: Instant) => void
  readonly clock: OfficeDeps['clock']
  readonly ids: IdSource
}

/** Ids and codes that follow from the seed and the moment. */
export function sampleIds(random: Random, now: () => Instant): IdSource {
  let seq = 0
  const bytes = (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, () => random.between(0, 255))
  return {
    uuid: () => {
      seq += 1
      return v7({ msecs: epochMsOf(now()), seq, random: bytes(16) })
    },
    randomBytes: bytes,
  }
}

/** A sheet of the past: it came out a few seconds after it was asked for. */
export const printedThen = (job: PrintJob): PrintJob => {
  const asked = epochMsOf(job.requestedAt)
  return {
    ...job,
    state: 'printed',
    attempts: 1,
    sentAt: instantOf(asked + 1_000),
    endedAt: instantOf(asked + 5_000),
  }
}

// Sheets of the last step have come out too.
const settleMs = 10_000

interface Dossier {
  readonly id: string
  readonly course: Course
  /** null: not yet registered. */
  stage: string | null
  /** The unusual part of the course has happened. */
  diverted: boolean
  /** A case works on it: the office leaves it alone. */
  held: boolean
}

/**
 * Lets the planned applications come in and pass through the office's own procedure, and the cases of the features
 * happen among them, one act at a time in the order of the clock, until now. The use cases are those of the counter;
 * only time and paper are made up.
 */
export async function livePast(parts: PastParts, plans: readonly PlannedApplication[]): Promise<void> {
  const { office, memory, random, now, cases } = parts
  const servicesOf = (one: Office): OfficeServices =>
    createOfficeServices({
      office: one,
      work: { run: (task) => task(memory.stores) },
      clock: parts.clock,
      ids: parts.ids,
      ...parts.deps,
      spool: idleSpool,
      calendar: { shipped: office.profile.calendar, put: () => undefined },
    })
  const ways = {
    before: {
      parts: { ...parts, office: signingByHand(office) },
      services: servicesOf(signingByHand(office)),
    },
    since: { parts, services: servicesOf(office) },
  }
  const changeover = plans.at(-electronicPapers)?.arrivesAt ?? ''
  /** The office as it works at this moment: until the changeover the head signs by hand. */
  const present = () => (parts.clock.now() < changeover ? ways.before : ways.since)
  const calendar = parts.worked
  const last = instantOf(epochMsOf(now) - settleMs)
  const timeline = createTimeline({ calendar, last, setTime: parts.setTime })
  const dossiers = new Map<string, Dossier>()

  for (const plan of plans)
    timeline.announce({
      at: plan.arrivesAt,
      happen: async () => {
        const id = await arrive(present().parts, present().services, plan)
        return follow({ id, course: plan.course, stage: null, diverted: false, held: false })
      },
    })
  for (const one of cases) announceCase(one)
  await timeline.run()
  leaveOneUncertain(office, memory)

  /** When the next act comes; null: the dossier is finished or lies. */
  function follow(dossier: Dossier): Happening | null {
    dossiers.set(dossier.id, dossier)
    const at = nextMoment(dossier)
    return at === null ? null : { at, happen: () => act(dossier) }
  }

  async function act(dossier: Dossier): Promise<Happening | null> {
    if (dossier.held) return null
    await goOn(present().parts, present().services, dossier)
    return follow(dossier)
  }

  function nextMoment(dossier: Dossier): Instant | null {
    const { profile } = present().parts.office
    const state = memory.state(dossier.id)
    const [open] = state.openStages
    if (!open || (dossier.diverted && dossier.course === 'waiting-for-applicant')) return null
    const stage = getStage(profile.stageTable, open.stage)
    if (stage.handsOver && dossier.course === 'not-fetched') return null
    const next = nextAct(profile, state, stage.code, memory.jobsOf(dossier.id))
    const arrived = stage.code !== dossier.stage
    dossier.stage = stage.code
    const at = parts.clock.now()
    // The head signs by hand in the afternoon; what is signed goes out on the next morning.
    const byHand = !stage.signs.some((one) => one.method === 'electronic')
    if (next.act === 'move' && stage.activates && byHand) {
      const morning = startOfDay(addDays(officeDateOf(at, calendar.zone), 1), calendar.zone)
      return after(calendar, morning, random.between(8, 75))
    }
    return after(calendar, at, arrived ? stageMinutes(stage, random) : actMinutes(next, random))
  }

  function announceCase(one: SampleCase): void {
    const { services } = ways.since
    const desk = createCaseDesk({
      ...parts,
      services,
      name: one.name,
      as: (role) => signedIn(parts, role),
      step: (id) => usualStep(parts, services, id),
      hold: (id) => {
        const dossier = dossiers.get(id)
        if (dossier) dossier.held = true
      },
      isHeld: (id) => dossiers.get(id)?.held ?? true,
      letGo: (id) => {
        const going = follow({ id, course: 'usual', stage: null, diverted: false, held: false })
        if (going) timeline.announce(going)
      },
    })
    const playing = one.play(desk)
    const goOnPlaying = async (): Promise<Happening | null> => {
      const step = await playing.next().catch((fault: unknown) => {
        parts.caseFault(one.name, fault)
        return { done: true } as const
      })
      return step.done ? null : { at: after(calendar, parts.clock.now(), step.value), happen: goOnPlaying }
    }
    timeline.announce({ at: dayAndShare(calendar, now, one), happen: goOnPlaying })
  }
}

// What is signed electronically must be laid out and signed: a year of it would keep the first start waiting for minutes.
const electronicPapers = 50

/**
 * An office that has signed electronically only since lately: the same procedure, with sheets that are printed and signed by
 * hand.
 */
function signingByHand(office: Office): Office {
  const { profile } = office
  const stages = profile.stageTable.stages.map((stage) => {
    const isElectronic = stage.signs.some((one) => one.method === 'electronic')
    if (!isElectronic) return stage
    const signs = stage.signs.map((one) => ({ ...one, method: 'wet' as const }))
    const prints = stage.prints.includes('product') ? stage.prints : [...stage.prints, 'product' as const]
    return { ...stage, signs, prints }
  })
  return { ...office, profile: { ...profile, stageTable: { ...profile.stageTable, stages } } }
}

/** The print desk has one sheet to look for: the last one that nobody has signed yet. */
function leaveOneUncertain(office: Office, memory: MemoryOffice): void {
  const lies = [...memory.jobs.values()].findLast((job) => {
    const state = job.applicationId === null ? null : memory.state(job.applicationId)
    const prints = state?.openStages.some((one) =>
      getStage(office.profile.stageTable, one.stage).prints.includes('product'),
    )
    return prints && job.subjectId === state?.product?.id && state?.product?.signature === null
  })
  if (lies) memory.jobs.set(lies.id, { ...lies, state: 'unknown', reason: 'connection-lost' })
}

const idleSpool: OfficeDeps['spool'] = (() => {
  const unused = () => Promise.reject(new Error('the sample office sends nothing'))
  const wake = (): void => undefined
  return {
    wake,
    retryJob: unused,
    confirmPrinted: unused,
    cancelJob: unused,
    releaseHeld: unused,
    moveJob: unused,
  }
})()

/** Office minutes a dossier lies before somebody takes it up. A few lie long. */
function stageMinutes(stage: Stage, random: Random): number {
  const slow = random.chance(0.06) ? 4 : 1
  if (stage.handsOver) return random.between(90, 2200)
  if (stage.role === 'applicant') return random.between(300, 1900)
  if (stage.where === 'portal' || stage.where === 'paper') return random.between(420, 1500) * slow
  if (stage.actions.some((one) => one.accepts)) return random.between(12, 330) * slow
  return random.between(90, 760) * slow
}

function actMinutes(act: StageAct, random: Random): number {
  switch (act.act) {
    case 'sign':
      return random.between(120, 560)
    case 'record-output':
      return random.between(10, 60)
    case 'check':
    case 'replace':
      return random.between(1, 3)
    default:
      return random.between(2, 7)
  }
}

/** Whoever takes in walk-ins also records the applicant's own steps. */
const signedIn = ({ users, station, office }: PastParts, role: string): SignedIn => {
  const wanted = role === 'applicant' ? rolesGranted(office.profile, 'intake') : [role]
  const user = users.find((one) => one.roles.some((code) => wanted.includes(code))) ?? users[0]
  if (!user) throw new Error('the sample office has nobody')
  return { user, station }
}

/** Takes a planned application in; returns its id. */
async function arrive(parts: PastParts, services: OfficeServices, plan: PlannedApplication): Promise<string> {
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
async function usualStep(parts: PastParts, services: OfficeServices, id: string): Promise<void> {
  const { office, memory } = parts
  const state = memory.state(id)
  const [open] = state.openStages
  if (!open) throw new Error(`${state.registrationNumber.text} is closed`)
  const stage = getStage(office.profile.stageTable, open.stage)
  const act = nextAct(office.profile, state, stage.code, memory.jobsOf(id))
  const facts = await actFacts(parts, state, 'usual', stage)
  await performAct(services, { state, stage: stage.code }, act, signedIn(parts, stage.role), facts)
}

async function goOn(parts: PastParts, services: OfficeServices, dossier: Dossier): Promise<void> {
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
  { office, memory, users, station, random }: PastParts,
  services: OfficeServices,
  dossier: Dossier,
  state: ApplicationState,
  stage: Stage,
): Promise<boolean> {
  if (dossier.course !== 'reprinted' || dossier.diverted || !stage.prints.includes('product')) return false
  const jobs = memory.jobsOf(dossier.id).filter((one) => one.subjectId === state.product?.id)
  const user = users.find((one) => one.roles.includes(stage.role))
  if (jobs.length === 0 || !user || state.product?.signature) return false
  const order = { applicationId: dossier.id, printerId: null, reason: random.pick(reprintReasons) }
  const printed = await services.printProduct(order, { user, station })
  if (!printed.ok) throw new Error(`${office.profile.code} refuses a reprint: ${printed.refusal.code}`)
  dossier.diverted = true
  return true
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
