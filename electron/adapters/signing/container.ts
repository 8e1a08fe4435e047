import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import forge from 'node-forge'
import { instantOf } from '#domain/instant.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { CertificateFacts, CertificateRefusal } from '#domain/signing.ts'

/** What is in a certificate file, once it is open. */
export interface OpenContainer {
  readonly key: KeyObject
  /** The certificate of the key first, then those above it. */
  readonly chain: readonly [X509Certificate, ...X509Certificate[]]
}

/** The largest file taken: a key and a handful of certificates. */
const mostBytes = 256 * 1024

/** Opens a PKCS#12 file. Refuses a wrong passphrase and a file that holds nothing to sign with; never throws. */
export function openContainer(
  container: Uint8Array,
  passphrase: string,
): Result<OpenContainer, CertificateRefusal> {
  const structure = readStructure(container)
  if (!structure) return refuse({ code: 'certificate-unusable', why: 'unreadable' })
  let bags: forge.pkcs12.Pkcs12Pfx
  try {
    bags = forge.pkcs12.pkcs12FromAsn1(structure, passphrase)
  } catch (error) {
    return refuse(refusalOf(error))
  }
  const certificates = bagsOf(bags, forge.pki.oids['certBag'] ?? '').flatMap(certificateOf)
  const keys = [
    ...bagsOf(bags, forge.pki.oids['pkcs8ShroudedKeyBag'] ?? ''),
    ...bagsOf(bags, forge.pki.oids['keyBag'] ?? ''),
  ].flatMap(keyOf)
  for (const key of keys) {
    const own = certificates.find((one) => one.checkPrivateKey(key))
    if (!own) continue
    if (!maySign(own)) return refuse({ code: 'certificate-unusable', why: 'not-for-signing' })
    return ok({ key, chain: [own, ...chainAbove(own, certificates)] })
  }
  return refuse({ code: 'certificate-unusable', why: 'no-key' })
}

function readStructure(container: Uint8Array): forge.asn1.Asn1 | null {
  if (container.length > mostBytes) return null
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(container).toString('binary')))
  } catch {
    return null
  }
}

/** The library says in words what was wrong; only those of a wrong passphrase are told apart. Its own text goes no further. */
function refusalOf(error: unknown): CertificateRefusal {
  const message = error instanceof Error ? error.message : ''
  return /invalid password|MAC could not be verified|decrypt/i.test(message)
    ? { code: 'passphrase-wrong' }
    : { code: 'certificate-unusable', why: 'unreadable' }
}

const bagsOf = (bags: forge.pkcs12.Pkcs12Pfx, bagType: string): readonly forge.pkcs12.Bag[] =>
  bags.getBags({ bagType })[bagType] ?? []

const derOf = (node: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(node).getBytes(), 'binary')

function certificateOf({ cert, asn1 }: forge.pkcs12.Bag): readonly X509Certificate[] {
  // The library leaves certificates with elliptic keys as they are.
  const node = cert ? forge.pki.certificateToAsn1(cert) : asn1
  try {
    return [new X509Certificate(derOf(node))]
  } catch {
    return []
  }
}

function keyOf({ key, asn1 }: forge.pkcs12.Bag): readonly KeyObject[] {
  const node = key
    ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key as forge.pki.rsa.PrivateKey))
    : asn1
  try {
    return [createPrivateKey({ key: derOf(node), format: 'der', type: 'pkcs8' })]
  } catch {
    return []
  }
}

/** Certificates from the signer's issuer upward, as far as the file has them. */
function chainAbove(own: X509Certificate, all: readonly X509Certificate[]): readonly X509Certificate[] {
  const above: X509Certificate[] = []
  let last = own
  for (;;) {
    const issuer = all.find((one) => one !== last && !above.includes(one) && last.checkIssued(one))
    if (!issuer || last.checkIssued(last)) return above
    above.push(issuer)
    last = issuer
  }
}

const keyUsageOid = '2.5.29.15'

/** Whether the use that a certificate states includes signing documents; one that states none may be used for all. */
function maySign(certificate: X509Certificate): boolean {
  if (certificate.ca) return false
  const usage = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(certificate.raw).toString('binary')))
  const bits = findKeyUsage(usage)
  // Bit 0 is digitalSignature, bit 1 nonRepudiation.
  return bits === null || (bits & 0xc0) !== 0
}

function findKeyUsage(node: forge.asn1.Asn1): number | null {
  if (!Array.isArray(node.value)) return null
  const [first, ...rest] = node.value
  if (first && typeof first.value === 'string' && first.type === forge.asn1.Type.OID) {
    const value = rest.at(-1)?.value
    if (forge.asn1.derToOid(first.value) === keyUsageOid && typeof value === 'string') {
      const bits = forge.asn1.fromDer(forge.util.createBuffer(value), {
        strict: true,
        decodeBitStrings: false,
      } as unknown as boolean)
      return typeof bits.value === 'string' ? bits.value.charCodeAt(1) : null
    }
  }
  for (const child of node.value) {
    const found = findKeyUsage(child)
    if (found !== null) return found
  }
  return null
}

const values = (field: string | readonly string[] | undefined): readonly string[] =>
  field === undefined ? [] : typeof field === 'string' ? [field] : field

const instantOfText = (text: string) => instantOf(Date.parse(text))

/** What a certificate says of itself. */
export function certificateFacts(certificate: X509Certificate): CertificateFacts {
  const { subject, issuer } = certificate.toLegacyObject() as unknown as Record<
    'subject' | 'issuer',
    Readonly<Record<string, string | readonly string[]>>
  >
  return {
    holder: values(subject['CN'])[0] ?? certificate.subject,
    holderNumbers: [...values(subject['serialNumber']), ...values(subject['UID'])],
    issuer: values(issuer['CN'])[0] ?? certificate.issuer,
    issuerOrganization: values(issuer['O'])[0] ?? null,
    serial: certificate.serialNumber,
    validFrom: instantOfText(certificate.validFrom),
    validUntil: instantOfText(certificate.validTo),
  }
}
