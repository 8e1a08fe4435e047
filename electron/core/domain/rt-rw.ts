import type { Brand } from './brand.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/** RT and RW of an address, three digits each: `003/012`. */
export type RtRw = Brand<string, 'RtRw'>

export type RtRwRefusal = { readonly code: 'rt-rw-malformed'; readonly typed: string }

/** Reads `3/12`, `003/012`, `RT 3 RW 12`, `RT.003/RW.012`, `3 12`. 000 is allowed: it stands on KTPs of places without one. */
export function parseRtRw(text: string): Result<RtRw, RtRwRefusal> {
  const match = /^\s*(?:RT\.?\s*:?)?\s*(\d{1,3})\s*[/\-,. ]\s*(?:RW\.?\s*:?)?\s*(\d{1,3})\s*$/i.exec(text)
  if (match === null) return refuse({ code: 'rt-rw-malformed', typed: text })
  const [, rt = '', rw = ''] = match
  return ok(`${rt.padStart(3, '0')}/${rw.padStart(3, '0')}` as RtRw)
}

/** `RT 003/RW 012`; never broken over lines. */
export const printRtRw = (rtRw: RtRw): string => `RT ${rtRw.slice(0, 3)}/RW ${rtRw.slice(4)}`
