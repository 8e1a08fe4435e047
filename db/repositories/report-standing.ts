import type { Instant } from '#domain/instant.ts'
import type { Knex } from 'knex'

/** Which of the facts, `f` unless they go by another name, counted in what the office knew before a moment; null: in what it knows now. */
export const factsStanding = (
  asOf: Instant | null,
  of = 'f',
): { readonly sql: string; readonly bindings: readonly Knex.RawBinding[] } =>
  asOf === null
    ? { sql: `${of}.reversed_at IS NULL`, bindings: [] }
    : {
        sql: `${of}.recorded_at < ? AND (${of}.reversed_at IS NULL OR ${of}.reversed_at >= ?)`,
        bindings: [asOf, asOf],
      }
