import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import { createSigning } from '#adapters/signing/signing-tools.ts'
import { createEsignClient } from '#adapters/signing/esign-client.ts'
import { askEsignOver } from '#adapters/signing/esign-http.ts'
import { schedule } from '#adapters/system/schedule.ts'
import { makeSampleContainer } from '#adapters/signing/sample-container.ts'
import { createClock } from '#adapters/system/clock.ts'
import { openKeyFile } from '#adapters/system/key-file.ts'
import { createIdSource } from '#adapters/system/ids.ts'
import { officeDate } from '#domain/office-date.ts'
import type { DossierView } from '#contract/dossier.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import { examineOffice } from '#services/examine-office.ts'
import { signProduct, type SignDeps } from '#services/sign-product.ts'
import { createSigningLooks } from '#services/signing-looks.ts'
import type { ComposedStation } from '../testing/composed-station.ts'
import { sha256Of, type Client } from '../testing/counter-desk.ts'
import { allFiles, formsOfSecret, openSigningDesk, type SigningDesk } from '../testing/signing-desk.ts'
import { createPaperDesk } from './paper-desk.ts'
import { createRenderPool } from './render-pool.ts'
import { samplePassphrase } from './sample/certificates.ts'

const now = '2026-11-19T02:24:00.000Z'
const canary = 'Burung-Kenari-7319-ñ'

let desk: SigningDesk
let office: ComposedStation
let head: Client
let counter: Client

beforeAll(async () => {
  desk = await openSigningDesk(now)
  ;({ office, head } = desk)
  counter = await desk.signIn('loket')
}, 180_000)
afterAll(() => office.close())

const next = (): string => desk.next()
const look = (id: string): Promise<DossierView> => desk.look(id)
const sign: SigningDesk['sign'] = (...order) => desk.sign(...order)
const paper: SigningDesk['paper'] = (...asked) => desk.paper(...asked)
const startsWith = (whole: Uint8Array, part: Uint8Array): boolean =>
  Buffer.from(whole.subarray(0, part.length)).equals(Buffer.from(part))

describe('the head of the office', { timeout: 120_000 }, () => {
  it('signs the very paper that was looked at, and from then on the signed file is the paper', async () => {
    const id = next()
    const seen = await paper('agency-head', 'to-sign', id)
    expect(startsWith(await paper('agency-head', 'to-sign', id), seen)).toBe(true)
    const before = await look(id)
    expect(before.actions.find((one) => one.kind === 'forward')?.refusal?.code).toBe('not-signed')

    expect(await sign(id, samplePassphrase)).toMatchObject({
      ok: true,
      value: { product: { signature: { method: 'electronic', by: desk.official.name, on: '2026-11-19' } } },
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
    desk.putBack(id)
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
    const backOffice = await desk.signIn('back-office')
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
    await act(await desk.signIn('section-head'), 'forward')
    await act(await desk.signIn('division-head'), 'forward')
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

  it('stands in the register with every paper signed so: its hash, and the certificate that made it', async () => {
    const supervisor = await desk.signIn('division-head')
    const day = officeDate('2026-11-19')
    const { tables, gaps } = await supervisor.registers.read.query({
      kind: 'register-signed',
      from: day,
      through: day,
    })
    const [table] = tables
    const cell = (row: readonly unknown[], key: string) =>
      row[table?.columns.findIndex((one) => one.key === key) ?? -1]
    const rows = (table?.rows ?? []).map(({ cells }) => cells)
    expect(new Set(rows.map((row) => cell(row, 'document')))).toEqual(
      new Set(['Surat izin', 'Surat penolakan']),
    )
    const ours = rows.filter((row) => cell(row, 'certificate') !== null)
    expect(ours.length).toBeGreaterThan(1)
    for (const row of ours) {
      expect(cell(row, 'signer')).toBe(desk.official.name)
      expect(cell(row, 'issuer')).toBeTruthy()
      expect(cell(row, 'certificate')).toMatch(/^[0-9a-f:]+$/i)
      expect(String(cell(row, 'valid-until')) > now).toBe(true)
      expect(String(cell(row, 'sha256')).replaceAll(' ', '')).toMatch(/^[0-9a-f]{64}$/)
    }
    expect(gaps).not.toBeNull()
  })

  it('may bring a certificate of their own, and no one else’s, or one that has expired', async () => {
    const container = async (change: object): Promise<string> => {
      const holder = {
        name: desk.official.name,
        nip: desk.official.nip,
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
      refusal: { code: 'certificate-of-another', holder: 'Orang Lain', official: desk.official.name },
    })
    expect(await save(own)).toMatchObject({ ok: true, value: { holder: desk.official.name } })
    expect(await sign(id, canary)).toMatchObject({ ok: true })
  })

  it('leaves the passphrase nowhere in the data folder: not in the database, not in a file', () => {
    const words = [canary, samplePassphrase].flatMap(formsOfSecret)
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
        office: desk.laws,
        looks: createSigningLooks(),
        secrets: openKeyFile(office.dataDir),
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
        hash: hashText,
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
