import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OfficePaperView } from '#contract/papers.ts'
import { composeStation, setUpOffice, type ComposedStation } from '../testing/composed-station.ts'

let office: ComposedStation
let admin: ReturnType<ComposedStation['client']>
let folder: string
let printerId: string
beforeAll(async () => {
  office = await composeStation()
  admin = await (await setUpOffice(office))('admin')
  folder = mkdtempSync(join(tmpdir(), 'sepok-kertas-'))
  const saved = await admin.administration.savePrinter.mutate({
    id: null,
    name: 'Laser Loket 1',
    kind: 'sheet',
    address: `folder:${folder}`,
    thermal: null,
    documents: ['permit'],
    active: true,
  })
  if (!saved.ok) throw new Error(saved.refusal.code)
  printerId = saved.value.id
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const typedOf = ({ name, widthMm, heightMm, margins, footMm }: OfficePaperView) => {
  const { top, topNext, right, bottom, left } = margins
  const figures = { widthMm, heightMm, top, topNext, right, bottom, left, footMm }
  const typed = Object.fromEntries(Object.entries(figures).map(([key, mm]) => [key, String(mm)]))
  return { ...(typed as Record<keyof typeof figures, string>), name }
}
const paperNamed = async (name: string): Promise<OfficePaperView> => {
  const paper = (await admin.papers.list.query()).papers.find((one) => one.name === name)
  if (!paper) throw new Error(`no paper ${name}`)
  return paper
}

describe('Pengaturan › Kertas', () => {
  it('adds a size of the office, keeps who did it, and lays out the permit on it from then on', async () => {
    const f4 = await paperNamed('F4')
    const saved = await admin.papers.save.mutate({
      id: null,
      typed: { ...typedOf(f4), name: 'Blangko tebal', widthMm: '216', heightMm: '331,5' },
      documents: ['permit'],
      seenAt: null,
    })
    expect(saved).toMatchObject({ ok: true })
    const own = await paperNamed('Blangko tebal')
    expect(own).toMatchObject({ widthMm: 216, heightMm: 331.5, documents: ['permit'] })
    expect(own.record).toMatchObject([
      { by: 'Melati Sambas', sentence: expect.stringContaining('216 × 331,5 mm') },
    ])
    expect((await paperNamed('F4')).documents).not.toContain('permit')
    const papers = await admin.printers.papers.query({ printerId })
    expect(papers).toBeNull()
  })

  it('refuses at the field, and lets nothing in use be removed', async () => {
    const own = await paperNamed('Blangko tebal')
    const wrong = await admin.papers.save.mutate({
      id: own.id,
      typed: { ...typedOf(own), widthMm: '20' },
      documents: [],
      seenAt: own.changedAt,
    })
    expect(wrong).toMatchObject({ refusal: { code: 'paper-form-wrong', fields: [{ field: 'widthMm' }] } })
    expect(await admin.papers.remove.mutate({ paperId: own.id })).toMatchObject({
      refusal: { code: 'office-paper-in-use', documents: ['permit'] },
    })
  })

  it('tells the second of two who change a paper who the first was', async () => {
    const a5 = await paperNamed('A5')
    const order = { id: a5.id, typed: typedOf(a5), documents: [], seenAt: a5.changedAt }
    expect((await admin.papers.save.mutate(order)).ok).toBe(true)
    expect(await admin.papers.save.mutate(order)).toMatchObject({
      refusal: { code: 'papers-changed', by: 'Melati Sambas' },
    })
  })

  it('sets where a paper lies and how many sheets come out, but never two of an original', async () => {
    const own = await paperNamed('Blangko tebal')
    const load = { printerId, trays: [{ paperId: own.id, tray: ' tray-2 ' }], seenAt: null }
    expect(
      await admin.papers.load.mutate({ ...load, copies: [{ document: 'permit', copies: 2 }] }),
    ).toMatchObject({ refusal: { code: 'copies-of-original', document: 'permit' } })
    const copies = [{ document: 'daily-report' as const, copies: 2 }]
    expect((await admin.papers.load.mutate({ ...load, copies })).ok).toBe(true)
    const [printer] = (await admin.papers.list.query()).printers.filter((one) => one.printerId === printerId)
    expect(printer).toMatchObject({ trays: [{ paperId: own.id, tray: 'tray-2' }], copies })
    expect(printer?.record).toHaveLength(1)
  })

  it('prints a sheet by which the paper is measured, of exactly its size, read back before it goes out', async () => {
    const own = await paperNamed('Blangko tebal')
    const tested = await admin.printers.test.mutate({ printerId, paperId: own.id })
    expect(tested).toMatchObject({ ok: true, value: { outcome: 'printed' } })
    const [file] = readdirSync(folder)
    const pdf = await PDFDocument.load(readFileSync(join(folder, file ?? '')))
    const { width, height } = pdf.getPage(0).getSize()
    expect([(width / 72) * 25.4, (height / 72) * 25.4].map((mm) => Math.round(mm * 10) / 10)).toEqual([
      216, 331.5,
    ])
    expect(await admin.printers.test.mutate({ printerId, paperId: 'gone' })).toMatchObject({
      refusal: { code: 'office-paper-not-found' },
    })
  })
})
