import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { officeDate } from '#domain/office-date.ts'
import { openCounterDesk, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const today = officeDate('2026-11-19')
const span = { from: today, until: today }

it('the incoming register has a line for every number given, says which are void or blank, and that none lacks', async () => {
  expect(await desk.supervisor.reports.incoming.query(span)).toMatchObject({ lines: [], complete: true })
  const first = await desk.takeIn({ nik: '6171044708948801', name: 'Rahayu Kapuas' })
  const reserved = await desk.counter.blankForms.reserve.mutate({
    batchId: randomUUID(),
    count: 2,
    counter: 'Loket 2',
    printerId: null,
  })
  expect(reserved).toMatchObject({ ok: true })
  const given = await desk.counter.blankForms.void.mutate({ number: 'P-2026-000002', reason: 'Rusak' })
  expect(given).toMatchObject({ ok: true })
  const last = await desk.takeIn({ nik: '6171044708948802', strNumber: '6122100126008802' })

  const register = await desk.supervisor.reports.incoming.query(span)
  expect(register).toMatchObject({ taken: 2, voided: 1, reserved: 1, complete: true })
  expect(register.lines.map(({ number, applicationId, note }) => [number, applicationId, note])).toEqual([
    ['P-2026-000001', first, ''],
    ['P-2026-000002', null, 'Batal: Rusak'],
    ['P-2026-000003', null, 'Formulir bernomor, belum dipakai'],
    ['P-2026-000004', last, ''],
  ])
  const { jobId } = await desk.supervisor.reports.printIncoming.mutate({ ...span, printerId: null })
  expect(await desk.outcome(jobId)).toBe('printed')
  const job = await desk.besides.queries.findPrintJob(jobId)
  const content = job?.content as Extract<PrintContent, { kind: 'incoming-register' }>
  expect(content.data.rows).toHaveLength(4)
  expect(content.data.total).toBe('**Jumlah 4 nomor**: 2 permohonan, 1 batal, 1 formulir belum dipakai.')
  expect(content.paper.widthMm).toBeGreaterThan(content.paper.heightMm)
})
