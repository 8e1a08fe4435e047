import { describe, expect, it } from 'vitest'
import { readCsv } from './read-table.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDate } from '#domain/office-date.ts'
import { maskPhone, parsePhone } from '#domain/phone.ts'
import { bookCsv, csvText } from '#domain/documents/book-csv.ts'
import { bookJson } from '#domain/documents/book-json.ts'
import { bookWorkbook } from '#domain/documents/book-workbook.ts'
import { columnsOf } from '#domain/documents/book-sheet.ts'
import type { BookClosing, BookTable, ReportBook } from '#domain/documents/report-book.ts'

const zone = 'Asia/Pontianak'
const table: BookTable = {
  key: 'lines',
  title: 'Daftar',
  columns: [
    { key: 'number', header: 'Nomor', kind: 'text', width: 20 },
    { key: 'issued-on', header: 'Tanggal', kind: 'day', width: 12 },
    { key: 'issued-at', header: 'Terbit', kind: 'moment', width: 17 },
    { key: 'sheets', header: 'Lembar', kind: 'count', width: 8, total: true },
    { key: 'share', header: 'Bagian', kind: 'percent', width: 8 },
    { key: 'time', header: 'Hari kerja', kind: 'working-days', width: 8 },
  ],
  rows: [
    ['503/1', officeDate('2026-11-19'), '2026-11-19T17:30:00.000Z', 2, 12.5, 3.5],
    ['=HYPERLINK("x")', null, null, 1200, null, null],
  ],
  notes: ['Nomor berurutan.'],
}
const closing: BookClosing = {
  at: '2026-11-19T09:04:00.000Z' as Instant,
  by: 'Drs. Uji',
  ordinal: 1,
  events: 12,
  hash: 'ab'.repeat(32),
  code: `SEPOK-HARIAN/2026-11-19/1/${'AB'.repeat(32)}`,
  lines: ['Ditutup 16.04 WIB oleh Drs. Uji', '12 peristiwa, sidik ABAB ABAB ABAB ABAB'],
}
const book: ReportBook = {
  kind: 'daily',
  title: 'Laporan uji',
  days: { from: officeDate('2026-11-19'), through: officeDate('2026-11-19') },
  asOf: '2026-11-20T01:00:00.000Z' as Instant,
  figures: [{ key: 'issued', label: 'terbit', value: 2 }],
  remarks: ['**2** izin milik 6171044708940003.'],
  bars: [],
  tables: [table],
}

describe('a report as CSV', () => {
  it('of one table is that table, with semicolons, CRLF and the mark by which Excel knows its letters', () => {
    expect(bookCsv(book, zone)).toBe(
      [
        '\uFEFFNomor;Tanggal;Terbit;Lembar;Bagian;Hari kerja',
        '503/1;2026-11-19;2026-11-20 00:30;2;12,5;3,5',
        `"'=HYPERLINK(""x"")";;;1200;;`,
        '',
      ].join('\r\n'),
    )
  })

  it('of several tables has each under its title, and all lines with the same number of cells', () => {
    const text = bookCsv({ ...book, tables: [table, { ...table, title: 'Kedua' }] }, zone)
    const lines = text.trimEnd().split('\r\n')
    expect(lines[0]).toBe('\uFEFFLaporan uji;;;;;')
    expect(lines).toContain('Kedua;;;;;')
    const rows = readCsv(text.slice(1))
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]))
  })

  it('never gives a spreadsheet a formula from data, and keeps numbers numbers', () => {
    for (const begin of ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
      expect(csvText(`${begin}1+1`).replace(/^"/, '')).toMatch(/^'/)
    expect(csvText('503/12')).toBe('503/12')
    const phone = parsePhone('+62 812-5500-4417')
    expect(phone.ok && csvText(maskPhone(phone.value))).toBe('0812****4417')
    expect(
      bookCsv({ ...book, tables: [{ ...table, rows: [['a', null, null, -5, null, null]] }] }, zone),
    ).toContain('a;;;-5;;')
  })

  it('gives back what was in the cells, quotes and line ends included', () => {
    const words = ['a;b', 'dia bilang "ya"', 'dua\r\nbaris', "Ma'ruf", 'ñ–é']
    const rows = words.map((one) => [one, null, null, 1, null, null])
    const read = readCsv(bookCsv({ ...book, tables: [{ ...table, rows }] }, zone).slice(1))
    expect(read.slice(1).map((row) => row[0])).toEqual(words)
  })
})

describe('a report for programs', () => {
  it('has its rows by the keys of their columns, its sums, and no full NIK', () => {
    const read = JSON.parse(bookJson(book)) as {
      tables: [{ rows: unknown[]; totals: unknown }]
      remarks: string[]
    }
    expect(read.tables[0].rows[0]).toEqual({
      number: '503/1',
      'issued-on': '2026-11-19',
      'issued-at': '2026-11-19T17:30:00.000Z',
      sheets: 2,
      share: 12.5,
      time: 3.5,
    })
    expect(read.tables[0].totals).toEqual({ sheets: 1202 })
    expect(read.remarks).toEqual(['2 izin milik 6171************.'])
    expect(Object.keys(read)).toEqual([
      'kind',
      'title',
      'from',
      'to',
      'asOf',
      'closing',
      'figures',
      'labels',
      'remarks',
      'tables',
    ])
  })
})

describe('the report of a closed day', () => {
  it('bears the hash of its closing in files for programs and on the first sheet, and in no table of a CSV', () => {
    const closed = { ...book, closing }
    const { lines: _, ...fields } = closing
    expect((JSON.parse(bookJson(closed)) as { closing: unknown }).closing).toEqual(fields)
    expect((JSON.parse(bookJson(book)) as { closing: unknown }).closing).toBeNull()
    const [summary] = bookWorkbook(closed, zone).sheets
    expect(summary?.notes).toEqual(
      expect.arrayContaining([...closing.lines, `Kode Tutup Harian: ${closing.code}`]),
    )
    expect(bookCsv(closed, zone)).toBe(bookCsv(book, zone))
  })
})

describe('a report as a spreadsheet', () => {
  it('has real dates, moments of the office’s clock, and shares as percent', () => {
    const [summary, lines] = bookWorkbook(book, zone).sheets
    expect(lines?.rows[0]).toEqual([
      '503/1',
      { date: '2026-11-19' },
      { moment: '2026-11-20T00:30' },
      2,
      0.125,
      3.5,
    ])
    expect(lines?.columns.map((one) => one.format)).toEqual([
      undefined,
      undefined,
      undefined,
      '#,##0',
      '0.0%',
      '#,##0.0',
    ])
    expect(lines?.columns.map((one) => one.total)).toEqual([
      undefined,
      undefined,
      undefined,
      true,
      undefined,
      undefined,
    ])
    expect(summary?.rows).toEqual([['terbit', 2]])
    expect(lines?.notes).toEqual(['Nomor berurutan.'])
  })

  it('gives every sheet a name that a spreadsheet takes, each once', () => {
    const titles = ['Izin [baru]/lama: 2026?', 'izin  baru  lama  2026', 'R'.repeat(40), 'R'.repeat(35), '']
    const { sheets } = bookWorkbook({ ...book, tables: titles.map((title) => ({ ...table, title })) }, zone)
    const names = sheets.map((one) => one.name)
    expect(new Set(names.map((one) => one.toLowerCase())).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    const long = { ...table, title: 'Register tanda tangan elektronik' }
    expect(bookWorkbook({ ...book, tables: [long] }, zone).sheets.map(({ name }) => name)).toContain(
      'Register tanda tangan',
    )
  })
})

describe('the columns of a sheet', () => {
  it('take the whole width, and none is narrower than the longest word of its head', () => {
    const columns = [
      { key: 'a', header: 'Nomor', kind: 'text', width: 90 },
      ...['Dikembalikan', 'Dilegalisasi', 'Diserahkan', 'Dibatalkan'].map((header) => ({
        key: header,
        header,
        kind: 'count' as const,
        width: 3,
      })),
    ] as const
    const row = ['503/0001/TOLAK/DPMTK-PTSP/2026 dan lampirannya', 1, 2, 3, 4]
    const { style, widths } = columnsOf({ key: 'a', title: 'A', columns, rows: [row] }, 240, 'Asia/Pontianak')
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(240)
    for (const [index, { header }] of columns.entries())
      expect(widths[index]).toBeGreaterThan(header.length * 0.2 * style.sizePt)
  })
})
