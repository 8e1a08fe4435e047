import type { Actor } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Applicant, ApplicationData } from '#domain/application.ts'
import { findEarlierPermit, permitsOf } from '#domain/earlier-permit.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import type { OnlineApplication, OnlineDocument, OnlineMessage } from '#domain/online-entities.ts'
import { dataFrom, documentFrom } from '#domain/portal-online.ts'
import { getSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Stage, StageTable } from '#domain/stage-table.ts'
import { commitHistory, continueHistory, type Entry, type Pending } from './history.ts'
import { requestedForm } from './intake-rules.ts'
import { moveOnce } from './move-dossier.ts'
import { officeToday, requirementFacts } from './move-facts.ts'
import { takeNumber } from './number-product.ts'
import { offerOf, type Offer } from './offers.ts'
import { systemActor } from './office.ts'
import {
  applicantActor,
  letWait,
  portalStation,
  type PortalArrivalReason,
  type PortalTurn,
} from './portal-context.ts'
import { askForFile, askForPhoto } from './portal-files.ts'
import { personFrom } from './portal-person.ts'
import { holderName } from './paper-words.ts'

/**
 * Takes in an application that was submitted at the portal, under the id that it has there: its person, its number, its files
 * and messages, and the steps that the applicant has done by submitting. It waits at the first stage that is the office's.
 *
 * @returns refuses what a clerk has to look at before it can be taken in; nothing is stored then
 */
export async function takeInOnline(
  turn: PortalTurn,
  online: OnlineApplication,
): Promise<Result<ApplicationState, PortalArrivalReason>> {
  const { office, stores, ids, at } = turn
  const submittedAt = online.submittedAt ?? at
  const filedOn = officeDateOf(submittedAt, office.profile.timeZone)
  const asked = requestedForm(office, { permitTypeCode: online.permitTypeCode, kind: online.kind })
  const offer = offerOf(office, asked.permitTypeCode, filedOn)
  if (!offer) return refuse('type-unknown')
  const offered = offer.kinds.find((one) => one.kind === asked.kind)
  if (!offered) return refuse('kind-unknown')
  if (offered.route.to !== 'own-office') return refuse('filed-elsewhere')
  const person = await personFrom(turn, online.applicantId)
  if (!person.ok) return person
  const application = { ...online, permitTypeCode: offer.lawOf.code, kind: asked.kind }
  const earlier = await earlierOf(turn, application, offer, person.value, filedOn)
  const data = dataFrom(application, earlier)
  const known = await stores.portal.listKnownOf([online.id])
  const files = known.flatMap(({ entity, data: one, deleted }) =>
    entity === 'document' && !deleted ? [one as unknown as OnlineDocument] : [],
  )
  const regime = offer.regime
  const codes = new Set(
    requirementsFor(regime, requirementFacts({ data, applicant: person.value })).map((one) => one.code),
  )
  const fitting = files.filter((one) => codes.has(one.requirementCode))
  for (const one of fitting) await askForFile(turn, online.id, one)
  const photoCodes = regime.requirements.filter((one) => one.photo).map((one) => one.code)
  const photo = fitting.find((one) => photoCodes.includes(one.requirementCode))
  const applicant: Applicant = {
    ...person.value,
    photoSha256: person.value.photoSha256 ?? photo?.sha256 ?? null,
  }
  const profile = await stores.portal.findKnown('applicant', online.applicantId)
  if (applicant.photoSha256 !== null && applicant.photoSha256 === profile?.data['photoSha256'])
    await askForPhoto(turn, online.id, applicant.photoSha256)
  const series = getSeries(office.profile, office.profile.receipt.series)
  const number = await takeNumber(stores.numbers, series, officeToday(office, at), data.permitTypeCode)
  const line = { number, document: 'receipt', applicationId: online.id, subjectId: null } as const
  await stores.numbers.record({ ...line, takenAt: at })
  const table = office.profile.stageTable
  const actor = applicantActor(holderName({ applicant }))
  const registered: Entry = {
    body: {
      action: 'registered',
      registrationNumber: number,
      trackingCode: online.trackingCode,
      applicant,
      data,
      documents: fitting.map((one) => documentFrom(one, one.id)),
      filedOn,
      catalogueVersion: office.catalogueVersion,
      profileCode: office.profile.code,
      workflowCode: table.code,
      startStage: table.start,
      online: { submittedAt },
    },
    actor,
    toStage: table.start,
  }
  const messages = known.flatMap(({ entity, data: one }): Entry[] => {
    const message = one as unknown as OnlineMessage
    return entity === 'message' && message.from === 'applicant'
      ? [{ body: receivedMessage(message), actor }]
      : []
  })
  const begun = continueHistory(null, [registered, ...messages], at, ids, online.id)
  const pending = throughOwnSteps(turn, begun, actor)
  await commitHistory(stores, pending, ids)
  for (const one of files) {
    if (codes.has(one.requirementCode)) continue
    const found = known.find(({ entity, id }) => entity === 'document' && id === one.id)
    if (found) await letWait(turn, { ...found, entity: 'document' }, online.id, 'requirement-unknown')
  }
  return ok(pending.state)
}

/** A message as the dossier keeps it. */
export const receivedMessage = (message: OnlineMessage) =>
  ({
    action: 'message-received',
    messageId: message.id,
    text: message.text,
    sentAt: message.at,
  }) as const

/**
 * Everything that lies behind somebody who could submit: their own steps, and those before one of their own, as the approval
 * of their account. What the office does at once with a walk-in (its own check of the papers) is not behind them.
 */
export function stepsBehind(table: StageTable): readonly Stage[] {
  const path: Stage[] = []
  let code: string | undefined = table.start
  while (code !== undefined) {
    const stage = table.stages.find((one) => one.code === code)
    if (!stage?.atIntake || path.includes(stage)) break
    path.push(stage)
    code = stage.actions.find((one) => one.kind === 'forward')?.to[0]
  }
  return path.slice(0, path.findLastIndex((one) => one.role === 'applicant') + 1)
}

function throughOwnSteps({ office, ids, at }: PortalTurn, begun: Pending, applicant: Actor): Pending {
  let pending = begun
  for (const stage of stepsBehind(office.profile.stageTable)) {
    const forward = stage.actions.find((one) => one.kind === 'forward')
    if (!forward) break
    const actor = stage.role === 'applicant' ? applicant : systemActor(portalStation)
    const order = { stage: stage.code, action: forward.code, note: null, asks: [] }
    const moved = moveOnce({ office, ids, at, printed: [] }, pending, order, () => actor, [stage.role])
    if (!moved.ok)
      throw new Error(`step ${stage.code} is refused for an online application: ${moved.refusal.code}`)
    pending = moved.value
  }
  return pending
}

/** The permit that is renewed, changed, replaced or revoked: the holder's own, by id or number; else as it was told. */
async function earlierOf(
  { stores }: PortalTurn,
  online: OnlineApplication,
  { lawOf }: Offer,
  person: Applicant,
  day: OfficeDate,
): Promise<Pick<ApplicationData, 'targetPermitId' | 'targetPermitNumber' | 'earlierPermit'>> {
  const rule = lawOf.kindRules[online.kind]
  const number = online.targetPermitNumber
  if (!rule.needsEarlierPermit || (number === null && online.targetPermitId === null))
    return { targetPermitId: null, targetPermitNumber: number, earlierPermit: null }
  const applications = await stores.applications.listByApplicant(person.id)
  const held = findEarlierPermit(permitsOf(applications, day), {
    permitId: online.targetPermitId,
    number: number ?? '',
  })
  if (!held || held.takenBy !== null)
    return {
      targetPermitId: null,
      targetPermitNumber: number,
      earlierPermit: { applicationId: null, effect: rule.effect, validUntil: null },
    }
  const { applicationId, validUntil, issuedOn } = held
  return {
    targetPermitId: held.permitId,
    targetPermitNumber: held.number.text,
    earlierPermit: { applicationId, effect: rule.effect, validUntil, issuedOn },
  }
}
