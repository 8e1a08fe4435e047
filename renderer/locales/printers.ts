import type { CodePage } from '#domain/documents/strip.ts'

const pageNames: Readonly<Record<CodePage, string>> = {
  PC858_EURO: 'PC858 (Latin dengan €)',
  WPC1252: 'Windows 1252',
  PC850_MULTILINGUAL: 'PC850 (Latin)',
  PC437_USA: 'PC437 (bawaan)',
  ASCII: 'Huruf polos saja',
}

/** Words of *Pengaturan › Printer*: finding, testing and learning printers, and the rules for all of them. */
export const printerWords = {
  states: { ready: 'Siap', unknown: 'Tidak melapor', off: 'Tidak dipakai' },
  troubles: {
    unreachable: 'Tidak terhubung',
    'paper-out': 'Kertas habis',
    'cover-open': 'Tutup terbuka',
    offline: 'Tidak siap',
    'queue-paused': 'Antrean dijeda',
    'folder-missing': 'Folder hilang',
  },
  test: 'Cetak uji',
  saveFirst: 'Simpan dahulu perubahan di bawah.',
  resume: 'Lanjutkan antrean',
  resumed: (name: string) => `Antrean ${name} dilanjutkan.`,
  resumeFailed: 'Antrean belum dilanjutkan: aplikasi tidak menjawab. Tekan sekali lagi.',
  size: (width: string, height: string) => `${width} × ${height} mm`,
  papers: (sizes: string) =>
    sizes === '' ? 'Antrean ini tidak memiliki kertas kantor.' : `Kertas kantor di antrean ini: ${sizes}.`,
  paperLacking: (size: string) => `Kertas ${size} tidak ada di antrean ini.`,
  paperLackingFor: (documents: string) =>
    `${documents} ditolak sebelum dicetak. Tambahkan ukuran itu di driver printernya, atau pilih printer lain.`,
  learnedBy: (by: string, when: string) => `Dipelajari dari lembar uji oleh ${by}, ${when}.`,
  notLearned: 'Belum pernah dipelajari. Tekan Cetak uji, lalu jawab yang terlihat di kertasnya.',
  answers: 'Printer ini melaporkan keadaannya: hasil cetak diketahui pasti.',
  silent: 'Printer ini tidak melaporkan keadaannya.',

  profile: {
    title: 'Kemampuan printer',
    width: 'Lebar kertas',
    widths: { 58: '58 mm', 80: '80 mm' },
    columns: 'Kolom',
    columnNames: { 32: '32 kolom', 42: '42 kolom', 48: '48 kolom' },
    smallColumns: '42 kolom, huruf kecil',
    codePage: 'Huruf',
    codePageNote: 'Huruf yang tidak dimiliki printer tercetak sebagai tanda ?, tidak pernah hilang.',
    pageNames,
    qr: 'QR',
    qrNames: { native: 'Dibuat printer', raster: 'Sebagai gambar' },
    cutter: 'Memotong kertas sendiri',
    withoutStatus: 'Bila printer tidak melapor',
    withoutStatusNames: { unknown: 'Belum pasti', printed: 'Anggap tercetak' },
    withoutStatusNote:
      'Belum pasti: petugas memindai QR di lembarnya. Anggap tercetak: kantor percaya kepada printer ini.',
  },

  find: {
    open: 'Cari printer',
    title: 'Cari printer',
    queues: 'Antrean di komputer ini',
    queuesNone: 'Komputer ini belum mempunyai antrean cetak.',
    neighbours: 'Ditawarkan layanan cetak',
    neighboursBusy: 'Menanyakan kepada layanan cetak…',
    neighboursNone: 'Layanan cetak tidak menawarkan printer jaringan.',
    network: 'Jaringan kantor',
    networkNote: (networks: string) =>
      `Menanyai setiap alamat di ${networks}, tanpa mencetak apa pun. Hanya berjalan bila Anda menekannya.`,
    networkNone: 'Komputer ini tidak tersambung ke jaringan kantor.',
    begin: 'Cari di jaringan',
    again: 'Cari lagi',
    stop: 'Hentikan',
    progress: (asked: string, total: string) => `${asked} dari ${total} alamat ditanya`,
    done: (count: string) => `Selesai: ${count} printer menjawab.`,
    doneNone:
      'Selesai: tidak ada printer yang menjawab. Pastikan printernya menyala dan di jaringan yang sama.',
    stopped: (asked: string) => `Dihentikan setelah ${asked} alamat.`,
    failed: 'Pencarian gagal: aplikasi tidak menjawab. Tekan sekali lagi.',
    take: 'Pakai',
    takeName: (name: string) => `Pakai ${name}`,
    used: (by: string) => `Sudah dipakai: ${by}`,
    paused: 'dijeda',
    notAccepting: 'tidak menerima cetakan',
    sizes: (count: string) => `${count} ukuran kertas`,
    raw: 'meneruskan apa adanya',
  },

  slip: {
    title: (name: string) => `Uji ${name}`,
    before:
      'Lembar uji memuat garis ukur, dua QR, dan baris huruf. Dari jawaban Anda aplikasi mempelajari kemampuan printer ini.',
    beforeSheet:
      'Halaman uji memuat garis tepat 100 mm dan garis pada margin. Ukur dengan penggaris setelah keluar.',
    print: 'Cetak lembar uji',
    again: 'Cetak uji lagi',
    sending: 'Lembar uji sedang dikirim. Printer yang tidak menjawab ditunggu sampai 45 detik.',
    failed: 'Lembar uji belum dikirim: aplikasi tidak menjawab. Tekan sekali lagi.',
    printed: 'Printer melaporkan lembarnya keluar.',
    printedSheet: 'Halaman uji terkirim dan selesai. Garis di tengahnya harus tepat 100 mm.',
    silent: 'Printer ini tidak melapor. Bila lembarnya keluar, jawab pertanyaan di bawah.',
    width: 'Garis terlebar yang utuh dalam satu baris',
    widthNote: 'Garis diawali dan diakhiri huruf yang sama. Yang terlipat ke baris berikutnya tidak utuh.',
    rulers: { A: 'A, 58 mm', B: 'B, 42 kolom', C: 'C, 48 kolom' },
    codes: 'QR yang keluar',
    codesNote: 'Pindai setiap QR yang keluar; yang tidak terbaca lewati saja.',
    code: 'Pindai QR, atau ketik tulisan di bawahnya',
    codeNames: { native: 'QR 1 terpindai', raster: 'QR 2 terpindai' },
    codeWaits: { native: 'QR 1 belum terpindai', raster: 'QR 2 belum terpindai' },
    codeOther: (text: string) => `${text} berasal dari lembar uji lain. Pindai lembar yang baru keluar.`,
    codeStrange: (text: string) =>
      `${text} bukan kode lembar uji. Pindai QR 1 atau QR 2, atau ketik tulisan di bawahnya.`,
    letters: 'Baris huruf yang sama dengan ini',
    lettersNote:
      'Pilih yang pertama sama. Tidak satu pun: nama hanya dicetak dengan huruf polos dan tanda ?.',
    lettersNone: 'tidak satu pun',
    cut: 'Kertas terpotong sendiri',
    yes: 'Ya',
    no: 'Tidak',
    save: 'Simpan hasil uji',
    saved: (name: string) => `Kemampuan ${name} tersimpan.`,
    missing: {
      widest: 'Pilih dahulu garis terlebar yang utuh.',
      letters: 'Pilih dahulu baris hurufnya, atau tidak satu pun.',
      cut: 'Pilih dahulu: terpotong atau tidak.',
    },
  },

  rules: {
    title: 'Aturan cetak',
    staleMinutes: 'Cetakan yang menunggu lebih dari (menit)',
    staleNote:
      'Cetakan yang lebih lama menunggu ditahan dan bertanya dahulu di Pencetakan, agar tumpukan kemarin tidak keluar sendiri.',
    refused: (least: number, most: number) => `Tulis menit antara ${least} dan ${most}, misalnya 30.`,
  },
} as const
