import type { ApplicationState } from '../application-state.ts'
import type { OfficeDate } from '../office-date.ts'
import type { StageTable } from '../stage-table.ts'
import type { MoveFacts, MoveOrder, MovePlan } from '../move.ts'
import { decideMove } from '../workflow.ts'
import { aRegisteredDossier, drafted, withEvent, type Dossier } from './builders.ts'
import { aTable } from './stage-tables.ts'

/** The plainest office: filed, checked, examined by the agency, printed, handed over. */
export const table = aTable()
export const facts = (change: Partial<MoveFacts> = {}): MoveFacts => ({
  typeFlags: [],
  required: [],
  lacking: [],
  dueOnIfAccepted: '2026-11-26' as OfficeDate,
  dueOnIfResumed: null,
  printed: ['permit', 'refusal-letter'],
  repair: {
    today: '2026-11-19' as OfficeDate,
    until: '2026-11-26' as OfficeDate,
    requirements: [{ code: 'ktp', label: 'KTP' }],
  },
  standing: null,
  ...change,
})
export const everyRole = { roles: ['clerk', 'agency', 'printer', 'applicant', 'system'] }
export const order = (stage: string, action: string, note: string | null = null): MoveOrder => ({
  stage,
  action,
  note,
  asks: [],
  withdrawal: { askedBy: 'holder', name: 'Rina', letterSha256: null },
})

export const filed = (): Dossier => aRegisteredDossier({ startStage: 'filed' })

export const decide = (
  dossier: Dossier,
  wish: MoveOrder,
  change: Partial<MoveFacts> = {},
  within: StageTable = table,
) => decideMove(within, dossier.state, wish, everyRole, facts(change))

/** Makes the move; throws when it is refused, so that a test says what it expected. */
export function go(
  dossier: Dossier,
  stage: string,
  action: string,
  note: string | null = null,
  within = table,
): Dossier {
  const plan = decide(dossier, order(stage, action, note), {}, within)
  if (!plan.ok) throw new Error(`${stage}/${action} refused: ${plan.refusal.code}`)
  return apply(dossier, plan.value, note)
}

export function apply(dossier: Dossier, plan: MovePlan, note: string | null): Dossier {
  const moved = withEvent(dossier, plan.moved, { note })
  return plan.draftsProduct ? drafted(moved, plan.draftsProduct) : moved
}

/** Codes of the stages that wait for somebody. */
export const open = (state: ApplicationState): string[] => state.openStages.map((one) => one.stage)
