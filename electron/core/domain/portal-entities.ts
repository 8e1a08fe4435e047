import type { ApplicationEvent } from './application-event.ts'
import { statusOf, type ApplicationState } from './application-state.ts'
import type { Applicant, RequirementDocument } from './application.ts'
import { sharedPerson } from './portal-online.ts'
import { leavesOf, type PagesOf } from './portal-pages.ts'
import type { PortalData } from './portal-sync.ts'
import type { OfficeProfile } from './profile.ts'

/**
 * Our records as the entities of the portal contract. Fields that this side does not keep are not named here: they stay as
 * the portal has them, see `completed`.
 */

type OfficeWords = Pick<OfficeProfile, 'officeCode' | 'stageTable'>

export const applicantEntity = (applicant: Applicant): PortalData => ({
  id: applicant.id,
  ...sharedPerson(applicant),
})

/** The stage that the portal shows: one where the agency works there, else the first open one, else the last that was left. */
function stageShown(
  { stageTable }: OfficeWords,
  state: ApplicationState,
  events: readonly ApplicationEvent[],
) {
  const open = state.openStages.map((one) => one.stage)
  const ofAgency = open.find((code) => stageTable.stages.find((one) => one.code === code)?.where === 'portal')
  const left = events.findLast((one) => one.body.action === 'moved')?.body
  const code = ofAgency ?? open[0] ?? (left?.action === 'moved' ? left.stage : stageTable.start)
  return { code, label: stageTable.stages.find((one) => one.code === code)?.publicLabel ?? code }
}

/** Why it was returned, refused or withdrawn; not what has been mended since. */
const noteInForce = ({ note, returned, track, withdrawnAt }: ApplicationState): string | null =>
  returned || track === 'refusal' || withdrawnAt !== null ? note : null

export function applicationEntity(
  office: OfficeWords,
  state: ApplicationState,
  events: readonly ApplicationEvent[],
): PortalData {
  const { data } = state
  const stage = stageShown(office, state, events)
  return {
    id: state.id,
    registrationNumber: state.registrationNumber.text === '' ? null : state.registrationNumber.text,
    applicantId: state.applicant.id,
    permitTypeCode: data.permitTypeCode,
    kind: data.kind,
    practiceOrdinal: data.practiceOrdinal,
    str: data.str && {
      number: data.str.number,
      validUntil: data.str.validUntil,
      lifetime: data.str.lifetime,
      profession: data.str.profession,
    },
    facility: data.facility && {
      id: data.facility.id,
      kind: data.facility.kind,
      name: data.facility.name,
      type: data.facility.type,
      address: data.facility.address,
      village: data.facility.village,
      district: data.facility.district,
    },
    schedule: data.schedule.map(({ days, from, until }) => ({ days, from, until })),
    otherPermits: data.otherPermits.map(({ number, place, city, validUntil }) => ({
      number,
      place,
      city,
      validUntil,
    })),
    targetPermitId: data.targetPermitId,
    targetPermitNumber: data.targetPermitNumber,
    reasonCode: data.reasonCode ?? null,
    effectiveOn: data.effectiveOn ?? null,
    technical: data.technical,
    representative: data.representative && {
      name: data.representative.name,
      nik: data.representative.nik,
      phone: data.representative.phone,
      relation: data.representative.relation,
    },
    channel: data.channel,
    submittedAt: state.submittedAt,
    acceptedAt: state.acceptedAt,
    dueOn: state.dueOn,
    clock: state.clock,
    officeCode: office.officeCode,
    workflowCode: state.workflowCode,
    trackingCode: state.trackingCode,
    stage: stage.code,
    stageLabel: stage.label,
    status: statusOf(state),
    note: noteInForce(state),
  }
}

/** A file of an application for the portal, or a page of one, under the id of the first of its chain of replacements. */
export interface DocumentEntity {
  readonly id: string
  /** The file of which it is a page; its own id where it goes whole. */
  readonly documentId: string
  readonly sha256: string
  readonly data: PortalData
}

/** Where the chain of replacements of a document began: its id at the portal, whatever takes its place here. */
export function firstOfChain(documents: readonly RequirementDocument[], id: string): string {
  const before = documents.find((one) => one.replacedBy === id)
  return before === undefined || before.id === id ? id : firstOfChain(documents, before.id)
}

/** The files in force, those beyond the portal's limits as their pages; what was only seen on paper has none. */
export function documentEntities(state: ApplicationState, pagesOf: PagesOf): readonly DocumentEntity[] {
  const inForce = state.documents.flatMap((one) => {
    const { sha256 } = one
    if (one.replacedBy !== null || one.removed || sha256 === null) return []
    return [{ ...one, id: firstOfChain(state.documents, one.id), sha256 }]
  })
  const codes = [...new Set(inForce.map((one) => one.requirementCode))]
  const leaves = codes.flatMap((code) =>
    leavesOf(
      inForce.filter((one) => one.requirementCode === code),
      pagesOf,
    ),
  )
  return inForce.flatMap(({ id: documentId, requirementCode, uploadedAt, check, checkNote }) =>
    leaves
      .filter((leaf) => leaf.documentId === documentId)
      .map(({ id, page, pages, sha256, fileName, mediaType, sizeBytes }) => ({
        id,
        documentId,
        sha256,
        data: {
          id,
          applicationId: state.id,
          requirementCode,
          page,
          pages,
          sha256,
          fileName,
          mediaType,
          sizeBytes,
          uploadedAt,
          check,
          checkNote,
        },
      })),
  )
}

/** Papers that went out, from the history. */
export const handoverEntities = (events: readonly ApplicationEvent[]): readonly PortalData[] =>
  events.flatMap(({ applicationId, at, body }) =>
    body.action === 'handed-over'
      ? [
          {
            id: body.handoverId,
            applicationId,
            documentIds: body.documentIds,
            method: body.method,
            receivedBy: body.receivedBy,
            relation: body.relation,
            at,
          },
        ]
      : [],
  )

/** What the office wrote to the applicant, from the history. */
export const messageEntities = (events: readonly ApplicationEvent[]): readonly PortalData[] =>
  events.flatMap(({ applicationId, at, body }) =>
    body.action === 'message-sent'
      ? [{ id: body.messageId, applicationId, from: 'office', text: body.text, at }]
      : [],
  )

export const eventEntity = ({
  id,
  applicationId,
  seq,
  at,
  actor,
  body,
  fromStage,
  toStage,
  note,
}: ApplicationEvent): PortalData => ({
  id,
  applicationId,
  seq,
  at,
  actor: { name: actor.name, role: actor.role, station: actor.station },
  action: body.action,
  fromStage,
  toStage,
  note,
})
