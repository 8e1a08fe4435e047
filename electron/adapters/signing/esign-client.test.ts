import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { schedule } from '#adapters/system/schedule.ts'
import { parseInstant, type Instant } from '#domain/instant.ts'
import { esignVersions } from '#domain/signing-service.ts'
import { createEsignClient, type EsignTask } from './esign-client.ts'
import { askEsignOver } from './esign-http.ts'
import { makeSampleContainer } from './sample-container.ts'
import { startEsignDouble, type EsignBehaviour, type EsignDouble } from './testing/esign-double.ts'
import { paperToSign } from './testing/paper-to-sign.ts'
import { verifyPdf } from './verify-pdf.ts'

const nik = '2172014505730001'
const passphrase = 'Kunci-BSrE é 88'
const moment = (iso: string): Instant => {
  const read = parseInstant(iso)
  if (!read.ok) throw new Error(iso)
  return read.value
}
const now = moment('2026-11-19T02:24:00.000Z')

const client = createEsignClient(askEsignOver(schedule))
let double: EsignDouble
let pdf: Uint8Array

beforeAll(async () => {
  pdf = await paperToSign()
  const container = await makeSampleContainer(
    {
      name: 'NUR AZIZAH RAMADHANI',
      nip: null,
      from: new Date('2026-01-01T00:00:00Z'),
      until: new Date('2028-01-01T00:00:00Z'),
    },
    passphrase,
  )
  double = await startEsignDouble({
    signers: { [nik]: { container, passphrase } },
    now: () => now,
    otherPdf: await paperToSign('Memberikan izin kepada orang lain.'),
  })
})
afterAll(() => double.close())
beforeEach(() => {
  double.behaviour = 'signs'
})

describe.each(esignVersions)('the signing service, %s', (version) => {
  const task = (change: Partial<EsignTask> = {}): EsignTask => ({
    service: double.service(version),
    account: double.account,
    nik,
    passphrase,
    totp: null,
    pdf,
    reason: 'Surat Izin Nomor 503/0001',
    location: 'Tanjungpinang',
    ...change,
  })
  const behaving = (behaviour: EsignBehaviour) => {
    double.behaviour = behaviour
    return client.sign(task())
  }

  it('signs the very file that was sent, and its signature holds', async () => {
    const signed = await client.sign(task())
    if (!signed.ok) throw new Error(signed.refusal.code)
    expect(verifyPdf(signed.value, pdf)).toMatchObject({
      ok: true,
      value: { holder: 'NUR AZIZAH RAMADHANI' },
    })
  })

  it('says of a wrong passphrase, an unknown signer and a wrong account which it was', async () => {
    const refusals = [
      await client.sign(task({ passphrase: 'salah' })),
      await client.sign(task({ nik: '2172014505730002' })),
      await client.sign(task({ account: { username: 'loket-uji', password: 'keliru' } })),
    ]
    expect(refusals).toEqual(
      ['passphrase-wrong', 'signer-unknown', 'signing-account-refused'].map((code) => ({
        ok: false,
        refusal: { code },
      })),
    )
  })

  it.each(['html', 'redirect'] as const)(
    'is not believed when a gate of the network answers (%s)',
    async (gate) => {
      expect(await behaving(gate)).toEqual({ ok: false, refusal: { code: 'signing-answer-foreign' } })
      expect(double.asked.at(-1)).not.toBe('/masuk')
    },
  )

  it('hands its own number on when it fails, never its words', async () => {
    expect(await behaving('fails')).toEqual({ ok: false, refusal: { code: 'signing-refused', number: 500 } })
  })

  it('that answers with another paper or an unsigned one does not get past the verifier', async () => {
    const [other, unsigned] = [await behaving('other-pdf'), await behaving('unsigned')]
    if (!other.ok || !unsigned.ok) throw new Error('the double refused')
    expect(verifyPdf(other.value, pdf)).toMatchObject({ refusal: { why: 'other-document' } })
    expect(verifyPdf(unsigned.value, pdf)).toMatchObject({ refusal: { why: 'missing' } })
  })

  it('that keeps silent is given up after two minutes', async () => {
    double.behaviour = 'silent'
    const waits: { afterMs: number; run: () => void }[] = []
    const patient = createEsignClient(
      askEsignOver((afterMs, run) => {
        waits.push({ afterMs, run })
        return () => undefined
      }),
    )
    const arrived = double.nextSilence()
    const answer = patient.sign(task())
    await arrived
    expect(waits.map(({ afterMs }) => afterMs)).toEqual([120_000])
    waits[0]?.run()
    expect(await answer).toEqual({ ok: false, refusal: { code: 'signing-unreachable', why: 'silent' } })
  })

  it('that is not there, or whose name nobody knows, is told apart', async () => {
    const at = (url: string) => client.sign(task({ service: { version, url } }))
    expect(await at('http://127.0.0.1:1')).toMatchObject({ refusal: { why: 'connection' } })
    expect(await at('https://tidak-ada.invalid')).toMatchObject({ refusal: { why: 'name' } })
  })

  it('spoken to with TLS where it has none is not believed', async () => {
    const open = double.service(version).url.replace('http:', 'https:')
    expect(await client.sign(task({ service: { version, url: open } }))).toMatchObject({
      refusal: { code: 'signing-unreachable', why: 'tls' },
    })
  })

  it('tells whether account and signer are known without signing anything', async () => {
    const { service, account } = task()
    expect(await client.status({ service, account, nik })).toEqual({ ok: true, value: 'active' })
    expect(await client.status({ service, account, nik: '2172014505730002' })).toMatchObject({
      refusal: { code: 'signer-unknown' },
    })
  })
})

it('hands out a file of v1 once more when the line broke in the middle, and does not sign it twice', async () => {
  double.behaviour = 'cut'
  const before = double.asked.length
  const service = double.service('v1')
  const signed = await client.sign({
    service,
    account: double.account,
    nik,
    passphrase,
    totp: null,
    pdf,
    reason: 'a',
    location: 'b',
  })
  if (!signed.ok) throw new Error(signed.refusal.code)
  expect(verifyPdf(signed.value, pdf).ok).toBe(true)
  expect(double.asked.slice(before).map((path) => path.replace(/dok-\d+/, 'ID'))).toEqual([
    '/api/sign/pdf',
    '/api/sign/download/ID',
  ])
})
