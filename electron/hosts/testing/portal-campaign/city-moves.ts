import type {
  PortalAccount,
  PortalApplicant,
  PortalApplication,
  PortalPermit,
} from '#adapters/portal/wire-entities.ts'
import { instantOf } from '#domain/instant.ts'
import { officeToday } from '#services/move-facts.ts'
import { decide, waitingForAgency } from '../../../../scripts/portal/agency-moves.ts'
import {
  editApplication,
  requestAccount,
  saveProfile,
  startApplication,
  submitApplication,
  uploadDocument,
  withdrawApplication,
  writeMessage,
  type ApplicationRequest,
  type Done,
} from '../../../../scripts/portal/applicant-moves.ts'
import { words } from './city.ts'
import type { Move } from './counter-moves.ts'
import { hoursOf, isPhoto, personOf, pictureOf, placeOf, requirementCodes, scanOf } from './people.ts'
import type { World } from './world.ts'

const wordOf = (move: Done<unknown>): string => ('refused' in move ? 'refused' : 'done')

const applications = (
  world: World,
  wanted: (one: PortalApplication) => boolean,
): readonly PortalApplication[] =>
  world.city
    .portal()
    .store.entities('application')
    .map((one) => one.data as PortalApplication)
    .filter(wanted)

const at = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)]

const isMine = (one: PortalApplication): boolean => one.channel === 'online'

function upload(world: World, application: PortalApplication, code: string, value: number): Done<unknown> {
  const file = isPhoto(code)
    ? { fileName: 'foto.jpg', mediaType: 'image/jpeg', bytes: pictureOf(value) }
    : { fileName: `${code}.pdf`, mediaType: 'application/pdf', bytes: scanOf(`${code} online ${value % 40}`) }
  return uploadDocument(world.city.portal(), application.id, code, file)
}

/** An applicant with an account: the one of before, or a new one. */
function accountOf(world: World, pick: number): PortalAccount | null {
  const portal = world.city.portal()
  const { nik, name } = personOf(pick)
  const before = portal.store
    .entities('account')
    .map((one) => one.data as PortalAccount)
    .find((one) => one.nik === nik && one.status !== 'refused')
  if (before) return before.status === 'approved' || before.applicantId === null ? before : null
  const email = `${nik}.${world.newId().slice(0, 13)}@contoh.id`
  // A password costs a history more than all the rest: it is there already.
  portal.store.addLogin({ accountId: email, email, passwordHash: '' })
  const asked = requestAccount(
    portal,
    { nik, name, email, phone: '081200000001', password: 'kata-sandi-panjang' },
    true,
  )
  return 'done' in asked ? asked.done : null
}

/** Fills the form in, with a file for each thing that is asked for, and sends it in, or leaves it for later. */
function apply(
  world: World,
  applicantId: string,
  value: number,
  asked: Pick<ApplicationRequest, 'kind'> & Partial<ApplicationRequest>,
): string {
  const portal = world.city.portal()
  const application = startApplication(portal, words, applicantId, {
    permitTypeCode: 'SIPD',
    practiceOrdinal: 1,
    targetPermitNumber: null,
    reasonCode: null,
    str: { number: '6111100224000123', validUntil: null, lifetime: true, profession: 'dokter' },
    facility: {
      id: null,
      kind: 'facility',
      name: placeOf(value),
      type: 'facility',
      address: 'Jalan Kom Yos Sudarso',
      village: null,
      district: null,
    },
    schedule: hoursOf(value),
    otherPermits: [],
    technical: {},
    ...asked,
  })
  for (const code of requirementCodes) upload(world, application, code, value)
  return value % 4 === 0 ? 'draft' : wordOf(submitApplication(portal, application.id))
}

/** At home and with the agency. */
export const cityMoves: Readonly<Record<string, Move>> = {
  'apply online': (world, pick, value) => {
    const account = accountOf(world, pick)
    if (!account) return Promise.resolve('waits')
    const saved = saveProfile(world.city.portal(), account, {
      birthPlace: 'Pontianak',
      birthDate: '1990-06-05',
      sex: 'female',
      addressKtp: `Jalan Ampera ${value % 9}`,
    })
    return Promise.resolve(
      'refused' in saved ? 'refused' : apply(world, saved.done.id, value, { kind: 'new' }),
    )
  },
  'come back online': (world, pick, value) => {
    const { store } = world.city.portal()
    const accounts = store
      .entities('account')
      .map((one) => one.data as PortalAccount)
      .filter((one) => one.status !== 'refused')
    const holderOf = ({ applicationId }: PortalPermit): string | null | undefined => {
      const about = store.entity('application', applicationId)?.data as PortalApplication | undefined
      const applicant = about && store.entity('applicant', about.applicantId)?.data
      const nik = applicant && (applicant as PortalApplicant).nik
      return accounts.find((one) => one.nik === nik)?.applicantId
    }
    const held = store
      .entities('permit')
      .map((one) => one.data as PortalPermit)
      .filter((one) => one.status === 'active' && holderOf(one))
    const permit = at(held, pick)
    const applicantId = permit && holderOf(permit)
    if (!permit || !applicantId) return Promise.resolve('nobody')
    const isOver = value % 3 === 0
    return Promise.resolve(
      apply(world, applicantId, value, {
        kind: isOver ? 'revocation' : 'renewal',
        targetPermitNumber: permit.number,
        reasonCode: isOver ? 'moved' : null,
      }),
    )
  },
  'submit again': (world, pick) => {
    const one = at(
      applications(world, (one) => isMine(one) && ['draft', 'returned'].includes(one.status)),
      pick,
    )
    return Promise.resolve(one ? wordOf(submitApplication(world.city.portal(), one.id)) : 'nobody')
  },
  'edit online': (world, pick, value) => {
    const one = at(applications(world, isMine), pick)
    if (!one) return Promise.resolve('nobody')
    const fields =
      value % 2 === 0 || one.facility === null
        ? { schedule: hoursOf(value) }
        : { facility: { ...one.facility, name: placeOf(value) } }
    return Promise.resolve(wordOf(editApplication(world.city.portal(), one.id, fields)))
  },
  'upload online': (world, pick, value) => {
    const one = at(applications(world, isMine), pick)
    const code = at(requirementCodes, value)
    return Promise.resolve(one && code ? wordOf(upload(world, one, code, value)) : 'nobody')
  },
  'change the profile': (world, pick, value) => {
    const portal = world.city.portal()
    const accounts = portal.store
      .entities('account')
      .map((one) => one.data as PortalAccount)
      .filter((one) => one.applicantId !== null)
    const account = at(accounts, pick)
    if (!account) return Promise.resolve('nobody')
    const fields = [
      { phone: `+62812990${1000 + (value % 9000)}` },
      { addressDomicile: `Jalan Gajah Mada ${value % 60}` },
      { birthPlace: `Singkawang ${value % 3}` },
    ][value % 3]
    return Promise.resolve(wordOf(saveProfile(portal, account, fields ?? {})))
  },
  'withdraw online': (world, pick) => {
    const one = at(applications(world, isMine), pick)
    return Promise.resolve(one ? wordOf(withdrawApplication(world.city.portal(), one.id)) : 'nobody')
  },
  'write to the office': (world, pick, value) => {
    const one = at(applications(world, isMine), pick)
    return Promise.resolve(
      one ? wordOf(writeMessage(world.city.portal(), one.id, `Kapan selesai? ${value}`)) : 'nobody',
    )
  },
  'decide at the agency': (world, pick, value) => {
    const portal = world.city.portal()
    const one = at(waitingForAgency(portal, words), pick)
    if (!one) return Promise.resolve('nobody')
    const outcome = (['recommended', 'recommended', 'recommended', 'not-recommended', 'returned'] as const)[
      value % 5
    ]
    return Promise.resolve(
      wordOf(
        decide(portal, words, one.id, {
          by: 'dr. Yudi Pratama',
          outcome: outcome ?? 'recommended',
          number: `440/${value}`,
          date: officeToday(words.office, instantOf(world.time.now())),
          inspected: value % 2 === 0,
          note: outcome === 'recommended' ? null : 'Kurang jelas',
          file:
            value % 3 === 0
              ? { fileName: 'ba.pdf', mediaType: 'application/pdf', bytes: scanOf(`BA ${value}`) }
              : null,
        }),
      ),
    )
  },
}
