import type { KeyFactName } from '../documents/key-fact.ts'
import type { PaperMismatch, PaperUnsound } from '../documents/paper-check.ts'
import { quoted, type Wording } from './wording.ts'

const factLabels: Readonly<Record<KeyFactName, string>> = {
  number: 'Nomor surat',
  date: 'Tanggal surat',
  holder: 'Nama pemegang',
  place: 'Nama tempat praktik',
  schedule: 'Jadwal praktik',
  'valid-until': 'Masa berlaku',
  'str-number': 'Nomor STR',
  'signer-name': 'Nama penanda tangan',
  'signer-nip': 'NIP penanda tangan',
}

const pictureLabels: Readonly<Record<string, string>> = {
  photo: 'Foto pemegang',
  crest: 'Lambang daerah',
  signature: 'Tanda tangan di layar',
}

const pictureLabel = (name: string): string => pictureLabels[name] ?? 'Gambar'

/** What was found, one sentence each. What to do is said once, behind the first. */
const findings: Wording<PaperMismatch> = {
  'paper-unreadable': () => 'Berkas PDF-nya rusak dan tidak dapat dibuka.',
  'paper-size-differs': ({ page, found, wanted }) =>
    `Halaman ${page} berukuran ${found}, seharusnya ${wanted}.`,
  'paper-page-count-differs': ({ pages }) =>
    `Hitungan halaman pada lembar tidak cocok dengan jumlah halamannya (${pages}).`,
  'paper-title-differs': ({ found }) =>
    found?.trim() ? `Judul dokumen PDF berbunyi ${quoted(found)}.` : 'Dokumen PDF tidak berjudul.',
  'paper-language-missing': () => 'Dokumen PDF tidak menyebut bahasanya.',
  'paper-structure-missing': () => 'Dokumen PDF tidak memiliki struktur untuk pembaca layar.',
  'paper-font-not-embedded': ({ font }) => `Huruf ${font} tidak ikut di dalam berkas.`,
  'paper-font-unfit': ({ font }) => `Huruf ${font} tidak tersimpan sebagaimana mestinya.`,
  'paper-outside-margins': ({ page, text }) =>
    text === null
      ? `Ada garis atau gambar di luar batas cetak pada halaman ${page}.`
      : `Tulisan ${quoted(text)} di luar batas cetak pada halaman ${page}.`,
  'paper-text-covered': ({ page, text }) => `Tulisan ${quoted(text)} tertutup pada halaman ${page}.`,
  'paper-fact-differs': ({ fact, wanted }) => `${factLabels[fact]} ${quoted(wanted)} tidak ada pada lembar.`,
  'paper-text-differs': ({ wanted, found }) =>
    found.trim() === ''
      ? `Tulisan ${quoted(wanted)} tidak ada pada lembar.`
      : `Tertulis ${quoted(found)}, seharusnya ${quoted(wanted)}.`,
  'paper-stray-text': ({ page, text }) =>
    `Ada tulisan ${quoted(text)} yang bukan bagian dokumen pada halaman ${page}.`,
  'paper-code-unread': () => 'Kode QR tidak terbaca atau bukan kode dokumen ini.',
  'paper-code-differs': ({ found }) => `Ada kode QR yang berisi ${quoted(found)}.`,
  'paper-picture-missing': ({ picture }) => `${pictureLabel(picture)} tidak ada pada lembar.`,
  'paper-picture-differs': ({ picture }) =>
    `${pictureLabel(picture)} bukan yang ada dalam berkas permohonan.`,
  'paper-picture-stray': () => 'Ada gambar yang bukan bagian dokumen.',
  'paper-picture-unreadable': ({ picture }) =>
    `${pictureLabel(picture)} dalam berkas permohonan bukan gambar yang dapat dibuka.`,
  'paper-template-unknown-fact': ({ fact }) =>
    `Naskahnya meminta {${fact}}, yang tidak dimiliki dokumen ini.`,
  'paper-mark-missing': ({ mark }) => `Tanda ${quoted(mark)} tidak ada di tepi atas lembar.`,
  'paper-scale-wrong': ({ number }) =>
    `Angka ${number} pada skala di tepi lembar tidak berdiri di milimeternya.`,
  'paper-watermark-missing': ({ word }) => `Tanda ${word} tidak ada, padahal ini bukan lembar asli.`,
  'paper-watermark-stray': ({ word }) => `Ada tanda ${word} pada lembar yang tidak boleh bertanda.`,
  'paper-file-changed': () => 'Berkas yang tersimpan bukan lagi berkas yang ditandatangani.',
  'paper-signature-broken': () => 'Tanda tangan elektronik pada berkas yang tersimpan tidak sah lagi.',
}

/** One mismatch as a sentence. */
export function sayPaperMismatch<M extends PaperMismatch>(mismatch: M): string {
  const say = findings[mismatch.code] as (facts: M) => string
  return say(mismatch)
}

/** Which of them somebody at the counter can mend; the others are for the administrator. */
const remedyOf = ({ code }: PaperMismatch): string => {
  switch (code) {
    case 'paper-file-changed':
    case 'paper-signature-broken':
    case 'paper-unreadable':
      return 'Jangan serahkan lembar dari berkas ini; sampaikan kepada administrator untuk memulihkannya dari cadangan.'
    case 'paper-template-unknown-fact':
      return 'Sampaikan kepada administrator untuk memperbaiki naskahnya.'
    case 'paper-picture-unreadable':
    case 'paper-picture-missing':
    case 'paper-picture-differs':
      return 'Periksa pas foto dalam berkas permohonan, lalu coba lagi.'
    default:
      return 'Periksa data permohonan; bila sudah benar, sampaikan kepada administrator.'
  }
}

/** Why a paper was neither printed nor signed, and what to do: the first finding, how many more, the way out. */
export function sayPaperUnsound({ mismatches }: PaperUnsound): string {
  const [first, ...more] = mismatches
  const others = more.length === 0 ? '' : ` Masih ada ${more.length} ketidakcocokan lain.`
  return `Dokumen ini tidak cocok dengan datanya, tidak dicetak dan tidak ditandatangani. ${sayPaperMismatch(first)}${others} ${remedyOf(first)}`
}
