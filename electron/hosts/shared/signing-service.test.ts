import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { startEsignDouble, type EsignDouble } from '#adapters/signing/testing/esign-double.ts'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import { findOfficial } from '#domain/profile.ts'
import { esignVersions } from '#domain/signing-service.ts'
import { composeStation, type ComposedStation } from '../testing/composed-station.ts'
import type { Client } from '../testing/counter-desk.ts'
import { readOfficeFiles } from './office-files.ts'
import { samplePassphrase } from './sample/certificates.ts'

const now = '2026-11-19T02:24:00.000Z'
const nik = '3214014505730001'
const passphrase = 'Burung-Kenari-Layanan-42'
const files = readOfficeFiles(assetsDir, 'purwakarta')
if (!files.ok) throw new Error('the data files of Purwakarta are broken')
const official = findOfficial(files.value.office.profile, 'kepala-dinas', officeDate('2026-11-19'))
if (!official) throw new Error('the post is vacant')

let office: ComposedStation
let double: EsignDouble
let head: Client
let admin: Client
let waiting: string[]

async function signIn(role: string): Promise<Client> {
  const client = office.client(role)
  const { demoUsers } = await client.session.station.query()
  const password = demoUsers.find((one) => one.username === role)?.password ?? ''
  const entered = await client.session.signIn.mutate({ username: role, password })
  if (!entered.ok) throw new Error(`${role} cannot sign in: ${entered.refusal.code}`)
  return client
}

beforeAll(async () => {
  vi.stubEnv('SEPOK_SAMPLE_COUNT', '350')
  office = await composeStation({ demo: true, profile: 'purwakarta' }, now)
  vi.unstubAllEnvs()
  const span = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2028-01-01T00:00:00Z') }
  const container = await makeSampleContainer({ name: official.name, nip: official.nip, ...span }, passphrase)
  double = await startEsignDouble({
    signers: { [nik]: { container, passphrase } },
    now: () => instantOf(Date.parse(now)),
  })
  head = await signIn('agency-head')
  admin = await signIn('admin')
  const { lines } = await head.dossiers.queue.query({ stage: 'kepala-dinas' })
  waiting = lines.filter((one) => !one.signed && one.productKind === 'permit').map((one) => one.id)
}, 180_000)
afterAll(async () => {
  await office.close()
  await double.close()
})
beforeEach(() => {
  double.behaviour = 'signs'
})

const next = (): string => {
  const id = waiting.shift()
  if (id === undefined) throw new Error('nothing waits for the head any more')
  return id
}
const account = () => ({ ...double.account, nik })
const sign = async (
  id: string,
  typed: { passphrase?: string; account?: ReturnType<typeof account> | Record<string, string | null> } = {},
) => {
  const { seq } = await head.dossiers.get.query({ id })
  const { issuer } = await head.signing.means.query()
  return head.dossiers.signElectronically.mutate({
    applicationId: id,
    stage: 'kepala-dinas',
    seenSeq: seq,
    seenIssuer: issuer,
    passphrase: typed.passphrase ?? passphrase,
    account: (typed.account ?? account()) as ReturnType<typeof account>,
  })
}
const allFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? allFiles(path) : [path]
  })

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
    issuer: 'Balai Sertifikasi Elektronik (BSrE)',
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
    expect(await sign(id)).toMatchObject({
      ok: true,
      value: { product: { signature: { method: 'electronic', by: official.name } } },
    })
    const signed = Buffer.from(
      await (await office.fetch('agency-head', `/files/product/${id}.pdf`)).arrayBuffer(),
    )
    expect(signed.subarray(0, seen.length).equals(seen)).toBe(true)
    expect((await head.signing.means.query()).maskedNik).toBe('3214************')
    expect(await sign(next(), { account: { ...double.account, nik: null } })).toMatchObject({ ok: true })
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
  ])
  expect((await head.dossiers.get.query({ id })).seq).toBe(seq)
  waiting.push(id)
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
})

it('keeps neither account nor passphrase anywhere', () => {
  for (const path of allFiles(office.dataDir)) {
    const bytes = readFileSync(path)
    for (const secret of [passphrase, double.account.password])
      expect(bytes.includes(secret), `${secret} in ${path}`).toBe(false)
  }
})

it('given up, each signer signs with the own certificate again', async () => {
  expect(await admin.signing.saveService.mutate(null)).toEqual({ ok: true, value: null })
  const { service, issuer } = await head.signing.means.query()
  expect(service).toBeNull()
  expect(issuer).toBe((await head.signing.certificate.query())?.issuer)
  const other = await signIn('agency-head')
  expect(samplePassphrase).not.toBe(passphrase)
  expect(await other.signing.means.query()).toMatchObject({ service: null })
})
