import { randomUUID } from 'node:crypto'
import type { PortalAccount, PortalApplicant, PortalApplication } from '#adapters/portal/wire-entities.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import { dataFrom } from '#domain/portal-online.ts'
import { photoBytes } from '#hosts/testing/counter-desk.ts'
import { offerOf } from '#services/offers.ts'
import { requirementFacts } from '#services/move-facts.ts'
import {
  requestAccount,
  saveProfile,
  startApplication,
  submitApplication,
  uploadDocument,
} from '../applicant-moves.ts'
import type { Done, ProfileFields, ApplicationRequest } from '../applicant-moves.ts'
import type { TrialPortal } from './trial-portal.ts'

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

/** What applicants do at a portal. */
export interface OnlineMoves {
  register(nik: string, fields?: ProfileFields & { readonly name?: string }): OnlinePerson
  /** An application with a file for all that is asked for, still a draft. */
  draft(person: OnlinePerson, own?: Partial<ApplicationRequest>): PortalApplication
  /** The same, submitted. */
  apply(person: OnlinePerson, own?: Partial<ApplicationRequest>): PortalApplication
  upload(applicationId: string, requirementCode: string, words?: string): string
}

/** Applicants of a reference portal, who apply for a SIPD unless told otherwise. */
export function onlineMoves(portal: TrialPortal): OnlineMoves {
  const { office } = portal.words
  const register: OnlineMoves['register'] = (nik, fields = {}) => {
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
  const upload: OnlineMoves['upload'] = (applicationId, requirementCode, words = '') => {
    const isPhoto = requirementCode.includes('PHOTO')
    const bytes = isPhoto
      ? photoBytes(words === '' ? undefined : words)
      : new Uint8Array([...pdfBytes(), ...new TextEncoder().encode(`\n%${words}`)])
    const file = isPhoto
      ? { fileName: 'foto.jpg', mediaType: 'image/jpeg', bytes }
      : { fileName: `${requirementCode}.pdf`, mediaType: 'application/pdf', bytes }
    return done(uploadDocument(portal.portal, applicationId, requirementCode, file)).id
  }
  const draft: OnlineMoves['draft'] = ({ applicant }, own = {}) => {
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
    register,
    draft,
    apply: (person, own) => done(submitApplication(portal.portal, draft(person, own).id)),
    upload,
  }
}
