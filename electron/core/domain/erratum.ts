import type { Instant } from './instant.ts'
import type { PermitEnd, Product } from './permit.ts'
import { ok, refuse, type Result } from './result.ts'
import { getStage, type StageTable } from './stage-table.ts'
import { liesBefore } from './stage-ways.ts'

/** What became of the sheet that bears the error. */
export type OldSheet =
  | { readonly state: 'back' }
  /** It is not here: why, and who says so. */
  | { readonly state: 'missing'; readonly statement: string }

/** *Ralat*: our own error on a paper that was printed or signed already. */
export interface Erratum {
  readonly id: string
  /** n of *Ralat ke-n*. */
  readonly ordinal: number
  readonly reason: string
  readonly askedBy: { readonly userId: string | null; readonly name: string }
  readonly askedAt: Instant
  readonly sheet: OldSheet
  /** null: the signer has not answered. */
  readonly answer:
    | {
        readonly kind: 'approved'
        readonly by: string
        readonly at: Instant
        readonly formerProductId: string
      }
    | { readonly kind: 'declined'; readonly by: string; readonly at: Instant; readonly reason: string }
    | null
}

interface WithErrata {
  readonly errata?: readonly Erratum[] | undefined
  readonly product: Product | null
}

/** The one that waits for the signer; null: none does. */
export const openErratum = ({ errata = [] }: Pick<WithErrata, 'errata'>): Erratum | null =>
  errata.find(({ answer }) => answer === null) ?? null

/** The approved one whose new paper is not signed yet; null: nothing is being put right. */
export function erratumAtWork({ errata = [], product }: WithErrata): Erratum | null {
  const last = errata.at(-1)
  return last?.answer?.kind === 'approved' && product !== null && product.signature === null ? last : null
}

/** When the last one was approved: from then on the paper is made anew. null: none was. */
export const approvedErratumAt = ({ errata = [] }: Pick<WithErrata, 'errata'>): Instant | null =>
  errata.findLast(({ answer }) => answer?.kind === 'approved')?.answer?.at ?? null

export type ErratumRefusal =
  /** There is nothing that could be wrong on paper yet: what is not printed is corrected as an intake. */
  | { readonly code: 'erratum-before-paper' }
  | {
      readonly code: 'erratum-of-ended-permit'
      readonly status: PermitEnd['status']
      readonly byNumber: string
    }
  | { readonly code: 'erratum-asked'; readonly by: string; readonly at: Instant }
  | { readonly code: 'erratum-at-work'; readonly ordinal: number }
  | { readonly code: 'erratum-needs-reason' }
  | { readonly code: 'erratum-needs-statement' }

/**
 * Whether a *Ralat* may be asked for. Refuses a permit that was revoked, renewed or replaced, one of which nothing is on paper,
 * and a second one at once, naming who asked first.
 *
 * @param isOnPaper  whether a sheet of it came out, or it is signed
 */
export function refuseErratum(
  state: WithErrata & { readonly permitEnd: PermitEnd | null },
  isOnPaper: boolean,
): ErratumRefusal | null {
  const { product, permitEnd } = state
  if (product?.kind !== 'permit' || product.number === null || !isOnPaper)
    return { code: 'erratum-before-paper' }
  if (permitEnd)
    return { code: 'erratum-of-ended-permit', status: permitEnd.status, byNumber: permitEnd.byNumber }
  const open = openErratum(state)
  if (open) return { code: 'erratum-asked', by: open.askedBy.name, at: open.askedAt }
  const atWork = erratumAtWork(state)
  return atWork ? { code: 'erratum-at-work', ordinal: atWork.ordinal } : null
}

/** What was typed about the old sheet; refuses one that is missing without a statement of why. */
export function readOldSheet(isBack: boolean, statement: string): Result<OldSheet, ErratumRefusal> {
  if (isBack) return ok({ state: 'back' })
  const words = statement.replace(/\s+/g, ' ').trim()
  return words === ''
    ? refuse({ code: 'erratum-needs-statement' })
    : ok({ state: 'missing', statement: words })
}

/**
 * The paper anew under the same number and day: to be signed and set active once more.
 *
 * @param numbersLate  the office writes number and day onto the signed sheet: they are given back there
 */
export const productAnew = (
  product: Product,
  fresh: { readonly id: string; readonly verificationCode: string },
  numbersLate: boolean,
): Product => ({
  ...product,
  ...fresh,
  ...(numbersLate && { number: null, issuedOn: null, validUntil: null }),
  numberKept: true,
  signature: null,
  activatedAt: null,
})

/** The version that bears the error which is being put right, whose number and days the new one gets; null: none. */
export function erroneousVersion(
  state: WithErrata & { readonly formerProducts: readonly Product[] },
): Product | null {
  const answer = state.errata?.at(-1)?.answer
  if (answer?.kind !== 'approved' || state.product?.number !== null) return null
  return state.formerProducts.find(({ id }) => id === answer.formerProductId) ?? null
}

/** The first stage from which a numbered paper is printed and signed anew, by the office's own order. */
export function stageOfErratum(table: StageTable): string {
  const signing = table.stages.find(({ signs }) => signs.some((one) => one.document === 'product'))
  if (!signing) throw new Error('the procedure signs nothing')
  if (signing.signs.some(({ method }) => method === 'electronic')) return signing.code
  const printing = table.stages.filter(
    ({ code, prints }) =>
      prints.includes('product') && (code === signing.code || liesBefore(table, code, signing.code)),
  )
  // Of several the last before the signature: those before it print drafts.
  const last = printing.find(({ code }) =>
    printing.every((other) => other.code === code || liesBefore(table, other.code, code)),
  )
  return getStage(table, last?.code ?? signing.code).code
}

/** Roles that answer for the signature; empty: it is given by hand, by somebody without a window. */
export const signingRoles = (table: StageTable): readonly string[] =>
  table.stages
    .filter(({ signs }) =>
      signs.some(({ document, method }) => document === 'product' && method === 'electronic'),
    )
    .map(({ role }) => role)
