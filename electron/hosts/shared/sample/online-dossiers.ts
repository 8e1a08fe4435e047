import type { Actor } from '#domain/application-event.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { officeMinutesBetween } from '#domain/office-hours.ts'
import type { Instant } from '#domain/instant.ts'
import type { OnlineApplication } from '#domain/online-entities.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import { dataFrom } from '#domain/portal-online.ts'
import type { PortalData } from '#domain/portal-sync.ts'
import { verificationCode } from '#domain/verification-code.ts'
import type { IdSource } from '#ports/clock.ts'
import type { User } from '#ports/records.ts'
import type { Stores } from '#ports/stores.ts'
import { commitHistory, continueHistory } from '#services/history.ts'
import { moveOnce } from '#services/move-dossier.ts'
import { requirementFacts } from '#services/move-facts.ts'
import { offerOf } from '#services/offers.ts'
import { actorOf, type Office } from '#services/office.ts'
import { takePortalNews } from '#services/portal-apply.ts'
import type { SampleFiles } from './files.ts'
import { after, sampleCalendar } from './office-time.ts'
import { nikOf } from './people.ts'
import type { Random } from './random.ts'
import { familyNames, womensNames } from './words.ts'

export interface OnlinePast {
  readonly office: Office
  readonly stores: Stores
  readonly ids: IdSource
  readonly random: Random
  readonly users: readonly User[]
  readonly files: SampleFiles
  readonly station: string
  /** When the last number was taken. */
  readonly since: Instant
  readonly now: Instant
}

/** Five things happen one after the other. */
const shortestMinutes = 2

/** What was filed at the portal today. */
interface Filed {
  readonly application: OnlineApplication & PortalData
  readonly applicant: PortalData
}

const personOf = ({ ids, random, office }: OnlinePast, serial: number): PortalData => {
  const name = `${random.pick(womensNames)} ${random.pick(familyNames)}`
  return {
    id: ids.uuid(),
    kind: 'person',
    nik: nikOf(`${office.profile.regionCode}02`, '1993-07-19' as never, 'female', serial),
    name,
    nameOnPermit: `dr. ${name}`,
    identity: { kind: 'ktp', number: null, validUntil: null },
    citizenship: 'ID',
    birthPlace: 'Singkawang',
    birthDate: '1993-07-19',
    sex: 'female',
    religion: null,
    maritalStatus: null,
    addressKtp: 'Jalan Merdeka 21',
    addressDomicile: null,
    rtRw: '003/001',
    village: null,
    district: null,
    phone: `+62812550098${serial}`,
    email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@contoh.id`,
    occupation: null,
    almaMater: null,
    graduationYear: null,
    photoSha256: null,
    company: null,
  }
}

/** A file for everything that is asked for. Answers with their hashes. */
async function bringFiles(
  past: OnlinePast,
  application: OnlineApplication,
  applicant: PortalData,
  at: Instant,
): Promise<readonly string[]> {
  const { office, ids, random, files } = past
  const brought: string[] = []
  const day = officeDateOf(at, office.profile.timeZone)
  const offer = offerOf(office, application.permitTypeCode, day)
  const data = dataFrom(application, { targetPermitId: null, targetPermitNumber: null, earlierPermit: null })
  const facts = requirementFacts({ data, applicant: applicant as never })
  for (const { code, label, photo } of offer ? requirementsFor(offer.regime, facts) : []) {
    const file = photo ? files.photo(random) : await files.page(code, label ?? code)
    if (file.sha256 === null) continue
    brought.push(file.sha256)
    const id = ids.uuid()
    const document = { id, applicationId: application.id, requirementCode: code, page: 1, pages: 1, ...file }
    const said = { ...document, uploadedAt: at, check: 'unchecked', checkNote: null }
    await take(past, 'document', said, 1, at)
  }
  return brought
}

/** Their bytes are here already, as if they had been fetched. */
async function fetched({ stores }: OnlinePast, hashes: readonly string[], at: Instant): Promise<void> {
  for (const sha256 of hashes) {
    const asked = await stores.portal.findFile('fetch', sha256)
    if (asked) await stores.portal.saveFile({ ...asked, state: 'done', stateAt: at, tries: 1 })
  }
}

const take = (past: OnlinePast, entity: string, data: PortalData, version: number, at: Instant) =>
  takePortalNews({ ...past, at }, { entity, id: String(data['id']), version, deleted: false, data })

async function file(past: OnlinePast, serial: number, words: string | null, at: Instant): Promise<Filed> {
  const { office, ids } = past
  const { stageTable, officeCode } = office.profile
  const applicant = personOf(past, serial)
  const application = {
    id: ids.uuid(),
    registrationNumber: null,
    applicantId: String(applicant['id']),
    permitTypeCode: 'SIPD',
    kind: 'new',
    practiceOrdinal: 1,
    str: { number: `61221001260098${serial}`, validUntil: null, lifetime: true, profession: 'dokter' },
    facility: {
      id: null,
      kind: 'facility',
      name: 'Klinik Pratama Tanjung Raya',
      type: 'facility',
      address: 'Jalan Tanjung Raya II 8',
      village: null,
      district: null,
    },
    schedule: [{ days: ['tue', 'thu'], from: '16:00', until: '19:00' }],
    otherPermits: [],
    targetPermitId: null,
    targetPermitNumber: null,
    reasonCode: null,
    effectiveOn: null,
    technical: {},
    representative: null,
    channel: 'online',
    submittedAt: at,
    acceptedAt: null,
    dueOn: null,
    clock: 'off',
    officeCode,
    workflowCode: stageTable.code,
    trackingCode: verificationCode(ids.randomBytes(16)),
    stage: stageTable.start,
    stageLabel: '',
    status: 'submitted',
    note: null,
  } as unknown as Filed['application']
  await take(past, 'applicant', applicant, 1, at)
  const files = await bringFiles(past, application, applicant, at)
  if (words !== null) {
    const message = { id: ids.uuid(), applicationId: application.id, from: 'applicant', text: words, at }
    await take(past, 'message', message, 1, at)
  }
  await take(past, 'application', application, 1, at)
  await fetched(past, files, at)
  return { application, applicant }
}

/** Sent back to its applicant from the first stage of the office, with words that they read at the portal. */
async function giveBack(past: OnlinePast, id: string, note: string, at: Instant): Promise<boolean> {
  const { office, stores, ids, users, station } = past
  const state = await stores.applications.find(id)
  const open = state?.openStages[0]?.stage
  const stage = office.profile.stageTable.stages.find((one) => one.code === open)
  const back = stage?.actions.find((one) => one.kind === 'return-to-applicant')
  const clerk = stage && users.find((one) => one.roles.includes(stage.role))
  if (!state || !stage || !back || !clerk) return false
  const order = { stage: stage.code, action: back.code, note, asks: [] }
  const by = (role: string): Actor => actorOf({ user: clerk, station }, role)
  const moved = moveOnce({ office, ids, at, printed: [] }, { state, events: [] }, order, by, clerk.roles)
  // A procedure that asks for more than a note keeps it at the counter.
  if (!moved.ok) return false
  const sent = { action: 'message-sent', messageId: ids.uuid(), text: note } as const
  await commitHistory(
    stores,
    continueHistory(moved.value, [{ body: sent, actor: by(stage.role) }], at, ids, id),
    ids,
  )
  return true
}

/** A made-up past is not told to a portal: it goes there with its first change. */
async function keepQuiet({ stores, now }: OnlinePast, id: string): Promise<void> {
  const entries = await stores.outbox.listWaiting('portal', [id])
  if (entries.length === 0) return
  await stores.outbox.takeUp(
    entries.map((one) => one.id),
    now,
  )
}

/** Two doctors who applied from home since the last walk-in: one with a question, one who has mended what was returned. */
export async function fileOnline(past: OnlinePast): Promise<void> {
  const { office, now, since } = past
  const calendar = sampleCalendar(office.profile.calendar, now)
  const minutes = officeMinutesBetween(calendar, since, now)
  // Numbers are taken in the order of time, and nothing happens in the future.
  if (minutes < shortestMinutes || !offerOf(office, 'SIPD', officeDateOf(now, office.profile.timeZone)))
    return
  const at = (share: number): Instant => after(calendar, since, minutes * share)
  const { application } = await file(past, 2, null, at(0.2))
  const isBack = await giveBack(
    past,
    application.id,
    'Pas foto terlalu gelap. Mohon unggah yang baru.',
    at(0.4),
  )
  const asking = await file(
    past,
    1,
    'Selamat pagi, apakah STR yang sedang diperpanjang dapat menyusul?',
    at(0.6),
  )
  await keepQuiet(past, asking.application.id)
  if (!isBack) return keepQuiet(past, application.id)
  const returned = { ...application, status: 'returned' }
  await take(past, 'application', returned, 2, at(0.4))
  await take(past, 'application', { ...returned, status: 'submitted' }, 3, at(0.8))
  await keepQuiet(past, application.id)
}
