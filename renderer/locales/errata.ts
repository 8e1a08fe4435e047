import { endSentence } from '#domain/indonesian.ts'

/** Words of *Ralat*. */
export const errataWords = {
  title: 'Ralat',
  ask: 'Ajukan Ralat',
  askSentence: (number: string, name: string) =>
    `Izin ${number}, ${name}, sudah tercetak atau ditandatangani dan isinya salah karena kekeliruan kantor. Setelah penanda tangan menyetujui, datanya diperbaiki dan izin dibuat lagi dengan nomor yang sama.`,
  reason: 'Apa yang salah',
  reasonHint: 'Misalnya: nomor STR tertukar satu angka.',
  reasonMissing: 'Tulis apa yang salah, misalnya “nomor STR tertukar satu angka”.',
  sheet: 'Lembar lama',
  sheetBack: 'Sudah kembali',
  sheetMissing: 'Tidak kembali',
  statement: 'Mengapa lembar lama tidak kembali',
  statementHint: 'Misalnya: hilang di tempat praktik, ada surat pernyataan.',
  statementMissing: 'Tulis mengapa lembar lama tidak kembali.',
  asked: 'Ralat diajukan dan menunggu penanda tangan.',
  line: (ordinal: number, by: string, at: string) => `Ralat ke-${ordinal}, diajukan ${by} ${at}`,
  back: 'lembar lama kembali',
  missing: (statement: string) => `lembar lama tidak kembali: ${statement}`,
  waits: 'menunggu penanda tangan',
  approved: (by: string, at: string) => `disetujui ${by} ${at}`,
  declined: (by: string, at: string) => `ditolak ${by} ${at}`,
  atWork: 'Perbaiki datanya lewat Perbaiki di berkas ini, lalu cetak dan tandatangani lagi. Nomornya tetap.',
  approve: 'Setujui Ralat',
  approveSentence: (number: string, name: string) =>
    `Versi lama izin ${number}, ${name}, tetap tersimpan di berkas; lembarnya tercatat rusak. Izin dibuat, ditandatangani, dan diserahkan lagi dengan nomor yang sama.`,
  decline: 'Tolak Ralat',
  declineSentence: (number: string, name: string) => `Izin ${number}, ${name}, tetap seperti sekarang.`,
  declineReason: 'Alasan penolakan',
  declineHint: 'Misalnya: isinya sudah benar menurut STR.',
  declineMissing: 'Tulis alasan penolakannya.',
  done: { approved: 'Ralat disetujui.', declined: 'Ralat ditolak.' },
  waitsForYou: (count: number) =>
    count > 1 ? `${count} ralat menunggu jawaban Anda` : 'Ralat menunggu jawaban Anda',
  waitsLine: (number: string, name: string) =>
    `Izin ${number}, ${endSentence(name)} Buka Surat dan cetakan, baca alasannya, lalu setujui atau tolak.`,
  open: 'Buka Berkas',
  openOf: (name: string) => `Buka berkas ralat ${name}`,
  former: 'Versi lama',
  formerLine: (signedBy: string | null, on: string | null) =>
    signedBy === null ? 'belum ditandatangani' : `ditandatangani ${signedBy}${on === null ? '' : `, ${on}`}`,
  openFormer: 'Buka berkas lama',
} as const
