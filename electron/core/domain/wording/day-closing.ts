import {
  namedItems,
  openItemRules,
  shortPrint,
  type DayClosing,
  type OpenItem,
  type OpenItemKind,
} from '../day-closing.ts'
import { clockTime, fullDate, joinWords, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import type { OfficeDate } from '../office-date.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import type { FactKind } from '../report-facts.ts'

/** What is open of a day, as it stands in a list. */
export const openItemLabels: Readonly<Record<OpenItemKind, string>> = {
  'data-incomplete': 'Permohonan diterima, datanya belum lengkap',
  'sheets-unknown': 'Lembar belum pasti tercetak',
  'sheets-spoiled': 'Lembar rusak',
  'blanks-unexplained': 'Nomor blangko belum dijelaskan',
  'portal-unsent': 'Catatan belum terkirim ke portal',
  'portal-aside': 'Catatan ditolak portal',
  'mails-unsent': 'Surat belum terkirim lewat e-mail',
  'notices-untold': 'Pemohon belum dikabari',
  'dispatches-open': 'Kiriman ekspedisi belum ada tanda terimanya',
  'numbers-voided': 'Nomor dibatalkan',
  'seconds-open': 'Asli lembar kedua belum disetujui',
  'appointments-open': 'Rapat atau kunjungan belum ada hasilnya',
}

/** `3 lembar belum pasti tercetak, 1 nomor dibatalkan` */
export const openItemsInWords = (items: readonly OpenItem[]): string =>
  joinWords(items.map(({ kind, count }) => `${count} ${lower(openItemLabels[kind])}`))

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** What a fact of a report is called in a list of differences. */
export const factLabels: Readonly<Record<FactKind, string>> = {
  received: 'Diterima',
  carried: 'Diambil alih dari buku lama',
  accepted: 'Dinyatakan lengkap',
  returned: 'Dikembalikan',
  resubmitted: 'Masuk kembali',
  withdrawn: 'Dibatalkan pemohon',
  closed: 'Ditutup kantor',
  refused: 'Ditolak',
  issued: 'Izin terbit',
  revoked: 'Izin dicabut',
  amended: 'Ralat terbit',
  'handed-over': 'Diserahkan',
  voided: 'Nomor dibatalkan',
  signed: 'Ditandatangani elektronik',
  copied: 'Salinan dicetak',
}

/** `16.04`, with its day where that is another one than the day closed. */
export function closedAtText({ day, closedAt }: Pick<DayClosing, 'day' | 'closedAt'>, zone: string): string {
  const hour = clockTime(officeTimeOf(closedAt, zone))
  const on = officeDateOf(closedAt, zone)
  return on === day ? hour : `${longDate(on)} pukul ${hour}`
}

/**
 * What waits for the portal, a mail server or an explanation belongs to no day: a closing of a later day counts what waits when it
 * is made, and says so.
 */
function presentItems({ day, closedAt, openItems }: DayClosing, zone: string): readonly string[] {
  const waiting = openItems.filter(({ kind }) => openItemRules[kind].ofMoment)
  return waiting.length === 0 || officeDateOf(closedAt, zone) === day
    ? []
    : [`Dihitung pada saat ditutup: ${joinWords(waiting.map(({ kind }) => lower(openItemLabels[kind])))}.`]
}

/** Beside the QR of a closed day's report. */
export const closingLines = (closing: DayClosing, zone: string, zoneLabel: string): readonly string[] => [
  `Ditutup ${closedAtText(closing, zone)} ${zoneLabel} oleh ${closing.closedBy.name}${closing.ordinal > 1 ? `, penutupan ke-${closing.ordinal}` : ''}`,
  `${closing.events} peristiwa, sidik ${shortPrint(closing.hash)}`,
  ...(closing.openItems.length === 0 ? [] : [`Masih terbuka: ${openItemsInWords(closing.openItems)}.`]),
  ...presentItems(closing, zone),
  ...(closing.note === null ? [] : [`Catatan: ${closing.note}`]),
  ...(closing.reason === null ? [] : [`Ditutup lagi karena: ${closing.reason}`]),
]

export type ClosingWording =
  | { readonly code: 'closing-of-future'; readonly day: OfficeDate }
  | { readonly code: 'day-closed-meanwhile'; readonly by: string; readonly at: Instant }
  | { readonly code: 'nothing-after-closing'; readonly by: string; readonly at: Instant }
  | { readonly code: 'closing-reason-needed' }
  | { readonly code: 'closing-note-needed'; readonly items: readonly OpenItem[] }
  | { readonly code: 'closing-not-allowed'; readonly name: string }
  | { readonly code: 'closing-password-refused' }
  | { readonly code: 'closing-password-waits'; readonly until: Instant; readonly seconds: number }

/** Why a day was not closed: what happened and what to do. */
export function sayClosingRefusal(refusal: ClosingWording, zone: string): string {
  const moment = (at: Instant): string =>
    `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`
  switch (refusal.code) {
    case 'closing-of-future':
      return `${fullDate(refusal.day)} belum tiba. Pilih hari ini atau sebelumnya.`
    case 'day-closed-meanwhile':
      return `Hari ini baru saja ditutup ${refusal.by} pada ${moment(refusal.at)}. Tutup kotak ini dan lihat catatannya.`
    case 'nothing-after-closing':
      return `Hari ini sudah ditutup ${refusal.by} pada ${moment(refusal.at)} dan tidak ada yang masuk sesudahnya. Tidak perlu ditutup lagi.`
    case 'closing-reason-needed':
      return 'Hari ini sudah pernah ditutup. Tulis mengapa ditutup lagi, misalnya “entri susulan loket 2”.'
    case 'closing-note-needed':
      return `Masih terbuka: ${openItemsInWords(namedItems(refusal.items))}. Tulis mengapa, atau selesaikan dahulu.`
    case 'closing-not-allowed':
      return `${refusal.name} tidak berwenang menutup hari. Minta atasan yang membaca laporan kantor.`
    case 'closing-password-refused':
      return 'Kata sandi tidak cocok. Ketik kata sandi yang Anda pakai untuk masuk.'
    case 'closing-password-waits':
      return `Terlalu banyak kata sandi yang salah. Tunggu ${refusal.seconds} detik, lalu coba lagi.`
  }
}
