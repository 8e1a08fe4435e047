import type { ApplicationState } from './application-state.ts'
import type { DocumentKind } from './stage-table.ts'

/** Papers in which an application may end. */
export const productKinds = ['permit', 'refusal-letter', 'revocation-decree'] as const

/** The kind of product that this application is heading for. */
export function productKind(
  state: Pick<ApplicationState, 'track' | 'data'>,
): 'permit' | 'refusal-letter' | 'revocation-decree' {
  if (state.track === 'refusal') return 'refusal-letter'
  return state.data.kind === 'revocation' ? 'revocation-decree' : 'permit'
}

/** Which real document a stage means by `product`. */
export function resolveDocument(
  document: DocumentKind | 'product',
  state: Pick<ApplicationState, 'track' | 'data'>,
): DocumentKind {
  return document === 'product' ? productKind(state) : document
}
