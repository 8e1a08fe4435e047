import {
  closedRefusal,
  closeFiling,
  filingCode,
  readBringer,
  type Bringer,
  type BringerForm,
  type BringerRefusal,
  type CollectiveFiling,
  type FilingRefusal,
  type UntakenDossier,
} from '#domain/collective-filing.ts'
import type { Instant } from '#domain/instant.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Stores } from '#ports/stores.ts'
import { addListJob, type FilingParts } from './collective-list.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { SignedIn } from './office.ts'

export type OpenFilingRefusal = {
  readonly code: 'bringer-incomplete'
  readonly fields: readonly BringerRefusal[]
}

/**
 * Opens a *pengajuan kolektif* for a bringer.
 *
 * @param order.id  made with the first try: a repeat gives the same filing. What was mended between a lost answer and
 *   the repeat holds as long as nothing was brought in it
 */
export const openCollectiveFiling =
  ({ office, work, clock }: DossierDeps) =>
  (
    order: { readonly id: string; readonly bringer: BringerForm },
    who: SignedIn,
  ): Promise<Result<CollectiveFiling, OpenFilingRefusal>> =>
    work.run<CollectiveFiling, OpenFilingRefusal>(async (stores) => {
      const { collectiveFilings } = stores
      const at = clock.now()
      const today = officeToday(office, at)
      // Locks the day, so that of two presses the second finds what the first has opened.
      const serial = await collectiveFilings.nextSerial(today)
      const known = await collectiveFilings.find(order.id)
      const bringer = readBringer(order.bringer)
      if (known) return ok(bringer.ok ? await amend(stores, known, bringer.value, who) : known)
      if (!bringer.ok) return refuse({ code: 'bringer-incomplete', fields: bringer.refusal })
      const filing: CollectiveFiling = {
        id: order.id,
        code: filingCode(today, serial),
        bringer: bringer.value,
        openedAt: at,
        openedBy: who.user.name,
        station: who.user.counter ?? who.station,
        closed: null,
      }
      await collectiveFilings.open(filing, today, serial)
      return ok(filing)
    })

/** The bringer as sent again by whoever opened the filing; every receipt names them, so the first dossier settles it. */
async function amend(
  stores: Stores,
  known: CollectiveFiling,
  bringer: Bringer,
  who: SignedIn,
): Promise<CollectiveFiling> {
  if (known.closed || known.openedBy !== who.user.name) return known
  const { taken, untaken } = await filingParts(stores, known)
  if (taken.length > 0 || untaken.length > 0) return known
  await stores.collectiveFilings.amendBringer(known.id, bringer)
  return { ...known, bringer }
}

/** A dossier that was not taken in, as the clerk says it. */
export type LeftDossier = Pick<UntakenDossier, 'id' | 'name' | 'permitTypeCode' | 'reason'>

/** Records a dossier of an open filing as not taken in. Repeatable by its id: the last reason holds. */
export const leaveOutDossier =
  ({ work, clock }: DossierDeps) =>
  (
    order: { readonly filingId: string; readonly dossier: LeftDossier },
    who: SignedIn,
  ): Promise<Result<CollectiveFiling, FilingRefusal>> =>
    work.run<CollectiveFiling, FilingRefusal>(async (stores) => {
      const filing = await findOpenFiling(stores, order.filingId)
      if (!filing.ok) return filing
      await leave(stores, order.filingId, [order.dossier], who, clock.now())
      return filing
    })

/**
 * Closes a filing and prints its list, in one transaction. A list without a dossier is not printed.
 *
 * Repeatable by whoever closed it: nothing is printed again. Refuses to anybody else with who closed it and when.
 *
 * @param order.left  dossiers that were begun and are given up with it
 */
export const closeCollectiveFiling =
  (deps: DossierDeps) =>
  (
    order: {
      readonly id: string
      readonly left: readonly LeftDossier[]
      readonly printerId: string | null
    },
    who: SignedIn,
  ): Promise<Result<{ filing: CollectiveFiling; job: PrintJob | null }, FilingRefusal>> =>
    deps.work.run<{ filing: CollectiveFiling; job: PrintJob | null }, FilingRefusal>(async (stores) => {
      const at = deps.clock.now()
      const before = await stores.collectiveFilings.find(order.id)
      if (!before) return refuse({ code: 'collective-unknown' })
      const closed = closeFiling(before, { userId: who.user.id, name: who.user.name }, at)
      if (!closed.ok) return closed
      if (closed.value === before) return ok({ filing: before, job: null })
      await leave(stores, order.id, order.left, who, at)
      if (closed.value.closed) await stores.collectiveFilings.close(order.id, closed.value.closed)
      const parts = await filingParts(stores, closed.value)
      const job =
        parts.taken.length === 0
          ? null
          : await addListJob(deps, stores, parts, { printerId: order.printerId, who, at })
      return ok({ filing: closed.value, job })
    })

/** Prints the list as it stands now, of an open filing too. Each call prints one. */
export const printCollectiveList =
  (deps: DossierDeps) =>
  (
    order: { readonly id: string; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, FilingRefusal>> =>
    deps.work.run<PrintJob, FilingRefusal>(async (stores) => {
      const filing = await stores.collectiveFilings.find(order.id)
      if (!filing) return refuse({ code: 'collective-unknown' })
      const at = deps.clock.now()
      return ok(
        await addListJob(deps, stores, await filingParts(stores, filing), {
          printerId: order.printerId,
          who,
          at,
        }),
      )
    })

/** The filing under lock, if dossiers may still come in under it. */
export async function findOpenFiling(
  { collectiveFilings }: Pick<Stores, 'collectiveFilings'>,
  id: string,
): Promise<Result<CollectiveFiling, FilingRefusal>> {
  const filing = await collectiveFilings.find(id)
  if (!filing) return refuse({ code: 'collective-unknown' })
  return filing.closed ? refuse(closedRefusal(filing.closed)) : ok(filing)
}

const filingParts = async (stores: Stores, filing: CollectiveFiling): Promise<FilingParts> => ({
  filing,
  taken: await stores.applications.listByCollectiveFiling(filing.id),
  untaken: await stores.collectiveFilings.listUntaken(filing.id),
})

async function leave(
  { collectiveFilings, applications }: Stores,
  filingId: string,
  dossiers: readonly LeftDossier[],
  who: SignedIn,
  at: Instant,
): Promise<void> {
  for (const dossier of dossiers)
    // What another counter has taken in meanwhile under the same id is in the list already.
    if (!(await applications.find(dossier.id)))
      await collectiveFilings.leave({ ...dossier, filingId, at, by: who.user.name })
}
