import type { Instant } from '#domain/instant.ts'
import type { Knex } from 'knex'

/** Which of the facts `f` counted in what the office knew before a moment; null: in what it knows now. */
export const factsStanding = (
  asOf: Instant | null,
): { readonly sql: string; readonly bindings: readonly Knex.RawBinding[] } =>
  asOf === null
    ? { sql: 'f.reversed_at IS NULL', bindings: [] }
    : { sql: 'f.recorded_at < ? AND (f.reversed_at IS NULL OR f.reversed_at >= ?)', bindings: [asOf, asOf] }
