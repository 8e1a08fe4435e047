import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DispatchForm } from '#domain/dispatch.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { officeDate } from '#domain/office-date.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { openDiskFileCabinet } from '#adapters/files/disk-file-cabinet.ts'
import { hashText } from '#adapters/system/hash.ts'
import { doWork } from '#ports/testing/test-office.ts'
import { examineOffice } from '#services/examine-office.ts'
import { openCounterDesk, type Client, type CounterDesk } from '../testing/counter-desk.ts'

let desk: CounterDesk
beforeAll(async () => {
  desk = await openCounterDesk()
})
afterAll(() => desk.close())

const aForm = (change: Partial<DispatchForm> = {}): DispatchForm => ({
  kind: 'dossier-copy',
  letterNumber: '',
  subject: '',
  registrationNumber: '',
  recipient: 'Dinas Kesehatan',
  broughtBy: 'Sugeng Pamungkas',
  ...change,
})

const enter = async (change: Partial<DispatchForm> = {}, id = crypto.randomUUID()) => {
  const entered = await desk.counter.dispatch.enter.mutate({ id, form: aForm(change) })
  if (!entered.ok) throw new Error(entered.refusal.code)
  return entered.value
}

const confirm = (id: string, by: Client, receiver = 'Nuraini', slipSha256: string | null = null) =>
  by.dispatch.confirm.mutate({ id, form: { receiver, day: '19-11-2026', time: '09.00', slipSha256 } })

const november = { from: officeDate('2026-11-01'), until: officeDate('2026-11-30') }

describe('the book of what left the office', () => {
  it('gives each line the next number, once however often it is sent', async () => {
    const id = crypto.randomUUID()
    const [one, two] = await Promise.all([enter({}, id), enter({ recipient: 'Lain' }, id)])
    expect(two).toEqual(one)
    const next = await enter()
    const serialOf = (number: string): number => Number(number.slice(-4))
    expect(serialOf(next.number)).toBe(serialOf(one.number) + 1)
    expect(one.number).toMatch(/^EKS-2026-\d{4}$/)
  })

  it('is about a dossier by its registration number, and offers what is known of one', async () => {
    const applicationId = await desk.takeIn({ nik: '6171044708940921' })
    const { line } = await desk.counter.dossiers.get.query({ id: applicationId })
    const offer = await desk.agency.dispatch.ofDossier.query({ applicationId })
    expect(offer?.form).toMatchObject({ registrationNumber: line.registrationNumber, kind: 'dossier-copy' })
    const entered = await enter({ registrationNumber: line.registrationNumber.toLowerCase() })
    expect(entered.dossier).toEqual({ applicationId, registrationNumber: line.registrationNumber })
    const again = await desk.agency.dispatch.ofDossier.query({ applicationId })
    expect(again?.lines.map((one) => one.id)).toEqual([entered.id])
    const unknown = await desk.counter.dispatch.enter.mutate({
      id: crypto.randomUUID(),
      form: aForm({ registrationNumber: 'P-2026-999999' }),
    })
    expect(unknown).toMatchObject({ ok: false, refusal: { code: 'dispatch-dossier-unknown' } })
  })

  it('of two people who settle a line at once lets one, and tells the other who it was', async () => {
    const { id } = await enter()
    const answers = await Promise.all([
      confirm(id, desk.counter),
      confirm(id, desk.agency),
      desk.processing.dispatch.void.mutate({ id, reason: 'salah tujuan' }),
    ])
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    const winner = answers.find((one) => one.ok)
    const by = winner?.ok ? (winner.value.received?.by ?? winner.value.voided?.by) : undefined
    for (const answer of answers) if (!answer.ok) expect(answer.refusal).toMatchObject({ by })
  })

  it('keeps the scan of a signed slip, and no slip that the office does not have', async () => {
    const { id } = await enter()
    expect(await confirm(id, desk.counter, 'Nuraini', 'a'.repeat(64))).toMatchObject({
      ok: false,
      refusal: { code: 'dispatch-slip-missing' },
    })
    const { sha256 } = await desk.upload('front-office', 'slip.pdf', pdfBytes())
    expect(await confirm(id, desk.counter, 'Nuraini', sha256)).toMatchObject({
      ok: true,
      value: { state: 'received', received: { receiver: 'Nuraini', slipSha256: sha256 } },
    })
  })

  it('voids a line with its number, which stays in the register', async () => {
    const line = await enter()
    const voided = await desk.counter.dispatch.void.mutate({ id: line.id, reason: 'salah tujuan' })
    expect(voided).toMatchObject({ ok: true, value: { state: 'void', number: line.number } })
    const [row] = await desk.sql<{ void_reason: string }>(
      'SELECT void_reason FROM official_numbers WHERE text = ?',
      line.number,
    )
    expect(row?.void_reason).toBe('salah tujuan')
  })

  it('is printed for a period, and a slip for one line', async () => {
    const line = await enter()
    const book = await desk.counter.dispatch.print.mutate({ ...november, printerId: null })
    const slip = await desk.counter.dispatch.printSlip.mutate({ id: line.id, printerId: null })
    expect(await desk.outcome(book.jobId)).toBe('printed')
    expect(await desk.outcome(slip.jobId)).toBe('printed')
    const content = (await desk.besides.queries.findPrintJob(book.jobId))?.content as PrintContent | undefined
    expect(content?.kind === 'dispatch-book' && content.data.gaps).toBe(
      'Nomor berurutan, tidak ada yang terlompati.',
    )
  })

  it('is whole to the doctor, with its numbers and its scans', async () => {
    const parts = await examineOffice({
      queries: desk.besides.queries,
      cabinet: openDiskFileCabinet(`${desk.office.dataDir}/files`),
      hash: hashText,
      integrityCheck: () => Promise.resolve([]),
      startedAt: (await enter()).enteredAt,
    })
    expect(parts.flatMap((one) => one.damages)).toEqual([])
  })

  it('asks about a line that nobody confirmed in the days of the office, whatever period is shown', async () => {
    const { id } = await enter()
    desk.office.setTime('2026-11-24T02:00:00.000Z')
    const counter = await desk.signIn('front-office')
    const december = { from: officeDate('2026-11-24'), until: officeDate('2026-12-31') }
    const { lines } = await counter.dispatch.list.query(december)
    expect(lines.find((one) => one.id === id)?.state).toBe('overdue')
    expect(lines.every((one) => one.received === null && one.voided === null)).toBe(true)
  })

  it('says on paper which number it lacks', async () => {
    const series = 'ekspedisi'
    const lost = await doWork(desk.besides, ({ numbers }) => numbers.advance(series, '2026'))
    await enter()
    const { jobId } = await desk.counter.dispatch.print.mutate({ ...november, printerId: null })
    const content = (await desk.besides.queries.findPrintJob(jobId))?.content as PrintContent | undefined
    expect(content?.kind === 'dispatch-book' && content.data.gaps).toBe(
      `Nomor urut ${lost} tidak ada dalam daftar ini. Periksa Pengaturan › Nomor.`,
    )
  })
})
