import type {
  CertificateReader,
  DocumentSigner,
  SignatureVerifier,
  SigningServiceProbe,
} from '#ports/signing.ts'
import type { EsignClient } from './esign-client.ts'
import type { readContainer, SignPdfTask } from './sign-pdf.ts'

/** Where the work is done: threads of their own, because opening a container and signing take a twentieth of a second. */
export interface SigningThreads {
  signPdf(task: SignPdfTask): Promise<Awaited<ReturnType<DocumentSigner['sign']>>>
  readContainer(
    task: Parameters<typeof readContainer>[0],
  ): Promise<Awaited<ReturnType<CertificateReader['read']>>>
  verifyPdf(task: {
    readonly signed: Uint8Array
    readonly original: Uint8Array | null
  }): ReturnType<SignatureVerifier['verify']>
  listSignatures(signed: Uint8Array): ReturnType<SignatureVerifier['list']>
}

/** Everything that signing needs of the outside. */
export interface SigningTools {
  readonly signer: DocumentSigner
  readonly certificates: CertificateReader
  readonly signatures: SignatureVerifier
  readonly signingService: SigningServiceProbe
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

/** Signs with the signer's own certificate file (PKCS#12), as PAdES B-B, or has BSrE's service sign. */
export function createSigning(threads: SigningThreads, esign: EsignClient): SigningTools {
  return {
    signer: {
      sign: ({ signer, means, pdf, passphrase, totp, reason, location, at }) =>
        means.kind === 'esign'
          ? esign.sign({ ...means, pdf, passphrase, totp, reason, location })
          : threads.signPdf({
              pdf,
              container: bytesOf(means.file),
              passphrase,
              name: signer.name,
              reason,
              location,
              at,
            }),
    },
    certificates: {
      read: (file, passphrase) => threads.readContainer({ container: bytesOf(file), passphrase }),
    },
    signatures: {
      verify: (signed, original) => threads.verifyPdf({ signed, original }),
      list: (signed) => threads.listSignatures(signed),
    },
    signingService: {
      status: (order) => esign.status(order),
      requestTotp: (order) => esign.requestTotp(order),
    },
  }
}
