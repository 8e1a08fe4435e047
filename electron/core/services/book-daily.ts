import { closingCode, type DayClosing } from '#domain/day-closing.ts'
import type { BookClosing, BookTable, ReportBook } from '#domain/documents/report-book.ts'
import { dayRange, fullDate } from '#domain/indonesian.ts'
import { addDays, daysBetween, type OfficeDate } from '#domain/office-date.ts'
import { figuresOf, reportFigures, type Figures, type ReportFigure } from '#domain/report-figures.ts'
import type { DaySpan } from '#domain/report-period.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { closingLines } from '#domain/wording/day-closing.ts'
import { delayReasonText } from '#domain/wording/delay-reason.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import { blanksOn } from './daily-lists.ts'
import {
  dailyFigures,
  dailyGroupings,
  dailyReport,
  dayOf,
  issuanceOf,
  permitsIssued,
  type DailyGrouping,
  type Issuance,
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

const typesTable = ({ rows }: Issuance): BookTable => ({
  key: 'by-type',
  title: 'Rekapitulasi per jenis izin',
  columns: [
    { key: 'type-code', header: 'Kode', kind: 'text', width: 12 },
    { key: 'type-name', header: 'Jenis izin', kind: 'text', width: 44 },
    ...figureColumns,
  ],
  rows: rows.map((one) => [one.permitTypeCode, one.name, ...figureCells(one)]),
})

/** The same figures by kind of application, channel, clerk and counter. */
const groupTable = ({ groups }: Issuance, by: DailyGrouping): BookTable => ({
  key: `by-${by}`,
  title: `Menurut ${dimensionHeads[by].toLowerCase()}`,
  columns: [{ key: by, header: dimensionHeads[by], kind: 'text', width: 44 }, ...figureColumns],
  rows: groups[by].map((one) => [one.label, ...figureCells(one)]),
})

/** With more days than these, those on which nothing happened have no line. */
const mostDays = 366

function daysTable(days: DaySpan, figuresOn: ReadonlyMap<string, Figures>): BookTable {
  const isLong = daysBetween(days.from, days.through) >= mostDays
  const listed = isLong ? ([...figuresOn.keys()].toSorted() as OfficeDate[]) : daysOf(days)
  return {
    key: 'by-day',
    title: 'Rekapitulasi per hari',
    columns: [{ key: 'day', header: 'Hari', kind: 'day', width: 13 }, ...figureColumns],
    rows: listed.map((day) => [day, ...figureCells(figuresOn.get(day) ?? noFigures)]),
    ...(isLong && { notes: ['Hari tanpa kegiatan tidak ditulis.'] }),
  }
}

const issuedTable = (office: Office, days: DaySpan, issuance: Issuance): BookTable => ({
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
  rows: permitsIssued(office, days, issuance).map((one) => [
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

/** Those that went out after their promised day, with the stage that held them and what was written down about why. */
const lateTable = (office: Office, { late }: Issuance): BookTable => ({
  key: 'late',
  title: 'Izin terbit lewat batas',
  columns: [
    { key: 'number', header: 'Nomor izin', kind: 'text', width: 40 },
    { key: 'holder', header: 'Pemegang izin', kind: 'text', width: 30 },
    { key: 'type-code', header: 'Jenis', kind: 'text', width: 10 },
    { key: 'promised-on', header: 'Dijanjikan', kind: 'day', width: 11 },
    { key: 'issued-on', header: 'Terbit', kind: 'day', width: 11 },
    { key: 'days-late', header: 'Lewat (hari kerja)', kind: 'count', width: 11 },
    { key: 'held-by-stage', header: 'Paling lama ditahan', kind: 'text', width: 28 },
    { key: 'held-days', header: 'Lama (hari kerja)', kind: 'working-days', width: 11, decimals: 1 },
    { key: 'reason', header: 'Alasan tercatat', kind: 'text', width: 36 },
  ],
  rows: late.map(({ line, promisedOn, issuedAt, late: days, heldBy, reason }) => [
    line.number,
    line.holderName,
    line.permitTypeCode,
    promisedOn,
    dayOf(office, issuedAt),
    days,
    heldBy?.stage ?? null,
    heldBy?.days ?? null,
    reason && delayReasonText(reason),
  ]),
})

const handedOverTable = ({ handedOver }: Issuance): BookTable => ({
  key: 'handed-over',
  title: 'Register penyerahan',
  columns: handoverColumns,
  rows: handedOver.map((one) => [
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

function daysOf({ from, through }: DaySpan): readonly OfficeDate[] {
  const all: OfficeDate[] = []
  for (let day = from; day <= through; day = addDays(day, 1)) all.push(day)
  return all
}

/** The daily issuance report of one day; of several days their sum, with a line for each day. Asks no more of a year than of a day. */
export const dailyBook =
  (deps: BookDeps): BookMaker =>
  async ({ days, asOf }): Promise<ReportBook> => {
    const { office, queries } = deps
    const day = days.from === days.through ? await dailyReport(deps)(days.from, asOf) : null
    const issuance = day ?? (await issuanceOf(office, queries, days, asOf))
    const figuresOn = new Map(
      day
        ? [[days.from as string, day.total] as const]
        : [...(await dailyFigures(queries, days, asOf))].map(
            ([on, found]) => [on, figuresOf(found)] as const,
          ),
    )
    const total = sumOf([...figuresOn.values()])
    return {
      kind: 'daily',
      title: `Laporan harian ${day ? fullDate(days.from) : dayRange(days.from, days.through)}`,
      days,
      asOf,
      figures: reportFigures.map((key) => ({
        key: figureKeys[key],
        label: figureHeads[key].toLowerCase(),
        value: total[key],
      })),
      remarks: day ? dailyRemarks(office, day, await blanksOn(deps, days.from, asOf)) : [],
      bars: [{ title: 'Izin terbit menurut jenis (lembar)', bars: permitBars(issuance.rows) }],
      tables: [
        ...(day ? [] : [daysTable(days, figuresOn)]),
        typesTable(issuance),
        ...dailyGroupings.map((by) => groupTable(issuance, by)),
        issuedTable(office, days, issuance),
        lateTable(office, issuance),
        outgoingTable(issuance.outgoing),
        handedOverTable(issuance),
      ],
      ...(day?.closing && { closing: closingOf(office, day.closing) }),
    }
  }
