import { SignPdf } from '@signpdf/signpdf'
import { Signer } from '@signpdf/utils'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  refuseOutsideValidity,
  type CertificateFacts,
  type CertificateNotFit,
  type CertificateRefusal,
} from '#domain/signing.ts'
import type { Instant } from '#domain/instant.ts'
import { sha256, signDetached } from './cms.ts'
import { certificateFacts, openContainer, type OpenContainer } from './container.ts'
import { addSignatureSlot } from './signature-slot.ts'

/** Plain input for a worker. */
export interface SignPdfTask {
  readonly pdf: Uint8Array
  readonly container: Uint8Array
  readonly passphrase: string
  readonly name: string
  readonly reason: string
  readonly location: string
  readonly at: Instant
}

/** `@signpdf` asks for a class; it hands over what the signature covers and puts the answer into the file. */
class DetachedSigner extends Signer {
  readonly #container: OpenContainer

  constructor(container: OpenContainer) {
    super()
    this.#container = container
  }

  override sign(covered: Buffer): Promise<Buffer> {
    const [own, ...above] = this.#container.chain
    const chain = [own.raw, ...above.map((one) => one.raw)] as const
    return Promise.resolve(Buffer.from(signDetached(sha256(covered), this.#container.key, chain)))
  }
}

/**
 * Signs a PDF with a certificate file (PAdES B-B): the signature goes behind the file, whose bytes stay as they are.
 * Refuses a wrong passphrase, an unusable file and a certificate that is not in force. Throws when the PDF takes none.
 */
export async function signPdf(
  task: SignPdfTask,
): Promise<Result<Uint8Array, CertificateRefusal | CertificateNotFit>> {
  const container = openContainer(task.container, task.passphrase)
  return container.ok ? signWith(container.value, task) : container
}

/** Signs with a container that is open already. */
export async function signWith(
  container: OpenContainer,
  task: Omit<SignPdfTask, 'container' | 'passphrase'>,
): Promise<Result<Uint8Array, CertificateNotFit>> {
  const outside = refuseOutsideValidity(certificateFacts(container.chain[0]), task.at)
  if (outside) return refuse(outside)
  const { name, reason, location } = task
  const slot = await addSignatureSlot(task.pdf, { name, reason, location, at: new Date(task.at) })
  const signed = await new SignPdf().sign(slot, new DetachedSigner(container))
  return ok(new Uint8Array(signed))
}

/** What the certificate in a file says, once the passphrase opens it. */
export function readContainer(task: {
  readonly container: Uint8Array
  readonly passphrase: string
}): Result<CertificateFacts, CertificateRefusal> {
  const opened = openContainer(task.container, task.passphrase)
  return opened.ok ? ok(certificateFacts(opened.value.chain[0])) : opened
}
