import { endSentence } from '#domain/indonesian.ts'
import type { LegalisationSide } from '#domain/legalisation-rule.ts'

const sides: Readonly<Record<LegalisationSide, string>> = {
  front: 'bagian yang kosong di halaman depan',
  back: 'sisi belakangnya',
}

/** Words of *Legalisir*. */
export const legalisationWords = {
  title: 'Legalisir',
  none: 'Belum ada fotokopi izin ini yang dilegalisir.',
  line: (number: string, copies: number) => `${number}, ${copies} lembar`,
  made: (by: string, at: string) => `dilegalisir ${by} ${at}`,
  signer: (name: string) => `penanda tangan ${name}`,
  voided: (by: string, at: string, reason: string) => `Batal, ${by} ${at}: ${reason}`,
  make: 'Legalisir Fotokopi',
  makeSentence: (number: string, name: string, side: LegalisationSide) =>
    `Izin ${number}, ${endSentence(name)} Masukkan fotokopinya ke printer sehingga stempel legalisir tercetak di ${sides[side]}, satu lembar satu stempel. Tanpa biaya.`,
  copies: 'Jumlah lembar',
  copiesHint: (most: number) => `Paling banyak ${most} lembar sekali legalisir.`,
  originalSeen: 'Surat asli diperlihatkan dan fotokopinya cocok',
  originalSeenNote: 'Cocokkan nomor, nama, tanda tangan, dan stempel pada setiap lembar.',
  done: (number: string) => `Legalisir ${number} dicatat; stempelnya dikirim ke printer.`,
  again: 'Cetak Ulang',
  againOf: (number: string) => `Cetak ulang legalisir ${number}`,
  againSentence: (number: string) =>
    `Stempel legalisir ${number} dicetak lagi bertanda CETAK ULANG. Lembar yang rusak dimusnahkan.`,
  againReason: 'Alasan cetak ulang',
  againHint: 'Misalnya: fotokopi tersangkut di printer.',
  againDone: 'Cetakan ulang dikirim ke printer.',
  void: 'Batalkan',
  voidOf: (number: string) => `Batalkan legalisir ${number}`,
  voidTitle: 'Batalkan Legalisir',
  voidSentence: (number: string) =>
    `Nomor ${number} tetap tercatat di register sebagai batal. Lembar yang sudah distempel ditarik dan dimusnahkan.`,
  voidReason: 'Alasan pembatalan',
  voidMissing: 'Tulis alasannya dahulu, misalnya “salah fotokopi”.',
  voidHint: 'Misalnya: fotokopinya bukan dari izin ini.',
  voidDone: (number: string) => `Legalisir ${number} dibatalkan.`,
  register: {
    tab: 'Legalisir',
    number: 'Nomor',
    day: 'Tanggal',
    permit: 'Izin',
    holder: 'Atas nama',
    copies: 'Lembar',
    signer: 'Penanda tangan',
    clerk: 'Petugas',
    note: 'Keterangan',
    void: 'Batal',
    sum: (lines: string, sheets: string, voided: string) =>
      `${lines} legalisir, ${sheets} lembar, ${voided} batal`,
    printing: 'Register legalisir dikirim ke printer.',
    failed: 'Register legalisir gagal dibuka',
    failedAction: 'Tidak ada yang hilang. Tekan Coba lagi.',
    empty: 'Tidak ada legalisir pada masa ini',
    emptyNote: 'Fotokopi dilegalisir dari berkas izinnya: Surat dan cetakan › Legalisir Fotokopi.',
  },
} as const
