import type { ApplicationState } from '#domain/application-state.ts'
import type { CertificateIssuer } from '#domain/documents/electronic-note.ts'
import type { PaperMismatch } from '#domain/documents/paper-check.ts'
import { addMs, type Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { SignedBy } from '#domain/permit.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  keptCertificate,
  refuseCertificate,
  type CertificateFacts,
  type CertificateNotFit,
} from '#domain/signing.ts'
import type { SheetMaker } from '#ports/printing.ts'
import type { SignatureFacts, SignatureRefusal, SignatureVerifier } from '#ports/signing.ts'
import { changeDossier, type DossierRefusal, type FileDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import type { ProductContentRefusal } from './print-content.ts'
import { signerOn } from './record-signature.ts'
import { electronicRuleOf, refuseSigning, type NotToSign } from './sign-product.ts'
import { contentToSign } from './signed-paper.ts'

export interface SignOutsideDeps extends FileDeps {
  readonly sheets: Pick<SheetMaker, 'asMade'>
  readonly signatures: Pick<SignatureVerifier, 'list'>
}

export interface SignOutsideOrder {
  readonly applicationId: string
  readonly stage: string
  /** The signed PDF, as it was uploaded. */
  readonly sha256: string
}

export type SignOutsideRefusal =
  | DossierRefusal
  | NotToSign
  | ProductContentRefusal
  | CertificateNotFit
  | { readonly code: 'file-not-uploaded' }
  /** What is wrong with the signatures in the file. */
  | { readonly code: 'outside-signature-broken'; readonly why: SignatureRefusal['why'] }
  | { readonly code: 'signed-in-future'; readonly on: OfficeDate; readonly today: OfficeDate }
  /** The file shows something else than the letter that waits for a signature. */
  | {
      readonly code: 'outside-paper-differs'
      readonly mismatches: readonly [PaperMismatch, ...PaperMismatch[]]
    }
  | { readonly code: 'paper-changed' }

/** Clocks of two computers may differ by so much. */
const clocksDifferMs = 10 * 60_000

/**
 * Takes a letter that was signed with another application. Every signature in the file must hold and the last one cover the
 * whole; one of them must be the official's in force when it was made; and what the file shows is read back and compared with
 * the record word for word, so that another letter, or one that was drafted for a predecessor, is refused. Then the file is
 * the paper, as if it had been signed here.
 *
 * Whether a certifier that somebody trusts issued the certificate is not asked: who brings the file is the one who may sign.
 * A second call after it succeeded is refused with `already-signed`.
 */
export const signOutside =
  (deps: SignOutsideDeps) =>
  async (order: SignOutsideOrder, who: SignedIn): Promise<Result<ApplicationState, SignOutsideRefusal>> => {
    const { office } = deps
    const looked = await lookAt(deps, order, who)
    if (!looked.ok) return looked
    const { state, post, at } = looked.value
    const file = await deps.cabinet.find(order.sha256)
    if (!file) return refuse({ code: 'file-not-uploaded' })
    const found = await deps.signatures.list(file)
    if (!found.ok) return refuse({ code: 'outside-signature-broken', why: found.refusal.why })
    const own = officialsOwn(office, found.value, post, at)
    if (!own.ok) return own
    const { by, signedAt, certificate } = own.value
    const same = await isThisPaper(deps, state, file, signedAt, certificate)
    if (!same.ok) return same
    return changeDossier<SignOutsideRefusal>(deps, order, who, (dossier) => {
      const again = refuseSigning(dossier)
      if (again) return Promise.resolve(refuse(again))
      if (dossier.state.seq !== state.seq) return Promise.resolve(refuse({ code: 'paper-changed' }))
      const productId = dossier.state.product?.id ?? ''
      const signed = { productId, by, on: officeToday(office, signedAt), fileSha256: order.sha256 }
      return Promise.resolve(
        ok([
          {
            body: {
              action: 'signed',
              method: 'electronic',
              ...signed,
              certificate: keptCertificate(certificate),
              outside: true,
            },
          },
        ]),
      )
    })
  }

/** The dossier as it waits for its signature; changes nothing. */
async function lookAt(
  deps: SignOutsideDeps,
  order: SignOutsideOrder,
  who: SignedIn,
): Promise<
  Result<
    { readonly state: ApplicationState; readonly post: string; readonly at: Instant },
    SignOutsideRefusal
  >
> {
  let post = ''
  const looked = await changeDossier<SignOutsideRefusal>(deps, order, who, (dossier) => {
    const refusal = refuseSigning(dossier)
    post = electronicRuleOf(dossier.stage)?.signer ?? ''
    return Promise.resolve(refusal ? refuse(refusal) : ok([]))
  })
  return looked.ok ? ok({ state: looked.value, post, at: deps.clock.now() }) : looked
}

interface Own {
  readonly by: SignedBy
  readonly signedAt: Instant
  readonly certificate: CertificateFacts
}

/** The signature of the official in force when it was made; initials of others may stand beside it. */
function officialsOwn(
  office: Office,
  signatures: readonly SignatureFacts[],
  post: string,
  now: Instant,
): Result<Own, SignOutsideRefusal> {
  const judged = signatures.toReversed().map((one) => judge(office, one, post, now))
  const fit = judged.find((one) => one.ok)
  // Of several that do not fit, what is said is about the last one, as a rule the head's.
  return fit ?? judged[0] ?? refuse({ code: 'outside-signature-broken', why: 'missing' })
}

function judge(
  office: Office,
  { certificate, signedAt: stated }: SignatureFacts,
  post: string,
  now: Instant,
): Result<Own, SignOutsideRefusal> {
  const signedAt = stated ?? now
  const [on, today] = [officeToday(office, signedAt), officeToday(office, now)]
  if (signedAt > addMs(now, clocksDifferMs)) return refuse({ code: 'signed-in-future', on, today })
  const by = signerOn(office.profile, post, on)
  if (!by) return refuse({ code: 'post-vacant', post, on })
  const notFit = refuseCertificate(certificate, by, signedAt)
  return notFit ? refuse(notFit) : ok({ by, signedAt, certificate })
}

/**
 * Whether the file shows this very letter. Its foot names nobody, as the letter does that is given out for signing elsewhere,
 * or whoever issued the certificate.
 */
async function isThisPaper(
  { office, sheets }: SignOutsideDeps,
  state: ApplicationState,
  file: Uint8Array,
  signedAt: Instant,
  certificate: CertificateIssuer,
): Promise<Result<null, SignOutsideRefusal>> {
  let first: readonly [PaperMismatch, ...PaperMismatch[]] | undefined
  for (const issuer of [null, certificate]) {
    const content = contentToSign(office, state, signedAt, issuer)
    if (!content.ok) return content
    const same = await sheets.asMade(file, content.value)
    if (same.ok) return ok(null)
    first ??= same.refusal.mismatches
  }
  if (!first) throw new Error('a paper was compared with nothing')
  return refuse({ code: 'outside-paper-differs', mismatches: first })
}
