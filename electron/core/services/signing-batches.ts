import type { ApplicationState } from '#domain/application-state.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  endsBatch,
  longestBatchMs,
  type BatchEnd,
  type BatchLetterState,
  type SigningBatchRefusal,
} from '#domain/signing-batch.ts'
import type { Log } from '#ports/log.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { SignedIn } from './office.ts'
import type { SigningLooks } from './signing-looks.ts'
import type { SignProductOrder, SignProductRefusal } from './sign-product.ts'

export interface SigningBatchOrder extends Pick<SignProductOrder, 'passphrase' | 'account' | 'seenIssuer'> {
  /** Made by whoever asks, before the first try: sent twice it is one batch. */
  readonly id: string
  readonly stage: string
  readonly letters: readonly {
    readonly applicationId: string
    /** History that was on the screen when this paper was opened. */
    readonly seenSeq: number
  }[]
}

export interface BatchLetter {
  readonly applicationId: string
  readonly name: string
  readonly number: string | null
  readonly state: BatchLetterState
  /** Of a refused one. */
  readonly refusal: SignProductRefusal | null
  /** Whether it has gone on to its next stage; a signed one that has not is still at the signer's. */
  readonly moved: boolean
}

export interface SigningBatch {
  readonly id: string
  readonly letters: readonly BatchLetter[]
  /** null: it is still under way. */
  readonly end: BatchEnd | null
}

export interface SigningBatchDeps {
  /** What each signer has opened: only that may be ticked. */
  readonly looks: SigningLooks
  readonly signProduct: (
    order: SignProductOrder,
    who: SignedIn,
  ) => Promise<Result<ApplicationState, SignProductRefusal>>
  /** Takes a signed letter to its next stage where nothing is asked for on the way; whether it went. */
  readonly moveOn: (state: ApplicationState, stage: string, who: SignedIn) => Promise<boolean>
  readonly findLetter: (applicationId: string) => Promise<ApplicationState | undefined>
  /** Whether somebody may still work here; asked before each letter. */
  readonly isActive: (userId: string) => Promise<boolean>
  readonly schedule: Schedule
  readonly log: Log
  /** Something of a batch has changed. */
  readonly tell: () => void
}

export interface SigningBatches {
  readonly looks: SigningLooks
  /**
   * Begins to sign what the signer has opened and ticked, one after another, and returns at once. The passphrase is held in
   * memory until the batch ends, whichever way, and nowhere else. Repeatable by the order's id.
   */
  start(order: SigningBatchOrder, who: SignedIn): Promise<Result<SigningBatch, SigningBatchRefusal>>
  /** The signer's last batch; null: none since the station was started. */
  find(userId: string): SigningBatch | null
  /** Ends the signer's batch behind the letter that is being signed. Nothing under way is no fault. */
  stop(userId: string): void
  /** As `stop`, and forgets what was looked at. */
  signedOut(userId: string): void
  /** Ends every batch, and waits for the letters that are being signed, but not for a service that keeps silent. */
  close(): Promise<void>
}

type Secret = Pick<SignProductOrder, 'passphrase' | 'account' | 'seenIssuer'>

/** A batch with what it holds; `secret` is null from its end on. */
interface Running {
  batch: SigningBatch
  secret: Secret | null
  finished: Promise<void>
}

/** How long a station that closes waits for a letter. */
const closingMs = 5_000

/** Batches of letters, at most one under way for each signer. */
export function createSigningBatches(deps: SigningBatchDeps): SigningBatches {
  const { looks } = deps
  const byUser = new Map<string, Running>()

  const end = (running: Running, why: BatchEnd): void => {
    running.secret = null
    if (running.batch.end !== null) return
    const letters = running.batch.letters.map((one) =>
      one.state === 'waiting' ? { ...one, state: 'left' as const } : one,
    )
    running.batch = { ...running.batch, letters, end: why }
    deps.tell()
  }
  const put = (running: Running, at: number, change: Partial<BatchLetter>): void => {
    const letters = running.batch.letters.map((one, index) => (index === at ? { ...one, ...change } : one))
    running.batch = { ...running.batch, letters }
    deps.tell()
  }

  async function signOne(
    running: Running,
    at: number,
    order: Omit<SignProductOrder, keyof Secret>,
    who: SignedIn,
  ): Promise<void> {
    const { secret } = running
    if (secret === null) return
    put(running, at, { state: 'signing' })
    try {
      const signed = await deps.signProduct({ ...order, ...secret }, who)
      if (!signed.ok) {
        put(running, at, { state: 'refused', refusal: signed.refusal })
        if (endsBatch(signed.refusal)) end(running, 'refused')
        return
      }
      put(running, at, { state: 'signed' })
      put(running, at, { moved: await deps.moveOn(signed.value, order.stage ?? '', who) })
    } catch (err) {
      deps.log.error({ err, applicationId: order.applicationId }, 'a letter of a signing batch failed')
      if (running.batch.letters[at]?.state === 'signing') put(running, at, { state: 'fault' })
    }
  }

  async function run(
    running: Running,
    stage: string,
    letters: SigningBatchOrder['letters'],
    who: SignedIn,
  ): Promise<void> {
    const disarm = deps.schedule(longestBatchMs, () => end(running, 'too-long'))
    try {
      for (const [at, { applicationId, seenSeq }] of letters.entries()) {
        if (!(await deps.isActive(who.user.id))) end(running, 'signed-out')
        if (running.secret === null) return
        await signOne(running, at, { applicationId, stage, seenSeq }, who)
      }
      end(running, 'done')
    } catch (err) {
      deps.log.error({ err }, 'a signing batch failed')
      end(running, 'fault')
    } finally {
      disarm()
    }
  }

  return {
    looks,
    start: async ({ id, stage, letters, passphrase, account, seenIssuer }, who) => {
      const userId = who.user.id
      const states = await Promise.all(letters.map((one) => deps.findLetter(one.applicationId)))
      const before = byUser.get(userId)
      if (before?.batch.id === id) return ok(before.batch)
      if (before && before.batch.end === null) return refuse({ code: 'batch-running' })
      const unseen = letters.flatMap((one, at) =>
        looks.find(userId, one.applicationId)?.seq === one.seenSeq ? [] : [nameOf(states[at])],
      )
      if (unseen.length > 0) return refuse({ code: 'letters-not-opened', names: unseen })
      const running: Running = {
        batch: { id, end: null, letters: letters.map((one, at) => letterOf(one.applicationId, states[at])) },
        secret: { passphrase, account, seenIssuer },
        finished: Promise.resolve(),
      }
      byUser.set(userId, running)
      const begun = running.batch
      running.finished = run(running, stage, letters, who)
      return ok(begun)
    },
    find: (userId) => byUser.get(userId)?.batch ?? null,
    stop: (userId) => {
      const running = byUser.get(userId)
      if (running) end(running, 'stopped')
    },
    signedOut: (userId) => {
      looks.forget(userId)
      const running = byUser.get(userId)
      if (running) end(running, 'signed-out')
    },
    close: async () => {
      const all = [...byUser.values()]
      for (const one of all) end(one, 'stopped')
      let disarm: () => void = () => undefined
      const late = new Promise<void>((resolve) => {
        disarm = deps.schedule(closingMs, resolve)
      })
      await Promise.race([Promise.all(all.map((one) => one.finished)), late])
      disarm()
    },
  }
}

const nameOf = (state: ApplicationState | undefined): string =>
  state ? (state.applicant.nameOnPermit ?? state.applicant.name) : ''

const letterOf = (applicationId: string, state: ApplicationState | undefined): BatchLetter => ({
  applicationId,
  name: nameOf(state),
  number: state?.product?.number?.text ?? null,
  state: 'waiting',
  refusal: null,
  moved: false,
})
