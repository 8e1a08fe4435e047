import type { EventBody } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import {
  openErratum,
  productAnew,
  readOldSheet,
  refuseErratum,
  signingRoles,
  stageOfErratum,
  type Erratum,
  type ErratumRefusal,
} from '#domain/erratum.ts'
import type { Instant } from '#domain/instant.ts'
import { numbersAfterSigning } from '#domain/product-sheet.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { documentRule, type Permission } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { verificationCode } from '#domain/verification-code.ts'
import type { Stores } from '#ports/stores.ts'
import { withdrawSheets } from './blank-entries.ts'
import type { DossierDeps } from './dossier-change.ts'
import { commitHistory, continueHistory } from './history.ts'
import { officeToday } from './move-facts.ts'
import { actorOf, roleFor, rolesOf, type SignedIn } from './office.ts'
import { callOffSheets } from './print-document.ts'
import { sheetOfJob } from './printed-sheets.ts'
import { signerOn } from './record-signature.ts'
import { overseesFor } from './second-originals.ts'

export type AskErratumRefusal = ErratumRefusal | { readonly code: 'application-unknown' }

export interface AskErratumOrder {
  readonly applicationId: string
  /** Made by the screen before the first try: a repeat asks once. */
  readonly erratumId: string
  readonly reason: string
  /** Whether the old sheet is in hand. */
  readonly sheetBack: boolean
  /** Why it is not. */
  readonly statement: string
}

/** Writes one event of a dossier, whatever stage it is at. */
async function write(
  deps: DossierDeps,
  stores: Stores,
  state: ApplicationState,
  entry: { readonly body: EventBody; readonly note: string | null; readonly role: Permission },
  who: SignedIn,
  at: Instant,
): Promise<ApplicationState> {
  const { office, ids } = deps
  const actor = actorOf(who, roleFor(office.profile, who, entry.role))
  const { body, note } = entry
  const pending = continueHistory({ state, events: [] }, [{ body, actor, note }], at, ids, state.id)
  await commitHistory(stores, pending, ids)
  return pending.state
}

/**
 * Asks for a *Ralat*: our own error was found on a permit that is printed or signed. The old sheet is in hand, or a statement
 * says why not. Nothing changes until the signer has approved. Repeatable by `erratumId`.
 */
export const askErratum =
  (deps: DossierDeps) =>
  (order: AskErratumOrder, who: SignedIn): Promise<Result<ApplicationState, AskErratumRefusal>> =>
    deps.work.run<ApplicationState, AskErratumRefusal>(async (stores) => {
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      const { errata = [], product } = state
      if (errata.some(({ id }) => id === order.erratumId)) return ok(state)
      const jobs = product ? await stores.printJobs.listForSubject(product.id) : []
      const isOnPaper =
        Boolean(product?.signature) ||
        jobs.some((one) => one.state === 'printed' && sheetOfJob(one) === 'original')
      const refusal = refuseErratum(state, isOnPaper)
      if (refusal) return refuse(refusal)
      if (order.reason.trim() === '') return refuse({ code: 'erratum-needs-reason' })
      const sheet = readOldSheet(order.sheetBack, order.statement)
      if (!sheet.ok) return sheet
      const ordinal = errata.length + 1
      const body = {
        action: 'erratum-asked',
        erratumId: order.erratumId,
        ordinal,
        sheet: sheet.value,
      } as const
      const entry = { body, note: order.reason.trim(), role: 'print-desk' } as const
      return ok(await write(deps, stores, state, entry, who, deps.clock.now()))
    })

export type AnswerErratumRefusal =
  | { readonly code: 'application-unknown' }
  | { readonly code: 'erratum-answered'; readonly by: string; readonly at: Instant }
  | { readonly code: 'erratum-unknown' }
  | { readonly code: 'erratum-not-yours' }
  | { readonly code: 'erratum-of-oneself' }
  | { readonly code: 'erratum-needs-reason' }
  | { readonly code: 'post-vacant'; readonly post: string; readonly on: OfficeDate }

/**
 * Whether somebody answers for the signature of this permit's level: who signs electronically; where it is signed by hand,
 * whoever oversees the office, in the name of the official in force.
 */
export function answersErrata({ office }: Pick<DossierDeps, 'office'>, who: SignedIn): boolean {
  const signing = signingRoles(office.profile.stageTable)
  return signing.length > 0
    ? rolesOf(who).some((one) => signing.includes(one))
    : overseesFor(office, who) !== null
}

function findOpen(state: ApplicationState, erratumId: string): Result<Erratum, AnswerErratumRefusal> {
  const open = openErratum(state)
  if (open?.id === erratumId) return ok(open)
  const answered = state.errata?.find(({ id }) => id === erratumId)?.answer
  return answered
    ? refuse({ code: 'erratum-answered', by: answered.by, at: answered.at })
    : refuse({ code: 'erratum-unknown' })
}

/**
 * The signer's answer. Approved: the permit gets a new version under the same number, to be corrected, printed and signed
 * anew; the sheets of the old one are spoiled on the card, its version stays in the dossier, and what was handed over is
 * handed over again. Declined with a reason: everything stays. Nobody answers what they asked for.
 */
export const answerErratum =
  (deps: DossierDeps) =>
  (
    order: {
      readonly applicationId: string
      readonly erratumId: string
      readonly approves: boolean
      readonly reason: string
    },
    who: SignedIn,
  ): Promise<Result<ApplicationState, AnswerErratumRefusal>> =>
    deps.work.run<ApplicationState, AnswerErratumRefusal>(async (stores) => {
      const { office, ids, clock } = deps
      const state = await stores.applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (!answersErrata(deps, who)) return refuse({ code: 'erratum-not-yours' })
      const open = findOpen(state, order.erratumId)
      if (!open.ok) return open
      if (open.value.askedBy.userId === who.user.id) return refuse({ code: 'erratum-of-oneself' })
      const { product } = state
      if (!product) throw new Error(`${state.registrationNumber.text} has an erratum and no product`)
      const at = clock.now()
      const erratumId = order.erratumId
      if (!order.approves) {
        if (order.reason.trim() === '') return refuse({ code: 'erratum-needs-reason' })
        const body = { action: 'erratum-declined', erratumId } as const
        const entry = { body, note: order.reason.trim(), role: 'reports' } as const
        return ok(await write(deps, stores, state, entry, who, at))
      }
      const post = documentRule(office.profile, 'permit').signer ?? ''
      const on = officeToday(office, at)
      const signer = signerOn(office.profile, post, on)
      if (!signer) return refuse({ code: 'post-vacant', post, on })
      const jobs = await stores.printJobs.listForSubject(product.id)
      const why = `Ralat ke-${open.value.ordinal}: ${open.value.reason}`
      await withdrawSheets(stores, jobs, why, who.user.name, at)
      await callOffSheets(stores, product.id, () => true, at, why)
      const fresh = { id: ids.uuid(), verificationCode: verificationCode(ids.randomBytes(16)) }
      const body = {
        action: 'erratum-approved',
        erratumId,
        product: productAnew(product, fresh, numbersAfterSigning(office.profile.stageTable)),
        signer: signer.name,
        opens: stageOfErratum(office.profile.stageTable),
      } as const
      return ok(await write(deps, stores, state, { body, note: null, role: 'reports' }, who, at))
    })
