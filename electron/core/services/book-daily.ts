import { closingCode, type DayClosing } from '#domain/day-closing.ts'
import type { BookClosing, BookTable, ReportBook } from '#domain/documents/report-book.ts'
import { dayRange, fullDate } from '#domain/indonesian.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import { reportFigures, type Figures, type ReportFigure } from '#domain/report-figures.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { closingLines } from '#domain/wording/day-closing.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import {
  dailyGroupings,
  dailyReport,
  permitsIssued,
  type DailyGrouping,
  type DailyReport,
} from './daily-report.ts'
import { dimensionHeads, figureCells, figureColumns, figureHeads, figureKeys } from './figure-columns.ts'
import type { Office } from './office.ts'
import { handoverColumns, outgoingTable, productNames } from './outgoing-table.ts'
import { dailyRemarks, permitBars } from './report-content.ts'

const noFigures = Object.fromEntries(reportFigures.map((key) => [key, 0])) as Record<ReportFigure, number>

const sumOf = (all: readonly Figures[]): Figures =>
  all.reduce<Record<ReportFigure, number>>(
    (sum, one) => {
      for (const key of reportFigures) sum[key] += one[key]
      return sum
    },
    { ...noFigures },
  )

/** Rows of all days by type, in the order of the profile. */
function typeRows({ profile }: Office, reports: readonly DailyReport[]): DailyReport['rows'] {
  const byCode = Map.groupBy(
    reports.flatMap((one) => one.rows),
    (one) => one.permitTypeCode,
  )
  const order = profile.offers.map(({ code }) => code)
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length)
  return [...byCode]
    .sort(([one], [other]) => place(one) - place(other) || (one < other ? -1 : 1))
    .map(([permitTypeCode, rows]) => ({
      ...sumOf(rows),
      permitTypeCode,
      name: rows[0]?.name ?? permitTypeCode,
    }))
}

const typesTable = (office: Office, reports: readonly DailyReport[]): BookTable => ({
  key: 'by-type',
  title: 'Rekapitulasi per jenis izin',
  columns: [
    { key: 'type-code', header: 'Kode', kind: 'text', width: 12 },
    { key: 'type-name', header: 'Jenis izin', kind: 'text', width: 44 },
    ...figureColumns,
  ],
  rows: typeRows(office, reports).map((one) => [one.permitTypeCode, one.name, ...figureCells(one)]),
})

/** The same figures by kind of application, channel, clerk and counter; of several days their sum. */
const groupTable = (reports: readonly DailyReport[], by: DailyGrouping): BookTable => ({
  key: `by-${by}`,
  title: `Menurut ${dimensionHeads[by].toLowerCase()}`,
  columns: [{ key: by, header: dimensionHeads[by], kind: 'text', width: 44 }, ...figureColumns],
  rows: [
    ...Map.groupBy(
      reports.flatMap((one) => one.groups[by]),
      (one) => one.group,
    ).values(),
  ].map((days) => [days[0]?.label ?? '', ...figureCells(sumOf(days))]),
})

const daysTable = (reports: readonly DailyReport[]): BookTable => ({
  key: 'by-day',
  title: 'Rekapitulasi per hari',
  columns: [{ key: 'day', header: 'Hari', kind: 'day', width: 13 }, ...figureColumns],
  rows: reports.map((one) => [one.day, ...figureCells(one.total)]),
})

const issuedTable = (office: Office, reports: readonly DailyReport[]): BookTable => ({
  key: 'issued',
  title: 'Izin terbit',
  columns: [
    { key: 'number', header: 'Nomor izin', kind: 'text', width: 40 },
    { key: 'holder', header: 'Pemegang izin', kind: 'text', width: 32 },
    { key: 'type-code', header: 'Jenis', kind: 'text', width: 10 },
    { key: 'kind', header: 'Permohonan', kind: 'text', width: 16 },
    { key: 'place', header: 'Tempat praktik', kind: 'text', width: 32 },
    { key: 'issued-on', header: 'Tanggal izin', kind: 'day', width: 13 },
    { key: 'issued-at', header: 'Terbit', kind: 'moment', width: 17 },
    { key: 'officer', header: 'Dicetak oleh', kind: 'text', width: 22 },
  ],
  rows: reports
    .flatMap((one) => permitsIssued(office, one))
    .map((one) => [
      one.number,
      one.holderName,
      one.permitTypeCode,
      kindLabel(one.kind, null),
      one.facilityName,
      one.issuedOn,
      one.issuedAt,
      one.printedBy,
    ]),
})

const handedOverTable = (reports: readonly DailyReport[]): BookTable => ({
  key: 'handed-over',
  title: 'Register penyerahan',
  columns: handoverColumns,
  rows: reports
    .flatMap((one) => one.handedOver)
    .map((one) => [
      one.at,
      one.number,
      productNames[one.productKind],
      one.holderName,
      one.receivedBy,
      one.by,
      one.enteredAt,
    ]),
})

function closingOf({ profile }: Office, closing: DayClosing): BookClosing {
  const { closedAt, closedBy, ordinal, events, hash } = closing
  return {
    at: closedAt,
    by: closedBy.name,
    ordinal,
    events,
    hash,
    code: closingCode(closing),
    lines: closingLines(closing, profile.timeZone, profile.timeZoneLabel),
  }
}

function daysOf({ days }: { readonly days: { readonly from: OfficeDate; readonly through: OfficeDate } }) {
  const all: OfficeDate[] = []
  for (let day = days.from; day <= days.through; day = addDays(day, 1)) all.push(day)
  return all
}

/** The daily issuance report of one day; of several days their sum, with a line for each day. */
export const dailyBook =
  (deps: BookDeps): BookMaker =>
  async ({ days, asOf }): Promise<ReportBook> => {
    const reports: DailyReport[] = []
    for (const day of daysOf({ days })) reports.push(await dailyReport(deps)(day, asOf))
    const [first] = reports
    const isOneDay = reports.length === 1 && first !== undefined
    const total = sumOf(reports.map((one) => one.total))
    return {
      kind: 'daily',
      title: `Laporan harian ${isOneDay ? fullDate(days.from) : dayRange(days.from, days.through)}`,
      days,
      asOf,
      figures: reportFigures.map((key) => ({
        key: figureKeys[key],
        label: figureHeads[key].toLowerCase(),
        value: total[key],
      })),
      remarks: isOneDay ? dailyRemarks(deps.office, first) : [],
      bars: [
        { title: 'Izin terbit menurut jenis (lembar)', bars: permitBars(typeRows(deps.office, reports)) },
      ],
      tables: [
        ...(isOneDay ? [] : [daysTable(reports)]),
        typesTable(deps.office, reports),
        ...dailyGroupings.map((by) => groupTable(reports, by)),
        issuedTable(deps.office, reports),
        outgoingTable(reports.flatMap((one) => one.outgoing)),
        handedOverTable(reports),
      ],
      ...(isOneDay && first.closing && { closing: closingOf(deps.office, first.closing) }),
    }
  }
