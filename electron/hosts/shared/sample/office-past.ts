import { epochMsOf, instantOf, type Instant } from '#domain/instant.ts'
import { addDays } from '#domain/office-date.ts'
import { officeDateOf, startOfDay } from '#domain/office-zone.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { getStage } from '#domain/stage-table.ts'
import type { OfficeDeps } from '#services/office-deps.ts'
import { createOfficeServices, type OfficeServices } from '#services/office-services.ts'
import type { Office } from '#services/office.ts'
import { nextAct } from '#services/stage-work.ts'
import { openPapers } from '../papers-in-force.ts'
import type { MemoryOffice } from './memory-stores.ts'
import { createCaseDesk } from './cases/case-desk.ts'
import type { SampleCase } from './cases/sample-case.ts'
import { after, dayAndShare } from './office-time.ts'
import { paceOf } from './pace.ts'
import type { PlannedApplication } from './plan.ts'
import { createTimeline, type Happening } from './timeline.ts'
import type { Dossier, PastParts } from './past-parts.ts'
import { arrive, goOn, signedIn, usualStep } from './dossier-steps.ts'

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
      work: { run: (task) => memory.run(task) },
      clock: parts.clock,
      ids: parts.ids,
      ...parts.deps,
      spool: idleSpool,
      papers: openPapers(office.profile, () => undefined),
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
  const pace = paceOf(office)

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
    return after(
      calendar,
      at,
      arrived ? pace.arrivedMinutes(stage, random) : pace.actMinutes(stage, next, random),
    )
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

/** The print desk has one sheet to look for: the last one that nobody has signed yet, a permit on a blank if there is one. */
function leaveOneUncertain(office: Office, memory: MemoryOffice): void {
  const unsigned = [...memory.jobs.values()].filter((job) => {
    const state = job.applicationId === null ? null : memory.state(job.applicationId)
    const prints = state?.openStages.some((one) =>
      getStage(office.profile.stageTable, one.stage).prints.includes('product'),
    )
    return prints && job.subjectId === state?.product?.id && state?.product?.signature === null
  })
  const lies = unsigned.findLast((one) => one.document === 'permit') ?? unsigned.at(-1)
  if (lies) memory.jobs.set(lies.id, { ...lies, state: 'unknown', reason: 'connection-lost' })
}

const idleSpool: OfficeDeps['spool'] = (() => {
  const unused = () => Promise.reject(new Error('the sample office sends nothing'))
  const wake = (): void => undefined
  return {
    wake,
    retryJob: unused,
    spoilSheet: unused,
    confirmPrinted: unused,
    cancelJob: unused,
    releaseHeld: unused,
    moveJob: unused,
  }
})()
