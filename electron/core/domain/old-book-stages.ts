import { getStage, type Stage, type StageTable } from './stage-table.ts'
import { liesBefore } from './stage-ways.ts'

/** Whether the old book must say something, may, or cannot. */
export type OldBookAsk = 'needed' | 'may' | 'no'

/** A stage at which a dossier of the old book may stand, and what that says of it. */
export interface OldBookStage {
  readonly code: string
  readonly label: string
  readonly accepted: OldBookAsk
  /** Number and day of the product. */
  readonly number: OldBookAsk
  readonly signature: OldBookAsk
  /** Letters and reports that stages passed have left behind. */
  readonly outputs: readonly { readonly stage: string; readonly kind: string }[]
  /** With the applicant, to be mended. */
  readonly returned: boolean
}

/** Stages that the way forward has left behind on the way to another. */
export const stagesBefore = (table: StageTable, code: string): readonly Stage[] =>
  table.stages.filter((one) => one.code !== code && liesBefore(table, one.code, code))

const numbersProduct = (stage: Stage): boolean => stage.numbers.includes('product')
const signsProduct = (stage: Stage): boolean => stage.signs.some(({ document }) => document === 'product')

/** Whether the product is worked on at a stage, so that there must be one. */
export const worksOnProduct = (stage: Stage): boolean =>
  numbersProduct(stage) || signsProduct(stage) || stage.prints.includes('product')

/** How a thing is asked that some stages do: needed once they are passed, possible while one of them is open. */
const askOf = (passed: readonly Stage[], open: Stage, does: (stage: Stage) => boolean): OldBookAsk =>
  passed.some(does) ? 'needed' : does(open) ? 'may' : 'no'

/**
 * The stages at which a running dossier may be entered, in the order of the table: all that wait for somebody at the
 * office or for the applicant's mending; what an applicant does before filing is over.
 */
export function oldBookStages(table: StageTable): readonly OldBookStage[] {
  const returns = new Set(
    table.stages.flatMap(({ actions }) =>
      actions.filter(({ kind }) => kind === 'return-to-applicant').flatMap(({ to }) => to),
    ),
  )
  return table.stages
    .filter((one) => one.where !== 'automatic' && !one.atIntake && one.code !== table.start)
    .map((stage): OldBookStage => {
      const passed = stagesBefore(table, stage.code)
      const returned = returns.has(stage.code)
      return {
        code: stage.code,
        label: stage.label,
        accepted:
          askOf(passed, stage, ({ actions }) => actions.some(({ accepts }) => accepts)) === 'needed' &&
          !returned
            ? 'needed'
            : 'may',
        number: returned ? 'no' : askOf(passed, stage, numbersProduct),
        signature: returned ? 'no' : askOf(passed, stage, signsProduct),
        outputs: returned
          ? []
          : passed.flatMap(({ code, outputs }) =>
              (outputs?.kinds ?? []).map((kind) => ({ stage: code, kind })),
            ),
        returned,
      }
    })
}

/** Whether a stage behind this one, or one that is done by itself, has set the permit active. */
export const isActivatedBefore = (table: StageTable, code: string): boolean =>
  stagesBefore(table, getStage(table, code).code).some(({ activates }) => activates)
