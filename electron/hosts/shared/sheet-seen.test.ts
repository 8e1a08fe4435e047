import { afterAll, beforeAll, expect, it } from 'vitest'
import { ok } from '#domain/result.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk

beforeAll(async () => {
  desk = await openCounterDesk()
}, 60_000)
afterAll(() => desk.close())

/** As after a kill or a lost line: nobody knows whether this sheet came out. */
const becomesUncertain = async (jobId: string): Promise<void> => {
  const change = { state: 'unknown', reason: 'connection-lost', detail: null, endedAt: null } as const
  await desk.besides.work.run(async ({ printJobs }) => ok(await printJobs.mark(jobId, change)))
}
const stateOf = async (jobId: string) => (await desk.counter.printing.job.query({ jobId }))?.state
const seenAt = (client: CounterDesk['counter'], text: string) => client.printing.sheetSeen.mutate({ text })

it('a receipt that is scanned at any screen is known to have come out, and a second scan says nothing new', async () => {
  const id = await desk.takeIn()
  const { jobs, trackingCode } = await desk.counter.dossiers.get.query({ id })
  const jobId = jobs.find((one) => one.document === 'receipt')?.id ?? ''
  await becomesUncertain(jobId)
  expect(await seenAt(desk.counter, `https://lain.contoh.id/track/${trackingCode}?p=1`)).toEqual({
    outcome: 'none',
    title: null,
  })
  expect(await stateOf(jobId)).toBe('unknown')
  const read = await seenAt(desk.counter, `https://lain.contoh.id/track/${trackingCode}`)
  expect(read).toMatchObject({
    outcome: 'confirmed',
    title: expect.stringMatching(/^Tanda terima/) as string,
  })
  expect(await stateOf(jobId)).toBe('printed')
  expect(await seenAt(desk.counter, `https://lain.contoh.id/track/${trackingCode}`)).toMatchObject({
    outcome: 'none',
  })
})

it('a permit is resolved by its own code only while no other sheet of it can lie about', async () => {
  const id = await desk.takeIn({ nik: '6171044708947201' })
  await desk.toPrintDesk(id)
  await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: 'pencetakan' })
  const first = await desk.printLetter(id)
  await becomesUncertain(first)
  const { product, trackingCode } = await desk.counter.dossiers.get.query({ id })
  const code = `https://lain.contoh.id/verify/${product?.verificationCode ?? ''}`
  // The receipt's code is not the permit's.
  expect(await seenAt(desk.counter, `/track/${trackingCode}`)).toMatchObject({ outcome: 'none' })
  expect(await stateOf(first)).toBe('unknown')
  expect(await seenAt(desk.supervisor, code)).toMatchObject({ outcome: 'confirmed' })
  expect(await stateOf(first)).toBe('printed')

  const second = await desk.printLetter(id, 'lembar pertama kusut')
  await becomesUncertain(second)
  expect(await seenAt(desk.printDesk, code)).toMatchObject({ outcome: 'ask' })
  expect(await stateOf(second)).toBe('unknown')
  expect(await seenAt(desk.printDesk, 'bukan kode')).toMatchObject({ outcome: 'none' })
})

it('the print pane names the blank that the next permit takes, and none for a sheet that takes none', async () => {
  const id = await desk.takeIn({ nik: '6171044708947202' })
  const next = () => desk.printDesk.blanks.next.query({ applicationId: id })
  expect(await next()).toBeNull()
  await desk.toPrintDesk(id)
  await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: 'pencetakan' })
  expect(await next()).toBeNull()
  const form = { count: '100', from: 'PTK-000101', until: 'PTK-000200', note: '' }
  const received = await desk.printDesk.blanks.receive.mutate({ id: crypto.randomUUID(), form })
  expect(received).toMatchObject({ ok: true })
  expect(await next()).toBe('PTK-000101')
  await desk.printLetter(id)
  expect(await next()).toBe('PTK-000102')
})
