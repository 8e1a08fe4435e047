/** Sentences shown before any window exists: in the terminal, or in the operating system's error box. */
export const startWords = {
  portTaken: (port: number) =>
    `Porta ${port} sedang dipakai program lain. Tutup program itu, atau jalankan dengan porta lain, misalnya: --port ${port + 1 > 65535 ? 0 : port + 1}. Dengan --port 0 porta dipilih sendiri.`,
  portNotAllowed: (port: number) =>
    `Porta ${port} tidak boleh dipakai oleh akun ini. Pilih porta 1024 ke atas, misalnya: --port 8100.`,
  dataFolderGone: (folder: string) =>
    `Folder data "${folder}" tidak dapat dibuka. Pastikan disk atau folder jaringannya tersambung, lalu jalankan lagi.`,
  dataFolderReadOnly: (folder: string) =>
    `Folder data "${folder}" hanya dapat dibaca. Beri akun ini hak menulis di folder itu, atau pilih folder lain dengan --data.`,
  runningElsewhere: (folder: string, pid: number | null) =>
    `SEPOK Loket sudah berjalan untuk folder data "${folder}"${pid === null ? '' : ` (proses ${pid})`}, tetapi tidak menjawab. Pakai jendela yang sudah terbuka, atau tutup program itu lalu jalankan lagi.`,
  openedOnRunning: 'SEPOK Loket sudah berjalan untuk folder data ini; jendelanya dibuka.',
  pageNotBuilt: (folder: string) => `Tampilan aplikasi belum dibuat di "${folder}". Jalankan: npm run build.`,
  noBrowser:
    'Tidak ada Chromium, Google Chrome, atau Microsoft Edge di komputer ini. Pasang salah satunya, atau jalankan dengan --no-open lalu buka sendiri alamat pada baris READY.',
  noElectron:
    'Berkas program Electron tidak ada di komputer ini. Jalankan dengan --host browser, atau pasang dengan: npx install-electron.',
  unknownOption: (detail: string) => `Pilihan tidak dikenal: ${detail}. Lihat daftar pilihan dengan --help.`,
  badPort: (typed: string) => `Porta "${typed}" tidak sah. Isi angka 0 sampai 65535, misalnya: --port 8100.`,
  badHost: (typed: string) => `Pilihan --host "${typed}" tidak dikenal. Isi auto, electron, atau browser.`,
  badDatabase: (typed: string) =>
    `Alamat basis data "${typed}" tidak dikenal. Isi seperti: --database postgres://nama@komputer:5432/sepok.`,
} as const
