import type { Paper } from './documents/paper.ts'
import type { Instant } from './instant.ts'
import type { DocumentKind } from './stage-table.ts'

/** Papers that an office has chosen itself, over those of its file. */
export interface ChosenPapers {
  readonly now: Partial<Readonly<Record<DocumentKind, Paper>>>
  /** Sheets of former days, for papers that exist already. `until`: the moment of the change. */
  readonly earlier: readonly { readonly kind: DocumentKind; readonly until: Instant; readonly paper: Paper }[]
}
