import type { Actor } from '#domain/application-event.ts'
import type { BlankForm } from '#domain/blank-form.ts'
import type { ApplicationData, RequirementDocument } from '#domain/application.ts'
import type { KeptOriginal } from '#domain/kept-originals.ts'
import type { Instant } from '#domain/instant.ts'
import type { LateIntake } from '#domain/late-entry.ts'
import type { OfficialNumber } from '#domain/permit.ts'
import { getSeries } from '#domain/profile.ts'
import { getStage, type Stage } from '#domain/stage-table.ts'
import { verificationCode } from '#domain/verification-code.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { continueHistory, type Pending } from './history.ts'
import type { KnownPerson } from './intake-person.ts'
import { moveOnce } from './move-dossier.ts'
import { officeToday } from './move-facts.ts'
import { takeNumber } from './number-product.ts'
import { actorOf, roleFor, type SignedIn } from './office.ts'
import { addReceiptJob } from './print-document.ts'

/** Everything that has been decided about an application before it is in the register. */
export interface Beginning {
  readonly applicationId: string
  /** The blank form on which it was taken in: its number and receipt are with the applicant already. null: none. */
  readonly blankForm: BlankForm | null
  readonly printerId: string | null
  /** When it was taken in: the time of its history. */
  readonly at: Instant
  /** When it is written down: the same, but for a late entry. The number and the receipt are of this moment. */
  readonly enteredAt: Instant
  readonly person: KnownPerson
  readonly data: ApplicationData
  readonly documents: readonly RequirementDocument[]
  /** Originals that stay at the office. */
  readonly originals: readonly Pick<KeptOriginal, 'id' | 'requirementCode' | 'count'>[]
  /** true: taken in on minimum data; it stays at the stage that enters the rest. */
  readonly incomplete: boolean
  readonly who: SignedIn
  /** null: a walk-in. */
  readonly late: LateIntake | null
}

/**
 * The registration with its number, and every step that a walk-in does at once (`atIntake`): the applicant's own in their
 * name, each other one by the clerk in the role of its stage. The receipt is asked for at the stage whose sheet it is.
 */
export async function beginApplication(deps: DossierDeps, stores: Stores, what: Beginning): Promise<Pending> {
  const { office, ids } = deps
  const { applicationId } = what
  const table = office.profile.stageTable
  let pending = await register(deps, stores, what)
  let isReceiptAsked = what.blankForm !== null
  const walked = new Set<string>()
  for (;;) {
    const stage = openStage(pending, table.stages)
    if (stage && !isReceiptAsked && stage.prints.includes('receipt')) {
      pending = await withReceipt(pending, stage)
      isReceiptAsked = true
    }
    if (!stage?.atIntake || walked.has(stage.code) || (what.incomplete && stage.entersData)) break
    walked.add(stage.code)
    pending = goForward(deps, pending, stage, what)
  }
  return isReceiptAsked ? pending : withReceipt(pending, null)

  async function withReceipt(before: Pending, stage: Stage | null): Promise<Pending> {
    const receipt = await addReceiptJob(stores, deps, before.state, what.who, {
      copy: 1,
      reason: null,
      printerId: what.printerId,
      at: what.enteredAt,
    })
    const entry = { ...receipt, fromStage: stage?.code ?? null }
    return continueHistory(before, [entry], what.enteredAt, ids, applicationId)
  }
}

const openStage = ({ state }: Pending, stages: readonly Stage[]): Stage | undefined =>
  stages.find((one) => one.code === state.openStages[0]?.stage)

function goForward(
  { office, ids }: DossierDeps,
  pending: Pending,
  stage: Stage,
  { at, who, person, data }: Beginning,
): Pending {
  const table = office.profile.stageTable
  const forward = getStage(table, stage.code).actions.find((one) => one.kind === 'forward')
  if (!forward) throw new Error(`stage ${stage.code} of ${table.code} leads nowhere`)
  const { applicant } = person
  const filer: Actor = {
    userId: null,
    name:
      data.representative?.name ??
      applicant.company?.responsibleName ??
      applicant.nameOnPermit ??
      applicant.name,
    role: 'applicant',
    station: who.user.counter ?? who.station,
  }
  // Nobody files for a holder who is not there: the office or the facility begins it through the clerk.
  const isFiled = stage.role === 'applicant' && data.startedBy !== 'office'
  const moved = moveOnce(
    { office, ids, at, printed: [] },
    pending,
    { stage: stage.code, action: forward.code, note: null, asks: [] },
    (role) =>
      isFiled ? filer : actorOf(who, role === 'applicant' ? roleFor(office.profile, who, 'intake') : role),
    [stage.role],
  )
  if (!moved.ok)
    throw new Error(`step ${stage.code} of ${table.code} is refused at intake: ${moved.refusal.code}`)
  return moved.value
}

async function register(deps: DossierDeps, stores: Stores, what: Beginning): Promise<Pending> {
  const { office, ids } = deps
  const { applicationId, at, enteredAt, person, data, documents, originals, who, late, incomplete } = what
  const { profile } = office
  const table = profile.stageTable
  const number = what.blankForm?.number ?? (await nextNumber())
  const actor = actorOf(who, roleFor(profile, who, 'intake'))
  const { applicant, renamedFrom } = person
  return continueHistory(
    null,
    [
      {
        body: {
          action: 'registered',
          registrationNumber: number,
          trackingCode: what.blankForm?.trackingCode ?? verificationCode(ids.randomBytes(16)),
          applicant,
          data,
          documents,
          filedOn: officeToday(office, at),
          catalogueVersion: office.catalogueVersion,
          profileCode: profile.code,
          workflowCode: table.code,
          startStage: table.start,
          ...(late ? { late } : undefined),
          ...(incomplete ? { incomplete } : undefined),
        },
        actor,
        toStage: table.start,
      },
      ...(renamedFrom
        ? [{ body: { action: 'applicant-renamed', former: renamedFrom }, actor } as const]
        : []),
      ...(originals.length > 0 ? [{ body: { action: 'originals-kept', originals }, actor } as const] : []),
    ],
    at,
    ids,
    applicationId,
  )

  async function nextNumber(): Promise<OfficialNumber> {
    const series = getSeries(profile, profile.receipt.series)
    const taken = await takeNumber(
      stores.numbers,
      series,
      officeToday(office, enteredAt),
      data.permitTypeCode,
    )
    const line = { number: taken, document: 'receipt', applicationId, subjectId: null } as const
    await stores.numbers.record({ ...line, takenAt: enteredAt })
    return taken
  }
}
