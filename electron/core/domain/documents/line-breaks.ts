// Where a line of Indonesian official text may end. Only line breaks are decided here: the characters stay as
// recorded, because the text taken out of the PDF must equal the record.

/** A stretch that stays whole; `cost` is the price of ending a line after it (0 free, GLUED only in need). */
export interface Unit {
  readonly start: number
  readonly end: number
  readonly spaceAfter: boolean
  readonly cost: number
}

export const GLUED = 100_000
/** Text extractors join a word that ends a line with a hyphen, so this is for want of anything better. */
const HYPHEN = 50_000

const MONTHS =
  /^(januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|jan|feb|mar|apr|jun|jul|agu|agt|sep|okt|nov|des)\b/i
const LEADS =
  /^\(?(nomor|no\.?|nip|nik|rt|rw|blok|gang|gg\.?|jl\.?|jalan|lantai|kav\.?|tahun|pasal|ayat|huruf|angka|lampiran|pukul|tel\.?|telepon|kode|seri|ke|lembar|halaman|km|hlm\.?|kec\.?|kel\.?|kab\.?|prov\.?)$/i
const DAYS = /(?:^|[-–])(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu|sen|sel|rab|kam|jum|sab|min),?$/i
const UNITS = /^(?:asli|salinan|berkas|lembar|rangkap|hari|bulan|tahun|izin|kali|cm|mm)\b/i
const DIGITS = /^\+?\d[\d.]*[,;.)]*$/
const ENDS_CLAUSE = /[,;:!?]$/

const isGlued = (left: string, right: string, beforeLeft: string, afterRight: string): boolean => {
  const rightCore = right.replace(/[,;.:)]+$/, '')
  // 17 Agustus 1991 · Agustus 1991
  if (/^\d{1,2}$/.test(left) && MONTHS.test(right)) return true
  if (MONTHS.test(left) && /^\d{4}/.test(right)) return true
  // Nomor 17 · Nomor 440/… · Blok C · RT 003/RW 021
  if (LEADS.test(left) && (/\d/.test(right) || /^[A-Z]{1,3}$/.test(rightCore))) return true
  if (/^nomor$/i.test(left) && right === ':') return true
  if (left === ':' && /^nomor$/i.test(beforeLeft)) return true
  if (/\/(rw|rt)$/i.test(left) && /^\d/.test(right)) return true
  // 14 (empat · 1 (satu)
  if (/\d$/.test(left) && /^\([a-z]/.test(right)) return true
  // Telephone numbers and NIP in groups
  if (DIGITS.test(left) && DIGITS.test(right) && !ENDS_CLAUSE.test(left)) return true
  // 17.00–20.00 WIB
  if (/^\d[\d.–-]*$/.test(left) && /^(WIB|WITA|WIT)\b/.test(right)) return true
  // Senin–Kamis 08.00–15.00 · 1 salinan
  if (DAYS.test(left) && /^\d{1,2}[.:]\d\d/.test(right)) return true
  if (/^\d{1,3}$/.test(left) && UNITS.test(right) && !/^\d{4}/.test(afterRight)) return true
  // izin ke-1
  if (/^ke-\d/.test(right)) return true
  // 4 × 6 cm
  if (/^[×x]$/.test(left) || /^[×x]$/.test(rightCore)) return true
  // A short abbreviation belongs to the name behind it: dr. Raras, H. Syarif, Jl. Merdeka
  if (/^\(?[A-Za-z]{1,4}\.$/.test(left) && /^[A-Z]/.test(right)) return true
  // No lone letter, numeral or number at the start of a line: Husin II, Kebun 3, Pasal 5
  const isLone = /^(?:[IVXL]{1,5}|[A-Z]|\d{1,3}[A-Z]?|\d{5})$/.test(rightCore) && !afterRight.startsWith('(')
  return isLone && /^[A-Za-z.]+$/.test(left)
}

/** Places inside a word where a line may end in need: after a hyphen between two full words. */
function softBreaks(word: string): { at: number; cost: number }[] {
  const breaks: { at: number; cost: number }[] = []
  for (let i = 1; i < word.length - 1; i++) {
    if (word[i] === '-') {
      const left = /\p{L}+$/u.exec(word.slice(0, i))?.[0] ?? ''
      const right = /^\p{L}+/u.exec(word.slice(i + 1))?.[0] ?? ''
      // Codes such as DPMTK-PTSP, K-GEH. or ke-1 stay whole.
      const need = left === left.toUpperCase() ? 7 : 4
      if (left.length >= need && right.length >= need) breaks.push({ at: i + 1, cost: HYPHEN })
    }
  }
  return breaks
}

/** Cuts a line of the record into stretches that stay whole. */
export function breakUnits(text: string): Unit[] {
  const words = [...text.matchAll(/\S+/g)].map((m) => ({ text: m[0], start: m.index }))
  const units: Unit[] = []
  words.forEach((word, i) => {
    let start = word.start
    for (const soft of softBreaks(word.text)) {
      units.push({ start, end: word.start + soft.at, spaceAfter: false, cost: soft.cost })
      start = word.start + soft.at
    }
    const next = words[i + 1]
    const glued =
      next !== undefined && isGlued(word.text, next.text, words[i - 1]?.text ?? '', words[i + 2]?.text ?? '')
    units.push({
      start,
      end: word.start + word.text.length,
      spaceAfter: next !== undefined,
      cost: glued ? GLUED : 0,
    })
  })
  return units
}
