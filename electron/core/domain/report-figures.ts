import type { FactKind } from './report-facts.ts'

/** The figures of the daily issuance report. */
export const reportFigures = [
  'received',
  'returned',
  'issued',
  'refused',
  'revoked',
  'handedOver',
  'late',
] as const
export type ReportFigure = (typeof reportFigures)[number]

/** Counts of one span. */
export type Figures = Readonly<Record<ReportFigure, number>>

/** What each figure counts; `late` are permits alone: a decree and a refusal are promised by no receipt. */
export const countsOfFigure: Readonly<
  Record<ReportFigure, { readonly kind: FactKind; readonly lateOnly: boolean }>
> = {
  received: { kind: 'received', lateOnly: false },
  returned: { kind: 'returned', lateOnly: false },
  issued: { kind: 'issued', lateOnly: false },
  refused: { kind: 'refused', lateOnly: false },
  revoked: { kind: 'revoked', lateOnly: false },
  handedOver: { kind: 'handed-over', lateOnly: false },
  late: { kind: 'issued', lateOnly: true },
}

/** The condition of a figure, for the list behind it. */
export const conditionOfFigure = (
  figure: ReportFigure,
): { readonly kinds: readonly FactKind[]; readonly lateOnly: boolean } => {
  const { kind, lateOnly } = countsOfFigure[figure]
  return { kinds: [kind], lateOnly }
}

export const kindsOfFigures: readonly FactKind[] = [
  ...new Set(reportFigures.map((figure) => countsOfFigure[figure].kind)),
]

/** Figures of cells: each cell counts for what is counted by its kind. */
export const figuresOf = (
  cells: readonly { readonly kind: FactKind; readonly n: number; readonly late: number }[],
): Figures => {
  const of = (figure: ReportFigure): number => {
    const { kind, lateOnly } = countsOfFigure[figure]
    return cells.reduce((sum, cell) => sum + (cell.kind === kind ? (lateOnly ? cell.late : cell.n) : 0), 0)
  }
  return {
    received: of('received'),
    returned: of('returned'),
    issued: of('issued'),
    refused: of('refused'),
    revoked: of('revoked'),
    handedOver: of('handedOver'),
    late: of('late'),
  }
}
