import type { Instant } from '#domain/instant.ts'

/** The only source of the present. Tests hold it still. */
export interface Clock {
  /** The present instant in UTC with milliseconds. */
  now(): Instant
}

/** The only source of ids and randomness. Ids are made here, before the first try, and are final. */
export interface IdSource {
  /** A new UUIDv7, ordered by time. */
  uuid(): string
  /** `count` bytes that nobody can guess; for verification and tracking codes. */
  randomBytes(count: number): Uint8Array
}
