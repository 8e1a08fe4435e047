import type { DossierLineView, FoundDossierView } from '#contract/dossier.ts'

/** What a scan or a typed name leads to at the handover. */
export type Found =
  | { kind: 'one'; id: string }
  | { kind: 'several'; ids: readonly string[] }
  | { kind: 'not-ready'; line: DossierLineView }
  | { kind: 'nothing' }

/**
 * Decides what to open. Permits that wait here come first; otherwise the clerk is told why the one found is not here.
 *
 * @param scanned  the dossier that the text belongs to as a code; null: it is no code
 * @param hits     what the search found for the same text
 */
export function decideFound(
  scanned: string | null,
  hits: readonly FoundDossierView[],
  ready: readonly DossierLineView[],
): Found {
  const isReady = (id: string) => ready.some((line) => line.id === id)
  if (scanned !== null && isReady(scanned)) return { kind: 'one', id: scanned }
  // Who has the very words typed comes before whoever has words like them.
  const exact = hits.filter((line) => line.alike.length === 0)
  const named = exact.length > 0 ? exact : hits
  const waiting = named.filter((line) => isReady(line.id)).map((line) => line.id)
  const [only] = waiting
  if (only !== undefined && waiting.length === 1) return { kind: 'one', id: only }
  if (waiting.length > 1) return { kind: 'several', ids: waiting }
  const line = hits.find((one) => one.id === scanned) ?? named[0]
  return line === undefined ? { kind: 'nothing' } : { kind: 'not-ready', line }
}
