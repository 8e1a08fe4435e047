const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.')

/**
 * `1.528`, `-1.528`: whole numbers. Throws `RangeError` for anything that is not a safe whole number.
 */
export function thousands(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  return `${value < 0 ? '-' : ''}${grouped(String(Math.abs(value)))}`
}

/** `0,5`, `1.234,57`: rounded half away from zero to `digits` places, which are always shown. */
export function decimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number: ${value}`)
  const scale = 10 ** digits
  // The relative nudge lets 1,005 round to 1,01: its nearest double lies a hair below.
  const scaled = Math.round(Math.abs(value) * scale * (1 + Number.EPSILON))
  const text = String(scaled).padStart(digits + 1, '0')
  const whole = grouped(text.slice(0, text.length - digits))
  const sign = value < 0 && scaled > 0 ? '-' : ''
  return digits === 0 ? `${sign}${whole}` : `${sign}${whole},${text.slice(-digits)}`
}

/** `91,48 %` */
export const percent = (value: number, digits: number): string => `${decimal(value, digits)} %`

/** `812 bita`, `412 KB`, `0,9 MB`: 1 KB = 1024 bytes, as Windows shows sizes; a whole MB stays `2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bita`
  if (bytes < 900 * 1024) return `${thousands(Math.round(bytes / 1024))} KB`
  return `${decimal(bytes / 1048576, 1).replace(/,0$/, '')} MB`
}

const units = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const

const powers = [
  [1_000_000_000, 'miliar'],
  [1_000_000, 'juta'],
  [1000, 'ribu'],
  [100, 'ratus'],
] as const

/** A whole number 0–999.999.999.999 in words: 14 is `empat belas`, 1000 `seribu`. Throws `RangeError` outside. */
export function inWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e12)
    throw new RangeError(`no words for ${value}`)
  const small = units[value]
  if (small !== undefined) return small
  if (value < 20) return `${units[value - 10]} belas`
  for (const [size, name] of powers) {
    if (value < size) continue
    const count = Math.floor(value / size)
    const head = count === 1 && size <= 1000 ? `se${name}` : `${inWords(count)} ${name}`
    return value % size === 0 ? head : `${head} ${inWords(value % size)}`
  }
  const tens = `${units[Math.floor(value / 10)]} puluh`
  return value % 10 === 0 ? tens : `${tens} ${units[value % 10]}`
}

/** `14 (empat belas)`: counts in letters and decrees. */
export const countInWords = (value: number): string => `${thousands(value)} (${inWords(value)})`

const romanSigns = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** A whole number 1–3999 in Roman numerals. Throws `RangeError` outside. */
export function roman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999)
    throw new RangeError(`no Roman numeral for ${value}`)
  let rest = value
  let text = ''
  for (const [size, sign] of romanSigns) {
    for (; rest >= size; rest -= size) text += sign
  }
  return text
}
