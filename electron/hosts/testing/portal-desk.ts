import { randomUUID } from 'node:crypto'
import { openPortalLineWith } from '#adapters/portal/portal-client.ts'
import type { PortalAccount, PortalApplicant, PortalApplication } from '#adapters/portal/wire-entities.ts'
import { createClock } from '#adapters/system/clock.ts'
import { createIdSource } from '#adapters/system/ids.ts'
import { schedule } from '#adapters/system/schedule.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import { dataFrom } from '#domain/portal-online.ts'
import { offerOf } from '#services/offers.ts'
import { requirementFacts } from '#services/move-facts.ts'
import { pullFromPortal, type PortalInboxDeps } from '#services/portal-inbox.ts'
import {
  requestAccount,
  saveProfile,
  startApplication,
  submitApplication,
  uploadDocument,
} from '../../../scripts/portal/applicant-moves.ts'
import type { Done, ProfileFields, ApplicationRequest } from '../../../scripts/portal/applicant-moves.ts'
import { trialPortal, type TrialPortal } from '../../../scripts/portal/testing/trial-portal.ts'
import { withKeptContent } from '../shared/kept-content.ts'
import { openCounterDesk, photoBytes, type CounterDesk } from './counter-desk.ts'

const never = new AbortController().signal

/** What a move at the portal gave; throws with its sentence where it was refused. */
export function done<T>(move: Done<T>): T {
  if ('refused' in move) throw new Error(move.refused)
  return move.done
}

/** An applicant with an account and a profile at the portal. */
export interface OnlinePerson {
  readonly account: PortalAccount
  readonly applicant: PortalApplicant
}

/** An office and its portal side by side, and the hand movements of both. */
export interface PortalDesk {
  readonly desk: CounterDesk
  readonly portal: TrialPortal
  readonly deps: PortalInboxDeps
  /** Sets the office’s portal: from here on the station itself sends and reads. */
  join(): Promise<void>
  /** Waits until nothing is left to send. */
  sent(): Promise<void>
  /** Waits until the office’s record is as expected. */
  until(id: string, expected: (state: ApplicationState) => boolean): Promise<ApplicationState>
  /** Reads the feed until nothing is left; gives how many changes were new. */
  pull(): Promise<number>
  register(nik: string, fields?: ProfileFields & { readonly name?: string }): OnlinePerson
  /** An application with a file for all that is asked for, still a draft. */
  draft(person: OnlinePerson, own?: Partial<ApplicationRequest>): PortalApplication
  /** The same, submitted. */
  apply(person: OnlinePerson, own?: Partial<ApplicationRequest>): PortalApplication
  upload(applicationId: string, requirementCode: string, words?: string): string
  close(): Promise<void>
}

/** Opens an office of Pontianak with the reference portal of its city. */
export async function openPortalDesk(
  own: Parameters<typeof trialPortal>[0] = {},
  now = '2026-11-23T02:24:00.000Z',
): Promise<PortalDesk> {
  const desk = await openCounterDesk(now)
  const portal = await trialPortal({
    ...own,
    limits: {
      fileBytes: 2_000_000,
      mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'],
      pagesPerDocument: 5,
    },
  })
  const { office } = portal.words
  const ignore = (): void => {}
  const deps: PortalInboxDeps = {
    office,
    work: withKeptContent(desk.besides.work, { has: () => Promise.resolve(false) }),
    clock: createClock(() => desk.office.now()),
    ids: createIdSource(),
    log: { info: ignore, warn: ignore, error: ignore },
    queries: desk.besides.queries,
  }
  const line = openPortalLineWith({ schedule, now: () => Date.now() })({
    base: portal.apiBase,
    clientId: 'loket',
    secret: 'rahasia',
    officeCode: office.profile.officeCode,
  })
  const readOnce = pullFromPortal(deps)
  const pull: PortalDesk['pull'] = async () => {
    let taken = 0
    for (;;) {
      const said = await readOnce(line, 0, never)
      if (said.kind !== 'done') throw new Error(`the feed answers ${JSON.stringify(said)}`)
      taken += said.value.taken
      if (!said.value.more) return taken
    }
  }
  const register: PortalDesk['register'] = (nik, fields = {}) => {
    const name = fields.name ?? 'Sari Wulandari'
    const email = `${randomUUID()}@example.org`
    const asked = { nik, name, email, phone: '081200000001', password: 'kata-sandi-panjang' }
    const account = done(requestAccount(portal.portal, asked, false))
    const applicant = done(
      saveProfile(portal.portal, account, {
        birthPlace: 'Pontianak',
        birthDate: '1990-06-05',
        sex: 'female',
        addressKtp: 'Jalan Ampera 4',
        ...fields,
      }),
    )
    return { account: { ...account, applicantId: applicant.id }, applicant }
  }
  const upload: PortalDesk['upload'] = (applicationId, requirementCode, words = '') => {
    const isPhoto = requirementCode.includes('PHOTO')
    const bytes = isPhoto
      ? photoBytes(words === '' ? undefined : words)
      : new Uint8Array([...pdfBytes(), ...new TextEncoder().encode(`\n%${words}`)])
    const file = isPhoto
      ? { fileName: 'foto.jpg', mediaType: 'image/jpeg', bytes }
      : { fileName: `${requirementCode}.pdf`, mediaType: 'application/pdf', bytes }
    return done(uploadDocument(portal.portal, applicationId, requirementCode, file)).id
  }
  const draft: PortalDesk['draft'] = ({ applicant }, own = {}) => {
    const application = startApplication(portal.portal, portal.words, applicant.id, {
      permitTypeCode: 'SIPD',
      kind: 'new',
      practiceOrdinal: 1,
      targetPermitNumber: null,
      reasonCode: null,
      str: { number: '6111100224000123', validUntil: null, lifetime: true, profession: 'dokter' },
      facility: {
        id: null,
        kind: 'facility',
        name: 'RSUD Kota Pontianak',
        type: 'facility',
        address: 'Jalan Kom Yos Sudarso',
        village: null,
        district: null,
      },
      schedule: [{ days: ['mon', 'tue', 'wed'], from: '17:00', until: '20:00' }],
      otherPermits: [],
      technical: {},
      ...own,
    })
    const offer = offerOf(office, application.permitTypeCode, portal.words.dayOf(portal.portal.instant()))
    const noPermit = { targetPermitId: null, targetPermitNumber: null, earlierPermit: null }
    const data = dataFrom(application as never, noPermit)
    const asked = offer
      ? requirementsFor(offer.regime, requirementFacts({ data, applicant: applicant as never }))
      : []
    for (const { code } of asked) upload(application.id, code, code.includes('PHOTO') ? '' : code)
    return application
  }
  return {
    desk,
    portal,
    deps,
    join: async () => {
      const typed = { base: portal.apiBase, clientId: 'loket', secret: 'rahasia' }
      const saved = await desk.admin.portal.saveServer.mutate(typed)
      if (!saved.ok) throw new Error(saved.refusal.code)
    },
    sent: async () => {
      for (;;) {
        const { unplanned, waiting, filesWaiting } = await desk.besides.queries.portalFigures()
        if (unplanned + waiting + filesWaiting === 0) return
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    until: async (id, expected) => {
      for (;;) {
        const state = await desk.besides.queries.findApplication(id)
        if (state && expected(state)) return state
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    pull,
    register,
    draft,
    apply: (person, own) => done(submitApplication(portal.portal, draft(person, own).id)),
    upload,
    close: async () => {
      await desk.close()
      // What waits at the feed behind a proxy is answered, so that nobody asks a portal that is closed.
      portal.portal.change(() =>
        portal.portal.store.put('message', randomUUID(), {}, portal.portal.instant()),
      )
      await new Promise((resolve) => setTimeout(resolve, 20))
      await portal.close()
    },
  }
}
