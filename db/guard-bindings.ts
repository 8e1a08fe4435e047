import type { Knex } from 'knex'

const isUnsafe = (value: unknown): boolean =>
  value === undefined ||
  typeof value === 'bigint' ||
  (typeof value === 'number' &&
    (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))))

/**
 * Makes every statement of this handle throw before it is sent when a value in it would be stored as something
 * else: the embedded database writes a BigInt as NULL, and a whole number from 2^53 on as a neighbour of itself.
 */
export function guardBindings(handle: Knex): void {
  handle.on('query', (query: { readonly sql: string; readonly bindings?: readonly unknown[] }) => {
    const unsafe = query.bindings?.findIndex(isUnsafe) ?? -1
    if (unsafe >= 0)
      throw new RangeError(
        `value ${unsafe + 1} of "${query.sql}" cannot be stored: ${String(query.bindings?.[unsafe])}`,
      )
  })
}
