import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { IdSource } from '#ports/clock.ts'

/** UUIDv7 and random bytes of the operating system. Ids made one after another sort in that order. */
export const createIdSource = (): IdSource => ({
  uuid: () => v7(),
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
})
