import { endSentence } from '#domain/indonesian.ts'

/** Words of *Pengajuan Kolektif*: many dossiers of one bringer. */
export const collectiveWords = {
  filer: 'Yang mengajukan',
  filers: { applicant: 'Pemohon sendiri', representative: 'Kuasa', collective: 'Kolektif' },
  note: (code: string, bringer: string) => `${code}, dibawa ${bringer}`,

  choose: 'Pengajuan kolektif',
  unclosed: 'Masih terbuka',
  unclosedNote: 'Berkas lain dari pembawa yang sama masuk ke daftar yang sama, juga dari loket lain.',
  taken: (count: string) => `${count} berkas`,
  goOn: 'Lanjutkan',
  goOnWith: (code: string) => `Lanjutkan ${code}`,
  fresh: 'Buka yang baru',
  kind: 'Dibawa oleh',
  kinds: { person: 'Perorangan', facility: 'Fasilitas kesehatan' },
  facilityName: 'Nama fasilitas',
  name: 'Nama yang membawa',
  nik: 'NIK yang membawa',
  nikIfAny: 'NIK yang membawa, bila ada',
  phone: 'Nomor HP yang membawa',
  letterSeen: { person: 'Surat kuasa sudah dilihat', facility: 'Surat pengantar sudah dilihat' },
  letterNote: 'Surat kuasa tetap masuk ke daftar berkas setiap pemohon.',
  open: 'Buka Pengajuan Kolektif',
  openFailed: (code: string) => `Pengajuan kolektif belum dibuka (${code}). Isian Anda tetap ada; coba lagi.`,

  list: 'Berkas kolektif',
  showList: (count: string) => `Daftar (${count})`,
  listNone: 'Belum ada berkas. Yang pertama masuk setelah disimpan.',
  listFailed: 'Daftar belum dapat dibuka. Permohonan tetap dapat disimpan.',
  gone: 'Pengajuan kolektif ini tidak ada di kantor ini. Pilih Pemohon sendiri atau Kuasa, atau buka yang baru.',
  row: (no: string, name: string) => `${no}. ${name}`,
  complete: 'lengkap',
  incomplete: 'kurang',
  receipt: (state: string) => `tanda terima: ${state.toLowerCase()}`,
  untaken: 'Tidak diterima',
  drafts: 'Draf, belum disimpan',
  resume: (name: string) => `Lanjutkan ${name}`,
  unnamed: 'Tanpa nama',
  noType: 'jenis belum dipilih',
  count: (rows: string, untaken: string) =>
    untaken === '0' ? `${rows} diterima` : `${rows} diterima, ${untaken} tidak`,
  takenIn: (number: string, name: string) =>
    `${number} terdaftar: ${endSentence(name)} Lanjutkan dengan berkas berikutnya.`,

  leave: 'Tidak diterima',
  leaveEmpty: 'Belum ada yang diisi. Isi NIK atau nama dahulu, lalu tandai sebagai tidak diterima.',
  leaveTitle: 'Tandai tidak diterima',
  leaveSentence: (name: string) =>
    `${name} dicatat di daftar sebagai tidak diterima, tanpa nomor. Isian drafnya dibuang.`,
  leaveReason: 'Alasan',
  leaveReasonHint: 'Dicetak di daftar, misalnya STR tidak dibawa',
  leaveReasonNeeded: 'Alasan belum diisi. Tulis misalnya STR tidak dibawa.',
  leaveFailed: (code: string) => `Belum tercatat (${code}). Coba lagi.`,

  close: 'Selesai',
  closeTitle: 'Selesai dan cetak daftar',
  closeSentence: (code: string, count: string) =>
    `${code}: ${count}. Setelah ditutup tidak ada berkas yang dapat ditambahkan.`,
  closeNothing: (code: string) => `${code} belum memiliki berkas. Daftar ditutup tanpa dicetak.`,
  closeDrafts: (names: string) => `Dicatat sebagai tidak diterima: ${names}. Drafnya tetap tersimpan.`,
  closeTyped: (name: string) => `Simpan ${name} dahulu, atau tandai tidak diterima.`,
  closeAction: 'Tutup dan Cetak Daftar',
  closeFailed: (code: string) => `Daftar belum ditutup (${code}). Coba lagi.`,
  notContinued: 'tidak dilanjutkan',

  offer: (code: string, bringer: string, count: string) =>
    `${code} dari ${bringer} masih terbuka, ${count} berkas.`,
  offerMore: (count: string) => `${count} daftar lain juga masih terbuka.`,

  done: {
    title: 'Pengajuan kolektif ditutup',
    code: 'Nomor daftar',
    bringer: 'Dibawa oleh',
    count: 'Berkas',
    job: 'Daftar',
    noJob: 'tidak dicetak: tidak ada berkas',
    jobWaits: 'menunggu printer',
    print: 'Cetak Daftar Lagi',
    printFailed: 'Daftar belum dapat dicetak. Coba lagi.',
    next: 'Permohonan Berikutnya',
  },

  dossier: {
    name: 'Kolektif',
    value: (code: string, bringer: string) => `${code}, dibawa ${bringer}`,
    show: 'Lihat daftar kolektif',
    title: (code: string) => `Daftar kolektif ${code}`,
    closed: (by: string, when: string) => `Ditutup oleh ${by}, ${when}`,
    unclosed: 'Belum ditutup',
    printed: 'Daftar masuk antrean cetak.',
    failed: 'Daftar kolektif gagal dibuka',
    failedAction: 'Berkas ini tidak berubah. Coba lagi.',
  },
} as const
