import { describe, expect, it } from 'vitest'
import { bookSheet } from '#domain/documents/book-sheet.ts'
import { PAPERS } from '#domain/documents/paper.ts'
import type { BookTable } from '#domain/documents/report-book.ts'
import type { PrintDocument } from '#domain/documents/sheet.ts'
import { aDailyReport } from '#domain/documents/testing/more-samples.ts'
import { instant } from '#domain/testing/builders.ts'
import { officeDate } from '#domain/office-date.ts'
import { fontMeasurer } from './fonts.ts'
import { paginate } from './paginate.ts'
import { outsideMargins, overlaps, textsOf } from './testing/geometry.ts'

const sheetOf = (table: BookTable): PrintDocument =>
  bookSheet(
    {
      letterhead: aDailyReport(1).letterhead,
      book: {
        kind: 'recap',
        title: 'Rekap',
        days: { from: officeDate('2026-01-01'), through: officeDate('2026-12-31') },
        asOf: instant('2026-12-31T09:00:00.000Z'),
        figures: [],
        remarks: [],
        bars: [],
        tables: [table],
      },
      zone: 'Asia/Pontianak',
      signers: [{ lead: 'Mengetahui,', titleLines: [], name: 'A', rank: null, nip: null }],
      printed: null,
    },
    PAPERS.a4Landscape,
  )

/** What is written on the sheet of a report with this one table, a line each. */
function linesOf(table: BookTable): readonly string[] {
  const document = sheetOf(table)
  const pages = paginate(document, fontMeasurer)
  expect(outsideMargins(document, pages)).toEqual([])
  expect(overlaps(pages)).toEqual([])
  return pages.flatMap(textsOf).map((text) => text.trim())
}

const months = Array.from({ length: 12 }, (_, at) => ({
  key: `m${at}`,
  header: `Bln ${at + 1}`,
  kind: 'count' as const,
  width: 6,
}))

describe('the tables of a report on paper', () => {
  it('keep codes and the words of their heads whole beside twelve months of figures', () => {
    const codes = ['SIPTKT', 'SIP-ATLM', 'SIPOP', 'SIKRO', 'ADU-2026-0005', 'WWW-MMWM']
    const lines = linesOf({
      key: 'recap',
      title: 'Rekap',
      columns: [
        { key: 'code', header: 'Kode', kind: 'text', width: 8 },
        { key: 'document', header: 'Dokumen', kind: 'text', width: 6 },
        { key: 'type', header: 'Jenis izin', kind: 'text', width: 40 },
        ...months,
      ],
      rows: codes.map((code) => [
        code,
        'Izin',
        'Surat Izin Praktik Ahli Teknologi Laboratorium Medik',
        ...months.map(() => 12_345),
      ]),
    })
    for (const whole of [...codes, 'Dokumen', '12.345']) expect(lines).toContain(whole)
  })

  it('end the line of a long number after a stroke, never inside the name of the office', () => {
    const lines = linesOf({
      key: 'register',
      title: 'Register',
      columns: [
        { key: 'number', header: 'Nomor', kind: 'text', width: 30 },
        { key: 'a', header: 'Alasan', kind: 'text', width: 90 },
        { key: 'b', header: 'Keterangan', kind: 'text', width: 90 },
      ],
      rows: [
        ['503/0001/TOLAK/DPMTK-PTSP/2026', 'Surat keterangan. '.repeat(12), 'Tempat praktik. '.repeat(12)],
      ],
    })
    const at = lines.findIndex((line) => line.startsWith('503/'))
    expect(`${lines[at] ?? ''} `).toMatch(/(\/|2026) $/)
    expect(lines.some((line) => line.endsWith('DPMTK-'))).toBe(false)
  })

  it('a table of two short columns is no wider than the eye can follow', () => {
    const { blocks } = sheetOf({
      key: 'a',
      title: 'A',
      columns: [
        { key: 'type', header: 'Jenis', kind: 'text', width: 12 },
        { key: 'count', header: 'Konsultasi', kind: 'count', width: 12 },
      ],
      rows: [['SIPD', 3]],
    })
    const table = blocks.find((one) => one.kind === 'table')
    const width = table?.columns.reduce((sum, one) => sum + one.widthMm, 0) ?? 0
    expect(width).toBeGreaterThan(60)
    expect(width).toBeLessThan(120)
  })
})
