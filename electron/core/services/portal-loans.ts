import type { ApplicationEvent } from '#domain/application-event.ts'
import { ok } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import { DamagedFile, type FileCabinet } from '#ports/files.ts'
import type { Queries } from '#ports/queries.ts'
import type { UnitOfWork } from '#ports/stores.ts'

/** So many files are asked about at once. */
const pageSize = 100

/**
 * Files of a shared office lie at the station that took them in, and one station speaks with the portal: what it does not have it
 * asks the others for. This is what the others do: they bring what they have into the database, from where it goes on. Repeatable.
 *
 * @returns how many were brought
 */
export const lendFiles =
  ({
    work,
    queries,
    cabinet,
    clock,
  }: {
    readonly work: UnitOfWork
    readonly queries: Pick<Queries, 'listPortalLoansAsked'>
    readonly cabinet: Pick<FileCabinet, 'find'>
    readonly clock: Clock
  }) =>
  async (): Promise<number> => {
    const lend = async (sha256: string): Promise<boolean> => {
      const bytes = await wholeOrNothing(cabinet, sha256)
      if (!bytes) return false
      const lent = await work.run<boolean, never>(async ({ portal }) => {
        const at = clock.now()
        const file = await portal.findFile('send', sha256)
        if (!(await portal.bringLoan(sha256, bytes, at))) return ok(false)
        // Whoever waits for it may go on at once.
        if (file?.state === 'waiting') await portal.saveFile({ ...file, nextTryAt: at })
        return ok(true)
      })
      return lent.ok && lent.value
    }
    let brought = 0
    // Through all of them: what a station that is switched off has would else stand before what this one has.
    for (let after: string | null = null; ;) {
      const asked: readonly string[] = await queries.listPortalLoansAsked(after, pageSize)
      for (const sha256 of asked) if (await lend(sha256)) brought += 1
      after = asked.at(-1) ?? null
      if (asked.length < pageSize) return brought
    }
  }

async function wholeOrNothing(
  cabinet: Pick<FileCabinet, 'find'>,
  sha256: string,
): Promise<Uint8Array | undefined> {
  try {
    return await cabinet.find(sha256)
  } catch (error) {
    // A spoilt copy is no copy: another station may have a sound one.
    if (error instanceof DamagedFile) return undefined
    throw error
  }
}

/** The cabinet of this station, and what others have brought of theirs. */
export const withLoans = <Cabinet extends Pick<FileCabinet, 'find'>>(
  cabinet: Cabinet,
  queries: Pick<Queries, 'findPortalLoan'>,
): Cabinet => ({
  ...cabinet,
  find: async (sha256: string) => (await cabinet.find(sha256)) ?? queries.findPortalLoan(sha256),
})

/** The station that took a file in, as the dossier's history tells; null: it does not. */
export const stationThatBrought = (events: readonly ApplicationEvent[], sha256: string): string | null =>
  events.find(({ body }) => JSON.stringify(body).includes(sha256))?.actor.station ?? null
