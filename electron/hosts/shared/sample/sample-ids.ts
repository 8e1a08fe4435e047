import { v7 } from 'uuid'
import { epochMsOf, type Instant } from '#domain/instant.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Random } from './random.ts'

/** Ids and codes that follow from the seed and the moment. */
export function sampleIds(random: Random, now: () => Instant): IdSource {
  let seq = 0
  const bytes = (count: number): Uint8Array =>
    Uint8Array.from({ length: count }, () => random.between(0, 255))
  return {
    uuid: () => {
      seq += 1
      return v7({ msecs: epochMsOf(now()), seq, random: bytes(16) })
    },
    randomBytes: bytes,
  }
}
