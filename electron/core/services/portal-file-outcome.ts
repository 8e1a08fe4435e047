import { addMs, type Instant } from '#domain/instant.ts'
import { isLoanOver } from '#domain/portal-loan.ts'
import { waitBeforeNextTry, type PortalSaid } from '#domain/portal-link.ts'
import type { PortalFile, PortalTrouble } from '#domain/portal-sync.ts'
import { ok } from '#domain/result.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'
import { tellLane, type PortalTurn } from './portal-context.ts'
import type { MadePage } from './portal-dispatch.ts'
import { holdBackHandovers } from './portal-hold-back.ts'
import type { OutcomeDeps, Settled } from './portal-outcome.ts'

/** After so long a file is looked for once more that another station was asked for. */
const loanLookMs = 10 * 60_000

/** Something else goes in the place of a file: whatever names it is planned anew. A photo is named by a call that waits for none. */
async function giveWay(
  turn: Pick<PortalTurn, 'stores' | 'ids' | 'at'>,
  file: PortalFile,
  trouble: PortalTrouble,
): Promise<void> {
  const { stores, at } = turn
  await stores.portal.saveFile({ ...file, state: 'aside', stateAt: at, trouble })
  const calls = await stores.portal.listCallsNeeding(file.sha256)
  for (const call of calls)
    await stores.portal.saveCall({ ...call, state: 'replaced', stateAt: at, trouble: null })
  await holdBackHandovers(stores, calls, at)
  for (const lane of new Set([file.applicationId, ...calls.map((one) => one.lane)]))
    await tellLane(turn, lane)
}

/** A file that does not go is put before somebody, with the calls that wait for it. */
async function putFileAside(
  stores: Stores,
  file: PortalFile,
  trouble: PortalTrouble,
  at: Instant,
): Promise<Settled> {
  const { portal } = stores
  await portal.saveFile({ ...file, state: 'aside', stateAt: at, trouble })
  const calls = await portal.listCallsNeeding(file.sha256)
  for (const call of calls) await portal.saveCall({ ...call, state: 'aside', stateAt: at, trouble })
  await holdBackHandovers(stores, calls, at)
  return 'aside'
}

/** Writes down what became of a file on its way; `gone`: it no longer waits, so that nothing is written. */
export const settleFile =
  ({
    office,
    work,
    clock,
    chance,
    ids,
  }: Pick<OutcomeDeps, 'office' | 'work' | 'clock' | 'chance'> & { readonly ids: IdSource }) =>
  async (
    sent: PortalFile,
    outcome:
      | { readonly kind: 'done' }
      | { readonly kind: 'aside'; readonly trouble: PortalTrouble }
      | { readonly kind: 'pages'; readonly source: string; readonly pages: readonly MadePage[] }
      | { readonly kind: 'copy' }
      | { readonly kind: 'elsewhere'; readonly station: string | null }
      | Extract<PortalSaid<never>, { kind: 'later' }>,
  ): Promise<Settled> => {
    const done = await work.run<Settled, never>(async (stores) => {
      const { portal } = stores
      const at = clock.now()
      const file = await portal.findFile(sent.direction, sent.sha256)
      if (file?.state !== 'waiting') return ok('gone')
      const tries = file.tries + 1
      // Also where a try on the way has written over that it was lent: its bytes lie in the database until then.
      if (outcome.kind !== 'later' && outcome.kind !== 'elsewhere') await portal.endLoan(file.sha256)
      switch (outcome.kind) {
        case 'done':
          await portal.saveFile({ ...file, state: 'done', stateAt: at, tries, trouble: null })
          return ok('done')
        case 'later': {
          const nextTryAt = addMs(at, waitBeforeNextTry(tries, outcome.waitMs, chance()))
          await portal.saveFile({ ...file, tries, nextTryAt, trouble: { kind: 'later', why: outcome.why } })
          return ok('later')
        }
        case 'pages': {
          const { source, pages } = outcome
          await portal.savePages(
            source,
            pages.map((one, i) => ({ ...one, sourceSha256: source, page: i + 1, madeAt: at })),
          )
          await giveWay({ stores, ids, at }, { ...file, tries }, { kind: 'as-pages', pages: pages.length })
          return ok('again')
        }
        case 'copy':
          await giveWay({ stores, ids, at }, { ...file, tries }, { kind: 'as-copy' })
          return ok('again')
        case 'elsewhere': {
          const { station } = outcome
          const askedAt = await portal.askForLoan(file.sha256, at)
          if (isLoanOver(office.profile.calendar, askedAt, at)) {
            // Sent once more, it is asked for anew.
            await portal.endLoan(file.sha256)
            return ok(await putFileAside(stores, { ...file, tries }, { kind: 'nowhere', station }, at))
          }
          const trouble = { kind: 'elsewhere', station } as const
          await portal.saveFile({ ...file, nextTryAt: addMs(at, loanLookMs), trouble })
          // Nothing was refused: the dossier shows what they wait for.
          for (const call of await portal.listCallsNeeding(file.sha256))
            await portal.saveCall({ ...call, trouble })
          return ok('later')
        }
        case 'aside':
          return ok(await putFileAside(stores, { ...file, tries }, outcome.trouble, at))
      }
    })
    if (!done.ok) throw new Error('an outcome was refused')
    return done.value
  }
