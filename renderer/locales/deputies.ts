import type { DeputyshipView } from '#contract/deputies.ts'

/** Words of *Pengganti*. */
export const deputyWords = {
  title: 'Pengganti',
  note: 'Siapa mengerjakan antrean petugas yang tidak masuk.',
  list: 'Daftar pengganti',
  pane: 'Penggantian yang dipilih',
  add: 'Tunjuk pengganti',
  new: 'Penggantian baru',
  heads: { absent: 'Tidak masuk', deputy: 'Pengganti', days: 'Hari', state: 'Keadaan' },
  states: {
    running: 'Berlaku',
    coming: 'Akan datang',
    over: 'Selesai',
    ended: 'Diakhiri',
  } satisfies Record<DeputyshipView['state'], string>,
  absent: 'Petugas yang tidak masuk',
  deputy: 'Pengganti',
  deputyHint: 'Mendapat antrean dan tombol petugas itu, tanpa hak administrator dan tanpa hak tanda tangan.',
  from: 'Hari pertama',
  until: 'Hari terakhir',
  reason: 'Sebab',
  reasonHint: 'Misalnya cuti tahunan, sakit, atau dinas luar.',
  personMissing: 'Petugas belum dipilih. Ketik sebagian namanya.',
  end: 'Akhiri sekarang',
  endSentence: (deputy: string, absent: string) =>
    `${deputy} tidak lagi melihat antrean ${absent}. Yang sudah dikerjakan tetap tercatat.`,
  endedToast: 'Penggantian diakhiri.',
  entered: (by: string, at: string) => `Ditunjuk ${by}, ${at}.`,
  ended: (by: string, at: string) => `Diakhiri ${by}, ${at}.`,
  reasonIs: (reason: string) => `Sebab: ${reason}`,
  none: 'Belum ada pengganti',
  noneNote: 'Tunjuk pengganti sebelum petugas cuti, agar berkasnya tidak menunggu.',
  choose: 'Pilih satu penggantian, atau tunjuk yang baru',
  chooseNote: 'Penggantian berlaku dari hari pertama sampai hari terakhir, lalu berakhir sendiri.',
  onlyShown: 'Pengganti ditunjuk oleh atasan atau administrator sendiri, bukan oleh penggantinya.',
} as const
