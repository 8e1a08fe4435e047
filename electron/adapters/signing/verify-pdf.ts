import { verify } from 'node:crypto'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { CertificateFacts } from '#domain/signing.ts'
import type { SignatureRefusal } from '#ports/signing.ts'
import { oids, readDetached, sha256, signatureAlgorithmOf, signerIdentifier } from './cms.ts'
import { certificateFacts } from './container.ts'
import { childrenOf, readDer, sameBytes, sequence, nothing, type DerNode } from './der.ts'

const broken = (why: SignatureRefusal['why']): { ok: false; refusal: SignatureRefusal } =>
  refuse({ code: 'signature-broken', why })

/**
 * Checks a signed PDF by its own bytes: one signature, over the whole file, that fits content and certificate, behind
 * exactly the file that was given to sign. Whether the certificate is trusted or in force is not asked here.
 */
export function verifyPdf(
  signed: Uint8Array,
  original: Uint8Array | null,
): Result<CertificateFacts, SignatureRefusal> {
  if (original && !sameBytes(signed.subarray(0, original.length), original)) return broken('other-document')
  const file = Buffer.from(signed.buffer, signed.byteOffset, signed.byteLength)
  const ranges = [...file.toString('latin1').matchAll(/\/ByteRange ?\[(\d+) (\d+) (\d+) (\d+)\]/g)]
  const [range] = ranges
  if (!range || ranges.length !== 1) return broken('missing')
  const [start = -1, first = -1, second = -1, rest = -1] = range.slice(1).map(Number)
  if (start !== 0 || second <= first || second + rest !== file.length) return broken('not-whole')
  const hex = file.toString('latin1', first, second)
  if (!/^<[0-9a-f]+>$/.test(hex)) return broken('not-whole')
  const padded = Buffer.from(hex.slice(1, -1), 'hex')
  const digest = sha256(file.subarray(0, first), file.subarray(second))
  try {
    const { whole } = readDer(padded)
    if (padded.subarray(whole.length).some((one) => one !== 0)) return broken('forged')
    return checkSignature(whole, digest)
  } catch {
    return broken('forged')
  }
}

function checkSignature(cms: Uint8Array, digest: Uint8Array): Result<CertificateFacts, SignatureRefusal> {
  const signature = readDetached(cms)
  const [own, ...above] = signature.certificates
  if (!own) return broken('forged')
  const contentType = signature.attribute(oids.contentType)
  const stated = signature.attribute(oids.messageDigest)
  if (!stated || !sameBytes(stated.content, digest)) return broken('changed')
  const plainDigest = [sequence(oids.sha256), sequence(oids.sha256, nothing)]
  const fits =
    contentType !== undefined &&
    sameBytes(contentType.whole, oids.data) &&
    plainDigest.some((one) => sameBytes(one, signature.digestAlgorithm)) &&
    sameBytes(signature.signerIdentifier, signerIdentifier(own.raw)) &&
    sameBytes(signature.signatureAlgorithm, signatureAlgorithmOf(own.publicKey)) &&
    bindsCertificate(signature.attribute(oids.signingCertificateV2), own.raw) &&
    verify('sha256', signature.attributes, own.publicKey, signature.signature)
  if (!fits) return broken('forged')
  const isChain = [own, ...above].every((one, index, all) => {
    // The last one may be a root, which vouches for itself, or have its issuer elsewhere.
    const issuer = all[index + 1] ?? (one.checkIssued(one) ? one : undefined)
    return issuer === undefined || (one.checkIssued(issuer) && one.verify(issuer.publicKey))
  })
  return isChain ? ok(certificateFacts(own)) : broken('forged')
}

/** Whether the signed attribute names this very certificate by its hash. */
function bindsCertificate(attribute: DerNode | undefined, certificate: Uint8Array): boolean {
  const list = attribute && childrenOf(attribute)[0]
  const id = list && childrenOf(list)[0]
  const hash = id && childrenOf(id).find((one) => one.tag === 0x04)
  return hash !== undefined && sameBytes(hash.content, sha256(certificate))
}
