import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { pdfSignatures, pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { sha256Of } from '../testing/counter-desk.ts'
import { layOutSheet } from '#domain/documents/lay-out.ts'
import type { PaperUnsound } from '#domain/documents/paper-check.ts'
import type { ProductContent, SignedFile } from '#domain/documents/print-content.ts'
import type { Printer } from '#domain/print-job.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { sayPaperUnsound } from '#domain/wording/paper-check.ts'
import type { Result } from '#domain/result.ts'
import { tryGoodPapers, tryMutations } from '../testing/paper-campaign/campaign.ts'
import { randomPaper } from '../testing/paper-campaign/good-papers.ts'
import { signSome, tryChangedBits } from '../testing/paper-campaign/signed-papers.ts'
import { createPaperDesk } from './paper-desk.ts'
import { createRenderPool } from './render-pool.ts'

/** A twentieth of `npm run torture -- --only paper`. */
const share = { good: 50, mutations: 30, signed: 50 }
const seed = 2026

const pool = createRenderPool()
const folder = mkdtempSync(join(tmpdir(), 'sepok-sound-'))
const cabinet = openDiskFileCabinet(folder)

afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true })
})

const laser: Printer = {
  id: 'laser',
  name: 'Laser',
  kind: 'sheet',
  address: 'folder:/nowhere',
  thermal: null,
  documents: ['permit'],
  active: true,
}

/** A pool that counts how often a paper was really read. */
function counting() {
  const counted = { reads: 0 }
  const desk = createPaperDesk(
    {
      ...pool,
      examine: (task) => {
        counted.reads += 1
        return pool.examine(task)
      },
    },
    cabinet,
  )
  return { desk, counted }
}

const codesIn = (result: Result<unknown, PaperUnsound>): string[] =>
  result.ok ? [] : result.refusal.mismatches.map((one) => one.code)

describe('papers read back', () => {
  it('are all let through when they show their record: no false alarm', { timeout: 240_000 }, async () => {
    const { tried, wrong } = await tryGoodPapers(pool, share.good, seed)
    expect(tried).toBe(share.good)
    expect(wrong).toEqual([])
  })

  it('are all stopped when anything of them is wrong', { timeout: 240_000 }, async () => {
    const { tried, wrong } = await tryMutations(pool, share.mutations, seed)
    expect(tried).toBe(share.mutations)
    expect(wrong).toEqual([])
  })
})

describe('a signed file', () => {
  it('with one bit changed is refused, whichever it is', { timeout: 120_000 }, async () => {
    const { tried, wrong } = await tryChangedBits(pool, share.signed, seed)
    expect(tried).toBe(share.signed)
    expect(wrong).toEqual([])
  })

  it('is called valid by pdfsig, by ourselves, and is the paper of its record', async () => {
    const [signed] = await signSome(pool, 1, seed)
    if (!signed) throw new Error('nothing was signed')
    expect(pdfSignatures(signed.bytes)).toMatch(/Total document signed[\s\S]*Signature is Valid\./)
    const { desk } = counting()
    const file: SignedFile = { ...signed.file, sha256: await cabinet.put(signed.bytes) }
    expect(await desk.soundPdf(file)).toEqual({ ok: true, value: signed.bytes })
  })
})

describe('a stored file', () => {
  let file: SignedFile

  beforeAll(async () => {
    const [signed] = await signSome(pool, 1, seed + 7)
    if (!signed) throw new Error('nothing was signed')
    file = { ...signed.file, sha256: await cabinet.put(signed.bytes) }
  })

  it('of another record is not printed: its facts are not there', async () => {
    const { desk } = counting()
    const other: SignedFile = { ...file, facts: [{ fact: 'holder', text: 'dr. Orang Lain' }] }
    expect(codesIn(await desk.soundPdf(other))).toContain('paper-fact-differs')
    expect(codesIn(await desk.soundPdf({ ...file, checkAddress: 'HTTPS://CEK.PTSP.ID/V/LAIN' }))).toEqual([
      'paper-code-unread',
      'paper-code-differs',
    ])
  })

  it('bears its band on a later print alone: the file stays as it was signed', async () => {
    const { desk } = counting()
    const marks = [
      {
        kind: 'band' as const,
        word: 'CETAK ULANG KE-1',
        detail: '19-11-2026 09.24 WIB · Wiwin Kubutama · kusut di printer',
      },
    ]
    const print = await desk.soundPdf({ ...file, marks })
    if (!print.ok) throw new Error(JSON.stringify(print.refusal))
    const text = squeeze(pdfText(print.value))
    for (const words of ['CETAK ULANG KE-1', 'Wiwin Kubutama · kusut di printer'])
      expect(text).toContain(squeeze(words))
    expect(await desk.pdf({ ...file, marks })).toEqual(print.value)
    const first = await desk.soundPdf(file)
    if (!first.ok) throw new Error(JSON.stringify(first.refusal))
    expect(sha256Of(first.value)).toBe(file.sha256)
    expect(squeeze(pdfText(first.value))).not.toContain('CETAK ULANG')
  })

  it('is not printed as a copy when its band cannot be read on it', async () => {
    const { desk } = counting()
    const marks = [{ kind: 'band' as const, word: 'SALINAN', detail: 'untuk 王' }]
    expect(codesIn(await desk.soundPdf({ ...file, marks }))).toContain('paper-mark-missing')
  })

  it('that was never signed, or is no PDF, is not printed', async () => {
    const { desk } = counting()
    const plain = await pool.renderPdf(randomPaper(seed, { sheet: 'original' }).document)
    for (const bytes of [plain, new TextEncoder().encode('<html>')])
      expect(codesIn(await desk.soundPdf({ ...file, sha256: await cabinet.put(bytes) }))).toEqual([
        'paper-signature-broken',
      ])
  })

  it('that changed on the disk is not printed, and the clerk is told what to do', async () => {
    const { desk } = counting()
    const path = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((one) =>
      one.endsWith(file.sha256),
    )
    const bytes = readFileSync(join(folder, path ?? ''))
    const at = bytes.length - 2000
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(join(folder, path ?? ''), bytes)
    const made = await desk.render(aPrintJob({ document: 'permit', content: file }), laser)
    expect(made).toEqual({
      unsound: { code: 'paper-unsound', mismatches: [{ code: 'paper-file-changed' }] },
    })
    expect('unsound' in made && sayPaperUnsound(made.unsound)).toBe(
      'Dokumen ini tidak cocok dengan datanya, tidak dicetak dan tidak ditandatangani. Berkas yang tersimpan bukan lagi berkas yang ditandatangani. Jangan serahkan lembar dari berkas ini; sampaikan kepada administrator untuk memulihkannya dari cadangan.',
    )
  })
})

describe('a paper on its way to the printer', () => {
  const permit = (change: (facts: Readonly<Record<string, string>>) => object): ProductContent => {
    const { content } = randomPaper(seed, { sheet: 'original', kind: 'permit' })
    if (content.kind !== 'permit') throw new Error('no permit')
    const { data } = content
    return {
      ...content,
      photo: 'box',
      photoSha256: null,
      data: { ...data, facts: { ...data.facts, ...change(data.facts) } },
    }
  }

  it('is read once, however often it is looked at, signed and printed', async () => {
    const { desk, counted } = counting()
    const content = permit(() => ({}))
    for (let i = 0; i < 3; i++) expect((await desk.soundPdf(content)).ok).toBe(true)
    const job = aPrintJob({ document: 'permit', content })
    expect(await desk.render(job, laser)).toMatchObject({ mediaType: 'application/pdf' })
    expect(counted.reads).toBe(1)
  })

  it('stops when a letter of the name is in no face and would come out as a box', async () => {
    const { desk } = counting()
    const made = await desk.soundPdf(permit(({ holderName }) => ({ holderName: `${holderName ?? ''} 王` })))
    expect(codesIn(made)).toContain('paper-fact-differs')
  })

  it('stops when its template forgot the holder', async () => {
    const { desk } = counting()
    const content = permit(() => ({}))
    if (content.kind !== 'permit') throw new Error('no permit')
    const rows = content.template.rows.filter((row) => !('value' in row) || row.value !== '{holderName}')
    const made = await desk.soundPdf({ ...content, template: { ...content.template, rows } })
    expect(made).toMatchObject({ refusal: { mismatches: [{ code: 'paper-fact-differs', fact: 'holder' }] } })
  })

  it('says which picture is none, or is not there, and prints nothing', async () => {
    const { desk } = counting()
    const content = { ...permit(() => ({})), photo: 'printed' as const }
    const noPicture = await cabinet.put(new TextEncoder().encode('%PDF-1.7 bukan foto'))
    for (const photoSha256 of [noPicture, '0'.repeat(64)]) {
      const made = await desk.soundPdf({ ...content, photoSha256 } as ProductContent)
      expect(made).toEqual({
        ok: false,
        refusal: {
          code: 'paper-unsound',
          mismatches: [{ code: 'paper-picture-unreadable', picture: 'photo' }],
        },
      })
    }
  })

  it('says which fact its template asks for in vain, and prints nothing', async () => {
    const { desk } = counting()
    const content = permit(() => ({}))
    if (content.kind !== 'permit') throw new Error('no permit')
    const template = { ...content.template, statement: 'telah membayar {retribution}' }
    const made = await desk.soundPdf({ ...content, template })
    expect(made).toMatchObject({
      refusal: { mismatches: [{ code: 'paper-template-unknown-fact', fact: 'retribution' }] },
    })
    expect(() => layOutSheet({ ...content, template }, null)).toThrow('retribution')
  })
})
