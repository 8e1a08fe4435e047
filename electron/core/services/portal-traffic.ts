import { msBetween, type Instant } from '#domain/instant.ts'
import type { PortalIllness } from '#domain/portal-link.ts'
import type { PortalFeed } from '#ports/portal-intake.ts'
import type { PortalLine } from '#ports/portal.ts'
import { createCancelSource } from './cancel-source.ts'
import { tellExpired } from './portal-expiry.ts'
import { createFeedPace } from './portal-feed-pace.ts'
import { createPortalErrands, type ErrandOwner, type ErrandParts } from './portal-errands.ts'
import { createPortalGate, type GateParts, type GateShut, type PortalStop } from './portal-gate.ts'
import { lendFiles } from './portal-loans.ts'
import { createPortalRuns } from './portal-runs.ts'

export interface PortalTrafficParts extends ErrandParts, Omit<GateParts, 'queries'> {
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
  /** A dossier changed: call it after the commit. Never throws. */
  look(): void
  /** As `look` where settings may have changed too. `hurried`: somebody wants it now, whatever failed before. */
  wake(hurried?: boolean): void
  condition(): PortalCondition
  /** What went and came since the start. */
  totals(): PortalTotals
  /** Resolves when nothing can be sent now and nothing is being sent. */
  whenIdle(): Promise<void>
  /** Takes up nothing more and waits, within limits, for what is on its way. May be called twice. */
  close(): Promise<void>
}

/** The contract's longest. */
const feedWaitSeconds = 25
/** While calls go, their own echoes fill the feed: it is read now and then only. */
const feedPauseMs = 2_000

/**
 * Builds the traffic of a station. One station speaks for the office. A call is in the database before it is sent and until its
 * answer is written down: killed anywhere, the next start repeats it under the same key.
 */
export function createPortalTraffic(parts: PortalTrafficParts): PortalTraffic {
  const { queries, clock, schedule, log, feed } = parts
  const { lookEveryMs = 60_000, closeMs = 5_000 } = parts
  const gate = createPortalGate(parts)
  const stop = createCancelSource()
  const watchers = new Set<() => void>()
  const runs = createPortalRuns(parts)
  const lend = lendFiles(parts)
  const tellWhatExpired = tellExpired(parts)
  /** The line on which lanes go on by themselves; null: the gate is shut, or was not asked yet. */
  let openLine: PortalLine | null = null
  let reading = false
  const pace = createFeedPace(parts)
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
  const errands = createPortalErrands(parts, {
    runs,
    cancel: stop.signal,
    isClosed: () => phase !== 'open',
    isOpen: (line) => phase === 'open' && openLine === line && gate.isHeld(),
    limitsAgain: (line) => gate.limitsAgain(line, stop.signal),
    doubt: (said) => doubt(said),
    ended: () => {
      freed = true
      begin()
    },
    rested: () => wake(),
  })

  const doubt: ErrandOwner['doubt'] = (said) => {
    openLine = null
    gate.doubt(said)
  }

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

  const read = (line: PortalLine): void => {
    if (feed === null || reading || errands.isBusy('feed')) return
    const isBusy = errands.isSending()
    if (isBusy && lastReadAt !== null && msBetween(lastReadAt, clock.now()) < feedPauseMs) return
    reading = true
    lastReadAt = clock.now()
    const gone = runs.pushed()
    // What the portal says to the last calls is asked for at once; then it may hold its answer.
    const waitSeconds = !isBusy && readThrough === gone ? feedWaitSeconds : 0
    errands.task(
      ['feed'],
      () => (reading = false),
      async () => {
        const askedAt = clock.now()
        const said = await feed.readOnce(line, waitSeconds, stop.signal)
        if (stop.signal.aborted) return
        if (said.kind === 'later' || said.kind === 'stopped') doubt(said)
        if (said.kind === 'done' && !said.value.more) readThrough = gone
        if (said.kind === 'done' && said.value.pulled > 0) {
          errands.lookAgain()
          pulled += said.value.pulled
          runs.count({ pulled: said.value.pulled, conflicts: said.value.conflicts })
        }
        const rested = pace.rest(said, waitSeconds > 0, msBetween(askedAt, clock.now()))
        if (pace.trouble()) begin()
        await rested
      },
    )
  }

  const shut = async (at: GateShut): Promise<void> => {
    const why = 'why' in at ? at.why : null
    const until = 'until' in at ? at.until : null
    become(at.state, why, until)
    later(until === null ? lookEveryMs : msBetween(clock.now(), until))
    // What this station cannot tell the portal itself it brings to the one that can.
    if (at.state === 'elsewhere' && parts.hasOtherStations) await lend()
    if (errands.isAtWork()) return
    if (at.state === 'offline' || at.state === 'stopped' || at.state === 'paused')
      await runs.end(at.state, why)
  }

  const turn = async (isWoken: boolean): Promise<void> => {
    const passed = await gate.pass(stop.signal, isWoken)
    openLine = passed.state === 'open' ? passed.line : null
    if (passed.state !== 'open') {
      pace.forget()
      return shut(passed)
    }
    read(passed.line)
    await tellWhatExpired()
    const started = await errands.startDue(passed)
    if (started || errands.isAtWork()) {
      become('working')
      return
    }
    const next = await queries.nextPortalTry()
    const unread = pace.trouble()
    if (unread) become('offline', unread.why, unread.until)
    else become('in-step', null, next)
    await runs.end(unread ? 'offline' : 'in-step', unread?.why ?? null)
    later(next === null ? lookEveryMs : Math.max(50, msBetween(clock.now(), next)))
  }

  const pump = async (): Promise<void> => {
    try {
      do {
        const isWoken = again
        again = false
        freed = false
        await turn(isWoken)
      } while ((again || freed) && phase === 'open')
    } catch (error) {
      log.error({ err: error }, 'the portal’s traffic failed')
      later(5_000)
    } finally {
      pumping = false
      if ((again || freed) && phase === 'open') begin()
      else if (!errands.isAtWork()) for (const tell of [...watchers]) tell()
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

  const look = (): void => {
    freed = true
    pace.hurry()
    errands.lookAgain()
    begin()
  }

  const wake = (hurried = false): void => {
    if (hurried) {
      gate.forget()
      pace.forget()
    }
    again = true
    look()
  }

  const isIdle = (): boolean => !pumping && !errands.isAtWork()

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
    look,
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
      errands.forgetRests()
      pace.forget()
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
