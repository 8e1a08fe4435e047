import { constants, verify, type KeyObject } from 'node:crypto'
import { childrenOf, objectId, readDer, sameBytes, sequence, nothing, type DerNode } from './der.ts'

/** Digests that a signature may rest on; what is older is not believed. */
const digests = {
  sha256: objectId('2.16.840.1.101.3.4.2.1'),
  sha384: objectId('2.16.840.1.101.3.4.2.2'),
  sha512: objectId('2.16.840.1.101.3.4.2.3'),
} as const
export type DigestName = keyof typeof digests

const rsa = objectId('1.2.840.113549.1.1.1')
const rsaPss = objectId('1.2.840.113549.1.1.10')
const rsaWith = {
  sha256: objectId('1.2.840.113549.1.1.11'),
  sha384: objectId('1.2.840.113549.1.1.12'),
  sha512: objectId('1.2.840.113549.1.1.13'),
} as const
const ecdsaWith = {
  sha256: objectId('1.2.840.10045.4.3.2'),
  sha384: objectId('1.2.840.10045.4.3.3'),
  sha512: objectId('1.2.840.10045.4.3.4'),
} as const

const names = Object.keys(digests) as DigestName[]

/** The digest of an AlgorithmIdentifier, with or without the NULL that some programs write; null: another one. */
export function digestOf(algorithm: Uint8Array): DigestName | null {
  const found = names.find((one) =>
    [sequence(digests[one]), sequence(digests[one], nothing)].some((form) => sameBytes(form, algorithm)),
  )
  return found ?? null
}

/**
 * Whether a signature fits the signed bytes and the key. The algorithm that it names must be one of the key's kind, and with
 * the digest of its signer: RSA by PKCS #1 v1.5 or PSS, and ECDSA.
 */
export function signatureFits(
  {
    algorithm,
    digest,
    key,
  }: { readonly algorithm: DerNode; readonly digest: DigestName; readonly key: KeyObject },
  signed: Uint8Array,
  signature: Uint8Array,
): boolean {
  const [oid, parameters] = childrenOf(algorithm)
  if (!oid) return false
  const is = (other: Uint8Array): boolean => sameBytes(oid.whole, other)
  const plain = parameters === undefined || sameBytes(parameters.whole, nothing)
  if (key.asymmetricKeyType === 'ec')
    return plain && is(ecdsaWith[digest]) && verify(digest, signed, key, signature)
  if (key.asymmetricKeyType !== 'rsa') return false
  if (is(rsa) || is(rsaWith[digest])) return plain && verify(digest, signed, key, signature)
  if (!is(rsaPss) || !parameters) return false
  const saltLength = saltOfPss(parameters, digest)
  const padding = constants.RSA_PKCS1_PSS_PADDING
  return saltLength !== null && verify(digest, signed, { key, padding, saltLength }, signature)
}

/** Length of the salt (RFC 4055); null: another digest than the signer's. Its default is SHA-1, which nobody names. */
function saltOfPss(parameters: DerNode, digest: DigestName): number | null {
  const parts = childrenOf(parameters)
  const inside = (tag: number): DerNode | undefined => {
    const part = parts.find((one) => one.tag === tag)
    return part && readDer(part.content)
  }
  const hash = inside(0xa0)
  if (!hash || digestOf(hash.whole) !== digest) return null
  const salt = inside(0xa2)
  return salt ? salt.content.reduce((sum, byte) => sum * 256 + byte, 0) : 20
}
