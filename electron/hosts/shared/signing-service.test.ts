import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  startEsignDouble,
  type EsignDouble,
  type EsignSigner,
} from '#adapters/signing/testing/esign-double.ts'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { instantOf } from '#domain/instant.ts'
import { esignVersions } from '#domain/signing-service.ts'
import type { ComposedStation } from '../testing/composed-station.ts'
import type { Client } from '../testing/counter-desk.ts'
import { canariesInHeap, digestOf, makeCanary } from '../testing/heap-secrets.ts'
import {
  allFiles,
  formsOfSecret,
  openSigningDesk,
  type SignChange,
  type SigningDesk,
} from '../testing/signing-desk.ts'
import { samplePassphrase } from './sample/certificates.ts'

const now = '2026-11-19T02:24:00.000Z'
const nik = '3214014505730001'
/** Whose passphrase nothing but the service holds. */
const canaryNik = '3214014505730004'
/** Of the same official, with a certificate that is not BSrE's. */
const otherNik = '3214014505730003'
const passphrase = 'Burung-Kenari-Layanan-42'
const ownOf = ({ name, nip }: SigningDesk['official']) => ({
  name,
  nip,
  from: new Date('2026-01-01T00:00:00Z'),
  until: new Date('2028-01-01T00:00:00Z'),
})
const authority = 'Balai Sertifikasi Elektronik'
const signers: Record<string, EsignSigner> = {}

let desk: SigningDesk
let office: ComposedStation
let double: EsignDouble
let head: Client
let admin: Client

beforeAll(async () => {
  desk = await openSigningDesk(now, 800)
  ;({ office, head } = desk)
  const own = ownOf(desk.official)
  signers[nik] = { container: await makeSampleContainer({ ...own, authority }, passphrase), passphrase }
  signers[otherNik] = { container: await makeSampleContainer(own, passphrase), passphrase }
  double = await startEsignDouble({ signers, now: () => instantOf(Date.parse(now)) })
  admin = await desk.signIn('admin')
}, 180_000)
afterAll(async () => {
  await office.close()
  await double.close()
})
beforeEach(() => {
  double.behaviour = 'signs'
})

const next = (): string => desk.next()
const account = () => ({ ...double.account, nik })
const sign = (
  id: string,
  typed: { passphrase?: string; account?: NonNullable<SignChange['account']> } = {},
) => desk.sign(id, typed.passphrase ?? passphrase, { account: typed.account ?? account() })

it('is chosen by the administrator, only over TLS or on this computer, and asked before anybody signs', async () => {
  const choose = (url: string) => admin.signing.saveService.mutate({ version: 'v2', url })
  expect(await choose('http://10.1.2.3')).toMatchObject({ refusal: { code: 'signing-url-open' } })
  expect(await choose('esign')).toMatchObject({ refusal: { code: 'signing-url-invalid' } })
  const service = double.service('v2')
  const attempt = (change: object) =>
    admin.signing.tryService.mutate({ service, account: double.account, nik, ...change })
  expect(await attempt({})).toEqual({ ok: true, value: 'active' })
  expect(await attempt({ nik: '3214014505730002' })).toMatchObject({ refusal: { code: 'signer-unknown' } })
  expect(await attempt({ nik: '32' })).toMatchObject({ refusal: { code: 'signer-nik-malformed' } })
  expect(await attempt({ account: { username: 'x', password: 'y' } })).toMatchObject({
    refusal: { code: 'signing-account-refused' },
  })
  expect(await admin.signing.service.query()).toBeNull()
  expect(await choose(`${service.url}/`)).toEqual({ ok: true, value: service })
  expect(await head.signing.means.query()).toEqual({
    service,
    officeAccount: false,
    issuer: 'Balai Sertifikasi Elektronik (BSrE)',
    certificate: expect.anything(),
    maskedNik: null,
  })
})

it.each(esignVersions)(
  'signs the permit that the head looked at (%s), and the NIK is typed once',
  async (version) => {
    await admin.signing.saveService.mutate(double.service(version))
    const id = next()
    const seen = Buffer.from(
      await (await office.fetch('agency-head', `/files/to-sign/${id}.pdf`)).arrayBuffer(),
    )
    const isKnown = (await head.signing.means.query()).maskedNik !== null
    expect(await sign(id, isKnown ? { account: { ...double.account, nik: null } } : {})).toMatchObject({
      ok: true,
      value: { product: { signature: { method: 'electronic', by: desk.official.name } } },
    })
    const signed = Buffer.from(
      await (await office.fetch('agency-head', `/files/product/${id}.pdf`)).arrayBuffer(),
    )
    expect(signed.subarray(0, seen.length).equals(seen)).toBe(true)
    expect((await head.signing.means.query()).maskedNik).toBe('3214************')
  },
)

it('leaves the dossier as it was whatever the service does', async () => {
  const id = next()
  const { seq } = await head.dossiers.get.query({ id })
  const told: unknown[] = []
  for (const behaviour of ['html', 'fails', 'unsigned'] as const) {
    double.behaviour = behaviour
    const signed = await sign(id)
    told.push(!signed.ok && signed.refusal.code)
  }
  double.behaviour = 'signs'
  for (const typed of [
    { username: '', password: '', nik },
    { username: 'loket-uji', password: 'keliru', nik },
    { ...double.account, nik: '12' },
    { ...double.account, nik: otherNik },
  ]) {
    const signed = await sign(id, { account: typed })
    told.push(!signed.ok && signed.refusal.code)
  }
  expect(told).toEqual([
    'signing-answer-foreign',
    'signing-refused',
    'signature-broken',
    'signing-account-missing',
    'signing-account-refused',
    'signer-nik-malformed',
    'certificate-of-other-issuer',
  ])
  expect((await head.dossiers.get.query({ id })).seq).toBe(seq)
  desk.putBack(id)
})

it('is sent no fourth passphrase after three wrong ones, so that BSrE blocks nobody', async () => {
  const id = next()
  const asked = double.asked.length
  const codes: unknown[] = []
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const signed = await sign(id, { passphrase: `salah-${attempt}` })
    codes.push(!signed.ok && signed.refusal)
  }
  const wrong = { code: 'passphrase-wrong' }
  expect(codes).toEqual([
    wrong,
    wrong,
    wrong,
    { code: 'signing-waits', until: expect.stringMatching(/^2026-11-19T02:39:00/) },
  ])
  expect(double.asked.length - asked).toBe(3)
  desk.putBack(id)
})

describe('a batch', () => {
  /** Ticks letters, opened or not, and waits until all had their turn. */
  const signTogether = async (
    ids: readonly string[],
    typed: {
      passphrase?: string
      nik?: string
      opened?: boolean
      /** Happens after the letters were opened. */
      meanwhile?: () => Promise<unknown>
    } = {},
  ) => {
    const letters: { applicationId: string; seenSeq: number }[] = []
    for (const applicationId of ids) {
      const { seq } = await head.dossiers.get.query({ id: applicationId })
      if (typed.opened !== false) await office.fetch('agency-head', `/files/to-sign/${applicationId}.pdf`)
      letters.push({ applicationId, seenSeq: seq })
    }
    await typed.meanwhile?.()
    const begun = await head.signing.startBatch.mutate({
      id: randomUUID(),
      stage: 'kepala-dinas',
      letters,
      seenIssuer: (await head.signing.means.query()).issuer,
      passphrase: typed.passphrase ?? passphrase,
      account: { ...account(), ...(typed.nik !== undefined && { nik: typed.nik }) },
    })
    if (!begun.ok) return begun.refusal
    for (;;) {
      const batch = await head.signing.batch.query()
      if (batch?.end !== null) return batch
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const statesOf = (batch: Awaited<ReturnType<typeof signTogether>>) =>
    batch && 'letters' in batch ? batch.letters.map((one) => one.state) : batch
  beforeAll(() => {
    // The three wrong ones of before are more than an hour ago.
    office.setTime('2026-11-19T04:24:00.000Z')
  })

  it('that was typed wrong stops at once: the service is asked once, and nothing is signed', async () => {
    const ids = [next(), next(), next()]
    const asked = double.asked.length
    const batch = await signTogether(ids, { passphrase: 'salah' })
    expect(batch).toMatchObject({ end: 'refused', refusalCode: 'passphrase-wrong' })
    expect(statesOf(batch)).toEqual(['refused', 'left', 'left'])
    expect(double.asked.length - asked).toBe(1)
    for (const id of ids)
      expect((await head.dossiers.get.query({ id })).product?.signature, 'not signed').toBeNull()
    desk.putBack(...ids)
  })

  it('is signed with one passphrase, and each letter goes on to its next stage', async () => {
    const ids = [next(), next()]
    const batch = await signTogether(ids)
    expect(statesOf(batch)).toEqual(['signed', 'signed'])
    expect(batch).toMatchObject({ end: 'done', letters: ids.map(() => ({ moved: true })) })
    for (const id of ids) {
      const { product, line } = await head.dossiers.get.query({ id })
      expect(product?.signature).toMatchObject({ method: 'electronic', by: desk.official.name })
      expect(line.stages.map((one) => one.code)).not.toContain('kepala-dinas')
      const file = await office.fetch('agency-head', `/files/product/${id}.pdf`)
      expect(file.status).toBe(200)
    }
  })

  it('leaves out none of the others when one was signed meanwhile', async () => {
    const [first, second] = [next(), next()]
    const meanwhile = async () => expect(await sign(first)).toMatchObject({ ok: true })
    const batch = await signTogether([first, second], { meanwhile })
    expect(statesOf(batch)).toEqual(['refused', 'signed'])
    expect(batch && 'letters' in batch && batch.letters[0]?.sentence).toContain(desk.official.name)
  })

  it('begins with nothing that the signer has not opened', async () => {
    const id = next()
    expect(await signTogether([id], { opened: false })).toMatchObject({ code: 'letters-not-opened' })
    desk.putBack(id)
  })

  it('leaves its passphrase and account nowhere in the memory of the station', async () => {
    const canaries = await (async () => {
      const secret = makeCanary()
      const container = await makeSampleContainer({ ...ownOf(desk.official), authority }, secret)
      signers[canaryNik] = { container, passphrase: secret }
      const batch = await signTogether([next()], { passphrase: secret, nik: canaryNik })
      expect(statesOf(batch)).toEqual(['signed'])
      Reflect.deleteProperty(signers, canaryNik)
      return digestOf(secret)
    })()
    const kept = makeCanary()
    const inHeap = await canariesInHeap()
    expect(inHeap.has(digestOf(kept)), 'what is held is found').toBe(true)
    expect(inHeap.has(canaries)).toBe(false)
  })

  it('of one person is nobody else’s to see or to stop', async () => {
    expect(await (await desk.signIn('loket')).signing.batch.query()).toBeNull()
    expect(await head.signing.batch.query()).not.toBeNull()
  })
})

describe('an account of the whole office', () => {
  const officePassword = 'Kenari-Akun-Kantor-88'
  const save = (url: string, account: { username: string; password: string | null } | null) =>
    admin.signing.saveService.mutate({ version: 'v2', url, account })
  const noAccount = { username: '', password: '', nik: null }

  it('is taken with its password only, and that goes to another address only when it is typed anew', async () => {
    const { url } = double.service('v2')
    double.account.password = officePassword
    expect(await save(url, { username: 'loket-uji', password: null })).toMatchObject({
      refusal: { code: 'signing-password-needed' },
    })
    expect(await save(url, { username: ' ', password: officePassword })).toMatchObject({
      refusal: { code: 'signing-username-missing' },
    })
    expect(await save(url, { username: 'loket-uji', password: officePassword })).toMatchObject({ ok: true })
    expect(await save('https://lain.go.id', { username: 'loket-uji', password: null })).toMatchObject({
      refusal: { code: 'signing-password-again' },
    })
    expect(await save(url, { username: 'loket-uji', password: null })).toMatchObject({ ok: true })
    expect(await admin.signing.service.query()).toEqual({
      version: 'v2',
      url,
      account: { username: 'loket-uji', opensHere: true },
    })
  })

  it('is tried without typing it again', async () => {
    const service = double.service('v2')
    expect(await admin.signing.tryService.mutate({ service, account: null, nik })).toEqual({
      ok: true,
      value: 'active',
    })
    expect(
      await admin.signing.tryService.mutate({
        service: { ...service, url: 'https://lain.go.id' },
        account: null,
        nik,
      }),
    ).toMatchObject({ refusal: { code: 'signing-password-needed' } })
  })

  it('leaves the signer nothing to type but the passphrase', async () => {
    expect((await head.signing.means.query()).officeAccount).toBe(true)
    expect(await sign(next(), { account: { ...noAccount, nik } })).toMatchObject({ ok: true })
    expect(await sign(next(), { account: noAccount })).toMatchObject({ ok: true })
  })

  it('lies nowhere in the open: not in the database, not in a log, not in a file', () => {
    const forms = formsOfSecret(officePassword)
    for (const path of allFiles(office.dataDir)) {
      const bytes = readFileSync(path)
      expect(
        forms.some((one) => bytes.includes(one)),
        path,
      ).toBe(false)
    }
  })

  it('of a signer with codes of one use: the code is asked for, sent, and signs once in the place of the passphrase', async () => {
    const known = signers[nik]
    if (!known) throw new Error('the signer is gone')
    signers[nik] = { ...known, totp: '482913' }
    const id = next()
    const withCode = async (totp: string | null) => {
      const signed = await desk.sign(id, totp === null ? passphrase : '', { account: noAccount, totp })
      return signed.ok ? 'signed' : signed.refusal.code
    }
    expect(await withCode(null)).toBe('totp-needed')
    expect(await withCode('482913')).toBe('totp-wrong')
    expect(await head.signing.requestTotp.mutate({ account: noAccount })).toEqual({ ok: true, value: 'sent' })
    expect(await withCode('000000')).toBe('totp-wrong')
    expect(await withCode('482913')).toBe('signed')
    signers[nik] = known
  })

  it('is gone when each signer types it again', async () => {
    const { url } = double.service('v2')
    expect(await save(url, null)).toMatchObject({ ok: true })
    expect(await sign(next(), { account: noAccount })).toMatchObject({
      refusal: { code: 'signing-account-missing' },
    })
    double.account.password = 'Sandi-Layanan-5521'
  })
})

it('keeps neither account nor passphrase anywhere', () => {
  const secrets = [passphrase, double.account.password].flatMap(formsOfSecret)
  for (const path of allFiles(office.dataDir)) {
    const bytes = readFileSync(path)
    expect(
      secrets.some((one) => bytes.includes(one)),
      path,
    ).toBe(false)
  }
})

it('given up, each signer signs with the own certificate again', async () => {
  expect(await admin.signing.saveService.mutate(null)).toEqual({ ok: true, value: null })
  const { service, issuer, certificate } = await head.signing.means.query()
  expect(service).toBeNull()
  expect(issuer).toBe(certificate?.issuer)
  const other = await desk.signIn('agency-head')
  expect(samplePassphrase).not.toBe(passphrase)
  expect(await other.signing.means.query()).toMatchObject({ service: null })
})
