import type { Workbook } from '#domain/documents/workbook.ts'
import { fullDate, numericDate } from '#domain/indonesian.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { dayOf, hourOf, permitsIssued, type DailyReport } from './daily-report.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { Office } from './office.ts'

const productNames = {
  permit: 'Izin',
  'refusal-letter': 'Surat penolakan',
  'revocation-decree': 'Keputusan pencabutan',
} as const

/** The daily report as a spreadsheet: recap by type, the list of permits issued, the outgoing register. */
export function reportWorkbook(office: Office, report: DailyReport): Workbook {
  const day = fullDate(report.day)
  const issued = permitsIssued(office, report)
  return {
    title: `Laporan harian ${day}`,
    createdAt: report.asOf,
    sheets: [
      {
        name: 'Rekapitulasi',
        title: `Rekapitulasi per jenis izin, ${day}`,
        columns: [
          { header: 'Kode', width: 12 },
          { header: 'Jenis izin', width: 44 },
          { header: 'Diterima', width: 11, total: true },
          { header: 'Dikembalikan', width: 14, total: true },
          { header: 'Terbit', width: 11, total: true },
          { header: 'Ditolak', width: 11, total: true },
          { header: 'Dicabut', width: 11, total: true },
          { header: 'Diserahkan', width: 12, total: true },
          { header: 'Lewat batas', width: 12, total: true },
        ],
        rows: report.rows.map((one) => [
          one.permitTypeCode,
          one.name,
          one.received,
          one.returned,
          one.issued,
          one.refused,
          one.revoked,
          one.handedOver,
          one.late,
        ]),
      },
      {
        name: 'Izin terbit',
        title: `Izin terbit, ${day}`,
        columns: [
          { header: 'Nomor izin', width: 34 },
          { header: 'Pemegang', width: 36 },
          { header: 'Jenis', width: 10 },
          { header: 'Macam', width: 16 },
          { header: 'Tempat praktik', width: 36 },
          { header: 'Tanggal izin', width: 13 },
          { header: 'Jam terbit', width: 11 },
          { header: 'Dicetak oleh', width: 24 },
        ],
        rows: issued.map((one) => [
          one.number,
          one.holderName,
          one.permitTypeCode,
          kindLabel(one.kind, null),
          one.facilityName ?? '–',
          { date: one.issuedOn },
          one.issuedAt === null ? '–' : hourOf(office, one.issuedAt),
          one.printedBy ?? '–',
        ]),
      },
      {
        name: 'Register keluar',
        title: `Register izin keluar, ${day}`,
        columns: [
          { header: 'Nomor', width: 34 },
          { header: 'Dokumen', width: 20 },
          { header: 'Pemegang', width: 36 },
          { header: 'Jenis', width: 10 },
          { header: 'Tanggal surat', width: 13 },
          { header: 'Diserahkan', width: 18 },
          { header: 'Penerima', width: 32 },
        ],
        rows: report.outgoing.map((one) => [
          one.number,
          productNames[one.productKind],
          one.holderName,
          one.permitTypeCode,
          { date: one.issuedOn },
          handedOverWords(office, report.day, one.handedOverAt),
          one.receivedBy ?? '–',
        ]),
      },
    ],
  }
}

// What became final on the day may have been fetched later: an hour alone would be read as that day's.
function handedOverWords(office: Office, day: OfficeDate, at: Instant | null): string {
  if (at === null) return '–'
  const on = dayOf(office, at)
  return on === day ? hourOf(office, at) : `${numericDate(on)} ${hourOf(office, at)}`
}
