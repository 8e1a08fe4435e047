import { createHash, type X509Certificate } from 'node:crypto'
import { parseInstant, type Instant } from '#domain/instant.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { CertificateFacts } from '#domain/signing.ts'
import type { SignatureFacts, SignatureRefusal } from '#ports/signing.ts'
import { digestOf, signatureFits } from './cms-algorithms.ts'
import { oids, readDetached, signerIdentifier, type DetachedSignature } from './cms.ts'
import { certificateFacts } from './container.ts'
import { childrenOf, readDer, sameBytes, type DerNode } from './der.ts'

type Broken = Result<never, SignatureRefusal>

const broken = (why: SignatureRefusal['why']): Broken => refuse({ code: 'signature-broken', why })

/**
 * Checks a signed PDF by its own bytes: one signature, over the whole file, that fits content and certificate, behind
 * exactly the file that was given to sign. Whether the certificate is trusted or in force is not asked here.
 */
export function verifyPdf(
  signed: Uint8Array,
  original: Uint8Array | null,
): Result<CertificateFacts, SignatureRefusal> {
  if (original && !sameBytes(signed.subarray(0, original.length), original)) return broken('other-document')
  const found = listSignatures(signed)
  if (!found.ok) return found
  const { value } = found
  // We had one put in; a second one is none of ours.
  if (original && value.length !== 1) return broken('forged')
  const last = value.at(-1)
  return last ? ok(last.certificate) : broken('missing')
}

/** `[start, length before, place behind the signature, length behind]` of every signature, as programs write it. */
const byteRange = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g

/**
 * Every signature in a PDF, in the order in which they were put in. Each must fit the file as it was then, and the last one
 * must cover the whole: what was added behind it nobody signed. SHA-256 to SHA-512, RSA and ECDSA, with and without the
 * attribute that names the certificate.
 */
export function listSignatures(pdf: Uint8Array): Result<readonly SignatureFacts[], SignatureRefusal> {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = file.toString('latin1')
  const ranges = [...text.matchAll(byteRange)].map((found) => found.slice(1).map(Number))
  const inOrder = ranges.toSorted((a, b) => endOf(a) - endOf(b))
  const last = inOrder.at(-1)
  if (!last) return broken('missing')
  if (endOf(last) !== file.length) return broken('not-whole')
  const all: SignatureFacts[] = []
  let before = 0
  for (const range of inOrder) {
    const checked = checkRange(file, text, range)
    if (!checked.ok) return checked
    // Two signatures over the same bytes, or one that leaves an older one out.
    if (endOf(range) <= before) return broken('not-whole')
    before = endOf(range)
    all.push(checked.value)
  }
  return ok(all)
}

const endOf = ([, , second = 0, rest = 0]: readonly number[]): number => second + rest

function checkRange(
  file: Buffer,
  text: string,
  [start = -1, first = -1, second = -1, rest = -1]: readonly number[],
): Result<SignatureFacts, SignatureRefusal> {
  if (start !== 0 || second <= first || rest < 1 || second + rest > file.length) return broken('not-whole')
  const hex = text.slice(first, second)
  // Programs write all letters small or all large; a mixture is a changed bit.
  if (hex.length % 2 !== 0 || !/^<(?:[0-9a-f]+|[0-9A-F]+)>$/.test(hex)) return broken('not-whole')
  const padded = Buffer.from(hex.slice(1, -1), 'hex')
  try {
    const { whole } = readDer(padded)
    if (padded.subarray(whole.length).some((one) => one !== 0)) return broken('forged')
    return checkSignature(readDetached(whole), [
      file.subarray(0, first),
      file.subarray(second, second + rest),
    ])
  } catch {
    return broken('forged')
  }
}

function checkSignature(
  signature: DetachedSignature,
  covered: readonly Uint8Array[],
): Result<SignatureFacts, SignatureRefusal> {
  const { digest, certificates } = signature
  const own = certificates.find((one) => sameBytes(signerIdentifier(one.raw), signature.signerIdentifier))
  if (!own) return broken('forged')
  const contentType = signature.attribute(oids.contentType)
  const stated = signature.attribute(oids.messageDigest)
  if (!stated || !sameBytes(stated.content, hashOf(digest, ...covered))) return broken('changed')
  const { signatureAlgorithm: algorithm } = signature
  const fits =
    contentType !== undefined &&
    sameBytes(contentType.whole, oids.data) &&
    namesCertificate(signature, own.raw) &&
    signatureFits({ algorithm, digest, key: own.publicKey }, signature.attributes, signature.signature)
  if (!fits || !isChain(own, certificates)) return broken('forged')
  return ok({ certificate: certificateFacts(own), signedAt: timeOf(signature.attribute(oids.signingTime)) })
}

const hashOf = (digest: string, ...parts: readonly Uint8Array[]): Uint8Array =>
  parts.reduce((hash, one) => hash.update(one), createHash(digest)).digest()

/** From the signer's upward, as far as they are there: each was issued by the next. A root vouches for itself. */
function isChain(own: X509Certificate, all: readonly X509Certificate[]): boolean {
  const used = new Set([own])
  for (let at = own; ;) {
    const isRoot = at.checkIssued(at)
    const issuer = isRoot ? at : all.find((one) => !used.has(one) && at.checkIssued(one))
    if (issuer === undefined) return used.size === all.length
    if (!at.verify(issuer.publicKey)) return false
    if (isRoot) return used.size === all.length
    used.add(issuer)
    at = issuer
  }
}

/** Where a signed attribute names the certificate by its hash, it is this very one; where none does, nothing is said. */
function namesCertificate(signature: DetachedSignature, certificate: Uint8Array): boolean {
  const [older, newer] = [
    signature.attribute(oids.signingCertificate),
    signature.attribute(oids.signingCertificateV2),
  ]
  const binds = (attribute: DerNode, usual: string): boolean => {
    const list = childrenOf(attribute)[0]
    const parts = list && childrenOf(list)[0] ? childrenOf(childrenOf(list)[0] as DerNode) : []
    const [first] = parts
    const named = first?.tag === 0x30 ? digestOf(first.whole) : usual
    const hash = parts.find((one) => one.tag === 0x04)
    return named !== null && hash !== undefined && sameBytes(hash.content, hashOf(named, certificate))
  }
  return (!older || binds(older, 'sha1')) && (!newer || binds(newer, 'sha256'))
}

/** UTCTime or GeneralizedTime in Greenwich time; null: none, or written otherwise. */
function timeOf(value: DerNode | undefined): Instant | null {
  const written = value ? Buffer.from(value.content).toString('latin1') : ''
  const full = value?.tag === 0x17 ? `${Number(written.slice(0, 2)) < 50 ? '20' : '19'}${written}` : written
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.\d+)?Z$/.exec(full) ?? []
  const read = parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`)
  return read.ok ? read.value : null
}
