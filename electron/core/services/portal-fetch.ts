import { addMs } from '#domain/instant.ts'
import { waitBeforeNextTry, type PortalSaid } from '#domain/portal-link.ts'
import type { PortalFile, PortalTrouble } from '#domain/portal-sync.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { OpenPortalLine, PortalLine } from '#ports/portal.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { Queries } from '#ports/queries.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import {
  keptPause,
  keptPortal,
  portalAddressSetting,
  portalPauseSetting,
  portalRouteOf,
} from './portal-setting.ts'

export interface PortalFetchDeps {
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly cabinet: Pick<FileCabinet, 'put' | 'has'>
  /** 0 ≤ x < 1. */
  readonly chance: () => number
}

/** Bytes that are not what was asked for, or no bytes at all, are asked for so often before a clerk is told. */
const mostOddAnswers = 5

type Outcome =
  | { readonly state: 'done' }
  | { readonly state: 'aside'; readonly trouble: PortalTrouble }
  | { readonly state: 'waiting'; readonly trouble: PortalTrouble; readonly waitMs: number | null }

function outcomeOf(
  file: PortalFile,
  said: Exclude<PortalSaid<unknown>, { kind: 'done' | 'stopped' }>,
): Outcome {
  if (said.kind === 'refused') return { state: 'aside', trouble: { kind: 'refused', ...said.refusal } }
  if (said.kind === 'moved') return { state: 'aside', trouble: { kind: 'no-file', sha256: file.sha256 } }
  // The client has compared the hash: what has another one is not the portal's file.
  if (said.why === 'not-the-portal' && file.tries + 1 >= mostOddAnswers)
    return { state: 'aside', trouble: { kind: 'no-file', sha256: file.sha256 } }
  return { state: 'waiting', trouble: { kind: 'later', why: said.why }, waitMs: said.waitMs }
}

/**
 * Fetches one file from the portal into the cabinet, compared with its hash. A wrong one is asked for again, then shown to a
 * clerk. Repeatable: what is there already is not fetched.
 *
 * @returns what the portal said, so that whoever speaks with it knows how the line is
 */
export const fetchPortalFile =
  ({ work, clock, cabinet, chance }: PortalFetchDeps) =>
  async (line: PortalLine, file: PortalFile, cancel: CancelSignal): Promise<PortalSaid<null>> => {
    const { sha256 } = file
    const said: PortalSaid<unknown> = (await cabinet.has(sha256))
      ? { kind: 'done', value: null }
      : await line.fetchFile(sha256, cancel)
    if (said.kind === 'stopped' || (cancel.aborted && said.kind === 'later')) return said
    if (said.kind === 'done' && said.value !== null)
      await cabinet.put((said.value as { readonly bytes: Uint8Array }).bytes)
    await work.run<null, never>(async ({ portal }) => {
      const present = await portal.findFile('fetch', sha256)
      if (present?.state === 'done' || !present) return ok(null)
      const at = clock.now()
      const tries = present.tries + 1
      const outcome: Outcome = said.kind === 'done' ? { state: 'done' } : outcomeOf(present, said)
      const nextTryAt =
        outcome.state === 'waiting' ? addMs(at, waitBeforeNextTry(tries, outcome.waitMs, chance())) : at
      const { state } = outcome
      const trouble = outcome.state === 'done' ? null : outcome.trouble
      // Since when it waits, however often it was tried.
      const stateAt = state === present.state ? present.stateAt : at
      await portal.saveFile({ ...present, state, stateAt, tries, nextTryAt, trouble })
      return ok(null)
    })
    return said.kind === 'done' ? { kind: 'done', value: null } : said
  }

export type FetchNowRefusal = { readonly code: 'portal-file-unknown' }

/**
 * *Ambil sekarang*: a file that could not be fetched is asked for again at once, whatever was said of it. Repeatable; one that
 * came meanwhile stays as it is. Refuses what was never asked for.
 */
export const fetchFileNow =
  ({ work, clock }: Pick<PortalFetchDeps, 'work' | 'clock'>) =>
  (sha256: string): Promise<Result<null, FetchNowRefusal>> =>
    work.run<null, FetchNowRefusal>(async ({ portal }) => {
      const file = await portal.findFile('fetch', sha256)
      if (!file) return refuse({ code: 'portal-file-unknown' })
      if (file.state === 'done') return ok(null)
      const at = clock.now()
      const stateAt = file.state === 'waiting' ? file.stateAt : at
      await portal.saveFile({ ...file, state: 'waiting', stateAt, nextTryAt: at })
      return ok(null)
    })

export interface BringFileDeps extends PortalFetchDeps {
  readonly queries: Pick<Queries, 'findPortalFile' | 'getSetting'>
  readonly secrets: SecretBox
  readonly openLine: OpenPortalLine
}

/** How long somebody who looks at a file waits for it; after that it comes in the background. */
const lookerWaitsMs = 20_000

/**
 * Brings a file of the portal that somebody looks at and nobody has fetched yet. false: it is none of the portal's, or cannot
 * be had now.
 *
 * @param timer  gives a signal that aborts after so many milliseconds
 */
export const bringPortalFile =
  (deps: BringFileDeps, timer: (ms: number) => CancelSignal) =>
  async (sha256: string): Promise<boolean> => {
    const { queries, secrets, openLine } = deps
    const file = await queries.findPortalFile('fetch', sha256)
    if (!file || file.state === 'done') return false
    if (keptPause(await queries.getSetting(portalPauseSetting))) return false
    const kept = keptPortal(await queries.getSetting(portalAddressSetting))
    const route = kept && portalRouteOf(kept, secrets)
    if (!route) return false
    const said = await fetchPortalFile(deps)(openLine(route), file, timer(lookerWaitsMs))
    return said.kind === 'done'
  }
