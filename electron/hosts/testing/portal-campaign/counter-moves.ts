import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import { lastChange } from '#domain/correction-rules.ts'
import { asksOldPermit } from '#domain/handover.ts'
import { instantOf } from '#domain/instant.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Result } from '#domain/result.ts'
import { ok } from '#domain/result.ts'
import { getStage } from '#domain/stage-table.ts'
import { formOfApplication } from '#services/form-of-application.ts'
import { officeToday } from '#services/move-facts.ts'
import { nextAct } from '#services/stage-work.ts'
import { words } from './city.ts'
import { hoursOf, isPhoto, pictureOf, placeOf, scanOf, walkInForm } from './people.ts'
import type { Station } from './station.ts'
import type { World } from './world.ts'

/** Something that somebody does; gives a word for what came of it. `pick` and `value` are drawn from the seed. */
export type Move = (world: World, pick: number, value: number) => Promise<string>

const { office } = words
const table = office.profile.stageTable

type Answer = Result<unknown, { readonly code: string }>

export const wordOf = (answer: Answer | null): string =>
  answer === null ? 'gone' : answer.ok ? 'done' : answer.refusal.code

/** One of the dossiers that are as wanted; undefined: none is. */
export async function oneOf(
  world: World,
  pick: number,
  wanted: (state: ApplicationState) => boolean,
): Promise<ApplicationState | undefined> {
  const found = (await world.dossiers()).filter(wanted)
  return found[pick % Math.max(1, found.length)]
}

const isAt =
  (...stages: readonly string[]) =>
  (state: ApplicationState): boolean =>
    state.openStages.some((one) => stages.includes(one.stage))

const isOpen = (state: ApplicationState): boolean => state.openStages.length > 0

/** Every sheet that waits comes out of the printer. */
async function printOut({ database }: Station, world: World, id: string): Promise<void> {
  await database.work.run<null, never>(async ({ printJobs }) => {
    for (const job of await printJobs.listForSubject(id))
      if (job.state === 'queued')
        await printJobs.mark(job.id, {
          state: 'printed',
          reason: null,
          detail: null,
          endedAt: instantOf(world.time.now()),
        })
    return ok(null)
  })
}

const withdrawal = { askedBy: 'holder', name: 'Pemohon', letterSha256: null } as const

async function moveTo(
  world: World,
  state: ApplicationState | undefined,
  action: string,
  note: string,
): Promise<string> {
  const stage = state?.openStages
    .map((one) => getStage(table, one.stage))
    .find((one) => one.actions.some((other) => other.code === action))
  if (!state || !stage) return 'nobody'
  const who = world.as(stage.role === 'applicant' ? 'front-office' : stage.role)
  const order = { applicationId: state.id, stage: stage.code, action, note, asks: [], withdrawal }
  return wordOf(await world.act(({ services }) => services.moveDossier(order, who)))
}

async function scanFor(
  world: World,
  code: string,
  value: number,
): Promise<{ sha256: string; fileName: string }> {
  const bytes = isPhoto(code) ? pictureOf(value) : scanOf(`${code} ${value}`, value % 7 === 0)
  return { sha256: await world.cabinet.put(bytes), fileName: isPhoto(code) ? 'foto.jpg' : 'pindai.pdf' }
}

/** What the next thing is that an open stage asks for, done by whoever works there. */
async function stageWork(world: World, state: ApplicationState, value: number): Promise<string> {
  const [open] = state.openStages
  if (!open) return 'nobody'
  const stage = getStage(table, open.stage)
  const who = world.as(stage.role === 'applicant' ? 'front-office' : stage.role)
  const at = { applicationId: state.id, stage: stage.code }
  const today = officeToday(office, instantOf(world.time.now()))
  const done = await world.act(async (station): Promise<Answer> => {
    const { services, database } = station
    await printOut(station, world, state.id)
    const jobs = await database.queries.listPrintJobs({ applicationId: state.id, limit: 100 })
    const act = nextAct(office.profile, state, stage.code, jobs)
    switch (act.act) {
      case 'replace': {
        const { requirementCode, documentId } = act
        const file = await scanFor(world, requirementCode, value)
        return services.addDocument(
          { applicationId: state.id, requirementCode, replaces: documentId, file },
          who,
        )
      }
      case 'check':
        return services.checkDocument(
          { ...at, documentId: act.documentId, check: 'accepted', note: null },
          who,
        )
      case 'record-output':
        return services.recordOutput(
          {
            ...at,
            kind: act.output,
            outcome: 'recommended',
            number: '440/173/2026',
            date: today,
            decidedBy: 'Kepala Dinas Kesehatan',
            inspected: false,
            note: null,
            fileSha256: null,
          },
          who,
        )
      case 'number':
        return services.numberProduct(at, who)
      case 'print': {
        const asked = { applicationId: state.id, printerId: null, reason: null }
        return services.printProduct(asked, who)
      }
      case 'print-archive':
        return services.printArchive({ applicationId: state.id, printerId: null }, who)
      case 'sign':
        return services.recordSignature({ ...at, on: today }, who)
      case 'hand-over':
        return services.handOver(
          {
            applicationId: state.id,
            receivedBy: state.applicant.name,
            relation: 'self',
            receiverNik: state.applicant.nik,
            identity: { card: 'ktp', letterOfAuthority: false },
            oldPermit: asksOldPermit(state) ? { outcome: 'handed-in' } : null,
            originals: [],
            printerId: null,
          },
          who,
        )
      case 'move':
        return services.moveDossier({ ...at, action: act.action, note: null, asks: [...act.asks] }, who)
    }
  })
  return wordOf(done)
}

/** Works on a dossier for so many acts, as long as it is wanted. */
async function workThrough(
  world: World,
  id: string,
  value: number,
  acts: number,
  isHere: (state: ApplicationState) => boolean,
): Promise<string> {
  for (let word = 'nobody', left = acts; ; left -= 1) {
    const now = (await world.dossiers()).find((one) => one.id === id)
    if (left === 0 || !now || !isHere(now)) return word
    word = await stageWork(world, now, value)
    if (word !== 'done') return word
  }
}

/** Takes an application in; a clerk who sees no answer presses again when the station is back. */
export async function takeIn(world: World, form: IntakeForm): Promise<string> {
  const applicationId = world.newId()
  const order = { applicationId, draftId: null, form, printerId: null }
  world.ledger.walkIns.add(applicationId)
  const register = () =>
    world.act(({ services }) => services.registerApplication(order, world.as('front-office')))
  const first = await register()
  if (first !== null) return wordOf(first)
  await world.still()
  return wordOf(await register())
}

/** At the counter and behind it. */
export const counterMoves: Readonly<Record<string, Move>> = {
  'take in': async (world, pick, value) => {
    return takeIn(world, await walkInForm(world, pick, value))
  },
  work: async (world, pick, value) => {
    const isHere = (state: ApplicationState): boolean =>
      isOpen(state) && (value % 4 === 0 || !isAt('dinas-kesehatan', 'perbaikan')(state))
    const state = await oneOf(world, pick, isHere)
    return state ? stageWork(world, state, value) : 'nobody'
  },
  'work through': async (world, pick, value) => {
    const isHere = (one: ApplicationState): boolean =>
      isOpen(one) && !isAt('dinas-kesehatan', 'perbaikan')(one)
    const state = await oneOf(world, pick, isHere)
    return state ? workThrough(world, state.id, value, 8, isHere) : 'nobody'
  },
  // What happens to permits is lived through only where there are some.
  'work to the end': async (world, pick, value) => {
    const isHere = (one: ApplicationState): boolean => isOpen(one) && !isAt('perbaikan')(one)
    const state = await oneOf(world, pick, isHere)
    return state ? workThrough(world, state.id, value, 30, isHere) : 'nobody'
  },
  'return to the applicant': async (world, pick, value) =>
    moveTo(
      world,
      await oneOf(world, pick, isAt('front-office')),
      'kembalikan-ke-pemohon',
      `STR tidak terbaca ${value}`,
    ),
  'withdraw at the counter': async (world, pick) =>
    moveTo(world, await oneOf(world, pick, isAt('front-office', 'perbaikan')), 'batalkan', 'Atas permintaan'),
  refuse: async (world, pick) =>
    moveTo(world, await oneOf(world, pick, isAt('front-office')), 'tolak', 'Tidak memenuhi syarat'),
  'send back': async (world, pick) =>
    moveTo(world, await oneOf(world, pick, isAt('pemrosesan')), 'kembalikan-ke-dinas', 'Nomor BA keliru'),
  'refuse a file': async (world, pick, value) => {
    const state = await oneOf(world, pick, isAt('front-office'))
    const files = state ? currentDocuments(state) : []
    const file = files[value % Math.max(1, files.length)]
    if (!state || !file) return 'nobody'
    const mark = {
      applicationId: state.id,
      stage: 'front-office',
      documentId: file.id,
      check: 'refused',
    } as const
    return wordOf(
      await world.act(({ services }) =>
        services.checkDocument({ ...mark, note: `Buram ${value}` }, world.as('front-office')),
      ),
    )
  },
  'bring another file': async (world, pick, value) => {
    const state = await oneOf(world, pick, isAt('front-office', 'perbaikan'))
    const files = state ? currentDocuments(state) : []
    const before = files[value % Math.max(1, files.length)]
    if (!state || !before) return 'nobody'
    const { requirementCode, id: replaces } = before
    const file = await scanFor(world, requirementCode, value)
    const order = { applicationId: state.id, requirementCode, replaces, file }
    return wordOf(await world.act(({ services }) => services.addDocument(order, world.as('front-office'))))
  },
  correct: async (world, pick, value) => {
    const state = await oneOf(world, pick, (one) => isOpen(one) && one.acceptedAt === null)
    if (!state) return 'nobody'
    const form = formOfApplication(office, state)
    const change = [
      { phone: `0812-5500-0${100 + (value % 800)}` },
      { schedule: hoursOf(value).map((one) => ({ ...one, from: '08.00', until: '10.00' })) },
      { facilityName: placeOf(value) },
      { addressDomicile: `Jalan Ampera ${value % 50}` },
    ][value % 4]
    const order = {
      applicationId: state.id,
      correctionId: world.newId(),
      seenCorrections: lastChange(state)?.count ?? 0,
      form: { ...form, ...change },
      reason: 'Salah ketik',
      consent: null,
      printerId: null,
    }
    return wordOf(await world.act(({ services }) => services.correctIntake(order, world.as('front-office'))))
  },
  'write to the applicant': async (world, pick, value) => {
    const state = await oneOf(world, pick, isOpen)
    if (!state) return 'nobody'
    const order = { applicationId: state.id, messageId: world.newId(), text: `Mohon hubungi loket ${value}` }
    return wordOf(await world.act(({ services }) => services.sendMessage(order, world.as('front-office'))))
  },
}
