import type { Knex } from 'knex'

/** Rows of a raw statement; the two drivers wrap them differently. */
export async function rowsOf<Row>(
  handle: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[] = [],
): Promise<readonly Row[]> {
  const answer = await handle.raw<readonly Row[] | { readonly rows: readonly Row[] }>(sql, [...bindings])
  return 'rows' in answer ? answer.rows : answer
}

/** Whether the handle speaks to a PostgreSQL server rather than to the embedded database. */
export const isPostgres = (handle: Knex): boolean => String(handle.client.dialect) === 'postgresql'

/** Takes many values in the portions that one statement bears. */
export async function inPortions<T>(
  values: readonly T[],
  take: (portion: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let first = 0; first < values.length; first += 100) await take(values.slice(first, first + 100))
}

/** `?, ?, ?` for a list of that length. */
export const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ')

/** Reads a word that must be one of a list; throws for a word that this program does not know. */
export function oneOf<Word extends string>(words: readonly Word[], text: string, what: string): Word {
  const found = words.find((word) => word === text)
  if (found === undefined) throw new Error(`the database holds an unknown ${what}: ${text}`)
  return found
}

/** Reads a JSON object that must carry the named fields; throws when it is damaged. */
export function objectOf<Value extends object>(
  json: string,
  fields: readonly (keyof Value & string)[],
  what: string,
): Value {
  const value: unknown = JSON.parse(json)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`the database holds a damaged ${what}`)
  const missing = fields.find((field) => !(field in value))
  if (missing !== undefined) throw new Error(`the database holds a ${what} without ${missing}`)
  return value as Value
}

/** Reads a JSON list of texts; throws when it is something else. */
export function textsOf(json: string, what: string): readonly string[] {
  const value: unknown = JSON.parse(json)
  if (!Array.isArray(value) || !value.every((one): one is string => typeof one === 'string'))
    throw new Error(`the database holds a damaged ${what}`)
  return value
}

/** JSON of a value that must be there; `undefined` has none and would be stored as nothing. */
export function jsonOf(value: unknown, what: string): string {
  const json = JSON.stringify(value) as string | undefined
  if (json === undefined) throw new TypeError(`${what} has no value to store`)
  return json
}

export const flagOf = (value: boolean): 0 | 1 => (value ? 1 : 0)
