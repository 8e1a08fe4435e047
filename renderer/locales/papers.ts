import type { PaperMeasure } from '#domain/office-paper-form.ts'

const measures: Readonly<Record<PaperMeasure, string>> = {
  widthMm: 'Lebar (mm)',
  heightMm: 'Tinggi (mm)',
  top: 'Margin atas (mm)',
  topNext: 'Atas halaman berikut (mm)',
  right: 'Margin kanan (mm)',
  bottom: 'Margin bawah (mm)',
  left: 'Margin kiri (mm)',
  footMm: 'Kaki halaman (mm)',
}

/** Words of *Pengaturan › Kertas*. */
export const paperWords = {
  tab: 'Kertas',
  add: 'Tambah kertas',
  new: 'Kertas baru',
  list: 'Kertas dan isi printer',
  choose: 'Pilih satu kertas atau printer, atau tambah kertas baru',
  chooseNote:
    'Ukuran dikirim ke printer dalam milimeter, tidak pernah dengan nama. Nama hanya sebutan di kantor ini.',
  papers: 'Kertas kantor',
  printers: 'Isi printer',
  heads: { name: 'Nama', size: 'Ukuran', use: 'Dipakai untuk' },
  unused: 'tidak ada dokumen',
  andMore: (first: string, more: string) => `${first} dan ${more} lain`,
  roll: 'gulungan',
  defaultTray: 'baki bawaan',
  trayCount: (count: string) => `${count} baki ditetapkan`,
  copiesOf: (document: string, copies: string) => `${document} rangkap ${copies}`,

  name: 'Nama',
  nameHint: 'Sebutan di kantor ini, misalnya F4 berkop.',
  measures,
  footHint: 'Dari tepi bawah ke baris kaki halaman.',
  edgeHint: 'Margin dihitung dari tepi kertas.',
  documents: 'Dicetak di kertas ini',
  noDocuments: 'Belum ada dokumen di kertas ini.',
  move: 'Pindahkan ke kertas ini',
  moveNote:
    'Berlaku untuk dokumen yang dibuat sejak disimpan. Yang sudah dicetak atau ditandatangani tetap pada kertasnya.',
  from: (document: string, paper: string) => `${document} (kini ${paper})`,
  remove: 'Hapus kertas',
  removed: (name: string) => `${name} dihapus.`,
  removeFailed: 'Belum terhapus: aplikasi tidak menjawab. Tekan sekali lagi.',

  measure: 'Lembar ukur',
  measureNote:
    'Mencetak skala milimeter di keempat tepi. Ukur dengan penggaris: bila angkanya cocok, ukuran dan baki sudah benar.',
  measureOn: 'Printer',
  measurePrint: 'Cetak lembar ukur',
  measureDone: (printer: string) => `Lembar ukur terkirim ke ${printer}. Ukur dengan penggaris.`,
  measureNone: 'Belum ada printer lembar. Tambahkan dahulu di Pengaturan › Printer.',
  saveFirst: 'Simpan dahulu perubahan di atas.',

  record: 'Riwayat perubahan',
  recordNone: 'Belum pernah diubah: masih seperti data kantor.',
  recordLine: (by: string, when: string) => `${by}, ${when}`,

  trays: 'Letak kertas',
  traysNote: 'Kosong: printer memilih sendiri.',
  tray: (paper: string) => `Baki ${paper}`,
  trayTyped: 'Nama baki seperti pada drivernya, misalnya Tray 2.',
  copies: 'Lembar tiap cetakan',
  copiesNote: 'Izin, surat bernomor, dan lembar asli lain selalu satu lembar.',
  copiesWrong: (most: string) => `Tulis angka 1 sampai ${most}.`,
}
