import type { EventBody } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Instant } from '#domain/instant.ts'
import type { LegalisationRule } from '#domain/legalisation-rule.ts'
import type { Legalisation } from '#domain/legalisation.ts'
import {
  findLegalisation,
  readLegalisation,
  refuseLegalisation,
  type LegalisationOrder,
  type LegalisationOrderRefusal,
  type LegalisationRefusal,
  type VoidLegalisationRefusal,
} from '#domain/legalisation-rules.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { SignedBy } from '#domain/permit.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { getSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { legalisationContent } from './legalisation-content.ts'
import { officeToday } from './move-facts.ts'
import { takeNumber } from './number-product.ts'
import { actorOf, roleFor, type Office, type SignedIn } from './office.ts'
import { callOffSheets, choosePrinter, decideCopy, newJob, type PrintRefusal } from './print-document.ts'
import { momentOfReprint } from './receipt-content.ts'
import { signerOn } from './record-signature.ts'

export interface LegaliseOrder extends LegalisationOrder {
  readonly applicationId: string
  /** Made by the screen before the first try: a repeat legalises once. */
  readonly legalisationId: string
  readonly printerId: string | null
}

type PostVacant = { readonly code: 'post-vacant'; readonly post: string; readonly on: OfficeDate }

export type LegaliseRefusal =
  LegalisationRefusal | LegalisationOrderRefusal | PostVacant | { readonly code: 'application-unknown' }

/** The rule of an office that legalises this permit today; else why not. */
function ruleFor(
  { profile }: Office,
  state: ApplicationState,
  today: OfficeDate,
): Result<LegalisationRule, LegalisationRefusal> {
  const rule = profile.legalisation
  const refusal = refuseLegalisation(state, rule, today)
  if (refusal) return refuse(refusal)
  return rule ? ok(rule) : refuse({ code: 'legalisation-not-offered' })
}

/** The official in force on a day, of the first post of the rule that somebody holds. */
function signerOf({ profile }: Office, rule: LegalisationRule, on: OfficeDate): Result<SignedBy, PostVacant> {
  for (const post of rule.signers) {
    const signer = signerOn(profile, post, on)
    if (signer) return ok(signer)
  }
  return refuse({ code: 'post-vacant', post: rule.signers[0] ?? '', on })
}

/** Writes one event of a dossier as whoever stands at the counter or the print desk. */
async function write(
  { office, ids }: DossierDeps,
  stores: Stores,
  state: ApplicationState,
  { body, note }: { readonly body: EventBody; readonly note: string | null },
  who: SignedIn,
  at: Instant,
): Promise<ApplicationState> {
  const actor = actorOf(who, roleFor(office.profile, who, 'handover'))
  const pending = continueHistory({ state, events: [] }, [{ body, actor, note }], at, ids, state.id)
  await commitHistory(stores, pending, ids)
  return pending.state
}

async function addStampJob(
  { office, ids }: DossierDeps,
  stores: Stores,
  state: ApplicationState,
  rule: LegalisationRule,
  legalisation: Omit<Legalisation, 'at' | 'by' | 'voided'>,
  order: {
    readonly copy: number
    readonly reason: string | null
    readonly printerId: string | null
    readonly at: Instant
  },
  who: SignedIn,
): Promise<PrintJob> {
  const { copy, at } = order
  const reprint =
    copy > 1
      ? {
          copy: copy - 1,
          printedAt: momentOfReprint(office, at),
          by: who.user.name,
          reason: order.reason?.trim() ?? '',
        }
      : null
  const job = newJob(ids.uuid(), {
    document: 'legalisation',
    applicationId: state.id,
    subjectId: legalisation.id,
    title: `Legalisir ${legalisation.number.text}, ${legalisation.copies} lembar`,
    printerId: choosePrinter(await stores.printers.list(), 'legalisation', order.printerId),
    copy,
    reason: order.reason,
    content: legalisationContent(office, rule, state, legalisation, reprint, at),
    requestedBy: who.user.name,
    at,
  })
  await stores.printJobs.add(job)
  return job
}

/**
 * Legalises photocopies of a permit that holds, of which the clerk saw the original: number of the series, line of the
 * register, history and the sheets of the stamp are one transaction. Free of charge. Repeatable by `legalisationId`; the
 * second of two clerks is told of the first, and may then legalise further copies.
 */
export const legalise =
  (deps: DossierDeps) =>
  (order: LegaliseOrder, who: SignedIn): Promise<Result<ApplicationState, LegaliseRefusal>> =>
    deps.work.run<ApplicationState, LegaliseRefusal>(async (stores) => {
      const { office, clock } = deps
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (state.legalisations?.some(({ id }) => id === order.legalisationId)) return ok(state)
      const at = clock.now()
      const issuedOn = officeToday(office, at)
      const rule = ruleFor(office, state, issuedOn)
      if (!rule.ok) return rule
      const copies = readLegalisation(state, order, rule.value)
      if (!copies.ok) return copies
      const signer = signerOf(office, rule.value, issuedOn)
      if (!signer.ok) return signer
      const { product } = state
      if (!product) throw new Error(`${state.registrationNumber.text} is legalised without a permit`)
      const series = getSeries(office.profile, rule.value.series)
      const number = await takeNumber(stores.numbers, series, issuedOn, state.data.permitTypeCode)
      const id = order.legalisationId
      await stores.numbers.record({
        number,
        document: 'legalisation',
        applicationId: state.id,
        subjectId: id,
        takenAt: at,
      })
      const legalisation = {
        id,
        number,
        issuedOn,
        productId: product.id,
        copies: copies.value,
        signer: signer.value,
      }
      const printing = { copy: 1, reason: null, printerId: order.printerId, at }
      const job = await addStampJob(deps, stores, state, rule.value, legalisation, printing, who)
      const body = { action: 'legalised', legalisation, jobId: job.id } as const
      return ok(await write(deps, stores, state, { body, note: null }, who, at))
    })

export type ReprintLegalisationRefusal =
  LegalisationRefusal | VoidLegalisationRefusal | PrintRefusal | { readonly code: 'application-unknown' }

/**
 * Prints the stamps of a legalisation again, marked CETAK ULANG with its reason. Refused when the permit has ended since or
 * the legalisation is void, and while its sheets are under way or of unknown fate.
 */
export const reprintLegalisation =
  (deps: DossierDeps) =>
  (
    order: {
      readonly applicationId: string
      readonly legalisationId: string
      readonly printerId: string | null
      readonly reason: string
    },
    who: SignedIn,
  ): Promise<Result<ApplicationState, ReprintLegalisationRefusal>> =>
    deps.work.run<ApplicationState, ReprintLegalisationRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const found = findLegalisation(state, order.legalisationId)
      if (!found.ok) return found
      const at = deps.clock.now()
      const rule = ruleFor(deps.office, state, officeToday(deps.office, at))
      if (!rule.ok) return rule
      const copy = decideCopy(await stores.printJobs.listForSubject(found.value.id), order.reason)
      if (!copy.ok) return copy
      const printing = { copy: copy.value, reason: order.reason, printerId: order.printerId, at }
      const job = await addStampJob(deps, stores, state, rule.value, found.value, printing, who)
      const { id: jobId } = job
      const body = { action: 'print-requested', document: 'legalisation', jobId, copy: job.copy } as const
      return ok(await write(deps, stores, state, { body, note: job.reprintReason }, who, at))
    })

export type VoidLegalisationOrderRefusal =
  | VoidLegalisationRefusal
  | { readonly code: 'application-unknown' }
  | { readonly code: 'legalisation-void-reason' }

/**
 * Voids a legalisation with its reason: number and line stay in the register, sheets that still wait are called off. Not
 * repeatable: the second of two clerks is told of the first.
 */
export const voidLegalisation =
  (deps: DossierDeps) =>
  (
    order: { readonly applicationId: string; readonly legalisationId: string; readonly reason: string },
    who: SignedIn,
  ): Promise<Result<ApplicationState, VoidLegalisationOrderRefusal>> =>
    deps.work.run<ApplicationState, VoidLegalisationOrderRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const found = findLegalisation(state, order.legalisationId)
      if (!found.ok) return found
      const reason = order.reason.replace(/\s+/g, ' ').trim()
      if (reason === '') return refuse({ code: 'legalisation-void-reason' })
      const at = deps.clock.now()
      const { id, number } = found.value
      await stores.numbers.markVoid(number, reason, at, who.user.name)
      await callOffSheets(stores, id, () => true, at, `Legalisir dibatalkan: ${reason}`)
      const body = { action: 'legalisation-voided', legalisationId: id, number } as const
      return ok(await write(deps, stores, state, { body, note: reason }, who, at))
    })
