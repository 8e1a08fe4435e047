import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { createSigning } from '#adapters/signing/signing-tools.ts'
import { createEsignClient } from '#adapters/signing/esign-client.ts'
import { askEsignOver } from '#adapters/signing/esign-http.ts'
import { schedule } from '#adapters/system/schedule.ts'
import { signPdf } from '#adapters/signing/sign-pdf.ts'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { createClock } from '#adapters/system/clock.ts'
import { createIdSource } from '#adapters/system/ids.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import type { DossierView } from '#contract/dossier.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import { findOfficial } from '#domain/profile.ts'
import { instantOf } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { examineOffice } from '#services/examine-office.ts'
import { signProduct, type SignDeps } from '#services/sign-product.ts'
import { composeStation, type ComposedStation } from '../testing/composed-station.ts'
import { sha256Of, type Client } from '../testing/counter-desk.ts'
import { readOfficeFiles } from './office-files.ts'
import { createPaperDesk } from './paper-desk.ts'
import { createRenderPool } from './render-pool.ts'
import { samplePassphrase } from './sample/certificates.ts'

const now = '2026-11-19T02:24:00.000Z'
const canary = 'Burung-Kenari-7319-ñ'
const files = readOfficeFiles(assetsDir, 'purwakarta')
if (!files.ok) throw new Error('the data files of Purwakarta are broken')
const { office: laws } = files.value
const official = findOfficial(laws.profile, 'kepala-dinas', officeDate('2026-11-19'))
if (!official) throw new Error('the post is vacant')

let office: ComposedStation
let head: Client
let counter: Client
let waiting: string[]

/** Somebody of the sample office at a window of their own. */
async function signIn(role: string): Promise<Client> {
  const client = office.client(role)
  const { demoUsers } = await client.session.station.query()
  const user = demoUsers.find((one) => one.username === role)
  const entered = await client.session.signIn.mutate({
    username: role,
    password: user?.password ?? '',
  })
  if (!entered.ok) throw new Error(`${role} cannot sign in: ${entered.refusal.code}`)
  return client
}

beforeAll(async () => {
  // Each test below signs a letter of its own, so enough of them must wait for the head.
  vi.stubEnv('SEPOK_SAMPLE_COUNT', '400')
  office = await composeStation({ demo: true, profile: 'purwakarta' }, now)
  vi.unstubAllEnvs()
  head = await signIn('agency-head')
  counter = await signIn('loket')
  const { lines } = await head.dossiers.queue.query({ stage: 'kepala-dinas' })
  waiting = lines.filter((one) => !one.signed && one.productKind === 'permit').map((one) => one.id)
}, 180_000)
afterAll(() => office.close())

const next = (): string => {
  const id = waiting.shift()
  if (id === undefined) throw new Error('nothing waits for the head any more')
  return id
}
const look = (id: string): Promise<DossierView> => head.dossiers.get.query({ id })
const sign = async (
  id: string,
  passphrase: string,
  change: {
    seenSeq?: number
    seenIssuer?: string | null
    by?: Client
    account?: { username: string; password: string; nik: string | null }
  } = {},
) => {
  const { seq } = await look(id)
  const seenIssuer =
    change.seenIssuer === undefined ? (await head.signing.means.query()).issuer : change.seenIssuer
  const seenSeq = change.seenSeq ?? seq
  const order = {
    applicationId: id,
    stage: 'kepala-dinas',
    seenSeq,
    seenIssuer,
    passphrase,
    account: change.account ?? null,
  }
  return (change.by ?? head).dossiers.signElectronically.mutate(order)
}
const paper = async (who: string, kind: string, id: string): Promise<Uint8Array> => {
  const response = await office.fetch(who, `/files/${kind}/${id}.pdf`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}
const startsWith = (whole: Uint8Array, part: Uint8Array): boolean =>
  Buffer.from(whole.subarray(0, part.length)).equals(Buffer.from(part))
const allFiles = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? allFiles(path) : [path]
  })

describe('the head of the office', { timeout: 120_000 }, () => {
  it('signs the very paper that was looked at, and from then on the signed file is the paper', async () => {
    const id = next()
    const seen = await paper('agency-head', 'to-sign', id)
    expect(startsWith(await paper('agency-head', 'to-sign', id), seen)).toBe(true)
    const before = await look(id)
    expect(before.actions.find((one) => one.kind === 'forward')?.refusal?.code).toBe('not-signed')

    expect(await sign(id, samplePassphrase)).toMatchObject({
      ok: true,
      value: { product: { signature: { method: 'electronic', by: official.name, on: '2026-11-19' } } },
    })
    const signed = await paper('agency-head', 'product', id)
    expect(signed.length).toBeGreaterThan(seen.length)
    expect(startsWith(signed, seen)).toBe(true)
    const hash = sha256Of(signed)
    const stored = join(office.dataDir, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)
    const said = execFileSync('pdfsig', ['-nocert', stored], { stdio: 'pipe' }).toString()
    expect(said).toContain('Signature is Valid.')
    expect(said).toContain('Total document signed')
    expect(await sign(id, samplePassphrase)).toMatchObject({ refusal: { code: 'already-signed' } })

    const moved = await head.dossiers.act.mutate({
      applicationId: id,
      stage: 'kepala-dinas',
      action: 'terbitkan',
      note: null,
      asks: [],
    })
    expect(moved).toMatchObject({ ok: true, value: { line: { stages: [{ code: 'penyerahan' }] } } })
    const printed = await counter.dossiers.print.mutate({ applicationId: id, printerId: null, reason: null })
    if (!printed.ok) throw new Error(printed.refusal.code)
    const job = printed.value.jobs.find(
      (one) => one.document === printed.value.product?.kind && one.copy === 1,
    )
    if (!job) throw new Error('the signed paper is not printed')
    await settled(job.id)
    expect(sha256Of(await paper('loket', 'job', job.id))).toBe(sha256Of(signed))
    const sheets = allFiles(join(office.dataDir, 'cetak')).map((one) => sha256Of(readFileSync(one)))
    expect(sheets).toContain(sha256Of(signed))
  })

  it('is told what is wrong, and nothing of the dossier has changed', async () => {
    const id = next()
    const { seq } = await look(id)
    expect(await sign(id, 'bukan-ini')).toEqual({ ok: false, refusal: { code: 'passphrase-wrong' } })
    expect(await sign(id, samplePassphrase, { seenSeq: seq - 1 })).toMatchObject({
      refusal: { code: 'paper-changed' },
    })
    // The paper looked at named nobody, or somebody else: with this certificate it would be another paper.
    for (const seenIssuer of [null, 'Balai Sertifikasi Elektronik'])
      expect(await sign(id, samplePassphrase, { seenIssuer })).toMatchObject({
        refusal: { code: 'paper-changed' },
      })
    expect(await sign(id, samplePassphrase, { by: counter })).toMatchObject({
      refusal: { code: 'role-not-allowed' },
    })
    expect((await look(id)).seq).toBe(seq)
    waiting.push(id)
  })

  it('who takes a signed permit back before it is active signs it anew', async () => {
    const id = next()
    expect(await sign(id, samplePassphrase)).toMatchObject({ ok: true })
    const first = sha256Of(await paper('agency-head', 'product', id))
    const move = (client: Client, stage: string, action: string) =>
      client.dossiers.act.mutate({ applicationId: id, stage, action, note: 'Alamat salah', asks: [] })
    const back = await move(head, 'kepala-dinas', 'kembalikan-ke-naskah')
    expect(back).toMatchObject({ ok: true, value: { product: { signature: null } } })
    expect(sha256Of(await paper('agency-head', 'product', id))).not.toBe(first)
  })

  it('signs a refusal the same way, and the application is refused with it', async () => {
    const backOffice = await signIn('back-office')
    const { lines } = await backOffice.dossiers.queue.query({ stage: 'naskah' })
    const id = lines[0]?.id ?? ''
    const act = async (client: Client, kind: 'refuse' | 'forward'): Promise<DossierView> => {
      const { workStage, actions } = await client.dossiers.get.query({ id })
      const order = { applicationId: id, stage: workStage?.code ?? '', note: 'STR tidak berlaku', asks: [] }
      const action = actions.find((one) => one.kind === kind)?.code ?? ''
      const moved = await client.dossiers.act.mutate({ ...order, action })
      if (!moved.ok) throw new Error(moved.refusal.code)
      return moved.value
    }
    await act(backOffice, 'refuse')
    expect(await backOffice.dossiers.number.mutate({ applicationId: id, stage: 'naskah' })).toMatchObject({
      ok: true,
    })
    await act(backOffice, 'forward')
    await act(await signIn('section-head'), 'forward')
    await act(await signIn('division-head'), 'forward')
    const seen = await paper('agency-head', 'to-sign', id)
    expect(await sign(id, samplePassphrase)).toMatchObject({
      ok: true,
      value: {
        line: { status: 'refused' },
        product: { kind: 'refusal-letter', signature: { method: 'electronic' } },
      },
    })
    expect(startsWith(await paper('agency-head', 'product', id), seen)).toBe(true)
  })

  it('may bring a certificate of their own, and no one else’s, or one that has expired', async () => {
    const container = async (change: object): Promise<string> => {
      const holder = {
        name: official.name,
        nip: official.nip,
        from: new Date('2026-01-01T00:00:00Z'),
        until: new Date('2027-01-01T00:00:00Z'),
        ...change,
      }
      return Buffer.from(await makeSampleContainer(holder, canary)).toString('base64')
    }
    const save = (file: string, passphrase = canary, by = head) =>
      by.signing.saveCertificate.mutate({ file, passphrase })
    const own = await container({})
    expect(await save(own, 'salah')).toMatchObject({ refusal: { code: 'passphrase-wrong' } })
    expect(await save(own, canary, counter)).toMatchObject({ refusal: { code: 'role-does-not-sign' } })
    expect((await counter.signing.means.query()).certificate).toBeNull()
    const old = await container({ until: new Date('2026-06-01T00:00:00Z') })
    expect(await save(old)).toMatchObject({ refusal: { code: 'certificate-expired' } })
    const id = next()
    expect(await save(await container({ name: 'Orang Lain', nip: null }))).toMatchObject({ ok: true })
    expect(await sign(id, canary)).toMatchObject({
      refusal: { code: 'certificate-of-another', holder: 'Orang Lain', official: official.name },
    })
    expect(await save(own)).toMatchObject({ ok: true, value: { holder: official.name } })
    expect(await sign(id, canary)).toMatchObject({ ok: true })
  })

  describe('when it was signed with another application', () => {
    /** As another program of the same standard would, and without a word of when. */
    const signElsewhere = async (pdf: Uint8Array, holder: { name: string; nip: string | null }) => {
      const span = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2027-01-01T00:00:00Z') }
      const container = await makeSampleContainer({ ...holder, ...span }, 'di luar')
      const task = { container, passphrase: 'di luar', name: holder.name, reason: '', location: '' }
      const signed = await signPdf({ ...task, pdf, at: instantOf(Date.parse(now)) })
      if (!signed.ok) throw new Error(signed.refusal.code)
      return signed.value
    }
    const own = { name: 'Pejabat Contoh', nip: official.nip }
    const stranger = { name: 'Orang Lain', nip: null }
    const bringIn = async (id: string, pdf: Uint8Array, by = 'agency-head') => {
      const stored = await office.fetch(by, '/files?name=surat.pdf', {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: pdf as Uint8Array<ArrayBuffer>,
      })
      const { sha256 } = (await stored.json()) as { sha256: string }
      return head.dossiers.signOutside.mutate({ applicationId: id, stage: 'kepala-dinas', sha256 })
    }
    const codeOf = async (brought: ReturnType<typeof bringIn>) => {
      const answer = await brought
      return answer.ok ? 'signed' : { ...answer.refusal }
    }

    it('is taken as its permit, and that very file is printed from then on', async () => {
      const id = next()
      const given = await paper('agency-head', 'to-sign-outside', id)
      const signed = await signElsewhere(given, own)
      expect(await bringIn(id, signed)).toMatchObject({
        ok: true,
        value: { product: { signature: { method: 'electronic', by: official.name } } },
      })
      expect(sha256Of(await paper('agency-head', 'product', id))).toBe(sha256Of(signed))
      const { history } = await look(id)
      expect(history.at(-1)?.text).toContain('di luar aplikasi')
      expect(await codeOf(bringIn(id, signed))).toMatchObject({ code: 'already-signed' })
    })

    it('is refused with what is wrong: no signature, changed after it, another person, another permit', async () => {
      const [id, other] = [next(), next()]
      const given = await paper('agency-head', 'to-sign-outside', id)
      const signed = await signElsewhere(given, own)
      const changed = Uint8Array.from(signed)
      changed[300] = (changed[300] ?? 0) ^ 1
      const told = [
        await codeOf(bringIn(id, given)),
        await codeOf(bringIn(id, changed)),
        await codeOf(bringIn(id, Buffer.concat([signed, Buffer.from('\n% lagi')]))),
        await codeOf(bringIn(id, await signElsewhere(given, stranger))),
        await codeOf(bringIn(other, signed)),
      ]
      expect(told).toMatchObject([
        { code: 'outside-signature-broken', why: 'missing' },
        { code: 'outside-signature-broken', why: 'changed' },
        { code: 'outside-signature-broken', why: 'not-whole' },
        { code: 'certificate-of-another', holder: 'Orang Lain', official: official.name },
        { code: 'outside-paper-differs', mismatches: expect.anything() },
      ])
      expect(await bringIn(id, await signElsewhere(await signElsewhere(given, stranger), own))).toMatchObject(
        {
          ok: true,
        },
      )
      waiting.push(other)
    })
  })

  it('leaves the passphrase nowhere in the data folder: not in the database, not in a file', () => {
    const words = [canary, samplePassphrase].flatMap((one) => [
      Buffer.from(one),
      Buffer.from(one, 'utf16le'),
      Buffer.from(Buffer.from(one).toString('base64')),
    ])
    const holding = allFiles(office.dataDir).filter((path) => {
      const bytes = readFileSync(path)
      return words.some((one) => bytes.includes(one))
    })
    expect(holding).toEqual([])
  })

  it('finds no half signature after a crash between the file and its record, and can sign again', async () => {
    const id = next()
    const database = await openOrThrow({ file: join(office.dataDir, 'kantor.sqlite') })
    const pool = createRenderPool()
    try {
      const cabinet = openDiskFileCabinet(join(office.dataDir, 'files'))
      const user = (await database.queries.listUsers()).find((one) => one.username === 'agency-head')
      if (!user) throw new Error('the head is gone')
      let calls = 0
      const dying: UnitOfWork = {
        run: (work) => {
          calls += 1
          // Looked at, try counted, try forgotten; then the record.
          return calls === 4 ? Promise.reject(new Error('power cut')) : database.work.run(work)
        },
      }
      const deps = (work: UnitOfWork): SignDeps => ({
        office: laws,
        work,
        clock: createClock(() => Date.parse(now)),
        ids: createIdSource(),
        cabinet,
        sheets: createPaperDesk(pool, cabinet),
        ...createSigning(pool, createEsignClient(askEsignOver(schedule))),
      })
      const order = {
        applicationId: id,
        stage: 'kepala-dinas',
        seenSeq: null,
        seenIssuer: null,
        passphrase: canary,
        account: null,
      }
      const who = { user, station: 'Loket 1' }
      const stored = allFiles(join(office.dataDir, 'files')).length
      const before = await database.queries.findApplication(id)
      await expect(signProduct(deps(dying))(order, who)).rejects.toThrow('power cut')
      expect(allFiles(join(office.dataDir, 'files'))).toHaveLength(stored + 1)
      expect(await database.queries.findApplication(id)).toEqual(before)
      expect(await signProduct(deps(database.work))(order, who)).toMatchObject({ ok: true })
      const after = await database.queries.findApplication(id)
      expect(await cabinet.has(after?.product?.signature?.fileSha256 ?? '')).toBe(true)
    } finally {
      await pool.close()
      await database.close()
    }
  })

  it('is agreed with by the examination of the office, which misses a signed file that is gone', async () => {
    const database = await openOrThrow({ file: join(office.dataDir, 'kantor.sqlite') })
    try {
      const cabinet = openDiskFileCabinet(join(office.dataDir, 'files'))
      const lost = new Set<string>()
      const parts = {
        queries: database.queries,
        cabinet: {
          ...cabinet,
          find: (sha256: string) => (lost.has(sha256) ? Promise.resolve(undefined) : cabinet.find(sha256)),
        },
        integrityCheck: () => Promise.resolve([]),
        startedAt: createClock(() => Date.parse('2026-11-20T00:00:00Z')).now(),
      }
      const damages = async () => (await examineOffice(parts)).flatMap((one) => one.damages)
      expect(await damages()).toEqual([])
      for (const id of await database.queries.listApplicationIds(null, 500)) {
        const file = (await database.queries.findApplication(id))?.product?.signature?.fileSha256
        if (file && lost.size === 0) lost.add(file)
      }
      expect(await damages()).toMatchObject([{ code: 'file-missing', sha256: [...lost][0] }])
    } finally {
      await database.close()
    }
  })
})

async function settled(jobId: string): Promise<void> {
  for (;;) {
    const job = await counter.printing.job.query({ jobId })
    if (job?.state === 'printed') return
    if (job?.state !== 'queued' && job?.state !== 'sending') throw new Error(`the sheet is ${job?.state}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
