import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'
import { card, handoverWork } from '../testing/handover-work.ts'

let desk: CounterDesk
const work = handoverWork(() => desk)
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const receiptOf = async (applicationId: string): Promise<string> =>
  (await desk.counter.dossiers.get.query({ id: applicationId })).handoverReceipt?.jobId ?? ''
const again = async (applicationId: string, reason: string, jobId?: string) =>
  desk.counter.dossiers.reprintHandover.mutate({
    applicationId,
    jobId: jobId ?? (await receiptOf(applicationId)),
    printerId: null,
    reason,
  })
const dataOf = async (jobId: string): Promise<Record<string, unknown>> =>
  (JSON.parse(await work.contentOf(jobId)) as { data: Record<string, unknown> }).data

it('the receipt of several papers is printed again from the dossier of each, with its reason and the words of its day', async () => {
  const first = await work.ready(8701)
  const second = await work.ready(8702)
  const handed = await work.together([first, second])
  if (!handed.ok) throw new Error(handed.refusal.code)
  const jobId = handed.value.jobId ?? ''
  expect(await desk.outcome(jobId)).toBe('printed')
  expect(await receiptOf(second)).toBe(jobId)

  expect(await again(second, ' ')).toMatchObject({ refusal: { code: 'reprint-needs-reason', copy: 2 } })
  expect(await again(second, 'lembar pemohon basah')).toMatchObject({ ok: true })
  const copy = await receiptOf(second)
  expect(copy).not.toBe(jobId)
  expect(await desk.outcome(copy)).toBe('printed')
  const { reprint, ...words } = await dataOf(copy)
  expect(reprint).toMatchObject({ copy: 1, reason: 'lembar pemohon basah', by: 'Petugas Front Office' })
  const { reprint: none, ...before } = await dataOf(jobId)
  expect(none).toBeNull()
  expect(words).toEqual(before)
  expect((await work.historyOf(second)).at(-1)).toContain('dicetak ulang, lembar ke-2')

  // The next one counts on, whichever dossier it is asked from.
  expect(await again(first, 'hilang', jobId)).toMatchObject({ ok: true })
  const third = await receiptOf(first)
  await desk.outcome(third)
  expect((await dataOf(third))['reprint']).toMatchObject({ copy: 2, reason: 'hilang' })
})

it('the receipt of papers given back is printed again, and never from a dossier that it does not name', async () => {
  const id = await desk.takeIn({ nik: work.nikOf(8703), strNumber: '6122100126008703' })
  expect(await again(id, 'hilang', crypto.randomUUID())).toMatchObject({
    refusal: { code: 'handover-receipt-unknown' },
  })
  await desk.act(desk.counter, id, 'front-office', 'kembalikan-ke-pemohon', 'STR buram')
  const papers = await desk.counter.handover.papersOf.query({ id })
  const given = await desk.counter.handover.giveBackPapers.mutate({
    applicationId: id,
    returnId: crypto.randomUUID(),
    papers: papers.slice(0, 1).map(({ requirementCode }) => ({ requirementCode, count: 1 })),
    receivedBy: 'Bagas Tirtamulya',
    relation: 'self',
    receiverNik: work.nikOf(8703),
    identity: card,
    printerId: null,
  })
  if (!given.ok) throw new Error(given.refusal.code)
  const jobId = await receiptOf(id)
  await desk.outcome(jobId)
  const other = await desk.takeIn({ nik: work.nikOf(8704), strNumber: '6122100126008704' })
  expect(await again(other, 'hilang', jobId)).toMatchObject({
    refusal: { code: 'handover-receipt-unknown' },
  })
  expect(await again(id, 'hilang')).toMatchObject({ ok: true })
  const copy = await receiptOf(id)
  expect(await desk.outcome(copy)).toBe('printed')
  expect((await dataOf(copy))['reprint']).toMatchObject({ copy: 1, reason: 'hilang' })
})
