import type { ApplicationState } from '#domain/application-state.ts'
import type { Result } from '#domain/result.ts'
import { getStage } from '#domain/stage-table.ts'
import { askableStages } from '#domain/stage-ways.ts'
import { getType, type Office, type SignedIn } from './office.ts'
import type { MoveDossierOrder } from './move-dossier.ts'

interface Deps {
  readonly office: Office
  readonly moveDossier: (
    order: MoveDossierOrder,
    who: SignedIn,
  ) => Promise<Result<ApplicationState, { readonly code: string }>>
}

/**
 * Takes a letter that was just signed to its next stage, as the signer would with one press. Whether it went: where the way
 * asks for words or a choice, or is refused, it stays with the signer.
 */
export const moveSigned =
  ({ office, moveDossier }: Deps) =>
  async (state: ApplicationState, stage: string, who: SignedIn): Promise<boolean> => {
    const table = office.profile.stageTable
    const { actions } = getStage(table, stage)
    const onward = actions.find((one) => one.kind === 'forward')
    const { flags } = getType(office, state.data.permitTypeCode)
    if (!onward || onward.needsNote || actions.some((one) => askableStages(table, one, flags).length > 0))
      return false
    const moved = await moveDossier(
      { applicationId: state.id, stage, action: onward.code, note: null, asks: [] },
      who,
    )
    return moved.ok
  }
