import { beforeAll, describe, expect, it } from 'vitest'
import { paperToSign } from './testing/paper-to-sign.ts'
import { opensslIdentity, pdfsig, signElsewhere, type OpensslIdentity } from './testing/sign-elsewhere.ts'
import { listSignatures, verifyPdf } from './verify-pdf.ts'

let pdf: Uint8Array
let rsa: OpensslIdentity
let curve: OpensslIdentity
let initials: OpensslIdentity

beforeAll(async () => {
  pdf = await paperToSign()
  rsa = opensslIdentity(['rsa:2048'], '/CN=Nur Azizah/O=Dinas/serialNumber=197305221993112001')
  curve = opensslIdentity(['ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1'], '/CN=Nur Azizah')
  initials = opensslIdentity(['rsa:2048'], '/CN=Kepala Bidang')
})

describe('a PDF that another program has signed', () => {
  it.each([
    ['SHA-256', 'rsa', ['-md', 'sha256']],
    ['SHA-384', 'rsa', ['-md', 'sha384']],
    ['SHA-512', 'rsa', ['-md', 'sha512']],
    ['SHA-256, naming its certificate', 'rsa', ['-md', 'sha256', '-cades']],
    ['SHA-512, naming its certificate', 'rsa', ['-md', 'sha512', '-cades']],
    ['PSS', 'rsa', ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss']],
    ['an elliptic curve', 'curve', ['-md', 'sha384']],
  ] as const)('is believed (%s), and poppler agrees', async (_, kind, options) => {
    const signed = await signElsewhere(pdf, kind === 'rsa' ? rsa : curve, options)
    expect(listSignatures(signed)).toMatchObject({
      ok: true,
      value: [{ certificate: { holder: 'Nur Azizah' }, signedAt: expect.stringMatching(/^20\d\d-/) }],
    })
    const said = pdfsig(signed)
    expect(said).toContain('Signature is Valid.')
    expect(said).toContain('Total document signed')
  })

  it('with initials before the signature is believed whole, each with its own certificate', async () => {
    const once = await signElsewhere(pdf, initials)
    const twice = await signElsewhere(once, rsa, ['-md', 'sha512'])
    const found = listSignatures(twice)
    expect(found.ok && found.value.map((one) => one.certificate.holder)).toEqual([
      'Kepala Bidang',
      'Nur Azizah',
    ])
    expect(found.ok && found.value[1]?.certificate.holderNumbers).toEqual(['197305221993112001'])
    expect(verifyPdf(twice, null)).toMatchObject({ ok: true, value: { holder: 'Nur Azizah' } })
    expect(pdfsig(twice).match(/Signature is Valid\./g)).toHaveLength(2)
  })

  it('is refused when something was added behind the last signature, or an earlier one is broken', async () => {
    const twice = await signElsewhere(await signElsewhere(pdf, initials), rsa)
    const more = Buffer.concat([twice, Buffer.from('\n%%EOF')])
    expect(listSignatures(more)).toMatchObject({ refusal: { why: 'not-whole' } })
    const changed = Uint8Array.from(twice)
    changed[200] = (changed[200] ?? 0) ^ 1
    expect(listSignatures(changed)).toMatchObject({ refusal: { why: 'changed' } })
    expect(listSignatures(pdf)).toMatchObject({ refusal: { why: 'missing' } })
  })

  it('is refused with one bit changed, wherever it lies', async () => {
    const signed = await signElsewhere(pdf, rsa, ['-md', 'sha512', '-cades'])
    const step = Math.max(1, Math.floor(signed.length / 400))
    const believed: number[] = []
    for (let at = 0; at < signed.length; at += step) {
      const changed = Uint8Array.from(signed)
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      if (listSignatures(changed).ok) believed.push(at)
    }
    expect(believed).toEqual([])
  })

  it('by a digest of yesterday is not believed', async () => {
    const signed = await signElsewhere(pdf, rsa, ['-md', 'sha1'])
    expect(listSignatures(signed)).toMatchObject({ refusal: { why: 'forged' } })
  })
})
