import type { Paper } from '../documents/paper.ts'
import { clockTime, joinWords, longDate } from '../indonesian.ts'
import type { Instant } from '../instant.ts'
import type { PaperFormRefusal } from '../office-paper-form.ts'
import type { PaperRemovalRefusal } from '../office-papers.ts'
import { officeDateOf, officeTimeOf } from '../office-zone.ts'
import type { DocumentKind } from '../stage-table.ts'
import { documentLabel } from './application.ts'

const say = (mm: number): string => String(mm).replace('.', ',')

/** `215 × 330 mm` */
export const sizeWords = ({ widthMm, heightMm }: Pick<Paper, 'widthMm' | 'heightMm'>): string =>
  `${say(widthMm)} × ${say(heightMm)} mm`

/** What is wrong with a field of a paper and what to do. */
export function sayPaperFormRefusal(refusal: PaperFormRefusal): string {
  switch (refusal.code) {
    case 'paper-name-needed':
      return 'Nama kertas belum diisi. Tulis sebutan di kantor, misalnya F4 berkop.'
    case 'paper-name-taken':
      return `Sudah ada kertas bernama ${refusal.name}. Tulis nama lain.`
    case 'paper-measure-wrong':
      return `Tulis ukuran dalam mm, dari ${say(refusal.least)} sampai ${say(refusal.most)}; satu angka di belakang koma.`
    case 'paper-foot-high':
      return `Kaki halaman berdiri di bawah isi. Tulis paling banyak ${say(refusal.most)} mm, atau perbesar margin bawah.`
    case 'paper-room-small': {
      const side = refusal.axis === 'width' ? 'lebar' : 'tinggi'
      return `${documentLabel(refusal.document)} memerlukan ${side} isi ${say(refusal.leastMm)} mm; di antara margin hanya ada ${say(refusal.roomMm)} mm. Perkecil margin atau pakai kertas lain.`
    }
  }
}

/** Refusals that belong to no field. */
export type PapersRefusal =
  | PaperRemovalRefusal
  | { readonly code: 'papers-changed'; readonly by: string; readonly at: Instant }
  | { readonly code: 'printer-not-found'; readonly printerId: string }
  | { readonly code: 'copies-wrong'; readonly document: DocumentKind; readonly most: number }
  | { readonly code: 'copies-of-original'; readonly document: DocumentKind }

/** @param timeZone  of the office, for the moment of a colleague's change */
export function sayPapersRefusal(refusal: PapersRefusal, timeZone: string): string {
  switch (refusal.code) {
    case 'office-paper-not-found':
      return 'Kertas ini tidak ada lagi dalam daftar. Pilih kertas lain.'
    case 'office-paper-in-use': {
      const { documents, printers, name } = refusal
      const places = [
        ...(documents.length === 0 ? [] : [`dipakai untuk ${joinWords(documents.map(documentLabel))}`]),
        ...(printers.length === 0 ? [] : [`terpasang di ${joinWords(printers)}`]),
      ]
      return `${name} masih ${joinWords(places)}. Pindahkan dahulu ke kertas lain, lalu hapus.`
    }
    case 'papers-changed': {
      const day = longDate(officeDateOf(refusal.at, timeZone))
      const time = clockTime(officeTimeOf(refusal.at, timeZone))
      return `${refusal.by} sudah mengubahnya pada ${day} pukul ${time}. Buka lagi, periksa, lalu simpan.`
    }
    case 'printer-not-found':
      return 'Printer ini tidak ada lagi dalam pengaturan. Muat ulang daftar.'
    case 'copies-wrong':
      return `Rangkap ${documentLabel(refusal.document)}: tulis angka 1 sampai ${refusal.most}.`
    case 'copies-of-original':
      return `${documentLabel(refusal.document)} adalah lembar asli dan keluar satu kali. Lembar kedua diminta di Pencetakan dengan persetujuan.`
  }
}
