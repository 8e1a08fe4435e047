import type { ApplicationState } from '#domain/application-state.ts'
import { isUnderWay } from '#domain/earlier-permit.ts'
import { addMs, type Instant } from '#domain/instant.ts'
import type { PortalData } from '#domain/portal-sync.ts'
import type { IdSource } from '#ports/clock.ts'
import type { Stores } from '#ports/stores.ts'
import { applicantEntity } from '#domain/portal-entities.ts'
import type { Office } from '#services/office.ts'
import { takePortalNews } from '#services/portal-apply.ts'
import type { Random } from './random.ts'
import { nikOf } from './people.ts'
import { familyNames, womensNames } from './words.ts'

interface PortalPast {
  readonly office: Office
  readonly stores: Stores
  readonly ids: IdSource
  readonly random: Random
  readonly now: Instant
  /** The dossiers of the sample, the earliest first. */
  readonly dossiers: readonly ApplicationState[]
}

const minuteMs = 60_000

/**
 * What came from the portal just now and waits for a clerk: a new person and a walk-in who ask for an account, a telephone
 * number that both sides changed, a decision for a stage that its dossier has left, and an application for a type that the
 * office does not have.
 */
export async function bringFromPortal(past: PortalPast): Promise<void> {
  const { office, stores, ids, random, now, dossiers } = past
  const turn = { office, ids, stores, at: now }
  const bring = (entity: string, data: PortalData, version = 1): Promise<boolean> =>
    takePortalNews(turn, { entity, id: String(data['id']), version, deleted: false, data })
  const walkIns = dossiers.filter((one) => isUnderWay(one) && one.applicant.nik !== null)
  const [first, second] = walkIns
  await bring('account', accountOf(past, 25, null))
  if (second) await bring('account', accountOf(past, 70, second))
  for (const [minutes, status, reason] of decidedRequests) {
    const account = { ...accountOf(past, minutes, null), status, reason }
    await bring('account', account)
  }
  if (first) {
    const person = applicantEntity((await stores.applicants.find(first.applicant.id)) ?? first.applicant)
    await bring('applicant', { ...person, phone: '+6281255009001' })
    await bring('applicant', { ...person, phone: '+6281255009002' }, 2)
  }
  const portalStage = office.profile.stageTable.stages.find((one) => one.where === 'portal')
  const left = walkIns.find((one) => !one.openStages.some(({ stage }) => stage === portalStage?.code))
  if (portalStage && left) await bring('decision', decisionOf(past, left, portalStage.code))
  await bring('application', {
    ...emptyApplication,
    id: ids.uuid(),
    applicantId: ids.uuid(),
    permitTypeCode: `SIP-${random.pick(['X', 'Y'])}`,
    submittedAt: addMs(now, -40 * minuteMs),
    officeCode: office.profile.officeCode,
  })
}

/** Requests of this morning on which the office has decided already. */
const decidedRequests = [
  [190, 'approved', null],
  [240, 'refused', 'NIK yang diisi bukan NIK pada kartu. Mohon daftar sekali lagi.'],
] as const

function accountOf(
  { ids, random, now, office }: PortalPast,
  minutesAgo: number,
  of: ApplicationState | null,
): PortalData {
  const name = of?.applicant.name ?? `${random.pick(womensNames)} ${random.pick(familyNames)}`
  return {
    id: ids.uuid(),
    applicantId: null,
    nik: of?.applicant.nik ?? nikOf(`${office.profile.regionCode}01`, '1994-03-11' as never, 'female', 7),
    name,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@contoh.id`,
    phone: '0812-5500-4410',
    status: 'requested',
    reason: null,
    requestedAt: addMs(now, -minutesAgo * minuteMs),
  }
}

function decisionOf({ ids, now, office }: PortalPast, state: ApplicationState, stage: string): PortalData {
  return {
    id: ids.uuid(),
    applicationId: state.id,
    stage,
    by: { name: 'dr. Yudi Pratama', role: 'technical-agency', agency: office.profile.healthOffice },
    outcome: 'recommended',
    number: '440/118/SIP/DINKES',
    date: state.filedOn,
    inspected: false,
    note: null,
    fileSha256: null,
    at: addMs(now, -90 * minuteMs),
  }
}

const emptyApplication = {
  registrationNumber: null,
  kind: 'new',
  practiceOrdinal: 1,
  str: null,
  facility: null,
  schedule: [],
  otherPermits: [],
  targetPermitId: null,
  targetPermitNumber: null,
  reasonCode: null,
  effectiveOn: null,
  technical: {},
  representative: null,
  channel: 'online',
  acceptedAt: null,
  dueOn: null,
  clock: 'off',
  workflowCode: '',
  trackingCode: '',
  stage: '',
  stageLabel: '',
  status: 'submitted',
  note: null,
} as const
