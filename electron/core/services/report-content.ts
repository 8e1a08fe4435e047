import { closingCode } from '#domain/day-closing.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { momentText } from '#domain/documents/book-text.ts'
import { fullDate, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { documentRule } from '#domain/profile.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { closingLines } from '#domain/wording/day-closing.ts'
import { reportSigners, type Printed } from './book-content.ts'
import { dayOf, hourOf, permitsIssued, type DailyReport } from './daily-report.ts'
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
export const dailyRemarks = (office: Office, report: DailyReport): string[] => {
  const { before, total } = report
  return [
    `Hari kerja sebelumnya (${fullDate(before.day)}): **${before.received}** diterima, **${before.issued}** terbit, **${before.handedOver}** diserahkan.`,
    total.late === 0
      ? 'Tidak ada izin yang terbit lewat batas waktu.'
      : `**${total.late}** izin terbit lewat batas waktu.`,
    ...laterWords(report),
    ...secondWords(office, report),
  ]
}

/**
 * The daily report as a sheet: figures, permits by type, the list of permits issued, the outgoing register.
 *
 * @param printed  null: a file, which bears no moment but that of its knowledge
 */
export function reportContent(office: Office, report: DailyReport, printed: Printed | null): PrintContent {
  const { profile } = office
  const rule = documentRule(profile, 'daily-report')
  const issued = permitsIssued(office, { from: report.day, through: report.day }, report)
  const { total } = report
  const kinds = issued.filter((one) => one.kind === 'new').length
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
      remarks: dailyRemarks(office, report),
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
      issuedTotal: `**${issued.length} izin**: ${kinds} baru, ${issued.length - kinds} lainnya`,
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
      signers: reportSigners(office, report.day),
      createdAt: report.asOf,
    },
  }
}

/** Of which moment the sheet is, and who printed it when. */
function madeWords({ profile }: Office, asOf: Instant, printed: Printed | null): string {
  const moment = (at: Instant): string => `${momentText(at, profile.timeZone)} ${profile.timeZoneLabel}`
  if (printed?.at === asOf) return `dibuat ${moment(asOf)} oleh ${printed.by}`
  const known = `menurut catatan sampai ${moment(asOf)}`
  return printed === null ? known : `${known}, dicetak ${moment(printed.at)} oleh ${printed.by}`
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
