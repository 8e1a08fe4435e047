import type { ApplicationState } from './application-state.ts'
import type { Applicant, ApplicationData, RequirementDocument } from './application.ts'
import type {
  OnlineApplicant,
  OnlineApplication,
  OnlineDocument,
  OnlineOtherPermit,
} from './online-entities.ts'
import type { PortalData } from './portal-sync.ts'

export const isAnswer = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** Answers to the type's own questions; what is no answer (a list, an object) stays with the portal. */
const answersOf = (technical: Readonly<Record<string, unknown>>): ApplicationData['technical'] =>
  Object.fromEntries(
    Object.entries(technical).flatMap(([code, value]) => (isAnswer(value) ? [[code, value]] : [])),
  )

const facilityOf = (facility: NonNullable<OnlineApplication['facility']>) => {
  const { id, kind, name, type, address, village, district } = facility
  return { id, kind, name, type, address, village, district }
}

const strOf = (str: NonNullable<OnlineApplication['str']>) => {
  const { number, validUntil, lifetime, profession } = str
  return { number, validUntil, lifetime, profession }
}

const permitOf = ({ number, place, city, validUntil }: OnlineOtherPermit): OnlineOtherPermit => ({
  number,
  place,
  city,
  validUntil,
})

const sessionOf = ({ days, from, until }: ApplicationData['schedule'][number]) => ({
  days: [...days],
  from,
  until,
})

/**
 * The part of an application that the applicant may change, as the wire has it; without anything that only one side knows.
 * Made the same way of both sides, so that they can be compared.
 */
export const sharedFields = (
  one: Pick<OnlineApplication, 'facility' | 'schedule' | 'otherPermits' | 'str' | 'technical'>,
): PortalData => ({
  facility: one.facility && facilityOf(one.facility),
  schedule: one.schedule.map(sessionOf),
  otherPermits: one.otherPermits.map(permitOf),
  str: one.str && strOf(one.str),
  technical: answersOf(one.technical),
})

const textsOf = (one: OnlineApplicant | Applicant) => {
  const { identity, company } = one
  return {
    kind: one.kind,
    nik: one.nik,
    name: one.name,
    nameOnPermit: one.nameOnPermit,
    identity: { kind: identity.kind, number: identity.number, validUntil: identity.validUntil },
    citizenship: one.citizenship,
    birthPlace: one.birthPlace,
    birthDate: one.birthDate,
    sex: one.sex,
    addressKtp: one.addressKtp,
    addressDomicile: one.addressDomicile,
    rtRw: one.rtRw,
    village: one.village,
    district: one.district,
    phone: one.phone,
    email: one.email,
    photoSha256: one.photoSha256,
    company: company
      ? {
          name: company.name,
          nib: company.nib,
          npwp: company.npwp,
          responsibleName: company.responsibleName,
          responsibleNik: company.responsibleNik,
        }
      : null,
  }
}

/** What both sides keep of a person, as the wire has it; made the same way of both. */
export const sharedPerson = (one: OnlineApplicant | Applicant): PortalData => textsOf(one)

/** A person of the portal as the counter keeps one. */
export const applicantFrom = (one: OnlineApplicant): Applicant => ({ id: one.id, ...textsOf(one) })

/** A person of ours with what a merge let through, or a clerk picked. */
export const withPersonFields = (person: Applicant, fields: PortalData): Applicant => ({
  ...person,
  ...(fields as Partial<Applicant>),
})

/** An application of ours with what a merge let through, or a clerk picked; hours of permits elsewhere that only we know stay. */
export function withSharedFields(data: ApplicationData, fields: PortalData): ApplicationData {
  const changed = fields as Partial<OnlineApplication>
  const { facility, schedule, otherPermits, str, technical } = changed
  return {
    ...data,
    ...(facility !== undefined && { facility }),
    ...(schedule !== undefined && { schedule }),
    ...(str !== undefined && { str }),
    ...(technical !== undefined && { technical: answersOf(technical) }),
    ...(otherPermits !== undefined && {
      otherPermits: otherPermits.map((one) => {
        const before = data.otherPermits.find(({ number }) => number === one.number)
        return { ...permitOf(one), ...(before?.schedule && { schedule: before.schedule }) }
      }),
    }),
  }
}

/** What was asked for at the portal, as it stands on the day it arrives. The earlier permit is found by the register. */
export const dataFrom = (
  one: OnlineApplication,
  earlier: Pick<ApplicationData, 'targetPermitId' | 'targetPermitNumber' | 'earlierPermit'>,
): ApplicationData => ({
  permitTypeCode: one.permitTypeCode,
  kind: one.kind,
  practiceOrdinal: one.practiceOrdinal,
  str: one.str && strOf(one.str),
  facility: one.facility && facilityOf(one.facility),
  schedule: one.schedule.map(sessionOf),
  otherPermits: one.otherPermits.map(permitOf),
  ...earlier,
  reasonCode: one.reasonCode,
  effectiveOn: one.effectiveOn,
  technical: answersOf(one.technical),
  representative: one.representative && {
    name: one.representative.name,
    nik: one.representative.nik,
    phone: one.representative.phone,
    relation: one.representative.relation,
  },
  channel: 'online',
  practisedMoreThanFiveYearsAgo: false,
})

/** A file of the portal as a requirement file; its bytes are fetched later. */
export const documentFrom = (one: OnlineDocument, id: string): RequirementDocument => ({
  id,
  requirementCode: one.requirementCode,
  page: one.page,
  pages: one.pages,
  sha256: one.sha256,
  fileName: one.fileName,
  mediaType: one.mediaType,
  sizeBytes: one.sizeBytes,
  uploadedAt: one.uploadedAt,
  check: 'unchecked',
  checkNote: null,
  replacedBy: null,
})

/**
 * The file that stands for a document of the portal now: there a replaced file keeps its document, here it is a new one that
 * the old one points to. undefined: the dossier has none.
 */
export function lastOfChain(
  { documents }: Pick<ApplicationState, 'documents'>,
  id: string,
): RequirementDocument | undefined {
  let last = documents.find((one) => one.id === id)
  // Each is replaced once at most, so the chain ends.
  for (let left = documents.length; last?.replacedBy && left > 0; left -= 1) {
    const next = last.replacedBy
    last = documents.find((one) => one.id === next)
  }
  return last
}

/** What the applicant did to their application between two versions of it; null: nothing that moves it. */
export function applicantsMove(
  knownStatus: string | null,
  { status }: Pick<OnlineApplication, 'status'>,
): 'resubmitted' | 'withdrawn' | null {
  if (status === knownStatus) return null
  if (status === 'withdrawn') return 'withdrawn'
  // Whatever the office had in hand came back to the applicant before it was submitted once more, seen here or not.
  const wasTaken = knownStatus !== null && knownStatus !== 'draft'
  return status === 'submitted' && wasTaken ? 'resubmitted' : null
}
