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

const known = new WeakMap<object, Fault>()

/** What a failed state shows of an error. The same error keeps its code however often it is drawn. */
export function faultOf(error: unknown, zone: string = zoneBeforeOffice, at: Instant = pageMoment()): Fault {
  const key = typeof error === 'object' && error !== null ? error : undefined
  const before = key === undefined ? undefined : known.get(key)
  if (before !== undefined) return before
  const fault = {
    code: referenceOf(error) ?? pageReference(),
    moment: faultMomentOf(at, zone),
    unreachable: isUnreachable(error),
  }
  if (key !== undefined) known.set(key, fault)
  return fault
}
