import { joinWords } from '../indonesian.ts'
import type { PdfCommandRefusal, Placeholder } from '../pdf-command-form.ts'

const meanings: Readonly<Record<Placeholder, string>> = {
  printer: 'nama printer di Windows',
  file: 'berkas PDF yang dicetak',
  paper: 'nama kertas pada driver',
  tray: 'baki kertas, bila ditetapkan',
  copies: 'jumlah lembar',
}

/** What a placeholder becomes. */
export const placeholderMeaning = (name: Placeholder): string => meanings[name]

/** The sentence: what is wrong and what to do. */
export function sayPdfCommandRefusal(refusal: PdfCommandRefusal): string {
  switch (refusal.code) {
    case 'program-path-wrong':
      return 'Tulis letak lengkap programnya, misalnya C:\\Program Files\\SumatraPDF\\SumatraPDF.exe.'
    case 'arguments-missing':
      return 'Argumen belum diisi. Tulis satu argumen pada setiap baris.'
    case 'placeholder-unknown':
      return `{${refusal.placeholder}} tidak dikenal. Pakai ${joinWords(refusal.known.map((one) => `{${one}}`))}.`
    case 'placeholder-brace-stray':
      return `Kurung kurawal pada ${refusal.argument} tidak berpasangan. Tulis misalnya {printer}.`
    case 'placeholder-missing':
      return `{${refusal.placeholder}} belum ada (${meanings[refusal.placeholder]}). Tanpanya lembar dapat keluar di tempat atau kertas yang salah.`
    case 'exit-code-wrong':
      return `${refusal.typed} bukan kode keluar. Tulis angka selain 0, dipisah koma, atau kosongkan.`
    case 'paper-names-missing':
      return 'Tulis nama pada driver untuk sedikitnya satu kertas.'
    case 'paper-name-with-comma':
      return `Nama ${refusal.name} memuat koma, kurung kurawal, atau tanda petik. Beri nama lain pada drivernya.`
  }
}
