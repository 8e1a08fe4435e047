import type { ApplicationEvent } from './application-event.ts'
import type { ApplicationState } from './application-state.ts'
import type { OutputRecord } from './application.ts'
import type { Instant } from './instant.ts'
import { isIssued, isLetterDone } from './issuance.ts'
import type { Letter } from './letter.ts'
import type { OfficeDate } from './office-date.ts'
import type { Product, SignedBy } from './permit.ts'
import { returnLetterId } from './portal-pages.ts'
import type { PortalData } from './portal-sync.ts'
import type { Repair } from './repair.ts'

/** A return that names what is missing: when, by whom. */
export interface RepairAsked {
  readonly repair: Repair
  readonly at: Instant
  readonly by: ApplicationEvent['actor']
}

/** A signed or numbered paper that the portal is to have, and which file it is when there is one already. */
export interface PaperEntity {
  readonly kind: 'permit' | 'letter'
  readonly id: string
  /** The signed file, or one that was brought; null: signed by hand, a rendition says that it is not the original. */
  readonly fileSha256: string | null
  /** What is to be rendered then. */
  readonly source:
    | { readonly of: 'product'; readonly product: Product }
    | { readonly of: 'letter'; readonly letter: Letter }
    | { readonly of: 'output'; readonly output: OutputRecord }
    | ({ readonly of: 'return' } & RepairAsked)
  /** Everything but `pdfSha256`. */
  readonly data: PortalData
}

const signerEntity = ({ name, position, capacity }: SignedBy): PortalData => ({
  name,
  position: position.replace(/\s*\n\s*/g, ' '),
  capacity,
})

const signatureEntity = ({ signature }: Product) => ({
  signedBy: signature && signerEntity(signature.by),
  signature: signature?.method ?? 'none',
})

/** The permit that a Ralat gave up; it is void from the signer's approval on. */
function voided({ errata = [] }: ApplicationState, product: Product) {
  const answer = errata.find(
    (one) => one.answer?.kind === 'approved' && one.answer.formerProductId === product.id,
  )
  return answer?.answer?.kind === 'approved' ? { at: answer.answer.at, reason: answer.reason } : null
}

/** The signed file, else the scan of the sheet that was signed by hand; null: there is neither. */
const fileOf = ({ signature }: Product): string | null =>
  signature?.fileSha256 ?? signature?.scanSha256 ?? null

interface PermitWords {
  readonly holderName: string
  /** The office's day of an instant. */
  readonly dayOf: (at: ApplicationState['submittedAt']) => OfficeDate
  readonly today: OfficeDate
}

function permitStanding(state: ApplicationState, product: Product, { dayOf, today }: PermitWords) {
  const ended = voided(state, product)
  if (ended) return { status: 'void', statusOn: dayOf(ended.at), statusReason: ended.reason }
  const end = product.id === state.product?.id ? state.permitEnd : null
  if (end) return { status: end.status, statusOn: end.on, statusReason: end.reason }
  return product.validUntil !== null && product.validUntil < today
    ? { status: 'expired', statusOn: product.validUntil, statusReason: null }
    : { status: 'active', statusOn: null, statusReason: null }
}

/** Which permit a permit takes the place of: the one that its Ralat gave up, or the one that it renews, changes or replaces. */
function supersededBy(state: ApplicationState, product: Product): string | null {
  const former = state.formerProducts.findLast((one) => voided(state, one) !== null)
  if (former && product.id === state.product?.id) return former.id
  return state.data.kind === 'new' ? null : state.data.targetPermitId
}

function permitEntity(state: ApplicationState, product: Product, words: PermitWords): PaperEntity {
  return {
    kind: 'permit',
    id: product.id,
    fileSha256: fileOf(product),
    source: { of: 'product', product },
    data: {
      id: product.id,
      applicationId: state.id,
      number: product.number?.text ?? '',
      permitTypeCode: state.data.permitTypeCode,
      holderName: words.holderName,
      issuedOn: product.issuedOn,
      validUntil: product.validUntil,
      ...signatureEntity(product),
      signedAt: product.signature?.recordedAt ?? null,
      verificationCode: product.verificationCode,
      supersedes: supersededBy(state, product),
      ...permitStanding(state, product, words),
    },
  }
}

const letterOfProduct = (state: ApplicationState, product: Product): PaperEntity => ({
  kind: 'letter',
  id: product.id,
  fileSha256: fileOf(product),
  source: { of: 'product', product },
  data: {
    id: product.id,
    applicationId: state.id,
    kind: product.kind === 'refusal-letter' ? 'refusal' : 'revocation-decree',
    number: product.number?.text ?? null,
    issuedOn: product.issuedOn,
    ...signatureEntity(product),
    verificationCode: product.verificationCode,
  },
})

const requestLetter = (state: ApplicationState, letter: Letter, signer: SignedBy | null): PaperEntity => ({
  kind: 'letter',
  id: letter.id,
  fileSha256: null,
  source: { of: 'letter', letter },
  data: {
    id: letter.id,
    applicationId: state.id,
    kind: letter.kind,
    number: letter.number.text,
    issuedOn: letter.issuedOn,
    signedBy: signer && signerEntity(signer),
    signature: signer === null ? 'none' : 'wet',
    verificationCode: null,
  },
})

const reportLetter = (state: ApplicationState, output: OutputRecord): PaperEntity => ({
  kind: 'letter',
  id: output.id,
  fileSha256: output.fileSha256,
  source: { of: 'output', output },
  data: {
    id: output.id,
    applicationId: state.id,
    kind: 'inspection-report',
    number: output.number === '' ? null : output.number,
    issuedOn: output.date,
    signedBy: null,
    signature: 'none',
    verificationCode: null,
  },
})

/** What the last return asked for, as a letter without number; none where it asked for nothing or never was. */
function returnLetters(
  state: ApplicationState,
  events: readonly ApplicationEvent[],
  { dayOf }: PermitWords,
): readonly PaperEntity[] {
  const back = events.findLast(({ body }) => body.action === 'moved' && body.kind === 'return-to-applicant')
  const repair = back?.body.action === 'moved' ? back.body.repair : undefined
  if (!back || !repair || repair.items.length === 0) return []
  const id = returnLetterId(back.id)
  return [
    {
      kind: 'letter',
      id,
      fileSha256: null,
      source: { of: 'return', repair, at: back.at, by: back.actor },
      data: {
        id,
        applicationId: state.id,
        kind: 'missing-items',
        number: null,
        issuedOn: dayOf(back.at),
        signedBy: null,
        signature: 'none',
        verificationCode: null,
      },
    },
  ]
}

/**
 * Permits and letters that the portal is to have, in the order in which they go: what is given up first, then what takes its
 * place. A permit or decree goes when it is *terbit*, a refusal when its letter is numbered and signed.
 *
 * @param events  the history; only looked at for what a return asked for
 * @param signerOf  who signs a letter on the way; null: nobody
 */
export function paperEntities(
  state: ApplicationState,
  events: readonly ApplicationEvent[],
  words: PermitWords,
  signerOf: (letter: Letter) => SignedBy | null,
): readonly PaperEntity[] {
  const products = [
    ...state.formerProducts.filter((one) => voided(state, one) !== null),
    ...(state.product ? [state.product] : []),
  ]
  return [
    ...returnLetters(state, events, words),
    ...(state.letters ?? []).map((letter) => requestLetter(state, letter, signerOf(letter))),
    ...state.outputs
      .filter((one) => one.kind === 'inspection-report' && one.fileSha256 !== null)
      .map((one) => reportLetter(state, one)),
    ...products.flatMap((product) => {
      if (product.kind === 'refusal-letter')
        return isLetterDone(product) ? [letterOfProduct(state, product)] : []
      if (!isIssued(product)) return []
      return product.kind === 'permit'
        ? [permitEntity(state, product, words)]
        : [letterOfProduct(state, product)]
    }),
  ]
}
