import { z } from 'zod'
import { parseOfficeDate, type OfficeDate } from '#domain/office-date.ts'

/** A calendar day in a data file. */
export const dayField = z.string().transform((text, context): OfficeDate => {
  const parsed = parseOfficeDate(text)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'hari yang ada di kalender, ditulis TTTT-BB-HH' })
  return z.NEVER
})

/** A machine code: lower-case words with hyphens. */
export const codeField = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'kode huruf kecil dengan tanda hubung')

/** A code of the office's own papers, such as SIP-ATLM. */
export const paperCodeField = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/, 'kode huruf besar, misalnya SIPD')

/** Text that is printed: never empty, no spaces at its ends. */
export const textField = z.string().refine((text) => text.length > 0 && text === text.trim(), {
  message: 'teks yang tidak kosong tanpa spasi di ujungnya',
})

/** A requirement code of domain 3.3, such as PLACE_LETTER. */
export const requirementCodeField = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, 'kode persyaratan huruf besar dengan garis bawah')

/** A kind of file that a station can take. */
export const mediaTypeField = z.enum(['image/jpeg', 'image/png', 'application/pdf'])
