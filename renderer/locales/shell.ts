import { joinWords } from '#domain/indonesian.ts'
import type { PrintReason } from '#domain/print-job.ts'

/** Words of the frame around every screen. */
export const shellWords = {
  product: 'SEPOK Loket',
  skipToWork: 'Langsung ke isi layar',
  screens: {
    home: 'Beranda',
    intake: 'Terima Permohonan',
    dossiers: 'Berkas',
    agenda: 'Agenda',
    printing: 'Pencetakan',
    handover: 'Penyerahan Izin',
    reports: 'Laporan',
    information: 'Informasi Layanan',
    settings: 'Pengaturan',
    notices: 'Perlu Dikabari',
    mails: 'E-mail',
    dispatch: 'Buku Ekspedisi',
    deputies: 'Pengganti',
  },
  rail: 'Layar',
  search: 'Cari nama, NIK, nomor, atau pindai',
  searchName: 'Cari permohonan',
  searchNothing: (text: string) =>
    `Tidak ada permohonan yang cocok dengan “${text}”. Periksa ejaannya, atau cari NIK.`,
  /** Why a dossier without the very words is shown. */
  searchAlike: (words: readonly string[]) => `mirip: ${words.join(', ')}`,
  searching: 'Mencari',
  searchFailed: 'Pencarian gagal. Ketik lagi; daftar dan layar lain tetap dapat dipakai.',
  states: 'Keadaan loket',
  printersReady: (count: string) => `${count} printer siap`,
  printersNone: 'Belum ada printer',
  printerTrouble: (printer: string, what: string) => `${printer}: ${what}`,
  printersTrouble: (count: string) => `${count} printer perlu dilihat`,
  printerUnnamed: 'Printer',
  uncertain: (count: string) => `${count} belum pasti tercetak`,
  userMenu: 'Menu',
  standsIn: (name: string, until: string) => `Menggantikan ${name} s.d. ${until}`,
  appearance: 'Tampilan',
  followSystem: 'Ikuti sistem',
  light: 'Terang',
  dark: 'Gelap',
  appearanceNotKept: 'Tampilan berubah di jendela ini, tetapi belum tersimpan. Pilih sekali lagi.',
  lock: 'Kunci layar',
  signOut: 'Keluar',
  help: 'Bantuan layar ini',
  allKeys: 'Semua tombol pintas',
  find: 'Cari',
  draftSavedAt: (time: string) => `Draf tersimpan ${time}`,
  savedAt: (time: string) => `Tersimpan ${time} di komputer ini`,
  hostGone: (time: string) => `Aplikasi di komputer ini tidak menjawab sejak ${time}.`,
  hostGoneShort: 'Aplikasi tidak menjawab',
  opening: 'Membuka SEPOK Loket',
  hostGoneAction:
    'Yang sudah disimpan aman. Aplikasi menyambung sendiri; bila tidak, tutup lalu buka lagi SEPOK Loket.',
  printerBanner: {
    waiting: (count: string) => `${count} cetakan menunggu printer ini; semuanya tersimpan.`,
    others: (names: readonly string[]) => `Lihat juga ${joinWords(names)}.`,
    resume: 'Lanjutkan antrean',
    resumeFailed: 'Belum dilanjutkan: aplikasi tidak menjawab. Tekan sekali lagi.',
    away: 'Tutup',
  },
  dataFiles: {
    broken: 'Berkas aturan kantor ada yang salah.',
    goesOn:
      'Kantor tetap bekerja dengan aturan terakhir yang benar. Perbaiki berkas berikut, lalu tutup dan buka lagi SEPOK Loket:',
    open: 'Profil kantor menyisakan hari yang kosong.',
    more: (count: number) => `dan ${count} lagi.`,
  },
  screenFailed: (screen: string) => `Layar ${screen} gagal dibuka`,
  screenFailedAction:
    'Tidak ada data yang hilang; yang sudah disimpan tetap ada. Tekan Coba lagi. Bila masih gagal, sampaikan kode rujukan kepada administrator.',
  pageFailed: 'SEPOK Loket gagal dibuka',
  openHome: 'Buka Beranda',
  keyRefused: 'Jendela ini sudah tidak dikenal',
  keyRefusedAction: 'Tutup jendela ini, lalu buka SEPOK Loket lagi dari ikonnya. Tidak ada data yang hilang.',
  unknownScreen: 'Layar ini tidak ada',
  unknownScreenAction: 'Alamatnya tidak dikenal, atau peran Anda tidak memakainya.',
  receiptOutdated: (ordinal: number) =>
    `Tanda terima ini tidak berlaku lagi: sudah diganti dengan Perbaikan ke-${ordinal}. Minta pemohon membawa yang terbaru, atau cetak ulang.`,
  sheetConfirmed: (title: string) => `${title} tercatat tercetak.`,
  sheetAsk: (title: string) =>
    `${title} belum pasti tercetak, dan lembar lain dengan kode ini sudah pernah keluar. Pastikan lembarnya di Pencetakan.`,
  scanUnknown: (text: string) =>
    `Hasil pindai ${text} bukan tanda terima atau izin kantor ini. Pindai QR pada lembarnya.`,
  unsavedTitle: 'Tinggalkan isian ini',
} as const

/** What is wrong with a printer, in two words for the head of the screen. */
export const printerTroubles: Readonly<Record<PrintReason, string>> = {
  'no-printer': 'belum dipilih',
  unreachable: 'tidak terhubung',
  'connection-lost': 'terputus',
  'no-answer': 'tidak menjawab',
  'timed-out': 'terlalu lama',
  'paper-out': 'kertas habis',
  'cover-open': 'tutup terbuka',
  offline: 'tidak siap',
  'queue-paused': 'antrean dijeda',
  rejected: 'menolak cetakan',
  'folder-missing': 'folder hilang',
  'disk-full': 'penyimpanan penuh',
  'render-failed': 'lembar gagal dibuat',
  'paper-unsound': 'lembar tidak cocok dengan datanya',
  'station-stopped': 'terhenti',
  'no-status': 'tanpa kabar',
}
