import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCanvas } from '@napi-rs/canvas'
import { randomUUID } from 'node:crypto'
import { rebuildState } from '#domain/application-history.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'
import { card, handoverWork, type Order } from '../testing/handover-work.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const { nikOf, ready, finish, keeping, originalsOf, contentOf, together, stateOf, historyOf } = handoverWork(
  () => desk,
)

describe('the earlier paper', () => {
  it('is asked for when a renewal is fetched: handed in, lost with its police letter, or still to come', async () => {
    const nik = nikOf(761)
    const earlier = await finish(await desk.takeIn({ nik, facilityName: 'RS Lama' }))
    const [permit] = await desk.counter.intake.earlierPermits.query({
      nik,
      permitTypeCode: 'SIPD',
      kind: 'renewal',
    })
    if (!permit) throw new Error('the permit is not offered')
    const form = { ...permit.form, kind: 'renewal', permitTypeCode: 'SIPD' } as const
    const id = await finish(await desk.takeIn({ ...form, targetPermitId: permit.permitId }))
    const with_ = (oldPermit: Order['papers'][number]['oldPermit']) =>
      together([id], { papers: [{ applicationId: id, oldPermit }] })
    expect(await with_(null)).toMatchObject({ refusal: { code: 'old-permit-unanswered' } })
    expect(await with_({ outcome: 'lost', policeLetter: ' ' })).toMatchObject({
      refusal: { code: 'old-permit-words-needed', of: 'lost' },
    })
    expect(await with_({ outcome: 'lost', policeLetter: 'SKTLK/118/XI/2026' })).toMatchObject({ ok: true })
    expect((await historyOf(id)).join('\n')).toContain(
      'surat lama hilang, surat keterangan kepolisian SKTLK/118/XI/2026',
    )
    expect((await desk.counter.handover.ready.query()).lines.find((one) => one.id === earlier)).toMatchObject(
      { asksOldPermit: false },
    )
  })
})

describe('an earlier paper that was still to come', () => {
  it('is listed with its reason until it is handed in or lost; the second clerk is told who settled it', async () => {
    const nik = nikOf(762)
    await finish(await desk.takeIn({ nik, facilityName: 'RS Lama' }))
    const asked = { nik, permitTypeCode: 'SIPD', kind: 'renewal' } as const
    const [permit] = await desk.counter.intake.earlierPermits.query(asked)
    if (!permit) throw new Error('the permit is not offered')
    const form = { ...permit.form, kind: 'renewal', permitTypeCode: 'SIPD' } as const
    const id = await finish(await desk.takeIn({ ...form, targetPermitId: permit.permitId }))
    const oldPermit = { outcome: 'not-yet', reason: 'masih di tempat praktik' } as const
    const settle = (answer: { outcome: 'handed-in' } | { outcome: 'lost'; policeLetter: string }) =>
      desk.counter.handover.settleOldPermit.mutate({ applicationId: id, answer })
    expect(await settle({ outcome: 'handed-in' })).toMatchObject({
      refusal: { code: 'old-permit-not-owed', settled: null },
    })
    expect(await together([id], { papers: [{ applicationId: id, oldPermit }] })).toMatchObject({ ok: true })
    const listed = (await desk.counter.handover.openEnds.query()).lines.find((one) => one.id === id)
    expect(listed?.owedPermit).toMatchObject({
      number: permit.number,
      reason: 'masih di tempat praktik',
      by: 'Petugas Front Office',
    })
    expect((await desk.counter.dossiers.get.query({ id })).intake.owedPermit).toEqual(listed?.owedPermit)
    expect(await settle({ outcome: 'lost', policeLetter: ' ' })).toMatchObject({
      refusal: { code: 'old-permit-words-needed', of: 'lost' },
    })
    expect(await settle({ outcome: 'lost', policeLetter: 'SKTLK/9/XI/2026' })).toMatchObject({ ok: true })
    expect(await settle({ outcome: 'handed-in' })).toMatchObject({
      refusal: { code: 'old-permit-not-owed', settled: { by: 'Petugas Front Office' } },
    })
    expect((await desk.counter.handover.openEnds.query()).lines.map((one) => one.id)).not.toContain(id)
    expect(await historyOf(id)).toContain('Surat lama hilang, surat keterangan kepolisian SKTLK/9/XI/2026')
    expect(rebuildState(await desk.besides.queries.history(id))).toEqual(await stateOf(id))
  })
})

describe('originals that the office keeps', () => {
  it('go back in the act of handover, each on a line of the receipt; what stays says why and is given back later', async () => {
    const change = { nik: nikOf(765), strNumber: '612210012600765' }
    const id = await finish(await desk.takeIn(await keeping(change, 1)))
    const [first, second] = await originalsOf(id)
    if (!first || !second) throw new Error('nothing was kept')
    const { lines } = await desk.counter.handover.ready.query()
    expect(lines.find((one) => one.id === id)?.originals.map(({ count }) => count)).toEqual(
      [first, second].map(({ count }) => count),
    )
    const answering = (originals: Order['papers'][number]['originals']) =>
      together([id], { papers: [{ applicationId: id, oldPermit: null, originals }] })
    expect(await answering([])).toMatchObject({ refusal: { code: 'originals-unanswered', count: 2 } })
    const given = { id: first.id, outcome: 'given' } as const
    expect(await answering([given, { id: second.id, outcome: 'left', reason: ' ' }])).toMatchObject({
      refusal: { code: 'original-reason-needed' },
    })
    const left = { id: second.id, outcome: 'left', reason: 'dipinjam Dinas Kesehatan' } as const
    const handed = await answering([given, left])
    if (!handed.ok) throw new Error(JSON.stringify(handed.refusal))
    expect(await desk.outcome(handed.value.jobId ?? '')).toBe('printed')
    const receipt = await contentOf(handed.value.jobId ?? '')
    expect(receipt).toContain('"head":"Asli dikembalikan"')
    expect(receipt).toContain('dipinjam Dinas Kesehatan')
    expect((await historyOf(id)).join('\n')).toMatch(
      /Asli dikembalikan kepada Bagas Tirtamulya: .+\nAsli masih di kantor: .+ \(dipinjam Dinas Kesehatan\)/,
    )
    const open = (await desk.counter.handover.openEnds.query()).lines.find((one) => one.id === id)
    expect(open?.originals).toMatchObject([{ id: second.id, reason: 'dipinjam Dinas Kesehatan' }])
    const own = {
      applicationId: id,
      returnId: randomUUID(),
      papers: [],
      originals: [{ id: second.id, outcome: 'given' as const }],
      receivedBy: 'Bagas Tirtamulya',
      relation: 'self',
      receiverNik: null,
      identity: card,
      printerId: null,
    }
    const later = await desk.counter.handover.giveBackPapers.mutate(own)
    if (!later.ok) throw new Error(JSON.stringify(later.refusal))
    expect(await desk.outcome(later.value.jobId ?? '')).toBe('printed')
    expect(await contentOf(later.value.jobId ?? '')).toContain(' (asli)"')
    expect(await desk.counter.handover.giveBackPapers.mutate(own)).toMatchObject({ value: { jobId: null } })
    expect(
      await desk.counter.handover.giveBackPapers.mutate({ ...own, returnId: randomUUID() }),
    ).toMatchObject({ refusal: { code: 'original-already-back', receivedBy: 'Bagas Tirtamulya' } })
    expect((await desk.counter.handover.openEnds.query()).lines.map((one) => one.id)).not.toContain(id)
    const state = await stateOf(id)
    expect(state.papersBack).toBeUndefined()
    expect(rebuildState(await desk.besides.queries.history(id))).toEqual(state)
  })

  it('go home with the papers of a returned dossier, on one receipt', async () => {
    const id = await desk.takeIn(await keeping({ nik: nikOf(766) }, 0))
    const [original] = await originalsOf(id)
    if (!original) throw new Error('nothing was kept')
    await desk.act(desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'STR buram')
    const papers = await desk.counter.handover.papersOf.query({ id })
    const given = await desk.counter.handover.giveBackPapers.mutate({
      applicationId: id,
      returnId: randomUUID(),
      papers: papers.slice(0, 1).map(({ requirementCode }) => ({ requirementCode, count: 1 })),
      originals: [{ id: original.id, outcome: 'given' }],
      receivedBy: 'Bagas Tirtamulya',
      relation: 'self',
      receiverNik: null,
      identity: card,
      printerId: null,
    })
    if (!given.ok) throw new Error(JSON.stringify(given.refusal))
    const content = JSON.parse(await contentOf(given.value.jobId ?? '')) as {
      data: { papers: { label: string; count: number }[] }
    }
    expect(content.data.papers).toHaveLength(2)
    expect(content.data.papers[1]).toMatchObject({ count: 2 })
    expect((await originalsOf(id)).map(({ returned }) => returned?.receivedBy)).toEqual(['Bagas Tirtamulya'])
  })
})

describe('papers of a dossier that goes home', () => {
  it('are given back with a receipt, once, and again after the dossier has come back', async () => {
    const id = await desk.takeIn({ nik: nikOf(781) })
    const papers = await desk.counter.handover.papersOf.query({ id })
    const order = (returnId: string) => ({
      applicationId: id,
      returnId,
      papers: papers.slice(0, 2).map(({ requirementCode }) => ({ requirementCode, count: 2 })),
      receivedBy: 'Bagas Tirtamulya',
      relation: 'self',
      receiverNik: null,
      identity: card,
      printerId: null,
    })
    const give = (returnId: string) => desk.counter.handover.giveBackPapers.mutate(order(returnId))
    expect(await give(randomUUID())).toMatchObject({ refusal: { code: 'papers-not-to-give-back' } })
    const returned = await desk.act(desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'STR buram')
    expect(returned).toMatchObject({ ok: true })
    const { lines: waiting } = await desk.counter.handover.papersToGiveBack.query()
    expect(waiting.map((one) => one.id)).toContain(id)
    expect(
      await desk.counter.handover.giveBackPapers.mutate({ ...order(randomUUID()), papers: [] }),
    ).toMatchObject({ refusal: { code: 'papers-needed' } })
    const returnId = randomUUID()
    const given = await give(returnId)
    if (!given.ok) throw new Error(given.refusal.code)
    expect(await desk.outcome(given.value.jobId ?? '')).toBe('printed')
    expect(await give(returnId)).toMatchObject({ ok: true, value: { jobId: null } })
    expect(await give(randomUUID())).toMatchObject({
      refusal: {
        code: 'papers-already-back',
        by: 'Petugas Front Office',
        receivedBy: 'Bagas Tirtamulya',
      },
    })
    expect((await historyOf(id)).join('\n')).toContain('Berkas diberikan kembali kepada Bagas Tirtamulya: ')
    const { lines: after } = await desk.counter.handover.papersToGiveBack.query()
    expect(after.map((one) => one.id)).not.toContain(id)
  })
})

describe('a signature on the screen', () => {
  it('is kept in the cabinet and stands on the receipt; what is no picture is refused', async () => {
    const id = await ready(791)
    const canvas = createCanvas(900, 300)
    const pen = canvas.getContext('2d')
    pen.lineWidth = 6
    pen.moveTo(40, 200)
    pen.bezierCurveTo(200, 20, 400, 300, 800, 60)
    pen.stroke()
    const picture = new Uint8Array(canvas.toBuffer('image/png'))
    const { sha256 } = await desk.upload('front-office', 'tanda-tangan.png', picture)
    const wrong = 'f'.repeat(64)
    expect(await together([id], { signatureSha256: wrong })).toMatchObject({
      refusal: { code: 'signature-not-kept' },
    })
    const dot = new Uint8Array(createCanvas(8, 8).toBuffer('image/png'))
    const tiny = await desk.upload('front-office', 'titik.png', dot)
    expect(await together([id], { signatureSha256: tiny.sha256 })).toMatchObject({
      refusal: { code: 'signature-size-wrong' },
    })
    const empty = new Uint8Array(createCanvas(900, 300).toBuffer('image/png'))
    const blank = await desk.upload('front-office', 'kosong.png', empty)
    expect(await together([id], { signatureSha256: blank.sha256 })).toMatchObject({
      refusal: { code: 'signature-blank' },
    })
    const handed = await together([id], { signatureSha256: sha256 })
    if (!handed.ok) throw new Error(JSON.stringify(handed.refusal))
    expect(await desk.outcome(handed.value.jobId ?? '')).toBe('printed')
    expect((await stateOf(id)).receiverSignatures).toEqual([sha256])
    const { history } = await desk.counter.dossiers.get.query({ id })
    expect(history.find((one) => one.text.includes('ditandatangani di layar'))?.signatureSha256).toBe(sha256)
  })
})
