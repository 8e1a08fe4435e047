import type { BlankBalance } from '#domain/blank-ledger.ts'
import { closingCode } from '#domain/day-closing.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { DailyRecap } from '#domain/documents/daily-report-sheet.ts'
import { momentText } from '#domain/documents/book-text.ts'
import { decimal } from '#domain/indonesian-numbers.ts'
import { fullDate, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { documentRule } from '#domain/profile.ts'
import { reportFigures, type Figures } from '#domain/report-figures.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { closingLines } from '#domain/wording/day-closing.ts'
import { delayReasonText } from '#domain/wording/delay-reason.ts'
import type { OutgoingLine } from '#ports/report-queries.ts'
import { closedDaySigners, reportSigners, type Printed } from './book-content.ts'
import { dailyGroupings, dayOf, hourOf, permitsIssued, type DailyReport } from './daily-report.ts'
import { dimensionHeads, figureHeads } from './figure-columns.ts'
import type { Office } from './office.ts'
import { deliveryNames } from './outgoing-table.ts'
import { printedLetterhead } from './print-content.ts'

const shortNames = {
  permit: 'Izin',
  'refusal-letter': 'Penolakan',
  'revocation-decree': 'Pencabutan',
} as const

/** Permits issued by type, the most first. */
export const permitBars = (rows: DailyReport['rows']): readonly { label: string; value: number }[] =>
  rows
    .filter((one) => one.issued > 0)
    .map((one) => ({ label: one.permitTypeCode, value: one.issued }))
    .sort((a, b) => b.value - a.value || (a.label < b.label ? -1 : 1))

/** Sentences beside the figures of a day; `**word**` is bold. */
export const dailyRemarks = (office: Office, report: DailyReport, blanks: BlankBalance | null): string[] => {
  const { before } = report
  return [
    `Hari kerja sebelumnya (${fullDate(before.day)}): **${before.received}** diterima, **${before.issued}** terbit, **${before.handedOver}** diserahkan.`,
    ...promiseWords(office, report),
    ...blankWords(blanks),
    ...laterWords(report),
    ...secondWords(office, report),
  ]
}

/**
 * The daily report as a sheet: figures, permits by type, the list of permits issued, the outgoing register.
 *
 * @param blanks   the card of blanks of the day; null: the office keeps none
 * @param printed  null: a file, which bears no moment but that of its knowledge
 */
export function reportContent(
  office: Office,
  report: DailyReport,
  blanks: BlankBalance | null,
  printed: Printed | null,
): PrintContent {
  const { profile } = office
  const rule = documentRule(profile, 'daily-report')
  const issued = permitsIssued(office, { from: report.day, through: report.day }, report)
  const { total } = report
  return {
    kind: 'daily-report',
    paper: rule.paper,
    data: {
      letterhead: printedLetterhead(profile, report.day, rule.letterhead === 'pre-printed-paper'),
      crest: null,
      day: fullDate(report.day),
      figures: [
        { value: total.received, label: 'diterima' },
        { value: total.issued, label: 'terbit' },
        { value: total.handedOver, label: 'diserahkan' },
        { value: total.returned, label: 'dikembalikan' },
        { value: total.refused, label: 'ditolak' },
        { value: total.revoked, label: 'dicabut' },
      ],
      remarks: dailyRemarks(office, report, blanks),
      byType: permitBars(report.rows),
      issued: issued.map((one) => ({
        permitNumber: one.number,
        holderName: one.holderName,
        typeCode: one.permitTypeCode,
        place: one.facilityName ?? '–',
        request: kindLabel(one.kind, null),
        delivery: one.handedOverAt === null ? 'Belum' : (deliveryNames[one.method ?? 'counter'] ?? 'Loket'),
        officer: one.printedBy ?? '–',
      })),
      issuedTotal: issuedWords(issued),
      late: report.late.map(({ line, promisedOn, issuedAt, late, heldBy, reason }) => ({
        permitNumber: line.number,
        holderName: line.holderName,
        typeCode: line.permitTypeCode,
        promisedOn: numericDate(promisedOn),
        issuedOn: numericDate(dayOf(office, issuedAt)),
        late: `${late} hari kerja`,
        heldBy: heldBy === null ? '–' : `${heldBy.stage}, ${decimal(heldBy.days, 1)} hari kerja`,
        reason: reason === null ? '–' : delayReasonText(reason),
      })),
      recap: recapOf(office, report),
      outgoing: report.handedOver.map((one) => ({
        at: hourOf(office, one.at),
        permitNumber: one.number,
        holderName: one.holderName,
        receivedBy: one.receivedBy,
        document: shortNames[one.productKind],
        officer:
          one.enteredAt === null
            ? one.by
            : `${one.by}, dicatat ${numericDate(dayOf(office, one.enteredAt))} ${hourOf(office, one.enteredAt)}`,
      })),
      outgoingTotal: `**${total.handedOver} dokumen** diserahkan`,
      closing: report.closing && {
        code: closingCode(report.closing),
        lines: closingLines(report.closing, profile.timeZone, profile.timeZoneLabel),
      },
      made: madeWords(office, report.asOf, printed),
      signers: report.closing
        ? closedDaySigners(office, report.closing)
        : reportSigners(office, dayOf(office, report.asOf)),
      createdAt: report.asOf,
    },
  }
}

/** `**14 izin**: 11 baru, 3 perpanjangan; 8 diserahkan, 6 belum diambil` */
function issuedWords(issued: readonly OutgoingLine[]): string {
  if (issued.length === 0) return '**0 izin**'
  const kinds = [...Map.groupBy(issued, ({ kind }) => kindLabel(kind, null))]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([label, found]) => `${found.length} ${label.toLowerCase()}`)
  const taken = issued.filter(({ handedOverAt }) => handedOverAt !== null).length
  return `**${issued.length} izin**: ${kinds.join(', ')}; ${taken} diserahkan, ${issued.length - taken} belum diambil`
}

/** The figures of the day by each thing; nothing of a day without any. */
function recapOf(office: Office, { rows, groups, total }: DailyReport): DailyRecap | null {
  if (rows.length === 0) return null
  const parts = [
    {
      head: dimensionHeads['permit-type'],
      rows: rows.map((one) => ({ label: `${one.permitTypeCode}, ${one.name}`, values: figureCounts(one) })),
    },
    ...dailyGroupings.map((by) => ({
      head: dimensionHeads[by],
      rows: groups[by].map((one) => ({ label: one.label, values: figureCounts(one) })),
    })),
  ]
  return { heads: reportFigures.map((key) => figureHeads[key]), parts, total: figureCounts(total) }
}

const figureCounts = (figures: Figures): readonly number[] => reportFigures.map((key) => figures[key])

/** Of which moment the sheet is, and who printed it when. */
function madeWords({ profile }: Office, asOf: Instant, printed: Printed | null): string {
  const moment = (at: Instant): string => `${momentText(at, profile.timeZone)} ${profile.timeZoneLabel}`
  if (printed?.at === asOf) return `dibuat ${moment(asOf)} oleh ${printed.by}`
  const known = `menurut catatan sampai ${moment(asOf)}`
  return printed === null ? known : `${known}, dicetak ${moment(printed.at)} oleh ${printed.by}`
}

/** How many went out within their promise; nothing where nothing was promised. */
function promiseWords(office: Office, report: DailyReport): string[] {
  const promised = permitsIssued(office, { from: report.day, through: report.day }, report).filter(
    ({ dueOn }) => dueOn !== null,
  ).length
  if (promised === 0) return []
  const worst = Math.max(0, ...report.late.map(({ late }) => late))
  const within = `Tepat waktu: **${promised - report.total.late}** dari **${promised}** izin terbit dalam janji layanan`
  return [worst === 0 ? `${within}.` : `${within}; paling lama lewat **${worst}** hari kerja.`]
}

/** The card of blanks as an equation that can be counted after. */
function blankWords(blanks: BlankBalance | null): string[] {
  if (blanks === null) return []
  const { opening, received, printed, spoiled, unknown, remaining } = blanks
  return [
    `Kendali blangko: awal ${opening} + masuk ${received} − tercetak ${printed} − rusak ${spoiled} − belum pasti ${unknown} = sisa **${remaining}** lembar.`,
  ]
}

/** What was done on paper that day counts on that day, and is told apart. */
function laterWords({ enteredLater: { received, handedOver } }: DailyReport): string[] {
  if (received + handedOver === 0) return []
  return [
    `Termasuk entri susulan: **${received}** permohonan dan **${handedOver}** penyerahan yang dilayani di kertas.`,
  ]
}

/** Second originals of the day, each with who printed it, why, and who agreed. */
const secondWords = (office: Office, { seconds }: DailyReport): string[] =>
  seconds.map(({ title, copy, reprintReason, requestedBy, requestedAt, second }) => {
    const consent = second?.consent
    const agreed = consent
      ? `disetujui ${consent.by} ${numericDate(dayOf(office, consent.at))} ${hourOf(office, consent.at)}`
      : '**belum disetujui orang kedua**'
    return `Asli lembar ke-${copy} **${title}**, dicetak ${requestedBy} ${hourOf(office, requestedAt)} karena ${(reprintReason ?? '').replace(/[\s.]+$/, '')}: ${agreed}.`
  })
