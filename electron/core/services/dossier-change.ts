import { statusOf, type ApplicationState } from '#domain/application-state.ts'
import type { ApplicationStatus } from '#domain/application.ts'
import type { Instant } from '#domain/instant.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { getStage, type Stage } from '#domain/stage-table.ts'
import { mayAct } from '#domain/workflow.ts'
import type { Clock, IdSource } from '#ports/clock.ts'
import type { FileCabinet, PictureReader } from '#ports/files.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import { commitHistory, continueHistory, type Entry } from './history.ts'
import { actingRoles, actorOf, type Office, type SignedIn } from './office.ts'

export interface DossierDeps {
  readonly office: Office
  readonly work: UnitOfWork
  readonly clock: Clock
  readonly ids: IdSource
}

/** What services need that take files. */
export interface FileDeps extends DossierDeps {
  readonly cabinet: FileCabinet
}

/** Papers and originals that somebody signs for. */
export interface ReceivingDeps extends FileDeps {
  readonly pictures: PictureReader
}

export type DossierRefusal =
  | { readonly code: 'application-unknown' }
  | { readonly code: 'application-closed'; readonly status: ApplicationStatus }
  | {
      readonly code: 'stage-left'
      readonly stage: string
      readonly by: string | null
      readonly at: Instant | null
    }
  | { readonly code: 'role-not-allowed'; readonly role: string }

/** An open dossier on which this person may work, at the stage where it is. */
export interface OpenDossier {
  readonly state: ApplicationState
  readonly stage: Stage
  readonly at: Instant
  readonly stores: Stores
  /** false: it lies at somebody else's stage. */
  readonly isOwn: boolean
}

/**
 * One change of an open dossier: finds it under lock, checks that the stage is still open and that this person
 * may work there, lets `decide` say what happens, and commits history, state and what must go out together.
 * Every service that changes a dossier short of moving it goes through here.
 *
 * @param stage  stage on the clerk's screen; null: whichever open stage this person may work on
 */
export const changeDossier = <R>(
  { office, work, clock, ids }: DossierDeps,
  target: {
    readonly applicationId: string
    readonly stage: string | null
    /** Acts in this role at whatever stage is open, where none of the person's own is. Absent: only at one's own. */
    readonly elsewhereAs?: string | null
  },
  who: SignedIn,
  decide: (dossier: OpenDossier) => Promise<Result<readonly Omit<Entry, 'actor'>[], R>>,
): Promise<Result<ApplicationState, R | DossierRefusal>> =>
  work.run<ApplicationState, R | DossierRefusal>(async (stores) => {
    const state = await stores.applications.find(target.applicationId)
    if (!state) return refuse({ code: 'application-unknown' })
    const own = findWorkStage(office, state, target.stage, who)
    const elsewhere = own.ok ? null : elsewhereOf(office, state, target.elsewhereAs ?? null)
    if (!own.ok && !elsewhere) return own
    const stage = elsewhere ?? own
    if (!stage.ok) return stage
    const at = clock.now()
    const decided = await decide({ state, stage: stage.value, at, stores, isOwn: own.ok })
    if (!decided.ok) return decided
    if (decided.value.length === 0) return ok(state)
    const actor = actorOf(who, (elsewhere && target.elsewhereAs) || stage.value.role)
    const entries = decided.value.map((one) => ({ ...one, actor }))
    const pending = continueHistory({ state, events: [] }, entries, at, ids, state.id)
    await commitHistory(stores, pending, ids)
    return ok(pending.state)
  })

/** The stage where a dossier lies, for whoever may act there in a role of their own; null: nobody asked to. */
function elsewhereOf(
  office: Office,
  state: ApplicationState,
  role: string | null,
): Result<Stage, never> | null {
  const [open] = state.openStages
  return role === null || !open ? null : ok(getStage(office.profile.stageTable, open.stage))
}

function findWorkStage(
  office: Office,
  state: ApplicationState,
  wanted: string | null,
  who: SignedIn,
): Result<Stage, DossierRefusal> {
  if (state.openStages.length === 0) return refuse({ code: 'application-closed', status: statusOf(state) })
  const open = state.openStages.map((one) => getStage(office.profile.stageTable, one.stage))
  const here = wanted === null ? open : open.filter((one) => one.code === wanted)
  if (here.length === 0)
    return refuse({
      code: 'stage-left',
      stage: wanted ?? '',
      by: state.lastMove?.actorName ?? null,
      at: state.lastMove?.at ?? null,
    })
  const mine = here.find((one) => mayAct(one, { roles: actingRoles(office.profile, who) }))
  return mine ? ok(mine) : refuse({ code: 'role-not-allowed', role: here[0]?.role ?? '' })
}
