import { execFileSync } from 'node:child_process'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseInstant, type Instant } from '#domain/instant.ts'
import { refuseCertificate } from '#domain/signing.ts'
import type { SigningOrder } from '#ports/signing.ts'
import { createSigning } from './signing-tools.ts'
import { schedule } from '#adapters/system/schedule.ts'
import { createEsignClient } from './esign-client.ts'
import { askEsignOver } from './esign-http.ts'
import { makeSampleContainer, type SampleHolder } from './sample-container.ts'
import { directSigningThreads } from './signing-worker.ts'
import { paperToSign } from './testing/paper-to-sign.ts'
import { inFolder, pdfsig } from './testing/sign-elsewhere.ts'

const moment = (text: string): Instant => {
  const parsed = parseInstant(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

const passphrase = 'kunci rahasia é 2026'
const head = {
  name: 'Hj. NUR AZIZAH RAMADHANI, S.STP., M.M.',
  position: 'KEPALA DINAS,',
  capacity: 'definitive' as const,
  rank: 'Pembina Utama Muda',
  nip: '197305221993112001',
}
const now = moment('2026-11-19T02:24:00.000Z')
const inForce: SampleHolder = {
  name: head.name,
  nip: head.nip,
  from: new Date('2026-01-01T00:00:00Z'),
  until: new Date('2028-01-01T00:00:00Z'),
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

const { signer, certificates, signatures } = createSigning(
  directSigningThreads,
  createEsignClient(askEsignOver(schedule)),
)
let pdf: Uint8Array
let certificateFile: string
let signed: Uint8Array

const order = (change: Partial<SigningOrder> = {}): SigningOrder => ({
  pdf,
  userId: 'u',
  means: { kind: 'certificate-file', file: certificateFile },
  signer: head,
  reason: 'Penetapan izin “SIPOP”',
  location: 'Tanjungpinang',
  at: now,
  passphrase,
  totp: null,
  ...change,
})

beforeAll(async () => {
  pdf = await paperToSign()
  certificateFile = base64(await makeSampleContainer(inForce, passphrase))
  const made = await signer.sign(order())
  if (!made.ok) throw new Error(made.refusal.code)
  signed = made.value
})

describe('a signed paper', () => {
  it('is the very file that was looked at, with the signature behind it', async () => {
    expect(Buffer.from(signed.subarray(0, pdf.length)).equals(Buffer.from(pdf))).toBe(true)
    expect(await signatures.verify(signed, pdf)).toMatchObject({
      ok: true,
      value: {
        holder: head.name,
        holderNumbers: [head.nip],
        issuer: 'Otoritas Sertifikat SEPOK Loket (PERAGAAN)',
        issuerOrganization: null,
        validUntil: '2028-01-01T00:00:00.000Z',
      },
    })
  })

  it('is called valid and whole by poppler, as a PAdES signature', () => {
    const said = pdfsig(signed)
    for (const words of [
      'Signature is Valid.',
      'Total document signed',
      'ETSI.CAdES.detached',
      'SHA-256',
      head.name,
    ])
      expect(said).toContain(words)
  })

  it('is refused with one bit changed, wherever it lies', async () => {
    const step = Math.max(1, Math.floor(signed.length / 400))
    const believed: number[] = []
    for (let at = 0; at < signed.length; at += step) {
      const changed = Uint8Array.from(signed)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      if ((await signatures.verify(changed, null)).ok) believed.push(at)
    }
    expect(believed).toEqual([])
  })

  it('is refused when something was added, taken away, or when it is another paper', async () => {
    const more = Buffer.concat([signed, Buffer.from('\n% lampiran')])
    expect(await signatures.verify(more, pdf)).toMatchObject({ refusal: { why: 'not-whole' } })
    expect(await signatures.verify(signed.subarray(0, -8), pdf)).toMatchObject({
      refusal: { why: 'not-whole' },
    })
    expect(await signatures.verify(pdf, pdf)).toMatchObject({ refusal: { why: 'missing' } })
    const other = Uint8Array.from(pdf)
    other[100] = (other[100] ?? 0) + 1
    expect(await signatures.verify(signed, other)).toMatchObject({ refusal: { why: 'other-document' } })
  })
})

describe('a certificate file', () => {
  it('stays shut for a wrong passphrase, and says so', async () => {
    for (const wrong of ['', 'kunci rahasia e 2026', `${passphrase} `])
      expect(await signer.sign(order({ passphrase: wrong }))).toEqual({
        ok: false,
        refusal: { code: 'passphrase-wrong' },
      })
    expect(await certificates.read(certificateFile, 'bukan')).toMatchObject({
      refusal: { code: 'passphrase-wrong' },
    })
  })

  it('that is none, is cut off, or may not sign, is told apart', async () => {
    const unusable = (why: string) => ({ ok: false, refusal: { code: 'certificate-unusable', why } })
    expect(await certificates.read(base64(pdf), passphrase)).toEqual(unusable('unreadable'))
    expect(await certificates.read(certificateFile.slice(0, 1200), passphrase)).toEqual(
      unusable('unreadable'),
    )
    const forSecrets = base64(await makeSampleContainer({ ...inForce, forSigning: false }, passphrase))
    expect(await certificates.read(forSecrets, passphrase)).toEqual(unusable('not-for-signing'))
  })

  it('that has expired, or is not in force yet, signs nothing', async () => {
    expect(await signer.sign(order({ at: moment('2028-01-01T00:00:00.001Z') }))).toEqual({
      ok: false,
      refusal: { code: 'certificate-expired', holder: head.name, validUntil: '2028-01-01T00:00:00.000Z' },
    })
    expect(await signer.sign(order({ at: moment('2025-12-31T23:59:59.000Z') }))).toMatchObject({
      refusal: { code: 'certificate-not-yet-valid' },
    })
  })

  it('as other programs make it is read too, with older ciphers and with elliptic keys', async () => {
    const files = withOpenssl()
    // Those programs begin a certificate today.
    const later = moment('2050-01-01T00:00:00.000Z')
    for (const [kind, file] of Object.entries(files)) {
      const made = await signer.sign(
        order({ means: { kind: 'certificate-file', file: base64(file) }, passphrase: 'sandi', at: later }),
      )
      expect([kind, made.ok]).toEqual([kind, true])
      if (!made.ok) continue
      expect(await signatures.verify(made.value, pdf)).toMatchObject({ value: { holder: 'Nur Azizah' } })
      expect(pdfsig(made.value)).toContain('Signature is Valid.')
    }
  })

  it('belongs to the official by NIP, or by the same name without titles', async () => {
    const read = await certificates.read(certificateFile, passphrase)
    if (!read.ok) throw new Error(read.refusal.code)
    expect(refuseCertificate(read.value, head, now)).toBeNull()
    expect(refuseCertificate(read.value, { name: 'Nama Baru', nip: head.nip }, now)).toBeNull()
    const untitled = { ...read.value, holder: 'Nur Azizah Ramadhani', holderNumbers: [] }
    expect(refuseCertificate(untitled, head, now)).toBeNull()
    expect(refuseCertificate(untitled, { name: 'NUR AZIZAH, S.STP.', nip: head.nip }, now)).toEqual({
      code: 'certificate-of-another',
      holder: 'Nur Azizah Ramadhani',
      official: 'NUR AZIZAH, S.STP.',
    })
  })
})

function withOpenssl(): Record<string, Uint8Array> {
  return inFolder((folder) => {
    const openssl = (...args: string[]): Buffer =>
      execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
    const keys = { rsa: ['rsa:2048'], ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'] }
    for (const [name, kind] of Object.entries(keys))
      openssl(
        ...['req', '-x509', '-nodes', '-newkey', ...kind, '-keyout', `${name}.key`, '-out', `${name}.crt`],
        ...['-days', '30000', '-subj', '/CN=Nur Azizah', '-addext', 'basicConstraints=CA:FALSE'],
      )
    const pack = (name: string, ...more: string[]): Uint8Array =>
      openssl(
        ...[
          'pkcs12',
          '-export',
          '-inkey',
          `${name}.key`,
          '-in',
          `${name}.crt`,
          '-passout',
          'pass:sandi',
          ...more,
        ],
      )
    return {
      'RSA, today’s ciphers': pack('rsa'),
      'RSA, triple DES': pack(
        'rsa',
        '-certpbe',
        'PBE-SHA1-3DES',
        '-keypbe',
        'PBE-SHA1-3DES',
        '-macalg',
        'sha1',
      ),
      'elliptic curve': pack('ec'),
    }
  })
}
