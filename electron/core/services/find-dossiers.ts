import { numberToken, queryAlternatives, queryTokens } from '#domain/search-tokens.ts'
import type { FoundDossier, Queries } from '#ports/queries.ts'

/**
 * Dossiers by whatever somebody typed: names, places, NIK, phone, numbers. An official number, also its beginning, is looked
 * up as one word; only when the register has none so is it read in parts, which every record of its year shares.
 * Nothing that can be searched for finds nothing. Only reads.
 */
export async function findDossiers(
  queries: Pick<Queries, 'search'>,
  text: string,
  limit: number,
): Promise<readonly FoundDossier[]> {
  const number = numberToken(text)
  const numbered = number === null ? [] : await queries.search([number], limit)
  if (numbered.length > 0) return numbered
  const tokens = queryTokens(text)
  return tokens.length === 0 ? [] : queries.search(tokens, limit, queryAlternatives(text))
}
