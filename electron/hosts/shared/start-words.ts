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
  databaseNewer:
    'Data kantor ini sudah dipakai SEPOK Loket yang lebih baru. Pasang versi terbaru di komputer ini, lalu jalankan lagi; data tidak diubah.',
  databaseOlder:
    'Data kantor ini perlu diperbarui dahulu. Jalankan npm start satu kali, lalu ulangi perintah ini.',
  noOffice:
    'Di folder data ini belum ada kantor. Buka aplikasi, buat kantornya, lalu ulangi perintah ini; atau sebutkan folder kantor dengan --data.',
  databaseUnreachable:
    'Basis data kantor tidak dapat dihubungi. Pastikan komputer server menyala dan jaringannya tersambung, lalu jalankan lagi.',
  databaseDamaged: (folder: string) =>
    `Berkas basis data di "${folder}" rusak. Jangan dihapus; pulihkan cadangan terakhir atau hubungi administrator.`,
  profileUnknown: (profile: string) =>
    `Profil kantor "${profile}" tidak ada. Pilih salah satu berkas di assets/profiles, misalnya: --profile pontianak.`,
  runningElsewhere: (folder: string, pid: number | null) =>
    `SEPOK Loket sudah berjalan untuk folder data "${folder}"${pid === null ? '' : ` (proses ${pid})`}, tetapi tidak menjawab. Pakai jendela yang sudah terbuka, atau tutup program itu lalu jalankan lagi.`,
  runningInItsWindow: (folder: string) =>
    `SEPOK Loket sudah terbuka untuk folder data "${folder}". Pakai jendela itu, atau tutup dulu lalu jalankan lagi.`,
  openedOnRunning: 'SEPOK Loket sudah berjalan untuk folder data ini; jendelanya dibuka.',
  alreadyReady: 'SEPOK Loket sudah berjalan untuk folder data ini; alamatnya di baris READY.',
  pageNotBuilt: (folder: string) => `Tampilan aplikasi belum dibuat di "${folder}". Jalankan: npm run build.`,
  noBrowser:
    'Tidak ada Chromium, Google Chrome, atau Microsoft Edge di komputer ini. Pasang salah satunya, atau jalankan dengan --no-open lalu buka sendiri alamat pada baris READY.',
  noElectron:
    'Berkas program Electron tidak ada di komputer ini. Jalankan dengan --host browser, atau pasang dengan: npx install-electron.',
  choseElectron: 'Memakai Electron, karena berkas programnya ada di komputer ini.',
  choseBrowser:
    'Memakai peramban yang terpasang (Chromium, Chrome, atau Edge), karena berkas program Electron tidak ada di komputer ini.',
  buildingPage: 'Membuat tampilan aplikasi, karena sumbernya lebih baru …',
  fillingSample: 'Mengisi kantor contoh dengan pekerjaan satu tahun, sekitar setengah menit …',
  help: [
    'Membuka SEPOK Loket. Pilihan:',
    '  --host auto|electron|browser  jendela yang dipakai (auto: Electron bila ada, selain itu peramban)',
    '  --data FOLDER                 folder data kantor',
    '  --database URL                basis data postgres://… (tanpa ini: berkas di folder data)',
    '  --port ANGKA                  porta peramban (0: pilih sendiri)',
    '  --no-open                     jangan buka jendela, cukup tulis alamat READY',
    '  --demo                        kantor contoh yang sudah terisi',
    '  --profile KODE                profil kantor, misalnya pontianak',
  ].join('\n'),
  unknownOption: (detail: string) => `Pilihan tidak dikenal: ${detail}. Lihat daftar pilihan dengan --help.`,
  badPort: (typed: string) => `Porta "${typed}" tidak sah. Isi angka 0 sampai 65535, misalnya: --port 8100.`,
  badHost: (typed: string) => `Pilihan --host "${typed}" tidak dikenal. Isi auto, electron, atau browser.`,
  // The address typed is not repeated: it may hold a password.
  badDatabase:
    'Alamat basis data tidak dikenal. Isi seperti: --database postgres://nama@komputer:5432/sepok.',
} as const
