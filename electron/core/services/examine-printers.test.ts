import { describe, expect, it } from 'vitest'
import { PAPERS } from '#domain/documents/paper.ts'
import { papersSetting, type PapersChange } from '#domain/office-papers.ts'
import { pdfCommandSetting, usualPdfCommand } from '#domain/pdf-command.ts'
import type { Printer } from '#domain/print-job.ts'
import { instant } from '#domain/testing/builders.ts'
import { examinePrinters } from './examine-printers.ts'

const at = instant('2026-11-19T02:00:00.000Z')
const learned = { at, by: 'Melati Sambas', status: 'answers' } as const
const thermal: Printer = {
  id: 'p1',
  name: 'Termal Loket 1',
  kind: 'thermal',
  address: 'tcp://192.168.1.50:9100',
  thermal: {
    widthMm: 80,
    columns: 48,
    codePage: 'PC437_USA',
    qr: 'native',
    cutter: true,
    withoutStatus: 'unknown',
    learned,
  },
  documents: [],
  active: true,
}
const examine = (printers: readonly Printer[], settings: Readonly<Record<string, unknown>> = {}) =>
  examinePrinters({
    queries: {
      listPrinters: () => Promise.resolve(printers),
      getSetting: (key: string) => Promise.resolve(settings[key]),
    },
  })
const saved = (change: { readonly widthMm?: number }): PapersChange => ({
  kind: 'saved',
  paper: { ...PAPERS.f4, ...change, id: 'own', name: 'Sertifikat' },
  documents: [],
  at,
  by: 'Melati Sambas',
})

describe('printers and papers in the examination of an office', () => {
  it('are sound as they are set in the screens', async () => {
    const settings = { [papersSetting]: [saved({})], [pdfCommandSetting]: usualPdfCommand }
    expect(await examine([thermal], settings)).toEqual({ examined: 1, damages: [], notices: [] })
  })

  it('a printer that cannot be found, or whose lines would fold, is a damage; one never tried waits for somebody', async () => {
    const lost = { ...thermal, name: 'Lama', address: 'COM1' }
    const narrow = { ...thermal, name: 'Sempit', thermal: { ...thermal.thermal!, widthMm: 58 as const } }
    const { learned: _, ...untried } = thermal.thermal!
    const { damages, notices } = await examine([lost, narrow, { ...thermal, name: 'Baru', thermal: untried }])
    expect(damages).toEqual([
      { code: 'printer-address-wrong', printer: 'Lama', address: 'COM1' },
      { code: 'printer-profile-wrong', printer: 'Sempit', columns: 48, widthMm: 58 },
    ])
    expect(notices).toEqual([{ code: 'printers-untried', printers: ['Baru'] }])
  })

  it('a paper that nobody could print and a program that nobody could call are damages, until they are mended', async () => {
    const wrong = saved({ widthMm: 5 })
    expect((await examine([], { [papersSetting]: [wrong] })).damages).toEqual([
      { code: 'office-paper-wrong', paper: 'Sertifikat' },
    ])
    expect((await examine([], { [papersSetting]: [wrong, saved({})] })).damages).toEqual([])
    const broken = { ...usualPdfCommand, arguments: ['{file}'] }
    expect((await examine([], { [pdfCommandSetting]: broken })).damages).toEqual([
      { code: 'pdf-command-wrong' },
    ])
  })
})
