import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'
import { isTitleBefore, isTitleBehind } from './person-titles.ts'

export type PersonNameRefusal =
  | { readonly code: 'name-empty' }
  | { readonly code: 'name-digits'; readonly typed: string }
  | { readonly code: 'name-characters'; readonly typed: string; readonly stranger: string }
  | { readonly code: 'name-long'; readonly length: number; readonly most: number }

const longestName = 150

/**
 * Reads a name as typed. Titles, capitals and points stay exactly as they are, for the permit prints them so; only spaces
 * at the ends and runs of spaces go.
 */
export function parsePersonName(text: string): Result<string, PersonNameRefusal> {
  const name = text.replace(/\s+/g, ' ').trim()
  if (name === '') return refuse({ code: 'name-empty' })
  if (/\d/.test(name)) return refuse({ code: 'name-digits', typed: text })
  const stranger = /[^\p{L}\p{M} .,'’`()\-/]/u.exec(name)?.[0]
  if (stranger !== undefined) return refuse({ code: 'name-characters', typed: text, stranger })
  if (!/\p{L}/u.test(name)) return refuse({ code: 'name-empty' })
  if (name.length > longestName) return refuse({ code: 'name-long', length: name.length, most: longestName })
  return ok(name)
}

/**
 * The name without its titles, otherwise as typed: `dr. Siti Rahma, Sp.PD` gives `Siti Rahma`. What stands behind the first
 * comma is titles by the office's way of writing. At least one word always remains.
 */
export function nameWithoutTitles(name: string): string {
  const [beforeComma = ''] = name.replace(/\s+/g, ' ').trim().split(',')
  // "dr.Siti" and "Hj.Siti" are typed without the space as often as with it.
  const tokens = beforeComma
    .trim()
    .split(' ')
    .flatMap((token) => splitGluedTitle(token))
    .filter((token) => token !== '')
  while (tokens.length > 1 && isTitleBefore(tokens[0] ?? '')) tokens.shift()
  while (tokens.length > 1 && isTitleBehind(tokens.at(-1) ?? '')) tokens.pop()
  return tokens.join(' ')
}

function splitGluedTitle(token: string): string[] {
  const match = /^(\p{L}+\.)(\p{L}{3,}.*)$/u.exec(token)
  const [, title = '', rest = ''] = match ?? []
  return match !== null && isTitleBefore(title) ? [title, ...splitGluedTitle(rest)] : [token]
}

/** Two capitals at most: first and last word of the name without titles; `Ratih Puspalina` gives `RP`. */
export function initialsOf(name: string): string {
  const tokens = nameWithoutTitles(name)
    .split(' ')
    .filter((token) => /\p{L}/u.test(token))
  const letter = (token: string | undefined) => /\p{L}/u.exec(token ?? '')?.[0]?.toUpperCase() ?? ''
  return letter(tokens[0]) + (tokens.length > 1 ? letter(tokens.at(-1)) : '')
}
