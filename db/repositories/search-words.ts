import type { ApplicationState } from '#domain/application-state.ts'
import { searchTokens } from '#domain/search-tokens.ts'
import type { Knex } from 'knex'
import { isPostgres, rowsOf } from './reading.ts'

/** Everything by which people look for a dossier, as words of the domain, each once. */
export function searchTextOf(state: ApplicationState): string {
  const { applicant, data } = state
  const products = [...state.formerProducts, ...(state.product ? [state.product] : [])]
  const said = [
    state.registrationNumber.text,
    applicant.name,
    applicant.nameOnPermit,
    applicant.nik,
    applicant.identity.number,
    applicant.phone,
    // Stored as +62812…, typed as 0812….
    applicant.phone?.replace(/^\+62/, '0'),
    data.permitTypeCode,
    data.str?.number,
    data.facility?.name,
    data.representative?.name,
    data.collective?.bringer,
    data.collective?.code,
    data.targetPermitNumber,
    ...products.map((one) => one.number?.text),
    ...(state.corrections ?? []).flatMap((one) => one.formerWords),
  ]
  const words = said.flatMap((text) => (text ? searchTokens(text) : []))
  return [...new Set(words)].sort().join(' ')
}

/** The words of an application at its position. */
export interface SearchEntry {
  readonly position: number
  readonly words: string
}

/** Puts the words of applications in place of those that were there. */
export async function writeSearchWords(trx: Knex, entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return
  const values = entries.flatMap(({ position, words }) => [position, words])
  const lines = (line: string): string => entries.map(() => line).join(', ')
  if (isPostgres(trx))
    await trx.raw(
      `INSERT INTO application_search (position, words)
        VALUES ${lines("(?::bigint, array_to_tsvector(string_to_array(?, ' ')))")}
        ON CONFLICT (position) DO UPDATE SET words = excluded.words`,
      values,
    )
  else
    await trx.raw(
      `INSERT OR REPLACE INTO application_search (rowid, words) VALUES ${lines('(?, ?)')}`,
      values,
    )
}

const plainWord = /^[a-z0-9]+$/

/**
 * Positions of applications in which every token is a word, or begins one; newest first.
 * Throws for a token that the domain's tokeniser cannot have made: it would be read as a command of the index.
 */
export async function findPositions(
  handle: Knex,
  tokens: readonly string[],
  match: 'whole words' | 'beginnings',
  limit: number,
): Promise<readonly number[]> {
  const strange = tokens.find((token) => !plainWord.test(token))
  if (strange !== undefined) throw new RangeError(`not a search token: ${strange}`)
  const postgres = isPostgres(handle)
  const suffix = match === 'whole words' ? '' : postgres ? ':*' : ' *'
  const wanted = tokens.map((token) => (postgres ? `'${token}'${suffix}` : `"${token}"${suffix}`))
  const sql = postgres
    ? 'SELECT position FROM application_search WHERE words @@ ?::tsquery ORDER BY position DESC LIMIT ?'
    : 'SELECT rowid AS position FROM application_search WHERE application_search MATCH ? ORDER BY rowid DESC LIMIT ?'
  const rows = await rowsOf<{ position: number }>(handle, sql, [
    wanted.join(postgres ? ' & ' : ' AND '),
    limit,
  ])
  return rows.map((row) => row.position)
}
