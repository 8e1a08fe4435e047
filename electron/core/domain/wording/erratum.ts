import type { ErratumRefusal } from '../erratum.ts'
import { clockTime, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import { permitStatusLabel } from './application.ts'

/** Why a *Ralat* is not asked for, or not answered. */
export type ErratumWording =
  | ErratumRefusal
  | { readonly code: 'erratum-answered'; readonly by: string; readonly at: Instant }
  | { readonly code: 'erratum-unknown' }
  | { readonly code: 'erratum-not-yours' }
  | { readonly code: 'erratum-of-oneself' }
  | { readonly code: 'erratum-keeps-type' }

/**
 * The sentence of it: what happened and what to do.
 *
 * @param zone  IANA zone in which hours are told
 */
export function sayErratumRefusal(refusal: ErratumWording, zone: string): string {
  const moment = (at: Instant): string =>
    `${longDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`
  switch (refusal.code) {
    case 'erratum-before-paper':
      return 'Izin ini belum pernah tercetak atau ditandatangani. Data yang salah diperbaiki lewat Perbaikan Data, tanpa ralat.'
    case 'erratum-of-ended-permit':
      return `Izin ini ${permitStatusLabel(refusal.status).toLowerCase()} dengan ${refusal.byNumber}, jadi tidak diralat. Periksa surat penggantinya.`
    case 'erratum-asked':
      return `Ralat sudah diajukan ${refusal.by} pada ${moment(refusal.at)} dan menunggu penanda tangan.`
    case 'erratum-at-work':
      return `Ralat ke-${refusal.ordinal} masih dikerjakan. Selesaikan sampai ditandatangani, lalu ajukan lagi bila masih ada yang salah.`
    case 'erratum-needs-reason':
      return 'Tulis apa yang salah, misalnya “nomor STR tertukar satu angka”.'
    case 'erratum-needs-statement':
      return 'Lembar lama belum kembali. Tulis mengapa, misalnya “hilang di tempat praktik, ada surat pernyataan”.'
    case 'erratum-answered':
      return `Ralat ini sudah dijawab ${refusal.by} pada ${moment(refusal.at)}. Muat ulang untuk melihat keadaan terbaru.`
    case 'erratum-unknown':
      return 'Tidak ada ralat yang menunggu jawaban. Muat ulang untuk melihat keadaan terbaru.'
    case 'erratum-not-yours':
      return 'Ralat disetujui oleh penanda tangan izin ini. Minta beliau membukanya.'
    case 'erratum-of-oneself':
      return 'Ralat yang diajukan sendiri tidak dapat disetujui sendiri. Minta yang lain.'
    case 'erratum-keeps-type':
      return 'Ralat memperbaiki isi izin, bukan jenis atau macam permohonannya. Jenis yang salah diajukan sebagai permohonan baru.'
  }
}
