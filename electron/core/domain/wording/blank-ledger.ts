import { endSentence } from '../indonesian.ts'
import {
  serialText,
  type BlankEntryRefusal,
  type BlankSerialRefusal,
  type BlankStack,
  type BlankState,
  type ReceiveBlanksRefusal,
} from '../blank-ledger.ts'
import { quoted, type Wording } from './wording.ts'

const states: Readonly<Record<BlankState, string>> = {
  unknown: 'Belum pasti',
  printed: 'Tercetak',
  spoiled: 'Rusak',
  unused: 'Tidak terpakai',
}

export const blankStateLabel = (state: BlankState): string => states[state]

/** A stack in words: its numbers and its note. */
export function sayStack({ numbering, count, note }: BlankStack): string {
  const numbers =
    numbering === null
      ? 'tanpa nomor'
      : `${serialText(numbering, numbering.first)} sampai ${serialText(numbering, numbering.first + count - 1)}`
  return note === null ? `Blangko ${numbers}` : `Blangko ${numbers}, ${note}`
}

export type BlankRefusal =
  | ReceiveBlanksRefusal
  | BlankEntryRefusal
  | BlankSerialRefusal
  | { readonly code: 'blank-serial-needed'; readonly next: string }
  | { readonly code: 'blank-not-used' }

/** What happened and what to do about each refusal of the card. */
export const blankWords: Wording<BlankRefusal> = {
  'blank-count-unreadable': ({ typed, most }) =>
    typed === ''
      ? 'Banyaknya lembar belum diisi. Tulis angkanya, misalnya 500.'
      : `Banyaknya lembar ${quoted(typed)} tidak dapat dipakai. Tulis angka dari 1 sampai ${most}, misalnya 500.`,
  'blank-serial-unreadable': ({ typed }) =>
    typed === ''
      ? 'Nomor pertama atau terakhir belum diisi. Isi keduanya seperti tercetak di lembarnya, atau kosongkan keduanya.'
      : `Nomor ${quoted(typed)} tidak berakhir dengan angka. Tulis seperti tercetak di lembarnya, misalnya PTK-000501.`,
  'blank-serials-differ': ({ from, until }) =>
    `Nomor ${from} dan ${until} bukan satu rangkaian. Tulis nomor pertama dan nomor terakhir dari tumpukan yang sama.`,
  'blank-count-differs': ({ counted, byNumbers, from, until }) =>
    `${from} sampai ${until} adalah ${byNumbers} lembar, tetapi tertulis ${counted}. Hitung lagi, atau kosongkan banyaknya.`,
  'blank-serials-received': ({ from, until, by }) =>
    `Sebagian nomor ${from} sampai ${until} sudah dicatat diterima oleh ${endSentence(by)} Cocokkan dengan lembarnya.`,
  'blank-unknown': () => 'Baris ini tidak ada di kartu. Muat ulang daftarnya.',
  'blank-reason-needed': () => 'Alasannya belum diisi. Tulis misalnya kertas macet, sobek, atau hilang.',
  'blank-not-printed': ({ state }) =>
    `Lembar ini tercatat ${states[state].toLowerCase()}, jadi tidak dapat ditarik. Hanya lembar yang tercetak dapat ditarik.`,
  'blank-withdrawn': ({ by, reason }) => `Lembar ini sudah ditarik ${by}: ${reason}. Muat ulang daftarnya.`,
  'blank-serial-not-received': ({ typed }) =>
    `Nomor ${quoted(typed)} tidak ada dalam blangko yang diterima. Periksa nomornya, atau catat dahulu penerimaannya.`,
  'blank-serial-taken': ({ serial, title, by }) =>
    `Nomor ${serial} sudah dipakai untuk ${title}, dicatat ${endSentence(by)} Periksa nomor di lembarnya.`,
  'blank-serial-needed': ({ next }) => `Tulis nomor blangkonya. Yang berikutnya di tumpukan ${next}.`,
  'blank-not-used': () =>
    'Tidak ada lembar yang terpakai pada baris ini, jadi tidak ada nomor yang diperbaiki.',
}

/** The sentence of a refusal. */
export function sayBlankRefusal(refusal: BlankRefusal): string {
  const word = blankWords[refusal.code] as (facts: BlankRefusal) => string
  return word(refusal)
}
