import type { Erratum } from './erratum.ts'
import type { Instant } from './instant.ts'
import type { Product } from './permit.ts'

/** What a permit or decree needs before it is *terbit*, in no fixed order: offices number before or after they sign. */
export const issuanceParts = ['number', 'signature', 'activation'] as const
export type IssuancePart = (typeof issuanceParts)[number]

type Parts = Pick<Product, 'number' | 'signature' | 'activatedAt'>

/** What *terbit* still waits for; empty: nothing, it is issued. */
export function missingForIssuance(product: Parts): readonly IssuancePart[] {
  const there = {
    number: product.number !== null,
    signature: product.signature !== null,
    activation: product.activatedAt !== null,
  }
  return issuanceParts.filter((part) => !there[part])
}

/** Whether a permit or decree is *terbit*: number, signature and activation are all present (domain 2.8). */
export const isIssued = (product: Parts): boolean => missingForIssuance(product).length === 0

/** Whether a refusal is decided: its letter is numbered and signed (domain 2.8). Letters are never activated. */
export const isLetterDone = (product: Parts): boolean => product.number !== null && product.signature !== null

interface Finished {
  readonly issuedAt: Instant | null
  readonly refusedAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly handedOverAt: Instant | null
  readonly product: (Parts & Pick<Product, 'kind'>) | null
  readonly errata?: readonly Pick<Erratum, 'answer'>[] | undefined
}

/** A permit that is *terbit* and made anew by a Ralat: nothing leaves the office until the new paper is complete. */
const isMadeAnew = ({ errata = [], product }: Finished): boolean =>
  errata.at(-1)?.answer?.kind === 'approved' && product !== null && !isIssued(product)

/** Whether there is a paper that may leave the office: *terbit*, or the signed letter of a refusal, not fetched yet. */
export const isReadyForHandover = (state: Finished): boolean =>
  state.handedOverAt === null &&
  state.withdrawnAt === null &&
  !isMadeAnew(state) &&
  (state.issuedAt !== null ||
    (state.refusedAt !== null && state.product?.kind === 'refusal-letter' && isLetterDone(state.product)))
