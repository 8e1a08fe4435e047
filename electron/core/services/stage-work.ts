import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import type { PrintJob } from '#domain/print-job.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import { sheetAtStage } from '#domain/product-sheet.ts'
import { getStage, type OutputKind, type Stage, type StageTable } from '#domain/stage-table.ts'
import type { DossierLine } from '#ports/dossier-line.ts'
import { isArchiveOf } from './archive-of-dossier.ts'
import { jobsOfStage, sheetOfJob } from './printed-sheets.ts'

/** One thing that an open stage still asks for, in the order in which a clerk does it. */
export type StageAct =
  | { readonly act: 'replace'; readonly documentId: string; readonly requirementCode: string }
  | { readonly act: 'check'; readonly documentId: string }
  | { readonly act: 'record-output'; readonly output: OutputKind }
  | { readonly act: 'number' }
  | { readonly act: 'print' }
  | { readonly act: 'print-archive' }
  | { readonly act: 'sign'; readonly method: 'wet' | 'electronic' }
  | { readonly act: 'hand-over' }
  /** `asks` names every optional stage: one that is wanted is never skipped without a word. */
  | { readonly act: 'move'; readonly action: string; readonly asks: readonly string[] }

/** Where the office hands over at the counter, the signed file goes out as a sheet; elsewhere a copy is printed when asked for. */
const givesSheet = ({ delivery }: Pick<OfficeProfile, 'delivery'>, state: ApplicationState): boolean =>
  delivery === 'counter' && state.product?.signature?.method === 'electronic'

type ProductStep = Extract<StageAct, { readonly act: 'number' | 'print' | 'sign' }>

/**
 * What a stage still does with its permit or letter: number, print and sign in this order, as far as each is its work.
 * null: nothing more.
 *
 * @param printed  whether the sheet that this stage prints is known to have come out
 */
function productStep(
  { numbers, prints, signs }: Stage,
  product: { readonly numbered: boolean; readonly printed: boolean; readonly signed: boolean },
): ProductStep | null {
  if (numbers.includes('product') && !product.numbered) return { act: 'number' }
  if (prints.includes('product') && !product.printed) return { act: 'print' }
  const rule = signs.find((one) => one.document === 'product')
  return rule && !product.signed ? { act: 'sign', method: rule.method } : null
}

/**
 * The step of a letter that lies at the print desk, from its line in the list and its print jobs; pure.
 *
 * @param jobs  the jobs of the dossier; a draft never counts as the sheet after it
 * @returns `forward` when the desk has done its work, also where it is at no stage that prints
 */
export function deskStep(
  table: StageTable,
  line: Pick<DossierLine, 'stages' | 'productId' | 'productNumber' | 'signed'>,
  jobs: readonly PrintJob[],
): ProductStep['act'] | 'forward' {
  const stage = line.stages
    .map((one) => getStage(table, one.stage))
    .find((one) => one.prints.includes('product'))
  if (!stage) return 'forward'
  const sheet = sheetAtStage(table, stage.code, {
    number: line.productNumber,
    signature: line.signed ? true : null,
  })
  const printed = jobs.some(
    (one) => one.state === 'printed' && one.subjectId === line.productId && sheetOfJob(one) === sheet,
  )
  const { productNumber, signed } = line
  return productStep(stage, { numbered: productNumber !== null, printed, signed })?.act ?? 'forward'
}

/**
 * What a stage asks for next before its way forward, read off the office's profile; pure.
 *
 * @param stage  code of an open stage
 * @param jobs   print jobs of the dossier; a sheet counts once it is known to have come out
 * @returns `replace` only at a stage of the applicant: a file found wanting; `move` when nothing else is lacking
 * Throws when the stage has no way forward: such a table is refused at load.
 */
export function nextAct(
  profile: Pick<OfficeProfile, 'stageTable' | 'delivery'>,
  state: ApplicationState,
  stage: string,
  jobs: readonly PrintJob[],
): StageAct {
  const table = profile.stageTable
  const { actions, role, outputs, handsOver, prints } = getStage(table, stage)
  const forward = actions.find((one) => one.kind === 'forward')
  if (!forward) throw new Error(`stage ${stage} of ${table.code} leads nowhere`)
  const files = currentDocuments(state)
  const refused = files.find((one) => one.check === 'refused')
  if (role === 'applicant' && refused)
    return { act: 'replace', documentId: refused.id, requirementCode: refused.requirementCode }
  const unchecked = files.find((one) => one.check === 'unchecked')
  if (forward.accepts && unchecked) return { act: 'check', documentId: unchecked.id }
  const made = state.outputs.filter((one) => one.stage === stage).map((one) => one.kind)
  const lacking = outputs?.kinds.filter((kind) => !made.includes(kind)) ?? []
  const satisfied = outputs?.mode === 'any' && lacking.length < outputs.kinds.length
  if (lacking[0] && !satisfied) return { act: 'record-output', output: lacking[0] }
  if (prints.includes('archive') && !jobs.some((one) => one.state === 'printed' && isArchiveOf(state, one)))
    return { act: 'print-archive' }
  const { product } = state
  const isPrinted = jobsOfStage(table, state, stage, jobs).some((one) => one.state === 'printed')
  const step = productStep(getStage(table, stage), {
    numbered: product !== null && product.number !== null,
    printed: isPrinted,
    signed: product !== null && product.signature !== null,
  })
  if (step) return step
  if (handsOver && state.handedOverAt === null)
    return givesSheet(profile, state) && !isPrinted ? { act: 'print' } : { act: 'hand-over' }
  const optional = table.stages.filter((one) => one.condition.when === 'officer')
  return { act: 'move', action: forward.code, asks: optional.map((one) => one.code) }
}
