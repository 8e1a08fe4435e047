import type { Damage, ExaminedPart, Notice } from '../examination.ts'
import { joinWords, longDate } from '../indonesian.ts'
import type { PrintJobState } from '../print-job.ts'
import { blankStateLabel } from './blank-ledger.ts'
import type { Wording } from './wording.ts'

const restore =
  'Salin folder data ini ke tempat aman, lalu pulihkan cadangan terakhir atau hubungi administrator.'

const recount =
  'Riwayat yang berlaku. Tutup aplikasi, lalu minta administrator menjalankan `npm run recount` untuk menyusunnya ulang.'

/** What happened and what to do about each damage. */
export const damageWords: Wording<Damage> = {
  'database-damaged': ({ detail }) => `Basis data rusak (${detail}). ${restore}`,
  'history-unreadable': ({ application, detail }) =>
    `Riwayat permohonan ${application} tidak dapat dibaca (${detail}). ${restore}`,
  'state-differs': ({ application, fields }) =>
    `Keadaan permohonan ${application} tidak sama dengan riwayatnya (${fields.join(', ')}). ${recount}`,
  'number-missing': ({ series, scope, serials }) =>
    `Register ${series} ${scope} tidak memuat nomor urut ${serials.slice(0, 12).join(', ')}${serials.length > 12 ? ` dan ${serials.length - 12} lainnya` : ''}. Cocokkan dengan buku register; ${lower(restore)}`,
  'sequence-differs': ({ series, scope, last, highest }) =>
    `Penomoran ${series} ${scope} berada di ${last}, tetapi register sampai ${highest}. Hentikan penomoran jenis ini dan hubungi administrator, supaya tidak ada nomor ganda.`,
  'number-unregistered': ({ number, application }) =>
    `Nomor ${number} pada permohonan ${application} tidak ada di register. ${restore}`,
  'number-unused': ({ number }) =>
    `Nomor ${number} ada di register, tetapi tidak dipakai permohonan mana pun dan tidak dibatalkan. Cocokkan dengan buku register dan hubungi administrator.`,
  'file-missing': ({ application, file }) =>
    `Berkas ${file} dari permohonan ${application} hilang. Pulihkan dari cadangan, atau pindai lagi dari arsip kertas lewat layar Berkas.`,
  'file-damaged': ({ application, file }) =>
    `Isi berkas ${file} dari permohonan ${application} berubah. Pulihkan dari cadangan, atau pindai lagi dari arsip kertas lewat layar Berkas.`,
  'file-not-erased': ({ application, file }) =>
    `Permohonan ${application}: berkas ${file} sudah dihapus sebagai milik orang lain, tetapi isinya masih tersimpan. Buka berkas itu dan hapus sekali lagi.`,
  'blank-differs': ({ title, job, card }) =>
    `Lembar ${title} ${jobStates[job]}, tetapi di Kartu Kendali Blangko ${blankStateLabel(card).toLowerCase()}. Cocokkan dengan arsip kertas dan hubungi administrator.`,
  'blank-missing': ({ title, job }) =>
    `Lembar ${title} ${jobStates[job]}, tetapi tidak ada di Kartu Kendali Blangko. Cocokkan dengan arsip kertas dan hubungi administrator.`,
  'blanks-unbalanced': ({ by }) => `Kartu Kendali Blangko tidak seimbang, selisih ${by} lembar. ${restore}`,
  'list-columns-differ': ({ application, columns }) =>
    `Daftar dan pencarian menyebut permohonan ${application} lain dari riwayatnya (${columns.slice(0, 6).join(', ')}${columns.length > 6 ? ', …' : ''}). ${recount}`,
  'report-facts-differ': ({ application }) =>
    `Hitungan laporan dari permohonan ${application} tidak sama dengan riwayatnya. ${recount}`,
  'report-sums-differ': ({ days }) =>
    `Jumlah harian laporan tidak sama dengan rinciannya (${days.slice(0, 6).join(', ')}${days.length > 6 ? ', …' : ''}). ${recount}`,
  'closing-differs': ({ day, applications }) =>
    applications.length === 0
      ? `Catatan Tutup Harian ${longDate(day)} berubah sesudah ditutup. ${restore}`
      : `Riwayat ${joinWords(applications.slice(0, 6))}${applications.length > 6 ? ` dan ${applications.length - 6} lainnya` : ''} tidak sama dengan saat ${longDate(day)} ditutup. ${restore}`,
  'closing-chain-broken': ({ day }) =>
    `Rantai Tutup Harian putus pada ${longDate(day)}: penutupan sebelumnya hilang atau disisipkan. ${restore}`,
  'printer-address-wrong': ({ printer, address }) =>
    `Alamat printer ${printer} tidak dapat dibaca (${address}). Tulis lagi di Pengaturan › Printer; sampai itu cetakannya gagal.`,
  'printer-profile-wrong': ({ printer, columns, widthMm }) =>
    `Printer ${printer} diatur ${columns} kolom pada kertas ${widthMm} mm: barisnya akan terlipat. Cetak uji di Pengaturan › Printer dan simpan hasilnya.`,
  'office-paper-wrong': ({ paper }) =>
    `Ukuran kertas ${paper} di luar batas yang dapat dicetak. Perbaiki di Pengaturan › Kertas, lalu cetak lembar ukurnya.`,
  'pdf-command-wrong': () =>
    'Program cetak Windows tersimpan tidak utuh. Isi lagi di Pengaturan › Printer › Program cetak Windows.',
  'check-failed': ({ part, detail }) =>
    `Pemeriksaan ${partNames[part].toLowerCase()} berhenti (${detail}). ${restore}`,
}

const jobStates: Readonly<Record<PrintJobState, string>> = {
  queued: 'menunggu giliran',
  held: 'menunggu persetujuan karena sudah lama',
  sending: 'sedang dikirim ke printer',
  printed: 'sudah tercetak',
  failed: 'gagal',
  unknown: 'belum pasti tercetak',
  cancelled: 'dibatalkan',
}

/** What waits, and where it is settled. */
export const noticeWords: Wording<Notice> = {
  'jobs-open': ({ state, count }) => `${count} cetakan ${jobStates[state]}. Selesaikan di layar Pencetakan.`,
  'blanks-unexplained': ({ serials }) =>
    `${serials.length} nomor blangko belum dijelaskan (${serials.slice(0, 12).join(', ')}${serials.length > 12 ? ', …' : ''}). Catat di Pencetakan › Blangko.`,
  'blanks-not-received': ({ count }) =>
    `${count} blangko lebih banyak terpakai daripada yang tercatat diterima. Catat penerimaannya di Pencetakan › Blangko.`,
  'printers-untried': ({ printers }) =>
    `${joinWords(printers)} belum pernah dicoba: lebar, QR, huruf, dan pemotongnya belum diketahui. Tekan Cetak uji di Pengaturan › Printer.`,
  'outbox-waiting': ({ count }) =>
    `${count} catatan belum terkirim ke portal. Catatan itu terkirim sendiri setelah portal tersambung.`,
}

/** Names of the parts, as headings. */
export const partNames: Readonly<Record<ExaminedPart, string>> = {
  database: 'Basis data',
  history: 'Riwayat permohonan',
  lists: 'Daftar dan pencarian',
  reports: 'Hitungan laporan',
  closings: 'Tutup Harian',
  numbers: 'Nomor resmi',
  files: 'Berkas tersimpan',
  printing: 'Antrean cetak',
  blanks: 'Kartu kendali blangko',
  printers: 'Printer dan kertas',
  outbox: 'Kotak keluar',
}

/** What a part counts. */
export const partUnits: Readonly<Record<ExaminedPart, string>> = {
  database: 'pemeriksaan',
  history: 'permohonan',
  lists: 'permohonan',
  reports: 'permohonan',
  closings: 'penutupan',
  numbers: 'nomor',
  files: 'berkas',
  printing: 'cetakan terbuka',
  blanks: 'lembar',
  printers: 'printer',
  outbox: 'catatan',
}

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1)

/** The sentence for a damage. */
export function sayDamage(damage: Damage): string {
  const word = damageWords[damage.code] as (facts: Damage) => string
  return word(damage)
}

/** The sentence for a notice. */
export function sayNotice(notice: Notice): string {
  const word = noticeWords[notice.code] as (facts: Notice) => string
  return word(notice)
}
