import type { SchedulePace, ScheduleProblem } from '../report-schedule.ts'

const paces: Readonly<Record<SchedulePace, string>> = {
  day: 'Setiap hari kerja',
  week: 'Setiap minggu',
  month: 'Setiap bulan',
}

export const paceLabel = (pace: SchedulePace): string => paces[pace]

/** What happened and what to do about a report that did not come. */
export function sayScheduleProblem(problem: ScheduleProblem): string {
  switch (problem) {
    case 'folder-missing':
      return 'Folder tujuan tidak ditemukan. Sambungkan disk atau buat foldernya; laporan dicoba lagi sendiri.'
    case 'folder-refused':
      return 'Folder tujuan tidak dapat ditulis. Beri aplikasi hak menulis di sana; laporan dicoba lagi sendiri.'
    case 'mail-off':
      return 'Server e-mail belum diatur atau sandinya ada di komputer lain. Lengkapi Pengaturan › E-mail; laporan dicoba lagi sendiri.'
    case 'mail-refused':
      return 'Server e-mail menolak kiriman ini. Periksa alamat dan Pengaturan › E-mail; laporan dicoba lagi sendiri.'
    case 'mail-uncertain':
      return 'Sambungan putus setelah e-mail dikirim, sehingga belum pasti sampai. Tanyakan penerimanya; e-mail ini tidak dikirim ulang sendiri.'
    case 'not-made':
      return 'Laporan gagal disusun. Laporan dicoba lagi sendiri; bila tetap gagal, unduh dari Laporan.'
  }
}

export type ScheduleRefusal =
  | { readonly code: 'schedule-folder-wrong'; readonly typed: string }
  | { readonly code: 'schedule-address-wrong'; readonly typed: string }
  | { readonly code: 'schedule-addresses-many'; readonly most: number }
  | { readonly code: 'schedule-time-wrong'; readonly typed: string }
  | { readonly code: 'schedule-formats-none' }
  | { readonly code: 'schedule-unknown' }

/** The sentence of a refusal. */
export function sayScheduleRefusal(refusal: ScheduleRefusal): string {
  switch (refusal.code) {
    case 'schedule-folder-wrong':
      return `Tulis folder secara lengkap dari akarnya, misalnya D:\\Laporan atau /srv/laporan; bukan "${refusal.typed}".`
    case 'schedule-address-wrong':
      return `Alamat "${refusal.typed}" bukan alamat e-mail. Tulis satu alamat pada setiap baris.`
    case 'schedule-addresses-many':
      return `Paling banyak ${refusal.most} alamat. Kurangi, atau pakai alamat kelompok.`
    case 'schedule-time-wrong':
      return `Jam "${refusal.typed}" tidak dikenal. Tulis seperti 16.30.`
    case 'schedule-formats-none':
      return 'Pilih paling sedikit satu bentuk berkas.'
    case 'schedule-unknown':
      return 'Jadwal ini sudah dihapus. Muat ulang daftar.'
  }
}
