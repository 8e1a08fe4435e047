import type { Instant } from '#domain/instant.ts'
import { isUnreachable, referenceOf } from './api-client.ts'
import { faultMomentOf, pageMoment } from './format.ts'

export interface Fault {
  code: string
  moment: string
  unreachable: boolean
}

/** The clock shown while no office is known, e.g. when the application does not answer at all. */
const zoneBeforeOffice = 'Asia/Jakarta'

const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `GL-7K2M-9TXB`: a code for a fault that never reached the server, so that it can be told over the telephone. */
function pageReference(): string {
  const drawn = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => letters[byte % letters.length])
  return `GL-${drawn.slice(0, 4).join('')}-${drawn.slice(4).join('')}`
}

interface Known {
  code: string
  at: Instant
}

const known = new WeakMap<object, Known>()

function identify(error: unknown, at: Instant): Known {
  const key = typeof error === 'object' && error !== null ? error : undefined
  const before = key === undefined ? undefined : known.get(key)
  if (before !== undefined) return before
  const first = { code: referenceOf(error) ?? pageReference(), at }
  if (key !== undefined) known.set(key, first)
  return first
}

/** The code under which an error is shown and logged. */
export const codeOfFault = (error: unknown): string => identify(error, pageMoment()).code

/** What a failed state shows of an error. The same error keeps its code however often it is drawn. */
export function faultOf(error: unknown, zone: string = zoneBeforeOffice, at: Instant = pageMoment()): Fault {
  const { code, at: first } = identify(error, at)
  return { code, moment: faultMomentOf(first, zone), unreachable: isUnreachable(error) }
}
