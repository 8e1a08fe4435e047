import { currentDocuments, type ApplicationState } from './application-state.ts'
import type { MoveFacts, MoveRefusal } from './move.ts'
import { productKind, resolveDocument } from './product-kind.ts'
import type { DocumentKind, Stage } from './stage-table.ts'

/**
 * Whether requirement files are looked at on a stage. From the stage on that numbers, prints, signs or hands over the
 * product they are what it was decided on, and stay as they were.
 */
export function examinesDocuments(stage: Stage): boolean {
  const product = [...stage.numbers, ...stage.prints, ...stage.signs.map((one) => one.document)].includes(
    'product',
  )
  return !product && !stage.handsOver
}

/** What a complete dossier lacks: a required file that is missing, refused or not yet looked at; null: nothing. */
export function refuseIncomplete(state: ApplicationState, required: readonly string[]): MoveRefusal | null {
  const current = currentDocuments(state).filter((one) => required.includes(one.requirementCode))
  const missing = required.filter((code) => !current.some((one) => one.requirementCode === code))
  if (missing.length > 0) return { code: 'requirements-missing', requirements: missing }
  const refused = current.filter((one) => one.check === 'refused').map((one) => one.requirementCode)
  if (refused.length > 0) return { code: 'documents-refused', requirements: [...new Set(refused)] }
  const unchecked = current.filter((one) => one.check === 'unchecked').map((one) => one.requirementCode)
  if (unchecked.length > 0) return { code: 'documents-unchecked', requirements: [...new Set(unchecked)] }
  return null
}

/** What was complete lacks again where an intake was corrected or another person's file was taken out. */
export function refuseLackingAgain(
  stage: Stage,
  state: ApplicationState,
  required: readonly string[],
): MoveRefusal | null {
  const isTouched = (state.corrections ?? []).length > 0 || state.documents.some((one) => one.removed)
  if (state.acceptedAt === null || !isTouched || !examinesDocuments(stage)) return null
  const there = currentDocuments(state).map((one) => one.requirementCode)
  const missing = required.filter((code) => !there.includes(code))
  return missing.length > 0 ? { code: 'requirements-missing', requirements: missing } : null
}

/** Outputs that a stage must make, all or any of them, and did not; null: they are there. */
export function refuseOutputs(stage: Stage, state: ApplicationState): MoveRefusal | null {
  if (!stage.outputs) return null
  const made = new Set(state.outputs.filter((one) => one.stage === stage.code).map((one) => one.kind))
  const missing = stage.outputs.kinds.filter((kind) => !made.has(kind))
  const satisfied =
    stage.outputs.mode === 'all' ? missing.length === 0 : missing.length < stage.outputs.kinds.length
  return satisfied ? null : { code: 'outputs-missing', mode: stage.outputs.mode, kinds: missing }
}

/** true when the last word of those who examined the dossier is a negative one. */
export function isNotRecommended(state: ApplicationState): boolean {
  return state.outputs.filter((one) => one.outcome !== null).at(-1)?.outcome === 'not-recommended'
}

/** Number, sheet, signature or handover that a stage gives the product, or the archive that it prints, and did not; null: it may be left. */
export function refuseProduct(stage: Stage, state: ApplicationState, facts: MoveFacts): MoveRefusal | null {
  const touches = (documents: readonly (DocumentKind | 'product')[]): boolean => documents.includes('product')
  const makesProduct =
    touches(stage.numbers) || touches(stage.prints) || stage.signs.some((one) => one.document === 'product')
  if (makesProduct && state.track === 'permit' && isNotRecommended(state)) return { code: 'not-recommended' }
  if (touches(stage.numbers) && !state.product?.number) return { code: 'not-numbered' }
  const unprinted = stage.prints
    .map((one) => resolveDocument(one, state))
    .filter((one) => one === productKind(state) || one === 'archive')
    .filter((one) => !facts.printed.includes(one))
  if (unprinted.length > 0) return { code: 'not-printed', documents: unprinted }
  if (stage.signs.some((one) => one.document === 'product') && !state.product?.signature)
    return { code: 'not-signed' }
  if (stage.handsOver && state.handedOverAt === null) return { code: 'not-handed-over' }
  return null
}
