import type { DossierLineView, FoundDossierView } from '#contract/dossier.ts'

/** What a scan or a typed name leads to at the handover. */
export type Found =
  | { kind: 'one'; id: string }
  | { kind: 'several'; ids: readonly string[] }
  | { kind: 'not-ready'; line: DossierLineView }
  | { kind: 'nothing' }

/**
 * Decides what of a list to open; otherwise the clerk is told why the one found is not in it.
 *
 * @param scanned  the dossier that the text belongs to as a code; null: it is no code
 * @param hits     what the search found for the same text
 */
export function decideFound(
  scanned: string | null,
  hits: readonly FoundDossierView[],
  listed: readonly DossierLineView[],
): Found {
  const isListed = (id: string) => listed.some((line) => line.id === id)
  if (scanned !== null && isListed(scanned)) return { kind: 'one', id: scanned }
  // Who has the very words typed comes before whoever has words like them.
  const exact = hits.filter((line) => line.alike.length === 0)
  const named = exact.length > 0 ? exact : hits
  const waiting = named.filter((line) => isListed(line.id)).map((line) => line.id)
  const [only] = waiting
  if (only !== undefined && waiting.length === 1) return { kind: 'one', id: only }
  if (waiting.length > 1) return { kind: 'several', ids: waiting }
  const line = hits.find((one) => one.id === scanned) ?? named[0]
  return line === undefined ? { kind: 'nothing' } : { kind: 'not-ready', line }
}

/** What is on the screen comes first, then the other lists as they are named; in none of them: why it does not wait. */
export function findAmong<List>(
  scanned: string | null,
  hits: readonly FoundDossierView[],
  places: readonly { readonly list: List; readonly lines: readonly DossierLineView[] }[],
): { readonly list: List | null; readonly found: Found } {
  for (const { list, lines } of places) {
    const found = decideFound(scanned, hits, lines)
    if (found.kind === 'one' || found.kind === 'several') return { list, found }
  }
  return { list: null, found: decideFound(scanned, hits, []) }
}
