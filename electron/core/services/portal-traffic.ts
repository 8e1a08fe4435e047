import { msBetween, type Instant } from '#domain/instant.ts'
import type { PortalIllness, PortalSaid } from '#domain/portal-link.ts'
import type { PortalCall, PortalFile } from '#domain/portal-sync.ts'
import type { IdSource } from '#ports/clock.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Log } from '#ports/log.ts'
import type { PortalFeed } from '#ports/portal-intake.ts'
import type { MakePages } from '#ports/page-maker.ts'
import type { PortalLine, PortalMeta } from '#ports/portal.ts'
import type { Queries } from '#ports/queries.ts'
import type { Schedule } from '#ports/schedule.ts'
import { createCancelSource } from './cancel-source.ts'
import { sendCall, sendFileOnce } from './portal-dispatch.ts'
import { fetchPortalFile } from './portal-fetch.ts'
import { createPortalGate, type Gate, type GateParts, type PortalStop } from './portal-gate.ts'
import { settleFile, type OutcomeDeps } from './portal-outcome.ts'
import { planLane } from './portal-planning.ts'
import { createPortalRuns } from './portal-runs.ts'
import { settleTogether } from './portal-settling.ts'

export interface PortalTrafficParts extends OutcomeDeps, Omit<GateParts, 'queries'> {
  readonly queries: Queries
  readonly cabinet: Pick<FileCabinet, 'find' | 'put' | 'has'>
  readonly ids: IdSource
  /** Turns files beyond the portal's limits into pages. */
  readonly makePages: MakePages
  readonly schedule: Schedule
  readonly log: Log
  readonly station: string
  /** null: nothing is read here. */
  readonly feed: PortalFeed | null
  /** Tells windows that the condition is another one. */
  readonly tell: () => void
  /** The longest wait before it looks again: another station may have written something. */
  readonly lookEveryMs?: number
  /** How long `close` waits for what is on its way. */
  readonly closeMs?: number
}

/** How the traffic stands at this station, since when, and why. */
export interface PortalCondition {
  readonly state: 'off' | 'in-step' | 'working' | 'offline' | 'stopped' | 'paused' | 'elsewhere'
  readonly since: Instant
  readonly why: PortalIllness | PortalStop | null
  /** When it tries again by itself; null: it does not, or need not. */
  readonly nextTryAt: Instant | null
}

/** `isReadThrough`: nothing was in the feed that was not read, after the last call that went. */
export interface PortalTotals {
  readonly pushed: number
  readonly pulled: number
  readonly isReadThrough: boolean
}

/** Sends what the office has to tell, and reads what the portal has. */
export interface PortalTraffic {
  start(): void
  /** Something changed: call it after the commit. `hurried`: somebody wants it now, whatever failed before. Never throws. */
  wake(hurried?: boolean): void
  condition(): PortalCondition
  /** What went and came since the start. */
  totals(): PortalTotals
  /** Resolves when nothing can be sent now and nothing is being sent. */
  whenIdle(): Promise<void>
  /** Takes up nothing more and waits, within limits, for what is on its way. May be called twice. */
  close(): Promise<void>
}

/** Applications at once, and files beside them: a slow line is filled, and no portal is flooded. */
export const mostCalls = 12
const mostFiles = 2
/** The contract's longest. */
const feedWaitSeconds = 25
/** While calls go, their own echoes fill the feed: it is read now and then only. */
const feedPauseMs = 2_000

/** How long what failed by a fault of this side rests. */
const faultPauseMs = 5_000

type Open = Extract<Gate, { state: 'open' }>

/**
 * Builds the traffic of a station. One station speaks for the office. A call is in the database before it is sent and until its
 * answer is written down: killed anywhere, the next start repeats it under the same key.
 */
export function createPortalTraffic(parts: PortalTrafficParts): PortalTraffic {
  const { queries, clock, schedule, log, cabinet, feed } = parts
  const { lookEveryMs = 60_000, closeMs = 5_000 } = parts
  const gate = createPortalGate(parts)
  const writeCall = settleTogether(parts)
  const writeFile = settleFile(parts)
  const bring = fetchPortalFile(parts)
  const stop = createCancelSource()
  const watchers = new Set<() => void>()
  /** Lanes, entities and files that are on their way. */
  const busy = new Set<string>()
  /** Ends of the rests after faults. */
  const resting = new Set<() => void>()
  let sending = 0
  let sendingFiles = 0
  let planning = false
  /** The last look at what is to be planned made no call, and nothing has changed since. */
  let planIsVain = false
  let reading = false
  let lastReadAt: Instant | null = null
  let pulled = 0
  /** Calls that had gone when the feed was last read to its end; null: it never was. */
  let readThrough: number | null = null
  let phase: 'new' | 'open' | 'closed' = 'new'
  let pumping = false
  let again = false
  /** Something of its own came to an end since it last looked. */
  let freed = false
  let halt: () => void = () => undefined
  let condition: PortalCondition = { state: 'off', since: clock.now(), why: null, nextTryAt: null }
  const runs = createPortalRuns(parts)

  const later = (ms: number): void => {
    halt()
    halt = schedule(Math.max(0, Math.min(ms, lookEveryMs)), () => wake())
  }

  const become = (
    state: PortalCondition['state'],
    why: PortalCondition['why'] = null,
    nextTryAt: Instant | null = null,
  ): void => {
    const isSame = condition.state === state && condition.why === why
    condition = { state, why, nextTryAt, since: isSame ? condition.since : clock.now() }
    if (!isSame) parts.tell()
  }

  const doubtful = (said: PortalSaid<unknown>): void => {
    if (said.kind === 'later' || said.kind === 'stopped') gate.doubt(said)
  }

  const task = (marks: readonly string[], done: () => void, step: () => Promise<void>): void => {
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
          wake()
        })
        resting.add(end)
      })
      .finally(() => {
        done()
        freed = true
        begin()
      })
  }

  const send = (line: PortalLine, call: PortalCall): void => {
    sending += 1
    const marks = [`lane ${call.lane}`, `${call.kind} ${call.entityId}`]
    task(
      marks,
      () => {
        sending -= 1
        planIsVain = false
      },
      async () => {
        const said = await sendCall(line, call, stop.signal)
        // What was cut by our own closing says nothing about the portal.
        if (stop.signal.aborted && said.kind === 'later') return
        doubtful(said)
        runs.countSettled(await writeCall(call, said))
      },
    )
  }

  const fetchFile = (line: PortalLine, file: PortalFile): void => {
    sendingFiles += 1
    task(
      [`fetch ${file.sha256}`],
      () => (sendingFiles -= 1),
      async () => doubtful(await bring(line, file, stop.signal)),
    )
  }

  const sendFile = (line: PortalLine, limits: PortalMeta, file: PortalFile): void => {
    sendingFiles += 1
    task(
      [`file ${file.sha256}`],
      () => (sendingFiles -= 1),
      async () => {
        const outcome = await sendFileOnce(line, file, {
          cabinet,
          limits,
          makePages: parts.makePages,
          sourceOf: async (sha256) => (await queries.listPortalPageSources(sha256))[0] ?? null,
          dossierOf: (id) => queries.findApplication(id),
          cancel: stop.signal,
        })
        if (stop.signal.aborted && outcome.kind === 'later') return
        if (outcome.kind === 'later' || outcome.kind === 'stopped') gate.doubt(outcome)
        if (outcome.kind === 'stopped') return
        const settled = await writeFile(file, outcome)
        if (settled === 'aside') runs.countSettled(settled)
      },
    )
  }

  const read = (line: PortalLine): void => {
    if (feed === null || reading || busy.has('feed')) return
    const isBusy = sending + sendingFiles > 0
    if (isBusy && lastReadAt !== null && msBetween(lastReadAt, clock.now()) < feedPauseMs) return
    reading = true
    lastReadAt = clock.now()
    const gone = runs.pushed()
    // What the portal says to the last calls is asked for at once; then it may hold its answer.
    const waitSeconds = !isBusy && readThrough === gone ? feedWaitSeconds : 0
    task(
      ['feed'],
      () => (reading = false),
      async () => {
        const said = await feed.readOnce(line, waitSeconds, stop.signal)
        if (stop.signal.aborted) return
        doubtful(said)
        if (said.kind === 'done' && !said.value.more) readThrough = gone
        if (said.kind === 'done' && said.value.pulled > 0) {
          pulled += said.value.pulled
          runs.count({ pulled: said.value.pulled, conflicts: said.value.conflicts })
        }
        if (said.kind === 'later' && said.why !== 'silent')
          await new Promise<void>((resolve) => void schedule(said.waitMs ?? 1_000, resolve))
      },
    )
  }

  /**
   * Makes calls of what waits in the outbox, beside the sending of what is made. One dossier that cannot be planned stops no
   * other. false: nothing is to be planned now.
   */
  const plan = async (): Promise<boolean> => {
    if (planning) return true
    if (planIsVain) return false
    const lanes = await queries.listPortalPlans(50)
    if (!lanes.some((lane) => !busy.has(`lane ${lane}`))) return false
    planning = true
    task(
      [],
      () => (planning = false),
      async () => {
        let made = 0
        for (const lane of lanes) if (phase === 'open') made += await planOne(lane)
        planIsVain = made === 0
      },
    )
    return true
  }

  const planOne = async (lane: string): Promise<number> => {
    const mark = `lane ${lane}`
    if (busy.has(mark)) return 0
    busy.add(mark)
    try {
      return await planLane(parts, lane)
    } catch (error) {
      log.error({ err: error, applicationId: lane }, 'a dossier could not be planned for the portal')
      return 0
    } finally {
      busy.delete(mark)
      // What is made goes while the next one is planned.
      if (sending < mostCalls) begin()
    }
  }

  /** Starts what has its turn; false: nothing has. */
  const startDue = async ({ line, limits }: Open): Promise<boolean> => {
    const at = clock.now()
    let started = false
    if (sending < mostCalls)
      for (const call of await queries.listPortalDue(at, mostCalls * 4)) {
        if (sending >= mostCalls) break
        if (busy.has(`lane ${call.lane}`) || busy.has(`${call.kind} ${call.entityId}`)) continue
        send(line, call)
        started = true
      }
    if (sendingFiles < mostFiles)
      for (const file of await queries.listPortalFilesDue('send', at, mostFiles * 2)) {
        if (sendingFiles >= mostFiles) break
        if (busy.has(`file ${file.sha256}`)) continue
        sendFile(line, limits, file)
        started = true
      }
    if (sendingFiles < mostFiles)
      for (const file of await queries.listPortalFilesDue('fetch', at, mostFiles * 2)) {
        if (sendingFiles >= mostFiles) break
        if (busy.has(`fetch ${file.sha256}`)) continue
        fetchFile(line, file)
        started = true
      }
    return started
  }

  const shut = async (at: Exclude<Gate, Open>): Promise<void> => {
    const why = 'why' in at ? at.why : null
    const until = 'until' in at ? at.until : null
    become(at.state, why, until)
    later(until === null ? lookEveryMs : msBetween(clock.now(), until))
    if (isAtWork()) return
    if (at.state === 'offline' || at.state === 'stopped' || at.state === 'paused')
      await runs.end(at.state, why)
  }

  const turn = async (): Promise<void> => {
    const passed = await gate.pass(stop.signal)
    if (passed.state !== 'open') return shut(passed)
    read(passed.line)
    const planned = await plan()
    const started = await startDue(passed)
    if (started || planned || isAtWork()) {
      become('working')
      return
    }
    const next = await queries.nextPortalTry()
    become('in-step', null, next)
    await runs.end('in-step', null)
    later(next === null ? lookEveryMs : Math.max(50, msBetween(clock.now(), next)))
  }

  const pump = async (): Promise<void> => {
    try {
      do {
        again = false
        freed = false
        await turn()
      } while ((again || freed) && phase === 'open')
    } catch (error) {
      log.error({ err: error }, 'the portal’s traffic failed')
      later(5_000)
    } finally {
      pumping = false
      if ((again || freed) && phase === 'open') begin()
      else if (!isAtWork()) for (const tell of [...watchers]) tell()
    }
  }

  const begin = (): void => {
    if (phase !== 'open') {
      if (isIdle()) for (const tell of [...watchers]) tell()
      return
    }
    if (pumping) return
    pumping = true
    void pump()
  }

  const wake = (hurried = false): void => {
    if (hurried) gate.forget()
    again = true
    planIsVain = false
    begin()
  }

  const isAtWork = (): boolean => planning || sending + sendingFiles > 0
  const isIdle = (): boolean => !pumping && !isAtWork()

  const when = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      if (isSo()) {
        resolve()
        return
      }
      const tell = (): void => {
        if (!isSo()) return
        watchers.delete(tell)
        resolve()
      }
      watchers.add(tell)
    })

  const whenIdle = (): Promise<void> => when(isIdle)

  const within = async (ms: number, isSo: () => boolean): Promise<void> => {
    let haltWaiting: () => void = () => undefined
    await Promise.race([
      when(isSo),
      new Promise<void>((resolve) => {
        haltWaiting = schedule(ms, resolve)
      }),
    ])
    haltWaiting()
  }

  return {
    start: () => {
      if (phase !== 'new') throw new Error('the portal’s traffic has been started already')
      phase = 'open'
      wake()
    },
    wake,
    condition: () => condition,
    totals: () => ({
      pushed: runs.pushed(),
      pulled,
      isReadThrough: feed === null || readThrough === runs.pushed(),
    }),
    whenIdle,
    close: async () => {
      if (phase === 'closed') return
      const wasOpen = phase === 'open'
      phase = 'closed'
      halt()
      for (const end of resting) end()
      await within(closeMs, isIdle)
      stop.cancel()
      // The feed's answer may be on its way into the database.
      await within(closeMs / 2, () => isIdle() && !reading)
      if (wasOpen)
        await gate.leave().catch((error: unknown) => {
          log.error({ err: error }, 'the portal’s lane was not given up')
        })
    },
  }
}
