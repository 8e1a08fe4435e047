/** Words of *Laporan › Register* and *Laporan › Pengaduan*. */
export const registerWords = {
  which: 'Register',
  ahead: 'Habis dalam',
  months: (count: number) => `${count} bulan`,
  empty: 'Tidak ada catatan pada hari-hari itu',
  emptyNote: 'Perluas tanggalnya, atau pilih register lain.',
  about: 'Tentang',
  chooseGroup: 'Pilih satu pokok atau saluran di atas untuk melihat pengaduannya saja.',
  only: (name: string) => `Hanya: ${name}`,
  overdueNote: 'belum dijawab',
} as const
