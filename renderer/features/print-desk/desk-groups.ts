import type { DossierLineView, PrintJobView } from '#contract/dossier.ts'
import { isFoundIn } from '#domain/search-tokens.ts'
import { urgency } from '../../lib/time-meaning.ts'
import { letterKinds } from './next-step.ts'

/** A letter at the desk and what is done next with it. */
export type DeskLine = DossierLineView & { readonly step: 'number' | 'print' | 'sign' | 'forward' }

/** A row of the desk: a letter waiting for its next step, or a sheet on its way or out. */
export type DeskRow =
  | { readonly kind: 'letter'; readonly key: string; readonly line: DeskLine }
  | { readonly kind: 'job'; readonly key: string; readonly job: PrintJobView; readonly line: DeskLine | null }

export type DeskGroupKey = 'uncertain' | 'failed' | 'working' | 'ready' | 'sign' | 'forward' | 'done'

export interface DeskGroup {
  readonly key: DeskGroupKey
  readonly rows: readonly DeskRow[]
}

const order: readonly DeskGroupKey[] = ['uncertain', 'failed', 'working', 'ready', 'sign', 'forward', 'done']

function groupOf(job: PrintJobView): DeskGroupKey | null {
  switch (job.state) {
    case 'unknown':
      return 'uncertain'
    case 'failed':
      return 'failed'
    case 'queued':
    case 'held':
    case 'sending':
      return 'working'
    case 'printed':
      return 'done'
    case 'cancelled':
      return null
  }
}

/**
 * The desk in the order of urgency. A letter stands in one group only: while its sheet is on its way, uncertain or failed
 * it is that sheet; once it is out and still at the desk, it waits for its signature.
 * Within a group the most pressing letter comes first.
 * Of other papers (receipts, reports) only what needs somebody is shown.
 */
export function deskGroups(desk: {
  readonly ready: readonly DeskLine[]
  readonly jobs: readonly PrintJobView[]
}): readonly DeskGroup[] {
  const isLetter = (job: PrintJobView): boolean => letterKinds.includes(job.document)
  const lines = new Map(desk.ready.map((line) => [line.id, line]))
  const groups = new Map<DeskGroupKey, DeskRow[]>(order.map((key) => [key, []]))
  const shownAsJob = new Set<string>()
  for (const job of desk.jobs) {
    const group = groupOf(job)
    if (group === null) continue
    const line = isLetter(job) ? (lines.get(job.applicationId ?? '') ?? null) : null
    if (group === 'done' && (!isLetter(job) || line !== null)) continue
    if (line !== null) shownAsJob.add(line.id)
    groups.get(group)?.push({ kind: 'job', key: job.id, job, line })
  }
  for (const line of desk.ready.toSorted((a, b) => urgency(a.timeLeft) - urgency(b.timeLeft))) {
    if (shownAsJob.has(line.id)) continue
    const { step } = line
    const group = step === 'sign' || step === 'forward' ? step : 'ready'
    groups.get(group)?.push({ kind: 'letter', key: line.id, line })
  }
  return order.map((key) => ({ key, rows: groups.get(key) ?? [] })).filter(({ rows }) => rows.length > 0)
}

/** The dossier behind a row; null: a paper of no dossier at this desk (a report, a receipt of one that has gone on). */
export const dossierOf = (row: DeskRow): string | null =>
  row.kind === 'letter' ? row.line.id : row.job.applicationId

/** The rows that answer what was typed, by name, number, type or title of the sheet; groups left empty go. */
export const narrowDesk = (groups: readonly DeskGroup[], typed: string): readonly DeskGroup[] =>
  groups
    .map(({ key, rows }) => ({ key, rows: rows.filter((row) => isFoundIn(textsOf(row), typed)) }))
    .filter(({ rows }) => rows.length > 0)

const textsOf = (row: DeskRow): readonly (string | null)[] => [
  row.kind === 'job' ? row.job.title : null,
  ...(row.line === null
    ? []
    : [row.line.holderName, row.line.productNumber, row.line.registrationNumber, row.line.permitTypeCode]),
]
