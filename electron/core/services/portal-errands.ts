import type { PortalSaid } from '#domain/portal-link.ts'
import type { PortalCall, PortalFile } from '#domain/portal-sync.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Log } from '#ports/log.ts'
import type { MakePages } from '#ports/page-maker.ts'
import type { PortalLine, PortalMeta } from '#ports/portal.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Queries } from '#ports/queries.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Windows } from '#ports/windows.ts'
import { sendCall, sendFileOnce } from './portal-dispatch.ts'
import { fetchPortalFile } from './portal-fetch.ts'
import type { GateOpen } from './portal-gate.ts'
import { stationThatBrought, withLoans } from './portal-loans.ts'
import { settleFile } from './portal-file-outcome.ts'
import type { OutcomeDeps } from './portal-outcome.ts'
import { planLanes } from './portal-planning.ts'
import type { PortalRuns } from './portal-runs.ts'
import { settleTogether } from './portal-settling.ts'
import { letWindowsFirst } from './windows-first.ts'

export interface ErrandParts extends OutcomeDeps {
  readonly queries: Queries
  readonly cabinet: Pick<FileCabinet, 'find' | 'put' | 'has'>
  readonly ids: IdSource
  /** Other stations take files in for this office too: what is not in this cabinet may be at one of them. */
  readonly hasOtherStations: boolean
  /** Turns files beyond the portal's limits into pages. */
  readonly makePages: MakePages
  readonly schedule: Schedule
  /** What they ask goes before everything here. */
  readonly windows: Windows
  readonly log: Log
}

/** Whoever starts errands, and hears of their ends. */
export interface ErrandOwner {
  readonly runs: PortalRuns
  readonly cancel: CancelSignal
  /** Nothing more is taken up. */
  isClosed(): boolean
  /** Whether the lanes on this line go on by themselves: nothing has shut it since. */
  isOpen(line: PortalLine): boolean
  /** What the portal takes now; null: it does not say. */
  limitsAgain(line: PortalLine): Promise<PortalMeta | null>
  doubt(said: Extract<PortalSaid<never>, { kind: 'later' | 'stopped' }>): void
  /** One came to its end. */
  ended(): void
  /** Something that rested after a fault may be tried again. */
  rested(): void
}

/** What a station has under way between office and portal: calls, files and plans, none of them twice. */
export interface PortalErrands {
  /** Starts what has its turn, and makes calls of what waits in the outbox beside it; false: there is nothing. */
  startDue(open: GateOpen): Promise<boolean>
  /** Does something under marks of its own; what fails by a fault of this side rests for a while. */
  task(marks: readonly string[], done: () => void, step: () => Promise<void>): void
  isBusy(mark: string): boolean
  /** What could not be planned may be planned now. */
  lookAgain(): void
  isSending(): boolean
  isAtWork(): boolean
  /** Whatever rests after a fault is forgotten. */
  forgetRests(): void
}

/** Applications at once, and files beside them: a slow line is filled, and no portal is flooded. */
export const mostCalls = 16
const mostFiles = 2
/** So many dossiers are planned by one transaction, so that nobody waits long for the writer. */
const plannedTogether = 32
/** While a window asks. */
const plannedBetween = 2
/** How long what failed by a fault of this side rests. */
const faultPauseMs = 5_000

const laneMark = (lane: string): string => `lane ${lane}`
const entityMark = ({ kind, entityId }: PortalCall): string => `${kind} ${entityId}`

/** Nothing is under way yet. */
export function createPortalErrands(parts: ErrandParts, owner: ErrandOwner): PortalErrands {
  const { queries, clock, schedule, log, cabinet } = parts
  const writeCall = settleTogether(parts)
  const writeFile = settleFile(parts)
  const bring = fetchPortalFile(parts)
  const windowsFirst = letWindowsFirst(parts.windows, schedule)
  const shelves = parts.hasOtherStations ? withLoans(cabinet, queries) : cabinet
  /** Lanes, entities and files that are on their way. */
  const busy = new Set<string>()
  /** Ends of the rests after faults. */
  const resting = new Set<() => void>()
  /** The last look at what is to be planned made no call, and nothing has changed since. */
  let planIsVain = false
  let sending = 0
  let sendingFiles = 0
  let planning = false

  const doubtful = (said: PortalSaid<unknown>): void => {
    if (said.kind === 'later' || said.kind === 'stopped') owner.doubt(said)
  }

  const task: PortalErrands['task'] = (marks, done, step) => {
    for (const mark of marks) busy.add(mark)
    const letGo = (): void => {
      for (const mark of marks) busy.delete(mark)
    }
    void step()
      .then(letGo)
      .catch((error: unknown) => {
        log.error({ err: error }, 'the portal’s traffic failed')
        // A fault of our own is not tried again at once: it would fill the log and the machine.
        const end = schedule(faultPauseMs, () => {
          resting.delete(end)
          letGo()
          owner.rested()
        })
        resting.add(end)
      })
      .finally(() => {
        done()
        owner.ended()
      })
  }

  /** Sends one call and writes down what was said; gives what follows in its lane. */
  const sendOne = async (line: PortalLine, call: PortalCall): Promise<PortalCall | null> => {
    // The line may have been shut while a window went first.
    if (!owner.isOpen(line)) return null
    const said = await sendCall(line, call, owner.cancel)
    // What was cut by our own closing says nothing about the portal.
    if (owner.cancel.aborted && said.kind === 'later') return null
    doubtful(said)
    const { settled, conflicts, next } = await writeCall(call, said)
    owner.runs.countSettled(settled, conflicts)
    return next
  }

  /** Sends a call and whatever follows in its lane, each when the one before is written down. */
  const send = (line: PortalLine, call: PortalCall): void => {
    sending += 1
    const marks = [laneMark(call.lane), entityMark(call)]
    const goOn = async (): Promise<void> => {
      for (let now = call; ;) {
        const current = now
        const next = await windowsFirst.step(() => sendOne(line, current))
        // Another lane may have the same person under way.
        const isFree = next !== null && (entityMark(next) === marks[1] || !busy.has(entityMark(next)))
        if (next === null || !isFree || !owner.isOpen(line)) return
        busy.delete(entityMark(now))
        marks[1] = entityMark(next)
        busy.add(entityMark(next))
        now = next
      }
    }
    task(
      marks,
      () => {
        sending -= 1
        planIsVain = false
      },
      goOn,
    )
  }

  const fetchFile = (line: PortalLine, file: PortalFile): void => {
    sendingFiles += 1
    task(
      [`fetch ${file.sha256}`],
      () => (sendingFiles -= 1),
      async () => doubtful(await bring(line, file, owner.cancel)),
    )
  }

  const sendFile = (line: PortalLine, limits: PortalMeta, file: PortalFile): void => {
    sendingFiles += 1
    task(
      [`file ${file.sha256}`],
      () => {
        sendingFiles -= 1
        planIsVain = false
      },
      async () => {
        const outcome = await sendFileOnce(line, file, {
          cabinet: shelves,
          stationOf: parts.hasOtherStations
            ? async ({ applicationId, sha256 }) =>
                stationThatBrought(await queries.history(applicationId), sha256)
            : null,
          limits,
          limitsAgain: () => owner.limitsAgain(line),
          makePages: parts.makePages,
          sourceOf: async (sha256) => (await queries.listPortalPageSources(sha256))[0] ?? null,
          dossierOf: (id) => queries.findApplication(id),
          cancel: owner.cancel,
        })
        if (owner.cancel.aborted && outcome.kind === 'later') return
        if (outcome.kind === 'later' || outcome.kind === 'stopped') owner.doubt(outcome)
        if (outcome.kind === 'stopped') return
        const settled = await writeFile(file, outcome)
        if (settled === 'aside') owner.runs.countSettled(settled, 0)
      },
    )
  }

  /** One dossier that cannot be planned stops no other. */
  const planSome = async (lanes: readonly string[]): Promise<number> => {
    const free = lanes.filter((lane) => !busy.has(laneMark(lane)))
    if (free.length === 0) return 0
    for (const lane of free) busy.add(laneMark(lane))
    try {
      return await planLanes(parts, free)
    } catch (error) {
      const [lane, another] = free
      if (another === undefined) {
        log.error({ err: error, applicationId: lane }, 'a dossier could not be planned for the portal')
        return 0
      }
    } finally {
      for (const lane of free) busy.delete(laneMark(lane))
      // What is made goes while the next ones are planned.
      if (sending < mostCalls) owner.ended()
    }
    let made = 0
    for (const lane of free) made += await planSome([lane])
    return made
  }

  const startCalls = async ({ line }: GateOpen): Promise<boolean> => {
    if (sending >= mostCalls) return false
    const lanes = [...busy].flatMap((mark) => (mark.startsWith('lane ') ? mark.slice(5) : []))
    let started = false
    // A few more than can go: two dossiers of one person do not go at once.
    for (const call of await queries.listPortalDue(clock.now(), mostCalls - sending + 4, lanes)) {
      if (sending >= mostCalls) break
      if (busy.has(laneMark(call.lane)) || busy.has(entityMark(call))) continue
      send(line, call)
      started = true
    }
    return started
  }

  const startFiles = async (
    direction: PortalFile['direction'],
    start: (file: PortalFile) => void,
  ): Promise<boolean> => {
    if (sendingFiles >= mostFiles) return false
    const mark = direction === 'send' ? 'file' : 'fetch'
    let started = false
    for (const file of await queries.listPortalFilesDue(direction, clock.now(), mostFiles * 2)) {
      if (sendingFiles >= mostFiles) break
      if (busy.has(`${mark} ${file.sha256}`)) continue
      start(file)
      started = true
    }
    return started
  }

  const plan = async (): Promise<boolean> => {
    const lanes = await queries.listPortalPlans(48)
    if (!lanes.some((lane) => !busy.has(laneMark(lane)))) return false
    planning = true
    task(
      [],
      () => (planning = false),
      async () => {
        const left = [...lanes]
        let made = 0
        while (left.length > 0 && !owner.isClosed())
          made += await windowsFirst.step(() =>
            planSome(left.splice(0, windowsFirst.isBusy() ? plannedBetween : plannedTogether)),
          )
        planIsVain = made === 0
      },
    )
    return true
  }

  return {
    startDue: async (open) => {
      const { line, limits } = open
      const work = await queries.portalWork(clock.now())
      const planned = planning || (work.plans && !planIsVain && (await plan()))
      const called = work.calls && (await startCalls(open))
      const sent = work.sends && (await startFiles('send', (file) => sendFile(line, limits, file)))
      const fetched = work.fetches && (await startFiles('fetch', (file) => fetchFile(line, file)))
      return planned || called || sent || fetched
    },
    task,
    isBusy: (mark) => busy.has(mark),
    lookAgain: () => {
      planIsVain = false
    },
    isSending: () => sending + sendingFiles > 0,
    isAtWork: () => planning || sending + sendingFiles > 0,
    forgetRests: () => {
      for (const end of resting) end()
    },
  }
}
