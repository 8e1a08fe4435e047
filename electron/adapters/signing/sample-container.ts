import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'

const makeKeys = promisify(generateKeyPair)

/** Whose certificate it is to be, and when it is in force. */
export interface SampleHolder {
  readonly name: string
  /** Written into the certificate as the holder's number; null: none. */
  readonly nip: string | null
  readonly from: Date
  readonly until: Date
  /** false: a certificate for encryption only, which must not sign. */
  readonly forSigning?: boolean
  /** Name of the authority that issues it, for doubles of real ones; left out: the one of demonstrations. */
  readonly authority?: string
}

interface Party {
  readonly key: forge.pki.rsa.PrivateKey
  readonly certificate: forge.pki.Certificate
}

const authorityName = 'Otoritas Sertifikat SEPOK Loket (PERAGAAN)'

async function newKeys() {
  const { privateKey, publicKey } = await makeKeys('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return {
    key: forge.pki.privateKeyFromPem(privateKey),
    publicKey: forge.pki.publicKeyFromPem(publicKey),
  }
}

async function makeParty(
  subject: forge.pki.CertificateField[],
  span: { readonly from: Date; readonly until: Date },
  extensions: object[],
  issuer: Party | null,
): Promise<Party> {
  const { key, publicKey } = await newKeys()
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  // Positive, as a serial number must be.
  certificate.serialNumber = `4${randomBytes(9).toString('hex').slice(1)}`
  certificate.validity.notBefore = span.from
  certificate.validity.notAfter = span.until
  certificate.setSubject(subject)
  certificate.setIssuer(issuer ? issuer.certificate.subject.attributes : subject)
  certificate.setExtensions(extensions)
  certificate.sign(issuer?.key ?? key, forge.md.sha256.create())
  return { key, certificate }
}

const utf8 = 12 as forge.asn1.Class

/**
 * Makes a certificate file for a sample office or a demonstration, issued by a little authority of its own that nobody
 * trusts: its name says so. The key of the authority is thrown away.
 */
export async function makeSampleContainer(holder: SampleHolder, passphrase: string): Promise<Uint8Array> {
  const years = 20 * 365 * 86_400_000
  const span = {
    from: new Date(holder.from.getTime() - 86_400_000),
    until: new Date(holder.from.getTime() + years),
  }
  const authority = await makeParty(
    [
      { name: 'commonName', value: holder.authority ?? authorityName },
      { name: 'countryName', value: 'ID' },
    ],
    span,
    [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
    null,
  )
  const subject: forge.pki.CertificateField[] = [
    { name: 'countryName', value: 'ID' },
    { name: 'commonName', value: holder.name, valueTagClass: utf8 },
    ...(holder.nip === null ? [] : [{ type: '2.5.4.5', value: holder.nip }]),
  ]
  const use =
    holder.forSigning === false
      ? { dataEncipherment: true }
      : { digitalSignature: true, nonRepudiation: true }
  const own = await makeParty(
    subject,
    holder,
    [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', ...use, critical: true },
    ],
    authority,
  )
  const container = forge.pkcs12.toPkcs12Asn1(own.key, [own.certificate, authority.certificate], passphrase, {
    algorithm: 'aes256',
    count: 2048,
    friendlyName: holder.name,
  })
  return new Uint8Array(Buffer.from(forge.asn1.toDer(container).getBytes(), 'binary'))
}
