import { extensionOf } from '../file-kind.ts'
import type { MediaType, OtherKind } from '../file-kind.ts'
import { fileSize, thousands } from '../indonesian-numbers.ts'
import { joinWords } from '../indonesian.ts'
import type { UploadRefusal } from '../upload-rule.ts'
import type { Wording } from './wording.ts'

const kindWord = (mediaType: MediaType): string => extensionOf(mediaType).toUpperCase()

const acceptedWords = (accepted: readonly MediaType[]): string => joinWords(accepted.map(kindWord))

/** Two sizes that round to the same words are told in bytes, else "2 MB, batasnya 2 MB" would be read. */
function twoSizes(size: number, limit: number): [string, string] {
  const rounded: [string, string] = [fileSize(size), fileSize(limit)]
  return rounded[0] === rounded[1] ? [`${thousands(size)} bita`, `${thousands(limit)} bita`] : rounded
}

function strangeFile(fileName: string, kind: OtherKind, accepted: readonly MediaType[]): string {
  const target = accepted.includes('application/pdf') ? 'PDF' : 'gambar JPG'
  switch (kind) {
    case 'heic':
      return `Berkas ${fileName} adalah foto iPhone (HEIC) yang tidak diterima. Kirim dari ponsel sebagai JPG, lalu pilih lagi.`
    case 'office-document':
      return `Berkas ${fileName} adalah dokumen Word atau Excel. Simpan sebagai ${target}, lalu pilih lagi.`
    case 'archive':
      return `Berkas ${fileName} adalah kumpulan berkas yang dimampatkan. Buka dulu, lalu pilih isinya satu per satu.`
    case 'program':
      return `Berkas ${fileName} adalah program, bukan persyaratan. Jangan dibuka; pilih berkas lain.`
    case 'webp':
    case 'gif':
    case 'bmp':
    case 'tiff':
      return `Berkas ${fileName} adalah gambar ${kind.toUpperCase()} yang tidak diterima. Simpan sebagai JPG, lalu pilih lagi.`
    case 'web-page':
    case 'text':
    case 'unknown':
      return `Isi ${fileName} bukan ${acceptedWords(accepted).replace(/ dan /, ' atau ')}. Pindai lembarnya, atau pilih berkas lain.`
  }
}

const pixels = ({ widthPx, heightPx }: { widthPx: number; heightPx: number }): string =>
  `${thousands(widthPx)} × ${thousands(heightPx)} titik`

export const filesWording: Wording<UploadRefusal> = {
  'file-empty': ({ fileName }) => `Berkas ${fileName} kosong. Salin ulang dari asalnya, lalu pilih lagi.`,
  'file-too-large': ({ fileName, sizeBytes, maxBytes, isImage }) => {
    const [size, limit] = twoSizes(sizeBytes, maxBytes)
    const way = isImage ? 'biarkan aplikasi mengecilkannya' : 'bagi menjadi beberapa berkas'
    return `Berkas ${fileName} berukuran ${size}, batasnya ${limit}. Pindai ulang dengan 200 dpi, atau ${way}.`
  },
  'file-kind-unknown': ({ fileName, named, kind, accepted }) => {
    if (named === null) return strangeFile(fileName, kind, accepted)
    const claim = named === 'application/pdf' ? 'dokumen PDF' : 'gambar'
    // A HEIC named .jpg is a picture all the same: saying "not a picture" would be wrong.
    if (kind === 'heic' || kind === 'webp' || kind === 'gif' || kind === 'bmp' || kind === 'tiff') {
      return strangeFile(fileName, kind, accepted)
    }
    return `Isi ${fileName} bukan ${claim}. Buka di komputer pemohon untuk memastikan, lalu pilih berkas lain.`
  },
  'file-kind-not-accepted': ({ fileName, kind, accepted }) =>
    `Berkas ${fileName} adalah ${kindWord(kind)}, sedangkan persyaratan ini menerima ${acceptedWords(accepted)}. Pindai ulang sebagai ${accepted[0] === undefined ? 'JPG' : kindWord(accepted[0])}.`,
  'file-name-lies': ({ fileName, named, kind }) =>
    `Nama ${fileName} menyebut ${kindWord(named)}, isinya ${kindWord(kind)}. Ganti namanya menjadi ${fileName.replace(/\.[^.]*$/, '')}.${extensionOf(kind)}, lalu pilih lagi.`,
  'file-broken': ({ fileName }) =>
    `Berkas ${fileName} terpotong atau rusak. Salin atau pindai ulang, lalu pilih lagi.`,
  'image-too-small': ({ fileName, size, minSize }) =>
    `Gambar ${fileName} hanya ${pixels(size)}, cetakan perlu paling sedikit ${pixels(minSize)}. Pilih gambar yang lebih besar, atau ambil dengan kamera.`,
  'image-too-many-pixels': ({ fileName, size }) =>
    `Gambar ${fileName} berukuran ${pixels(size)}, terlalu besar untuk dibuka. Pindai ulang dengan 200 dpi.`,
}
