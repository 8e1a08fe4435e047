import type { ApplicationState } from '#domain/application-state.ts'
import { isMendableField, mendableField, type MendableField } from '#domain/portal-mend.ts'
import type { PortalCall, PortalTrouble } from '#domain/portal-sync.ts'
import { refuse, type Result } from '#domain/result.ts'
import type { Queries } from '#ports/queries.ts'
import type { CorrectIntakeOrder, CorrectIntakeRefusal } from './correct-intake.ts'
import { formOfApplication } from './form-of-application.ts'
import type { Office, SignedIn } from './office.ts'
import type { ResendRefusal } from './portal-desk.ts'

export interface MendRefusedOrder {
  /** Key of the refused call. */
  readonly key: string
  /** Made by the screen before the first try, final. */
  readonly correctionId: string
  /** How many corrections of the dossier were on the screen. */
  readonly seenCorrections: number
  readonly values: readonly { readonly field: string; readonly value: string }[]
  readonly reason: string
}

export type MendRefusal =
  ResendRefusal | CorrectIntakeRefusal | { readonly code: 'portal-field-not-mendable' }

/** Paths that the portal, or our own reading of the contract, finds fault with. */
export const faultyPaths = (trouble: PortalTrouble | null): readonly string[] =>
  trouble?.kind === 'refused'
    ? trouble.errors.map((one) => one.path)
    : trouble?.kind === 'unwritable'
      ? [trouble.path]
      : []

/** Fields of the intake in which a refused call can be mended, each once. */
export const fieldsToMend = ({ kind, trouble }: PortalCall): readonly MendableField[] => [
  ...new Set(faultyPaths(trouble).flatMap((path) => mendableField(kind, path) ?? [])),
]

interface Deps {
  readonly office: Office
  readonly queries: Pick<Queries, 'findPortalCall' | 'findApplication'>
  readonly correctIntake: (
    order: CorrectIntakeOrder,
    who: SignedIn,
  ) => Promise<Result<ApplicationState, CorrectIntakeRefusal>>
}

/**
 * Mends what the portal refused where it was typed: in the dossier, by the rules of the intake, as a correction of its own. The
 * mended value goes to the portal by itself, as a new intent under a new key (portal contract, *Idempotency*). Refuses a field
 * that the portal did not name, and whatever a correction refuses. Repeatable by `correctionId`.
 */
export const mendRefused =
  ({ office, queries, correctIntake }: Deps) =>
  async (order: MendRefusedOrder, who: SignedIn): Promise<Result<ApplicationState, MendRefusal>> => {
    const call = await queries.findPortalCall(order.key)
    const state = call && (await queries.findApplication(call.lane))
    if (!call || !state) return refuse({ code: 'portal-call-unknown' })
    const { corrections = [], dataEntries = [] } = state
    const isRepeat = [...corrections, ...dataEntries].some(({ id }) => id === order.correctionId)
    if (call.state !== 'aside' && !isRepeat) return refuse({ code: 'portal-call-not-aside' })
    const named = fieldsToMend(call)
    if (order.values.some(({ field }) => !isMendableField(field) || !named.includes(field)))
      return refuse({ code: 'portal-field-not-mendable' })
    const typed = Object.fromEntries(order.values.map(({ field, value }) => [field, value]))
    const { correctionId, seenCorrections, reason } = order
    return correctIntake(
      {
        applicationId: state.id,
        correctionId,
        seenCorrections,
        form: { ...formOfApplication(office, state), ...typed },
        reason,
        consent: null,
        printerId: null,
      },
      who,
    )
  }
