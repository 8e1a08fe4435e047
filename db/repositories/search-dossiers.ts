import type { FoundDossier } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { ApplicationRow } from '../rows/application-rows.ts'
import { fromLineRow, lineColumns } from './dossier-line.ts'
import { findAlike } from './search-likeness.ts'
import { findPositions, type WordGroup } from './search-words.ts'

const plainly = (tokens: readonly string[]): readonly WordGroup[] =>
  tokens.map((word) => ({ word, alike: [] }))

/**
 * Whole words first, then beginnings, then other readings of the same text, then words that may have been meant; newest
 * first in each. Each step is taken only when the ones before it have left room.
 */
export async function searchDossiers(
  reader: Knex,
  tokens: readonly string[],
  limit: number,
  readings: readonly (readonly string[])[] = [],
): Promise<readonly FoundDossier[]> {
  if (tokens.length === 0) return []
  const found = new Set<number>()
  const look = async (groups: readonly WordGroup[], match: 'whole words' | 'beginnings'): Promise<void> => {
    if (found.size >= limit) return
    for (const position of await findPositions(reader, groups, match, limit)) found.add(position)
  }
  await look(plainly(tokens), 'whole words')
  await look(plainly(tokens), 'beginnings')
  for (const reading of readings) await look(plainly(reading), 'beginnings')
  const exact = new Set([...found].slice(0, limit))
  const alike = exact.size < limit ? await findAlike(reader, tokens) : new Map<string, readonly string[]>()
  const groups = tokens.map((word): WordGroup => ({ word, alike: alike.get(word) ?? [] }))
  if (groups.some((one) => one.alike.length > 0)) await look(groups, 'beginnings')
  const positions = [...found].slice(0, limit)
  const rows = await reader<ApplicationRow>('applications')
    .whereIn('position', positions)
    .select('position', 'search_text', ...lineColumns)
  const byPosition = new Map(rows.map((row) => [row.position, row]))
  return positions.flatMap((position) => {
    const row = byPosition.get(position)
    if (!row) return []
    return [{ ...fromLineRow(row), alike: exact.has(position) ? [] : meantIn(row.search_text, groups) }]
  })
}

/** The words of a record that stand for misspelt ones. */
function meantIn(searchText: string, groups: readonly WordGroup[]): readonly string[] {
  const words = searchText.split(' ')
  return groups.flatMap(({ word, alike }) =>
    words.some((one) => one.startsWith(word)) ? [] : (alike.find((one) => words.includes(one)) ?? []),
  )
}
