import type { PrintJobRefusal } from '../print-decisions.ts'
import type { PrintJobState, PrintReason } from '../print-job.ts'
import type { PrinterAddressRefusal } from '../printer-address.ts'

/** The sentence for a clerk: what happened and what to do. */
export function sayPrintRefusal(refusal: PrintJobRefusal | PrinterAddressRefusal): string {
  switch (refusal.code) {
    case 'print-job-not-found':
      return 'Cetakan ini tidak ada dalam daftar. Muat ulang daftar Pencetakan.'
    case 'print-job-under-way':
      if (refusal.again !== null)
        return `${refusal.again.by} sudah mencetaknya lagi. Tunggu sampai hasilnya tercatat.`
      return refusal.state === 'queued'
        ? 'Cetakan ini masih menunggu giliran. Tunggu sampai selesai, atau batalkan dahulu.'
        : 'Cetakan ini sedang dikirim ke printer. Tunggu sampai hasilnya tercatat.'
    case 'print-job-held':
      return 'Cetakan ini ditahan karena sudah lama menunggu. Pilih Cetak Sekarang, atau batalkan.'
    case 'print-job-already-printed':
      return refusal.seen === null
        ? 'Lembar ini sudah tercatat tercetak. Untuk mencetak lagi, pilih Cetak Ulang dan tulis alasannya.'
        : `${refusal.seen.by} sudah memastikan lembar ini keluar. Untuk mencetak lagi, pilih Cetak Ulang dan tulis alasannya.`
    case 'print-job-already-cancelled':
      return `Cetakan ini sudah dibatalkan${refusal.by === null ? '' : ` oleh ${refusal.by.by}`}. Buat cetakan baru dari berkasnya.`
    case 'print-job-failed':
      return 'Cetakan ini gagal, tidak ada lembar yang keluar. Pilih Coba Lagi, atau pindahkan ke printer lain.'
    case 'print-job-uncertain':
      return 'Cetakan ini belum pasti tercetak. Lihat di baki printer: pindai QR pada lembarnya, atau pilih Lembar tidak keluar.'
    case 'print-job-replaced':
      return `Lembar ini sudah diminta lagi sebagai “${refusal.title}”. Lanjutkan dari cetakan itu.`
    case 'spoiled-needs-reason':
      return 'Tulis dahulu mengapa lembarnya rusak, misalnya “kertas macet”. Alasannya masuk Kartu Kendali Blangko.'
    case 'print-job-without-printer':
      return 'Belum ada printer untuk cetakan ini. Pindahkan ke salah satu printer.'
    case 'printer-not-found':
      return 'Printer ini tidak ada dalam pengaturan. Pilih printer lain.'
    case 'printer-inactive':
      return `Printer ${refusal.name} sedang tidak dipakai. Pilih printer lain, atau aktifkan di Pengaturan › Printer.`
    case 'printer-address-malformed':
      return `Alamat printer “${refusal.typed}” tidak dikenal. Tulis misalnya tcp://192.168.1.50:9100, cups:Laser_A4 atau folder:/home/loket/cetak.`
  }
}

/** The name of a state in lists. */
export const printStateLabels: Readonly<Record<PrintJobState, string>> = {
  queued: 'Menunggu giliran',
  held: 'Ditahan',
  sending: 'Sedang dicetak',
  printed: 'Tercetak',
  failed: 'Gagal',
  unknown: 'Belum pasti tercetak',
  cancelled: 'Dibatalkan',
}

const causes: Readonly<Record<PrintReason, string>> = {
  'no-printer': 'Belum ada printer untuk dokumen ini',
  unreachable: 'Printer tidak dapat dihubungi',
  'connection-lost': 'Sambungan ke printer terputus',
  'no-answer': 'Printer berhenti menjawab',
  'timed-out': 'Printer tidak selesai dalam waktu yang diberikan',
  'paper-out': 'Kertas printer habis',
  'cover-open': 'Tutup printer terbuka',
  offline: 'Printer tidak siap',
  'queue-paused': 'Antrean printer dijeda',
  rejected: 'Printer menolak cetakan ini',
  'folder-missing': 'Folder cetak tidak ditemukan',
  'disk-full': 'Tempat penyimpanan penuh',
  'render-failed': 'Lembar ini tidak dapat disusun',
  'paper-unsound': 'Lembar ini tidak cocok dengan datanya',
  'station-stopped': 'Aplikasi berhenti saat mencetak',
  'no-status': 'Printer ini tidak melaporkan hasilnya',
}

const remedies: Readonly<Partial<Record<PrintReason, string>>> = {
  'no-printer': 'Atur di Pengaturan › Printer, lalu pindahkan cetakan ini.',
  unreachable: 'Periksa daya dan kabelnya, lalu pilih Coba Lagi.',
  'paper-out': 'Pasang kertas, lalu pilih Coba Lagi.',
  'cover-open': 'Tutup printer, lalu pilih Coba Lagi.',
  'queue-paused': 'Lanjutkan antreannya, lalu pilih Coba Lagi.',
  'folder-missing': 'Periksa foldernya di Pengaturan › Printer, lalu pilih Coba Lagi.',
  'disk-full': 'Kosongkan tempat, lalu pilih Coba Lagi.',
  'render-failed': 'Sampaikan kepada administrator.',
  'paper-unsound': 'Lihat pratinjaunya dan sampaikan kepada administrator.',
}

/**
 * What happened to a failed or uncertain job and what to do now. A failed one says that nothing came out,
 * an uncertain one sends the clerk to the tray.
 */
export function sayPrintOutcome(outcome: 'failed' | 'unknown', reason: PrintReason): string {
  if (outcome === 'unknown') {
    const cause = reason === 'station-stopped' ? causes[reason] : `${causes[reason]} setelah lembar dikirim`
    return `${cause}. Lihat di baki printer, lalu pindai QR pada lembarnya.`
  }
  return `${causes[reason]}, tidak ada lembar yang keluar. ${remedies[reason] ?? 'Pilih Coba Lagi, atau pindahkan ke printer lain.'}`
}

/** What became of a test slip; what to do follows from the printer's own state. */
export const sayTestOutcome = (outcome: 'failed' | 'unknown', reason: PrintReason): string =>
  outcome === 'failed'
    ? `${causes[reason]}, tidak ada lembar yang keluar.`
    : `${causes[reason]} setelah lembar uji dikirim. Lihat di printer apakah lembarnya keluar.`
