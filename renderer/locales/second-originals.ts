/** Words of second originals and of *Persetujuan susulan*. */
export const secondWords = {
  dialog: {
    title: 'Cetak Asli Sekali Lagi',
    sentence: (number: string, name: string) =>
      `Surat ${number}, ${name}, sudah pernah keluar. Lembar asli berikutnya perlu persetujuan orang kedua; lembar sebelumnya dimusnahkan dan tercatat rusak di Kartu Kendali Blangko.`,
    reason: 'Alasan cetak ulang',
    reasonHint: 'Misalnya: lembar pertama kusut di printer.',
    reasonMissing: 'Tulis alasannya dahulu, misalnya “lembar pertama kusut”.',
    who: 'Persetujuan orang kedua',
    here: 'Atasan di sini',
    later: 'Menyusul hari ini',
    laterNote:
      'Lembar dicetak sekarang dan terbuka di Persetujuan susulan sampai atasan menyetujuinya, paling lambat hari ini.',
    username: 'Nama pengguna atasan',
    password: 'Kata sandi atasan',
    consentMissing: 'Minta atasan mengisinya sendiri di sini, atau pilih persetujuan menyusul.',
  },
  panel: {
    title: 'Persetujuan susulan',
    note: (count: string) => `${count} lembar asli kedua belum disetujui`,
    line: (copy: number, by: string, at: string) => `Lembar ke-${copy}, dicetak ${by} ${at}`,
    reason: (reason: string) => `Alasan: ${reason}`,
    overdue: 'lewat hari, menunggu atasan',
    open: 'menunggu atasan',
    consent: 'Setujui',
    consentOf: (title: string) => `Setujui ${title}`,
    openDossier: 'Buka Berkas',
    openOf: (title: string) => `Buka berkas ${title}`,
    more: (count: string) => `dan ${count} lagi`,
    failed: 'Persetujuan gagal dikirim, belum ada yang tercatat. Coba sekali lagi.',
  },
  confirm: {
    title: 'Setujui Cetakan',
    sentence: (title: string, copy: number, by: string, at: string, reason: string) =>
      `${title}: lembar asli ke-${copy} dicetak ${by} pada ${at} karena “${reason.replace(/\.$/, '')}”. Nama Anda dan waktunya tercatat di riwayat berkas dan register.`,
    action: 'Setujui',
    done: (title: string) => `Cetakan ${title} disetujui.`,
  },
  register: {
    tab: 'Asli kedua',
    number: 'Surat',
    copy: 'Lembar',
    requested: 'Dicetak',
    by: 'Oleh',
    reason: 'Alasan',
    consent: 'Persetujuan',
    open: 'Belum disetujui',
    agreed: (by: string, at: string) => `${by}, ${at}`,
    empty: 'Tidak ada lembar asli kedua',
    emptyNote: 'Cetakan ulang surat asli pada hari ini muncul di sini bersama yang menyetujuinya.',
  },
  copy: {
    title: 'Cetak Salinan',
    sentence: (number: string, name: string) =>
      `Salinan surat ${number}, ${name}, di kertas biasa, bertanda SALINAN. Surat aslinya tetap di tempatnya.`,
    purpose: 'Salinan ini untuk',
    purposeHint: 'Misalnya: arsip kantor.',
    purposeMissing: 'Tulis untuk apa salinan ini, misalnya “arsip kantor”.',
    asked: 'Salinan dikirim ke printer.',
  },
  job: {
    reason: (reason: string) => `Alasan: ${reason}`,
    agreed: (by: string) => `disetujui ${by}`,
    open: 'persetujuan menyusul',
  },
} as const
