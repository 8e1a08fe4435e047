import type { PrinterTestRefusal, ResumeRefusal } from '../printer-search.ts'

/** The sentence: what happened and what to do. */
export function sayPrinterSearchRefusal(refusal: ResumeRefusal | PrinterTestRefusal): string {
  switch (refusal.code) {
    case 'print-server-silent':
      return 'Layanan cetak komputer ini tidak menjawab. Pastikan CUPS berjalan, atau tulis alamat printernya sendiri.'
    case 'queue-resume-forbidden':
      return `Komputer ini tidak mengizinkan aplikasi melanjutkan antrean ${refusal.queue}. Minta pengelola komputer menjalankan: cupsenable ${refusal.queue}`
    case 'queue-unknown':
      return `Antrean ${refusal.queue} tidak ada lagi di komputer ini. Cari printernya lagi di Pengaturan › Printer.`
    case 'printer-has-no-queue':
      return 'Printer ini tidak memakai antrean komputer. Periksa printernya sendiri.'
    case 'printer-not-found':
      return 'Printer ini tidak ada dalam pengaturan. Muat ulang daftar printer.'
    case 'printer-at-work':
      return `${refusal.name} sedang mencetak. Tunggu sampai selesai, lalu coba sekali lagi.`
    case 'office-paper-not-found':
      return 'Kertas ini tidak ada lagi dalam daftar. Pilih kertas lain di Pengaturan › Kertas.'
    case 'slip-code-unread':
      return 'Belum ada QR yang terpindai. Pindai satu, atau bersihkan kepala cetak dan cetak uji sekali lagi.'
    case 'printer-not-thermal':
      return `${refusal.name} bukan printer termal. Ubah dahulu macamnya, lalu cetak uji lagi.`
  }
}
