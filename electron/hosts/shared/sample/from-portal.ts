import {
  accountSetting,
  decidedAccountsSetting,
  withDecidedAccount,
  type AccountDecision,
} from '#domain/account-request.ts'
import { accountRuleOf } from '#domain/account-rule.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { refuseCorrection } from '#domain/correction-rules.ts'
import { isUnderWay } from '#domain/earlier-permit.ts'
import { addMs, type Instant } from '#domain/instant.ts'
import { completed } from '#domain/portal-completed.ts'
import { applicantEntity } from '#domain/portal-entities.ts'
import type { PortalCall, PortalData } from '#domain/portal-sync.ts'
import type { IdSource } from '#ports/clock.ts'
import type { User } from '#ports/records.ts'
import type { Stores } from '#ports/stores.ts'
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
  readonly users: readonly User[]
  readonly now: Instant
  /** The dossiers of the sample, the earliest first. */
  readonly dossiers: readonly ApplicationState[]
}

const minuteMs = 60_000

/**
 * What came from the portal just now and waits for a clerk: a new person and a walk-in who ask for an account, a telephone
 * number that both sides changed, one that the portal refuses, a decision for a stage that its dossier has left, and an
 * application for a type that the office does not have. Beside it the requests for an account on which somebody has decided.
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
  for (const [index, one] of decidedRequests.entries()) {
    const at = dossiers.at(-one.beforeLast)?.submittedAt ?? now
    const asked = { ...past, now: at }
    const account = accountOf(asked, one.waitedMinutes, null, index + 1)
    await bring('account', { ...account, status: one.status, reason: one.reason })
    await keepDecision(asked, account, one)
  }
  if (first) {
    const person = applicantEntity((await stores.applicants.find(first.applicant.id)) ?? first.applicant)
    await bring('applicant', { ...person, phone: '+6281255009001' })
    await bring('applicant', { ...person, phone: '+6281255009002' }, 2)
  }
  const typed = walkIns.find((one) => one !== first && one !== second && isMendable(one))
  if (typed) await stores.portal.addCalls([await refusedOf(past, typed)])
  const portalStage = office.profile.stageTable.stages.find((one) => one.where === 'portal')
  const left = walkIns.find((one) => !one.openStages.some(({ stage }) => stage === portalStage?.code))
  if (portalStage && left) await bring('decision', decisionOf(past, left, portalStage.code))
  const filer = { ...filerOf(past), id: ids.uuid() }
  await bring('applicant', filer)
  await bring('application', {
    ...emptyApplication,
    id: ids.uuid(),
    applicantId: filer.id,
    permitTypeCode: `SIP-${random.pick(['X', 'Y'])}`,
    submittedAt: addMs(now, -40 * minuteMs),
    officeCode: office.profile.officeCode,
  })
}

/** Requests on which the office has decided already, the earliest first: each beside a walk-in, so in office hours. */
const decidedRequests = [
  {
    beforeLast: 2,
    waitedMinutes: 35,
    status: 'refused',
    reason: 'NIK yang diisi bukan NIK pada kartu. Mohon daftar sekali lagi.',
  },
  { beforeLast: 1, waitedMinutes: 20, status: 'approved', reason: null },
] as const

/** Who decided on a request, and that the portal knows. */
async function keepDecision(
  { office, stores, ids, users, now: at }: PortalPast,
  account: PortalData,
  { status, reason }: (typeof decidedRequests)[number],
): Promise<void> {
  const id = String(account['id'])
  const { role } = accountRuleOf(office.profile)
  const by = users.find((one) => one.roles.includes(role))?.name ?? ''
  const decision: AccountDecision = { status, by, at, reason, card: null }
  await stores.settings.set(accountSetting(id), decision)
  const last = await stores.settings.get(decidedAccountsSetting)
  await stores.settings.set(decidedAccountsSetting, withDecidedAccount(last, id))
  await stores.portal.addCalls([
    {
      ...emptyCall(ids, at),
      lane: id,
      kind: 'account',
      entityId: id,
      body: { ...account, status, reason },
      baseVersion: 1,
      state: 'done',
      tries: 1,
    },
  ])
}

const emptyCall = (ids: IdSource, at: Instant) =>
  ({
    key: ids.uuid(),
    needsFile: null,
    stateAt: at,
    nextTryAt: at,
    trouble: null,
    replacedBy: null,
    createdAt: at,
    throughSeq: null,
  }) as const

/** The counter may still correct it by itself. */
const isMendable = (state: ApplicationState): boolean =>
  state.acceptedAt === null && refuseCorrection(state) === null

/** A walk-in whose telephone number the portal does not take. */
async function refusedOf(past: PortalPast, state: ApplicationState): Promise<PortalCall> {
  const { stores, ids, now } = past
  const person = (await stores.applicants.find(state.applicant.id)) ?? state.applicant
  const message = 'Nomor ini tidak dikenal operator mana pun.'
  return {
    ...emptyCall(ids, addMs(now, -50 * minuteMs)),
    lane: state.id,
    kind: 'applicant',
    entityId: person.id,
    body: completed('applicant', applicantEntity(person), null),
    baseVersion: null,
    state: 'aside',
    tries: 1,
    trouble: {
      kind: 'refused',
      status: 422,
      code: 'phone-unknown',
      detail: message,
      errors: [{ path: 'phone', code: 'phone-unknown', message }],
      existingId: null,
      expectedSeq: null,
    },
  }
}

/** Somebody whom the register does not have. */
function filerOf({ random, office }: PortalPast): PortalData {
  const name = `${random.pick(womensNames)} ${random.pick(familyNames)}`
  const nik = nikOf(`${office.profile.regionCode}03`, '1991-08-23' as never, 'female', 4)
  const identity = { kind: 'ktp', number: nik, validUntil: null }
  return { ...unknownPerson, nik, name, identity, birthDate: '1991-08-23', phone: '+6281255004433' }
}

const unknownPerson = {
  kind: 'person',
  nameOnPermit: null,
  citizenship: 'ID',
  birthPlace: 'Singkawang',
  sex: 'female',
  religion: null,
  maritalStatus: null,
  addressKtp: null,
  addressDomicile: null,
  rtRw: null,
  village: null,
  district: null,
  email: null,
  occupation: null,
  almaMater: null,
  graduationYear: null,
  photoSha256: null,
  company: null,
} as const

function accountOf(
  { ids, random, now, office }: PortalPast,
  minutesAgo: number,
  of: ApplicationState | null,
  serial = 7,
): PortalData {
  const name = of?.applicant.name ?? `${random.pick(womensNames)} ${random.pick(familyNames)}`
  return {
    id: ids.uuid(),
    applicantId: null,
    nik:
      of?.applicant.nik ?? nikOf(`${office.profile.regionCode}01`, '1994-03-11' as never, 'female', serial),
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
  trackingCode: '0'.repeat(26),
  stage: '',
  stageLabel: '',
  status: 'submitted',
  note: null,
} as const
