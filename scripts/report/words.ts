import { bookFormats, bookKinds } from '#domain/documents/book-kinds.ts'
import { bookLabel } from '#domain/wording/report-books.ts'

/** What `npm run report` says. */
export const reportCommandWords = {
  help: [
    'Membuat laporan sebuah kantor sebagai berkas; boleh dijalankan saat aplikasi terbuka, data tidak diubah. Pilihan:',
    '  --data FOLDER                 folder data kantor',
    '  --database URL                basis data postgres://… (tanpa ini: berkas di folder data)',
    '  --kind JENIS                  laporan yang dibuat:',
    ...bookKinds.map((kind) => `                                  ${kind.padEnd(22)}${bookLabel(kind)}`),
    '  --from HARI --to HARI         hari pertama dan terakhir, misalnya 2026-11-01 (tanpa --to: satu hari)',
    `  --format BENTUK               ${bookFormats.join(', ')} (tanpa ini: menurut akhiran --out)`,
    '  --out BERKAS                  berkas yang ditulis; - untuk keluaran standar',
    '  --as-of SAAT                  menurut catatan sampai saat ini, misalnya 2026-11-19T16:00+07:00',
    '                                (tanpa ini: sampai catatan terakhir)',
  ].join('\n'),
  folderMissing: (folder: string) =>
    `Folder data "${folder}" tidak ada. Sebutkan folder kantor dengan --data, misalnya: --data /srv/sepok.`,
  missing: (option: string) => `Pilihan --${option} belum diisi. Lihat daftar pilihan dengan --help.`,
  kindUnknown: (typed: string) =>
    `Laporan "${typed}" tidak ada. Isi --kind dengan salah satu: ${bookKinds.join(', ')}.`,
  formatUnknown: (typed: string) =>
    `Bentuk "${typed}" tidak ada. Isi --format dengan salah satu: ${bookFormats.join(', ')}.`,
  dayMalformed: (option: string, typed: string) =>
    `Hari "${typed}" pada --${option} tidak ada. Tulis tahun-bulan-hari, misalnya: --${option} 2026-11-19.`,
  daysBackwards: (from: string, to: string) =>
    `Hari terakhir ${to} mendahului hari pertama ${from}. Tukar --from dan --to.`,
  momentMalformed: (typed: string) =>
    `Saat "${typed}" pada --as-of tidak dikenal. Tulis dengan selisih jamnya, misalnya: --as-of 2026-11-19T16:00:00+07:00.`,
  outNotWritable: (file: string) =>
    `Berkas "${file}" tidak dapat ditulis. Pastikan foldernya ada dan akun ini boleh menulis di sana.`,
  done: (title: string, file: string, size: string) => `${title}: ${file} (${size}).`,
} as const
