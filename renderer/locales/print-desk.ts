const sheets = (count: string) => `${count} lembar`

/** Words of *Pencetakan*. */
export const printDeskWords = {
  title: 'Pencetakan',
  today: (printed: string) => `Hari ini: ${printed} keluar`,
  todayFailed: (failed: string) => `${failed} gagal`,
  todayUncertain: (unknown: string) => `${unknown} belum pasti`,
  list: 'Surat di meja cetak',
  columns: {
    tick: 'Pilih',
    number: 'Nomor',
    holder: 'Pemegang dan jenis',
    time: 'Waktu',
  },
  groups: {
    uncertain: 'Belum pasti tercetak',
    failed: 'Gagal',
    working: 'Sedang dicetak',
    ready: 'Siap dicetak',
    sign: 'Menunggu tanda tangan',
    forward: 'Siap diteruskan',
    done: 'Selesai hari ini',
  },
  sheets,
  ticked: (count: string) => `${count} terpilih`,
  showAll: 'Tampilkan semua',
  noNumber: 'Belum bernomor',
  tick: (name: string) => `Pilih ${name}`,
  printedAt: (time: string) => `tercetak ${time}`,
  since: (time: string) => `sejak ${time}`,
  failedAt: (time: string) => `gagal ${time}`,
  queued: 'menunggu giliran',
  held: 'ditahan',
  times: {
    left: (days: number) => (days === 0 ? 'hari ini terakhir' : `sisa ${days} hari`),
    late: (days: number) => `lewat ${days} hari`,
    age: (days: number) => `hari ke-${days}`,
    done: 'selesai',
  },
  papers: {
    permit: 'Izin',
    'refusal-letter': 'Penolakan',
    'revocation-decree': 'Pencabutan',
  },

  emptyTitle: 'Tidak ada surat yang menunggu',
  empty: 'Surat muncul di sini setelah diteruskan dari Pemrosesan, atau setelah permohonan ditolak.',
  failedTitle: 'Daftar cetak gagal dibuka',
  failedAction: 'Tidak ada data yang hilang; pencetakan tetap berjalan. Tekan Coba lagi.',
  noSheetYet: 'Belum ada lembar untuk dilihat',
  nothingChosen: 'Pilih satu surat',
  nothingChosenNote: 'Lembarnya tampil di sini sebelum dicetak, persis seperti yang akan keluar.',

  uncertain: {
    title: (title: string) => `Belum pasti tercetak: ${title}`,
    more: (count: string) => `${count} lembar lain juga belum pasti`,
    scan: 'Pindai QR lembar ini, atau ketik 10 huruf di bawah QR',
    scanName: (title: string) => `Kode lembar ${title}`,
    otherSheet: (text: string) =>
      `Kode ${text} bukan milik lembar ini. Pindai QR pada lembar yang baru keluar, atau pilih Lembar tidak keluar.`,
    unreadable: (text: string) =>
      `Kode ${text} tidak terbaca. Ketik 10 huruf di bawah QR, misalnya 7K3M-Q9TX-2B.`,
    noSheet: 'Lembar tidak keluar',
    sheetOut: 'Lembar sudah keluar',
    printedAgain: (title: string) => `${title} dicetak lagi.`,
    confirmed: (title: string) => `${title} tercatat tercetak.`,
  },

  job: {
    retry: 'Coba Lagi',
    move: 'Pindahkan ke printer lain',
    moveNone: 'Tidak ada printer lain',
    cancel: 'Batalkan Cetakan',
    release: 'Cetak Sekarang',
    copy: (copy: number) => `cetakan ke-${copy}`,
    on: (printer: string) => `di ${printer}`,
    noPrinter: 'tanpa printer',
    requested: (who: string, time: string) => `Diminta ${who} pukul ${time}`,
  },

  pane: {
    title: (type: string, name: string) => `${type}, ${name}`,
    number: 'Nomor',
    validUntil: 'Berlaku sampai',
    pages: (pages: string) => `${pages} halaman`,
    printed: 'Tercetak',
    notPrinted: 'Belum dicetak',
    printing: 'Sedang dicetak',
    uncertain: 'Belum pasti tercetak',
    signed: (on: string) => `Ditandatangani ${on}`,
    numbered: 'Bernomor',
    notSigned: 'Belum ditandatangani',
    unnumbered: 'Belum bernomor',
    loadingFailed: 'Berkas ini gagal dibuka',
    loadingFailedAction: 'Daftar di kiri tetap dapat dipakai. Tekan Coba lagi.',
    previewFailed: 'Tanpa pratinjau pun surat tetap dapat dicetak.',
    moreActions: 'Tindakan lain',
    open: 'Buka Berkas',
    reprint: 'Cetak Ulang',
    changePrinter: 'Ganti printer',
    printerFor: (name: string) => `Printer: ${name}`,
    noPrinter: 'Belum ada printer untuk surat ini. Minta administrator mengaturnya di Pengaturan.',
    preview: 'Pratinjau surat',
  },

  acts: {
    number: 'Beri Nomor',
    print: (printer: string) => `Cetak di ${printer}`,
    printPlain: 'Cetak',
    sign: 'Catat Tanda Tangan',
    waiting: 'Tunggu sampai lembar ini selesai dicetak.',
    resolve: 'Pastikan dahulu apakah lembar sebelumnya keluar.',
    failed:
      'Belum tercatat: aplikasi tidak menjawab. Tekan sekali lagi; tidak ada nomor yang terpakai dua kali.',
    numbered: (number: string) => `Nomor ${number} diberikan.`,
    printFirst: 'Surat ini belum bernomor. Tekan Beri Nomor dahulu.',
    nothingToPrint: 'Surat ini sudah tercetak. Untuk mencetak lagi, pilih Cetak Ulang.',
  },

  batch: {
    print: (count: string) => `Cetak ${count} lembar`,
    numberAndPrint: (count: string) => `Beri Nomor dan Cetak ${count} lembar`,
    sign: (count: string) => `Catat Tanda Tangan ${count} lembar`,
    forward: (count: string) => `Aktifkan dan Teruskan ${count} berkas`,
    mixed: 'Yang dicentang berbeda langkahnya. Centang surat dari satu kelompok.',
    progress: (done: string, all: string, name: string) => `${done} dari ${all}: ${name}`,
    done: (count: string) => `${count} surat selesai diproses.`,
    refused: (count: string) => `${count} surat tidak dapat diproses`,
    refusal: (name: string, sentence: string) => `${name}: ${sentence}`,
    clear: 'Lepas centang',
    ticked: (count: string) => `${count} surat dicentang`,
    close: 'Tutup',
  },

  sign: {
    title: 'Catat Tanda Tangan',
    sentence: (what: string) => `Catat hari ${what} ditandatangani dengan tinta oleh pejabatnya.`,
    one: (number: string, name: string) => `${number}, ${name},`,
    many: (count: string) => `${count} surat`,
    on: 'Ditandatangani pada',
    hint: 'Hari yang tertulis di dekat tanda tangan.',
  },

  reprint: {
    title: 'Cetak Ulang',
    sentence: (number: string, name: string) =>
      `Surat ${number}, ${name}, dicetak sekali lagi. Alasannya tercatat di riwayat; lembar sebelumnya harus dimusnahkan.`,
    reason: 'Alasan cetak ulang',
    hint: 'Misalnya: lembar pertama kusut di printer.',
    missing: 'Tulis alasannya dahulu, misalnya “lembar pertama kusut”.',
  },

  back: {
    sentence: (number: string, name: string) =>
      `Berkas ${number}, ${name}, keluar dari meja cetak. Petugas berikutnya membaca catatan Anda.`,
    note: 'Catatan',
    hint: 'Misalnya: alamat praktik belum sesuai dengan rekomendasi.',
    missing: 'Tulis catatannya dahulu.',
  },

  keys: {
    choose: 'Pilih surat',
    tick: 'Centang',
    print: 'Cetak terpilih',
    reprint: 'Cetak ulang',
    open: 'Buka berkas',
  },
} as const
