import { parsePattern, type PatternPart } from '../number-pattern.ts'

const partText = (part: PatternPart): string => {
  if (part.kind === 'literal') return part.text
  switch (part.token) {
    case 'serial':
      return part.width > 1 ? `‹nomor urut ${part.width} angka›` : '‹nomor urut›'
    case 'class':
      return '‹kode klasifikasi›'
    case 'typeCode':
      return '‹jenis izin›'
    case 'unit':
      return '‹kode unit›'
    case 'romanMonth':
      return '‹bulan Romawi›'
    case 'month':
      return '‹bulan›'
    case 'year':
      return '‹tahun›'
  }
}

/** A pattern of official numbers as somebody of the office reads it: `P-‹tahun›-‹nomor urut 6 angka›`; unread as it is. */
export function sayPattern(source: string): string {
  const pattern = parsePattern(source)
  return pattern.ok ? pattern.value.parts.map(partText).join('') : source
}
