import { createHash, sign, X509Certificate, type KeyObject } from 'node:crypto'
import { digestOf, type DigestName } from './cms-algorithms.ts'
import {
  childrenOf,
  der,
  nothing,
  objectId,
  octets,
  readDer,
  sequence,
  setOf,
  smallInteger,
  type DerNode,
} from './der.ts'

export const oids = {
  data: objectId('1.2.840.113549.1.7.1'),
  signedData: objectId('1.2.840.113549.1.7.2'),
  contentType: objectId('1.2.840.113549.1.9.3'),
  messageDigest: objectId('1.2.840.113549.1.9.4'),
  signingTime: objectId('1.2.840.113549.1.9.5'),
  signingCertificate: objectId('1.2.840.113549.1.9.16.2.12'),
  signingCertificateV2: objectId('1.2.840.113549.1.9.16.2.47'),
  sha256: objectId('2.16.840.1.101.3.4.2.1'),
  rsa: objectId('1.2.840.113549.1.1.1'),
  ecdsaWithSha256: objectId('1.2.840.10045.4.3.2'),
} as const

export const sha256 = (...parts: readonly Uint8Array[]): Uint8Array =>
  parts.reduce((hash, one) => hash.update(one), createHash('sha256')).digest()

const sha256Algorithm = sequence(oids.sha256)

/** Issuer and serial number of a certificate, as they stand in it. */
export function issuerAndSerial(certificate: Uint8Array): {
  readonly issuer: DerNode
  readonly serial: DerNode
} {
  const [tbs] = childrenOf(readDer(certificate))
  const fields = tbs ? childrenOf(tbs).filter((one) => one.tag !== 0xa0) : []
  const [serial, , issuer] = fields
  if (!serial || !issuer) throw new Error('a certificate without issuer or serial number')
  return { issuer, serial }
}

/** Issuer and serial as the signer is named in a signature. */
export function signerIdentifier(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = issuerAndSerial(certificate)
  return sequence(issuer.whole, serial.whole)
}

/** Ties the signature to one certificate, so that none with the same key can be put in its place (RFC 5035). */
function signingCertificate(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = issuerAndSerial(certificate)
  const generalNames = sequence(der(0xa4, issuer.whole))
  return sequence(sequence(sequence(octets(sha256(certificate)), sequence(generalNames, serial.whole))))
}

export const signatureAlgorithmOf = (key: KeyObject): Uint8Array =>
  key.asymmetricKeyType === 'ec' ? sequence(oids.ecdsaWithSha256) : sequence(oids.rsa, nothing)

/**
 * A detached CAdES signature of a content (ETSI EN 319 122, baseline B-B without time, which stands in the PDF).
 *
 * @param chain  the signer's certificate first, then those above it
 */
export function signDetached(
  digest: Uint8Array,
  key: KeyObject,
  chain: readonly [Uint8Array, ...Uint8Array[]],
): Uint8Array {
  const attributes = [
    sequence(oids.contentType, setOf(oids.data)),
    sequence(oids.messageDigest, setOf(octets(digest))),
    sequence(oids.signingCertificateV2, setOf(signingCertificate(chain[0]))),
  ]
  const signed = setOf(...attributes)
  const signerInfo = sequence(
    smallInteger(1),
    signerIdentifier(chain[0]),
    sha256Algorithm,
    der(0xa0, readDer(signed).content),
    signatureAlgorithmOf(key),
    octets(sign('sha256', signed, key)),
  )
  const signedData = sequence(
    smallInteger(1),
    setOf(sha256Algorithm),
    sequence(oids.data),
    der(0xa0, ...chain),
    setOf(signerInfo),
  )
  return sequence(oids.signedData, der(0xa0, signedData))
}

/** The parts of a detached signature with one signer. */
export interface DetachedSignature {
  /** In the order in which they lie there, which means nothing. */
  readonly certificates: readonly X509Certificate[]
  readonly signerIdentifier: Uint8Array
  readonly digest: DigestName
  /** As they were signed: a SET OF. */
  readonly attributes: Uint8Array
  /** Value of an attribute; undefined: it is not there. Throws when it is there more than once. */
  attribute(oid: Uint8Array): DerNode | undefined
  readonly signatureAlgorithm: DerNode
  readonly signature: Uint8Array
}

/**
 * Reads a signature. Throws when it is not a detached one by one signer, named by issuer and serial number, with signed
 * attributes and one of the digests of today.
 */
export function readDetached(cms: Uint8Array): DetachedSignature {
  const inside = (node: DerNode | undefined): readonly DerNode[] => {
    if (!node) throw new Error('a part of the signature is missing')
    return childrenOf(node)
  }
  const [type, wrapped] = inside(readDer(cms))
  if (!type || Buffer.compare(type.whole, oids.signedData) !== 0) throw new Error('no signed data')
  const [version, algorithms, encapsulated, ...rest] = inside(inside(wrapped)[0])
  if (![1, 3].includes(version?.content[0] ?? 0) || inside(encapsulated).length !== 1)
    throw new Error('not detached')
  const certificates = inside(rest.find((one) => one.tag === 0xa0)).map(
    (one) => new X509Certificate(one.whole),
  )
  const signers = inside(rest.findLast((one) => one.tag === 0x31))
  const [signerVersion, sid, digestAlgorithm, attributes, algorithm, signature] = inside(signers[0])
  if (signers.length !== 1 || signerVersion?.content[0] !== 1) throw new Error('not one signer')
  if (!sid || !digestAlgorithm || attributes?.tag !== 0xa0 || !algorithm || signature?.tag !== 0x04)
    throw new Error('a part of the signer is missing')
  const digest = digestOf(digestAlgorithm.whole)
  if (digest === null || !inside(algorithms).some((one) => digestOf(one.whole) === digest))
    throw new Error('another digest')
  const list = childrenOf(attributes).map((one) => childrenOf(one))
  return {
    certificates,
    signerIdentifier: sid.whole,
    digest,
    attributes: der(0x31, attributes.content),
    attribute: (oid) => {
      const found = list.filter(([name]) => name && Buffer.compare(name.whole, oid) === 0)
      if (found.length === 0) return undefined
      const values = found[0]?.[1] && childrenOf(found[0][1])
      if (found.length !== 1 || values?.length !== 1) throw new Error('an attribute twice')
      return values[0]
    },
    signatureAlgorithm: algorithm,
    signature: signature.content,
  }
}
