import { expect, it } from 'vitest'
import { dailyReportSheet } from './daily-report-sheet.ts'
import { PAPERS } from './paper.ts'
import { aDailyReport } from './testing/more-samples.ts'

const nik = '6171014708940003'

it('shows no full NIK, wherever somebody typed one', () => {
  const report = aDailyReport(1)
  const typed = (text: string): string => `${text} ${nik}`
  const sheet = dailyReportSheet(
    {
      ...report,
      remarks: [typed('Asli lembar ke-2 karena salah cetak')],
      issued: report.issued.map((one) => ({ ...one, holderName: typed('Raras'), place: typed('Klinik') })),
      outgoing: report.outgoing.map((one) => ({
        ...one,
        receivedBy: typed('Bagus'),
        holderName: typed('Raras'),
      })),
      closing: { code: 'SEPOK-HARIAN', lines: [typed('Masih terbuka karena')] },
    },
    PAPERS.a4Landscape,
  )
  const said = JSON.stringify(sheet)
  expect(said).not.toContain(nik)
  expect(said.match(/6171\*{12}/g)).toHaveLength(6)
})

it('names late permits with the stage that held them, and gives the day by type, kind, channel, clerk and counter', () => {
  const said = JSON.stringify(dailyReportSheet(aDailyReport(3), PAPERS.a4Landscape).blocks)
  for (const text of [
    'IZIN TERBIT LEWAT BATAS',
    'Pemeriksaan Dinas Kesehatan, 4,0 hari kerja',
    'Jadwal diundur',
  ])
    expect(said).toContain(text)
  for (const head of ['Jenis izin', 'Jenis permohonan', 'Kanal', 'Petugas', 'Loket'])
    expect(said).toContain(head)
  const quiet = JSON.stringify(dailyReportSheet(aDailyReport(0), PAPERS.a4Landscape).blocks)
  expect(quiet).not.toContain('REKAPITULASI')
  expect(quiet).not.toContain('LEWAT BATAS')
})
