import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { findHeads, oldPermitColumns, oldPermitWords, rowsByPlaces } from '#domain/old-permit-columns.ts'
import { readTable } from './read-table.ts'

/** A workbook as a spreadsheet program saves it. */
async function workbook(
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('Izin lama'), book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const read = async (fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) =>
  readTable({ name: 'izin.xlsx', bytes: await workbook(fill) })

describe('a workbook of an old book', () => {
  it('gives days as the office writes them, whether they were days or text', async () => {
    const rows = await read((sheet) => {
      sheet.addRow([new Date(Date.UTC(2024, 2, 14)), '14-03-2024', '14 Maret 2024'])
      sheet.addRow([new Date(Date.UTC(2024, 1, 29, 23, 59))])
      sheet.getCell('A1').numFmt = 'dd mmmm yyyy'
    })
    expect(rows).toEqual([['14-03-2024', '14-03-2024', '14 Maret 2024'], ['29-02-2024']])
  })

  it('keeps a NIK that is text whole, and shows that one kept as a figure has lost its last digits', async () => {
    const rows = await read((sheet) => {
      sheet.addRow(['6171044708940003', '0812', 6171044708940003, 812])
    })
    expect(rows).toEqual([['6171044708940003', '0812', '6.1710E+15', '812']])
  })

  it('gives what formulas come to, words of several faces, and the text of a link', async () => {
    const rows = await read((sheet) => {
      sheet.addRow([
        { formula: 'CONCATENATE("446/",12)', result: '446/12' },
        { formula: 'DATE(2024,3,14)', result: new Date(Date.UTC(2024, 2, 14)) },
        { richText: [{ text: 'dr. ' }, { text: 'Kinanti', font: { bold: true } }] },
        { text: 'kinanti@contoh.id', hyperlink: 'mailto:kinanti@contoh.id' },
        { formula: 'A1/0', result: { error: '#DIV/0!' } },
        true,
      ])
    })
    expect(rows).toEqual([['446/12', '14-03-2024', 'dr. Kinanti', 'kinanti@contoh.id', '', 'true']])
  })

  it('passes over empty lines and reads the first sheet with anything in it', async () => {
    const rows = await read((_, book) => {
      const sheet = book.addWorksheet('Data')
      sheet.getCell('A1').value = 'satu'
      sheet.getCell('A4').value = 'empat'
    })
    expect(rows).toEqual([['satu'], [], [], ['empat']])
  })

  it('reads a merged title as what stands above the heads, wherever the table begins', async () => {
    const table = await read((sheet) => {
      sheet.mergeCells('A1:D1')
      sheet.getCell('A1').value = 'Daftar izin tahun 2024'
      sheet.getRow(3).values = ['Nomor izin', 'Nama', 'NIK']
      sheet.addRow(['446/1/SIPD/2024', 'Kinanti Sebangki', '6171044708940003'])
      sheet.addRow([])
      sheet.addRow(['446/2/SIPD/2024', 'Bagas Tirtamulya', ''])
    })
    const headed = findHeads(table ?? [])
    expect(headed?.heads.slice(0, 3)).toEqual(['Nomor izin', 'Nama', 'NIK'])
    const rows = headed ? rowsByPlaces(headed, headed.places) : []
    expect(rows.map(({ line, row }) => [line, row.number, row.name])).toEqual([
      [4, '446/1/SIPD/2024', 'Kinanti Sebangki'],
      [6, '446/2/SIPD/2024', 'Bagas Tirtamulya'],
    ])
  })

  it('knows every column by the head that the example file gives it', async () => {
    const table = await read((sheet) => {
      sheet.addRow(oldPermitColumns.map((column) => oldPermitWords[column].label))
      sheet.addRow(oldPermitColumns.map((column) => oldPermitWords[column].examples[0] ?? ''))
    })
    const headed = findHeads(table ?? [])
    expect(Object.keys(headed?.places ?? {}).toSorted()).toEqual([...oldPermitColumns].toSorted())
    const [first] = headed ? rowsByPlaces(headed, headed.places) : []
    for (const column of oldPermitColumns)
      expect(first?.row[column]).toBe((oldPermitWords[column].examples[0] ?? '').trim())
  })

  it('is none where the file is another ZIP or damaged', async () => {
    const whole = await workbook((sheet) => sheet.addRow(['satu']))
    expect(await readTable({ name: 'izin.xlsx', bytes: whole.slice(0, whole.length / 2) })).toBeNull()
    expect(
      await readTable({ name: 'a.zip', bytes: new Uint8Array([0x50, 0x4b, 5, 6, ...Array(18).fill(0)]) }),
    ).toBeNull()
  })

  it('of five thousand lines is read whole', { timeout: 60_000 }, async () => {
    const rows = await read((sheet) => {
      for (let n = 1; n <= 5000; n += 1)
        sheet.addRow([`446/${n}/SIPD/2024`, 'Kinanti', new Date(Date.UTC(2024, 2, 14)), n])
    })
    expect(rows).toHaveLength(5000)
    expect(rows?.[4999]).toEqual(['446/5000/SIPD/2024', 'Kinanti', '14-03-2024', '5000'])
  })
})
