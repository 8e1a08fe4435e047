import type { PrinterTrouble } from '../printer-trouble.ts'

const sentences: Readonly<Record<PrinterTrouble, (printer: string) => string>> = {
  unreachable: (printer) => `${printer} tidak dapat dihubungi. Periksa daya dan kabelnya.`,
  'paper-out': (printer) => `Kertas ${printer} habis. Pasang kertas; cetakan yang menunggu tetap tersimpan.`,
  'cover-open': (printer) => `Tutup ${printer} terbuka. Tutup sampai berbunyi klik.`,
  offline: (printer) => `${printer} tidak siap. Lihat pesan di printernya, lalu tekan tombol siapnya.`,
  'queue-paused': (printer) => `Antrean ${printer} dijeda di komputer ini. Lanjutkan antreannya.`,
  'folder-missing': (printer) =>
    `Folder ${printer} tidak ditemukan. Periksa foldernya di Pengaturan › Printer.`,
}

/** What keeps a printer from printing, and what to do about it. */
export const sayPrinterTrouble = (reason: PrinterTrouble, printer: string): string =>
  sentences[reason](printer)
