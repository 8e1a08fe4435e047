import type { BeginningRefusal } from '../beginning.ts'
import type { CarriedOver } from '../carried-over.ts'
import { longDate } from '../indonesian.ts'
import type { OfficeDate } from '../office-date.ts'
import type { TableRefusal } from '../old-permit-columns.ts'
import type { OldPermitRefusal } from '../old-permit.ts'
import { officeDateOf, type ZoneName } from '../office-zone.ts'
import { sayRefusal } from './refusals.ts'
import { quoted } from './wording.ts'

const dayOf = (instant: string): string => longDate(instant.slice(0, 10) as OfficeDate)

/** The sentence of a refusal about the time of carrying over. */
export function sayBeginningRefusal(refusal: BeginningRefusal): string {
  switch (refusal.code) {
    case 'beginning-closed':
      return `Awal pemakaian sudah ditutup oleh ${refusal.by} pada ${dayOf(refusal.at)}. Minta administrator membukanya kembali di Pengaturan.`
    case 'beginning-open':
      return 'Awal pemakaian masih terbuka. Tidak ada yang perlu dibuka kembali.'
    case 'beginning-reason-needed':
      return 'Alasan membuka kembali belum diisi. Tulis misalnya Ditemukan buku register tahun 2021.'
  }
}

/** The sentence of a table that cannot be read. */
export function sayTableRefusal(refusal: TableRefusal): string {
  switch (refusal.code) {
    case 'table-empty':
      return 'Berkas ini tidak berisi baris apa pun. Pilih berkas lain, atau isi Contoh berkas.'
    case 'table-heads-unknown':
      return 'Judul kolom tidak dikenali. Satu baris harus memuat paling sedikit Nomor Izin dan Nama; lihat Contoh berkas.'
    case 'table-too-long':
      return `Berkas ini berisi ${refusal.rows} baris, paling banyak ${refusal.most}. Pecah menjadi beberapa berkas.`
    case 'table-unreadable':
      return `${refusal.fileName} tidak dapat dibaca sebagai tabel. Simpan sebagai XLSX atau CSV, lalu pilih lagi.`
    case 'table-too-large':
      return `Berkas ini lebih besar dari ${Math.floor(refusal.most / 1_048_576)} MB. Pecah menjadi beberapa berkas.`
  }
}

/** The sentence of a cell of an old book that cannot be taken over: what is wrong and what to do. */
export function sayOldPermitRefusal(refusal: OldPermitRefusal): string {
  switch (refusal.code) {
    case 'field-empty':
      return `${refusal.label} belum diisi. Contoh: ${refusal.example}.`
    case 'birth-date-differs-from-nik':
      return `Tanggal lahir ${longDate(refusal.typed)} tidak sesuai dengan NIK (${longDate(refusal.fromNik)}). Periksa keduanya di buku.`
    case 'old-number-needed':
      return 'Nomor lama belum diisi. Tulis seperti di buku register.'
    case 'old-number-long':
      return `Nomor ini terlalu panjang, paling banyak ${refusal.most} huruf dan angka. Periksa isi selnya.`
    case 'old-number-ahead':
      return `${quoted(refusal.number)} dibaca sebagai nomor aplikasi ini yang belum dipakai; nomor terakhir ${refusal.last}. Periksa nomornya, atau naikkan nomor terakhir di Pengaturan › Nomor.`
    case 'old-number-taken':
      return refusal.by === null
        ? `${quoted(refusal.number)} sudah terdaftar di sini atas nama ${refusal.holder}. Periksa nomornya di buku.`
        : `${quoted(refusal.number)} sudah dicatat oleh ${refusal.by} atas nama ${refusal.holder}. Jangan dicatat dua kali.`
    case 'old-number-repeated':
      return `${quoted(refusal.number)} sudah ada di baris ${refusal.line}. Hapus salah satu, atau perbaiki nomornya.`
    case 'old-cell-rounded':
      return `Lembar kerja membulatkan angka ini (${refusal.typed}). Ubah format kolomnya menjadi Teks, lalu ketik ulang semua angkanya.`
    case 'old-type-unknown':
      return `${quoted(refusal.typed)} bukan jenis izin kantor ini. Tulis kodenya, misalnya SIPD.`
    case 'old-day-in-future':
      return `${longDate(refusal.day)} belum terjadi. Tulis tanggal sampai hari ini, ${longDate(refusal.today)}.`
    case 'old-day-before-issue':
      return `${longDate(refusal.day)} lebih awal dari tanggal terbit ${longDate(refusal.issuedOn)}. Periksa keduanya di buku.`
    case 'old-ordinal-unknown':
      return `${quoted(refusal.typed)} bukan urutan tempat praktik. Tulis 1, 2, atau 3.`
    case 'old-identity-needed':
      return 'NIK belum diisi. Untuk warga negara asing isi nomor paspor dan kewarganegaraannya.'
    case 'old-holder-differs':
      return 'Nomor identitas ini terdaftar di sini atas nama orang lain. Periksa nomor dan namanya di buku.'
    case 'old-revocation-incomplete':
      return 'Nomor SK pencabutan diisi tanpa tanggalnya. Isi tanggal dicabut, atau kosongkan keduanya.'
    case 'citizenship-unknown':
      return refusal.typed === ''
        ? 'Kewarganegaraan belum diisi. Tulis kode negara dua huruf, misalnya MY.'
        : `${quoted(refusal.typed)} bukan kode negara asing. Tulis dua huruf, misalnya MY.`
    default:
      return sayRefusal(refusal)
  }
}

/** What stands first in the history of what came from an old book. */
export function carriedText(
  { book, filedAt, importedFrom, product }: CarriedOver,
  registrationNumber: string,
  zone: ZoneName,
): string {
  const from = importedFrom === null ? '' : `, dari tabel ${importedFrom}`
  if (book === 'permit') {
    const issued = product?.issuedOn ? `, terbit ${longDate(product.issuedOn)}` : ''
    return `Dibawa dari buku lama: izin ${product?.number?.text ?? registrationNumber}${issued}${from}`
  }
  return `Dibawa dari buku lama: permohonan ${registrationNumber}, diajukan ${longDate(officeDateOf(filedAt, zone))}${from}`
}
