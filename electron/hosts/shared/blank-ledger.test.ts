import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfText, squeeze } from '#adapters/paper/testing/poppler.ts'
import { imbalance } from '#domain/blank-ledger.ts'
import { officeDate } from '#domain/office-date.ts'
import { anId } from '#domain/testing/builders.ts'
import { instantOf } from '#domain/instant.ts'
import { ok } from '#domain/result.ts'
import { examineBlanks } from '#services/examine-blanks.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const day = officeDate('2026-11-19')
const span = { from: day, until: day }
const card = () => desk.printDesk.blanks.card.query(span)
/** Every line of the day, the first one first: the number on the sheet and how it stands. */
const lines = async (): Promise<readonly string[]> =>
  (await card()).entries.toReversed().map(({ serial, state }) => `${serial ?? '–'} ${state}`)
const form = { count: '', from: 'PTK-000101', until: 'PTK-000110', note: 'stok awal' }

/** A numbered permit at the print desk. */
const letter = async (n: number): Promise<string> => {
  const id = await desk.takeIn({
    nik: `617104470894${String(n).padStart(4, '0')}`,
    name: 'Kinanti Sebangki',
  })
  await desk.toPrintDesk(id)
  await desk.printDesk.dossiers.number.mutate({ applicationId: id, stage: null })
  return id
}

describe('the Kartu Kendali Blangko of a day', () => {
  it('knows a delivery once, however often it is sent, and refuses its numbers the second time', async () => {
    const order = { id: anId(1, 'd'), form }
    for (let sent = 0; sent < 2; sent += 1)
      expect(await desk.printDesk.blanks.receive.mutate(order)).toEqual({
        ok: true,
        value: { id: order.id, count: 10 },
      })
    expect(
      await desk.printDesk.blanks.receive.mutate({ id: anId(2, 'd'), form: { ...form, from: 'PTK-000110' } }),
    ).toMatchObject({ refusal: { code: 'blank-serials-received' } })
    expect(await card()).toMatchObject({ next: 'PTK-000101', numbered: true, balance: { received: 10 } })
  })

  it('stands on the report of that day as an equation that can be counted after', async () => {
    const report = await desk.office.fetch('supervisor', `/files/report/daily/${day}.json`)
    const { remarks } = (await report.json()) as { readonly remarks: readonly string[] }
    expect(remarks.join(' ')).toContain(
      'Kendali blangko: awal 0 + masuk 10 − tercetak 0 − rusak 0 − belum pasti 0 = sisa 10 lembar.',
    )
  })

  it('gets a line with each permit that is printed; a reprint takes the sheet before it back', async () => {
    const id = await letter(61)
    await desk.printLetter(id)
    expect(await lines()).toEqual(['PTK-000101 printed'])
    await desk.printLetter(id, 'lembar pertama kusut')
    expect(await lines()).toEqual(['PTK-000101 spoiled', 'PTK-000102 printed'])
    const [again, first] = (await card()).entries
    expect(first?.reason).toBe('lembar pertama kusut')
    expect(again?.reason).toBeNull()
  })

  it('is settled by the paper: a sheet in hand, none, or one that is spoiled', async () => {
    const id = await letter(62)
    const jobId = await desk.printLetter(id)
    const forget = () =>
      desk.besides.work.run(async ({ printJobs, blanks }) => {
        await printJobs.mark(jobId, { state: 'unknown', reason: 'no-status', detail: null, endedAt: null })
        const entry = await blanks.findOfJob(jobId)
        if (entry) await blanks.save({ ...entry, settled: null })
        return ok(null)
      })
    await forget()
    expect((await lines()).at(-1)).toBe('PTK-000103 unknown')
    expect(await desk.printDesk.printing.spoiled.mutate({ jobId, reason: ' ' })).toMatchObject({
      refusal: { code: 'spoiled-needs-reason' },
    })
    expect(await desk.printDesk.printing.spoiled.mutate({ jobId, reason: 'kertas macet' })).toMatchObject({
      ok: true,
    })
    expect(await desk.outcome(jobId)).toBe('printed')
    expect((await lines()).slice(-2)).toEqual(['PTK-000103 spoiled', 'PTK-000104 printed'])
    await forget()
    await desk.printDesk.printing.retry.mutate({ jobId, noSheetCameOut: true })
    expect(await desk.outcome(jobId)).toBe('printed')
    expect((await lines()).slice(-2)).toEqual(['PTK-000104 unused', 'PTK-000104 printed'])
    await forget()
    await desk.printDesk.printing.confirmPrinted.mutate({ jobId })
    const second = await desk.counter.printing.confirmPrinted.mutate({ jobId })
    expect(second).toMatchObject({ refusal: { code: 'print-job-already-printed' } })
    if (second.ok || second.refusal.code !== 'print-job-already-printed') throw new Error('not refused')
    expect(second.refusal.seen?.by).toMatch(/\S/)
  })

  it('takes what happened outside a printer, each number once, and shows a number that was passed over', async () => {
    const spoil = (n: number, serial: string, reason = 'sobek') =>
      desk.printDesk.blanks.spoil.mutate({ id: anId(n, 'e'), serial, reason })
    expect(await spoil(1, '', 'sobek')).toMatchObject({
      refusal: { code: 'blank-serial-needed', next: 'PTK-000105' },
    })
    expect(await spoil(1, 'PTK-000104')).toMatchObject({
      refusal: { code: 'blank-serial-taken', serial: 'PTK-000104' },
    })
    expect(await spoil(1, '999')).toMatchObject({ refusal: { code: 'blank-serial-not-received' } })
    expect(await spoil(1, '106', '  ')).toMatchObject({ refusal: { code: 'blank-reason-needed' } })
    expect(await spoil(1, 'ptk-106')).toMatchObject({ ok: true, value: { serial: 'PTK-000106' } })
    expect((await card()).unexplained).toEqual(['PTK-000105'])

    const printed = (await card()).entries.find(({ serial }) => serial === 'PTK-000102')
    const entryId = printed?.id ?? ''
    const correct = (serial: string) => desk.printDesk.blanks.correctSerial.mutate({ entryId, serial })
    expect(await correct('PTK-000106')).toMatchObject({ refusal: { code: 'blank-serial-taken' } })
    expect(await correct('PTK-000105')).toMatchObject({ ok: true, value: { serial: 'PTK-000105' } })
    expect((await card()).unexplained).toEqual(['PTK-000102'])
    expect(await correct('PTK-000102')).toMatchObject({ ok: true })
    await spoil(2, 'PTK-000105', 'hilang')
    expect((await card()).unexplained).toEqual([])
  })

  it('takes a printed sheet back once, and tells the second clerk who did', async () => {
    const entry = (await card()).entries.find(({ state }) => state === 'printed')
    const order = { entryId: entry?.id ?? '', reason: 'ralat nama' }
    expect(await desk.printDesk.blanks.withdraw.mutate(order)).toMatchObject({
      ok: true,
      value: { state: 'spoiled', reason: 'ralat nama' },
    })
    expect(await desk.printDesk.blanks.withdraw.mutate(order)).toMatchObject({
      refusal: { code: 'blank-withdrawn', reason: 'ralat nama' },
    })
  })

  it('balances, agrees with every sheet, and comes out on paper as it stands', async () => {
    const { balance } = await card()
    expect(imbalance(balance)).toBe(0)
    expect(balance).toMatchObject({ opening: 0, received: 10, printed: 3, spoiled: 3, remaining: 4 })
    const startedAt = instantOf(desk.office.now() + 1)
    expect((await examineBlanks({ queries: desk.besides.queries, startedAt })).damages).toEqual([])

    const { jobId } = await desk.supervisor.blanks.print.mutate({ ...span, printerId: null })
    expect(await desk.outcome(jobId)).toBe('printed')
    const file = await desk.office.fetch('supervisor', `/files/job/${jobId}.pdf`)
    const text = squeeze(await pdfText(new Uint8Array(await file.arrayBuffer())))
    expect(text).toContain('KARTU KENDALI BLANGKO')
    expect(text).toContain('0 + 10 = 3 + 3 + 0 + 4 = 10. Kartu ini seimbang.')
    expect(text).toContain('PTK-000106')
    expect(text).toContain('Blangko PTK-000101 sampai PTK-000110')
    expect(text).not.toMatch(/\d{16}/)
  })
})
