import type { Brand } from './brand.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** Five digits; 78xxx in Pontianak. */
export type PostalCode = Brand<string, 'PostalCode'>

export type PostalCodeRefusal = {
  readonly code: 'postal-code-malformed'
  readonly typed: string
  readonly digits: number
}

/** Reads a postal code as typed: five digits of which the first is not 0. */
export function parsePostalCode(text: string): Result<PostalCode, PostalCodeRefusal> {
  const typed = text.replace(/\s/g, '')
  if (/^[1-9]\d{4}$/.test(typed)) return ok(typed as PostalCode)
  return refuse({ code: 'postal-code-malformed', typed: text, digits: typed.replace(/\D/g, '').length })
}

/** Whether the code belongs to the office's own area, by its first digits; if not, the clerk is asked to look again. */
export const isPostalCodeOf = (code: PostalCode, prefix: string): boolean => code.startsWith(prefix)
