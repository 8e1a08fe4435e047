import type { ApplicationState } from '#domain/application-state.ts'
import type { PaperUnsound } from '#domain/documents/paper-check.ts'
import type { ProductContent } from '#domain/documents/print-content.ts'
import { paperMadeAnew, type PaperMadeAnew } from '#domain/documents/seen-paper.ts'
import {
  isSameCertifier,
  type CertificateIssuer,
  type ElectronicNoteText,
} from '#domain/documents/electronic-note.ts'
import { versionOn } from '#domain/documents/template.ts'
import type { Instant } from '#domain/instant.ts'
import type { SignedBy } from '#domain/permit.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { keptCertificate, refuseCertificate } from '#domain/signing.ts'
import type { Stage } from '#domain/stage-table.ts'
import { documentLabel } from '#domain/wording/application.ts'
import type { SheetMaker } from '#ports/printing.ts'
import type { SecretBox } from '#ports/secrets.ts'
import type {
  DocumentSigner,
  SignatureRefusal,
  SignatureVerifier,
  SigningMeans,
  SigningRefusal,
} from '#ports/signing.ts'
import { changeDossier, type DossierRefusal, type FileDeps, type OpenDossier } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { SignedIn } from './office.ts'
import type { ProductContentRefusal } from './print-content.ts'
import { signerOn } from './record-signature.ts'
import { contentToSign } from './signed-paper.ts'
import type { SigningLooks } from './signing-looks.ts'
import { spendSigningTry, type SigningWaits } from './signing-tries.ts'
import {
  findSigningMeans,
  rememberSigner,
  type SignerAccount,
  type SigningMeansRefusal,
} from './signing-service.ts'

export interface SignDeps extends FileDeps {
  readonly sheets: SheetMaker
  readonly signer: DocumentSigner
  readonly signatures: SignatureVerifier
  /** The papers that each signer has read. */
  readonly looks: Pick<SigningLooks, 'find'>
  readonly secrets: SecretBox
}

export interface SignProductOrder {
  readonly applicationId: string
  readonly stage: string | null
  /** History that was on the screen when the paper was looked at; null: nobody looked, a machine walks. */
  readonly seenSeq: number | null
  /** Issuer of the certificate that the paper named when it was looked at; null: none was kept, or nobody looked. */
  readonly seenIssuer: string | null
  readonly passphrase: string
  /** A code of one use in the place of the passphrase, where the service asks for one; absent: none. */
  readonly totp?: string | null
  /** For the office's signing service; null: the office signs with certificate files. */
  readonly account: SignerAccount | null
}

/** Why nothing of a dossier can be signed electronically now. */
export type NotToSign =
  | { readonly code: 'stage-does-not-sign' }
  | { readonly code: 'already-signed'; readonly by: string }
  | { readonly code: 'sign-needs-number' }

export type SignProductRefusal =
  | DossierRefusal
  | SigningRefusal
  | SigningMeansRefusal
  | SigningWaits
  | SignatureRefusal
  /** Another certifier than the one that the paper names issued the certificate that signed it. */
  | { readonly code: 'certificate-of-other-issuer'; readonly named: string; readonly issuer: string }
  | ProductContentRefusal
  | PaperUnsound
  | NotToSign
  | PaperMadeAnew
  /** This paper, as the dossier stands now, was not opened by whoever signs. */
  | { readonly code: 'paper-not-seen' }
  /** Something of the dossier, or the signer's certificate, changed since the paper was looked at. */
  | { readonly code: 'paper-changed' }

interface ToSign {
  readonly seq: number
  readonly productId: string
  readonly by: SignedBy
  readonly at: Instant
  readonly content: ProductContent
  readonly means: SigningMeans
  /** Who issues the certificate according to the paper. */
  readonly issuer: CertificateIssuer
  readonly noteText: ElectronicNoteText
}

/**
 * Signs the permit or letter electronically as the official in force today: makes the paper from the record once, which must
 * be the one that the signer has read (a head who was Plt. yesterday and is definitive today reads it again), reads it
 * back and compares it, signs it, checks the signed file, stores it, and then records the signature with the file's hash. From then on that file is
 * the paper.
 *
 * Refused or broken off anywhere, the dossier is as it was, and it can be tried again: a file that was stored without its
 * record is nobody's paper. A second call after it succeeded is refused with `already-signed`.
 */
export const signProduct = (deps: SignDeps) => {
  const spendTry = spendSigningTry(deps)
  return async (
    order: SignProductOrder,
    who: SignedIn,
  ): Promise<Result<ApplicationState, SignProductRefusal>> => {
    const prepared = await prepare(deps, order, who)
    if (!prepared.ok) return prepared
    const { seq, productId, by, at, content, means, issuer, noteText } = prepared.value
    const made = await deps.sheets.soundPdf(content)
    if (!made.ok) return made
    const pdf = made.value
    const signed = await spendTry(who.user.id, () =>
      deps.signer.sign({
        pdf,
        userId: who.user.id,
        means,
        signer: by,
        reason: `${documentLabel(content.kind)} Nomor ${content.data.number ?? ''}`.trim(),
        location: deps.office.profile.city,
        at,
        passphrase: order.passphrase,
        totp: order.totp ?? null,
      }),
    )
    if (!signed.ok) return signed
    const checked = await deps.signatures.verify(signed.value, pdf)
    if (!checked.ok) return checked
    const notFit = refuseCertificate(checked.value, by, at)
    if (notFit) return refuse(notFit)
    if (!isSameCertifier(noteText, issuer, checked.value))
      return refuse({
        code: 'certificate-of-other-issuer',
        named: issuer.issuer,
        issuer: checked.value.issuer,
      })
    const fileSha256 = await deps.cabinet.put(signed.value)
    return changeDossier<SignProductRefusal>(deps, order, who, async (dossier) => {
      const again = refuseSigning(dossier)
      if (again) return refuse(again)
      if (dossier.state.seq !== seq) return refuse({ code: 'paper-changed' })
      await rememberSigner(dossier.stores, who, means)
      const on = officeToday(deps.office, at)
      const certificate = keptCertificate(checked.value)
      const body = {
        action: 'signed',
        productId,
        method: 'electronic',
        by,
        on,
        fileSha256,
        certificate,
      } as const
      return ok([{ body }])
    })
  }
}

/** What this stage signs electronically; undefined: nothing. */
export const electronicRuleOf = (stage: Stage) =>
  stage.signs.find((one) => one.document === 'product' && one.method === 'electronic')

/** Whether the permit or letter of a dossier can be signed electronically now; null: it can. */
export function refuseSigning({ state, stage }: Pick<OpenDossier, 'state' | 'stage'>): NotToSign | null {
  const { product } = state
  if (!electronicRuleOf(stage) || !product) return { code: 'stage-does-not-sign' }
  if (product.signature) return { code: 'already-signed', by: product.signature.by.name }
  if (!product.number) return { code: 'sign-needs-number' }
  return null
}

/** Whether the signer has read this very paper, to the letter; null: yes. The same record makes another one on another day. */
function refuseUnseen(
  { looks }: Pick<SignDeps, 'looks'>,
  { applicationId, seenSeq }: SignProductOrder,
  who: SignedIn,
  content: ProductContent,
): PaperMadeAnew | { readonly code: 'paper-not-seen' } | null {
  const seen = looks.find(who.user.id, applicationId)
  return seen?.seq === seenSeq ? paperMadeAnew(seen.content, content) : { code: 'paper-not-seen' }
}

/** Everything that is decided before the paper is made; changes nothing. */
async function prepare(
  deps: SignDeps,
  order: SignProductOrder,
  who: SignedIn,
): Promise<Result<ToSign, SignProductRefusal>> {
  const { office } = deps
  const found: ToSign[] = []
  const looked = await changeDossier<SignProductRefusal>(deps, order, who, async (dossier) => {
    const { state, stage, at, stores } = dossier
    const refusal = refuseSigning(dossier)
    if (refusal) return refuse(refusal)
    const [rule, product] = [electronicRuleOf(stage), state.product]
    if (!rule || !product) return refuse({ code: 'stage-does-not-sign' })
    if (order.seenSeq !== null && order.seenSeq !== state.seq) return refuse({ code: 'paper-changed' })
    const today = officeToday(office, at)
    const by = signerOn(office.profile, rule.signer, today)
    if (!by) return refuse({ code: 'post-vacant', post: rule.signer, on: today })
    const { issuer, means } = await findSigningMeans(stores, who.user.id, order.account, deps.secrets)
    // The paper names who issued the certificate: with another one it is another paper than the one looked at.
    if (order.seenSeq !== null && order.seenIssuer !== (issuer?.issuer ?? null))
      return refuse({ code: 'paper-changed' })
    const content = contentToSign(office, state, at, issuer)
    if (!content.ok) return content
    const unseen = order.seenSeq === null ? null : refuseUnseen(deps, order, who, content.value)
    if (unseen) return refuse(unseen)
    if (!means.ok) return means
    if (!issuer) return refuse({ code: 'certificate-missing' })
    found.push({
      seq: state.seq,
      productId: product.id,
      by,
      at,
      content: content.value,
      means: means.value,
      issuer,
      noteText: versionOn(office.texts.electronicNote, product.issuedOn ?? today),
    })
    return ok([])
  })
  if (!looked.ok) return looked
  const [toSign] = found
  if (!toSign) throw new Error('a dossier was looked at and nothing was decided')
  return ok(toSign)
}
