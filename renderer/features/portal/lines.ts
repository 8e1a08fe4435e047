import type { AccountRequestView, ArrivalView, ConflictView } from '#contract/inbox.ts'
import type { PortalAsideView, PortalFileView } from '#contract/portal.ts'
import type { Instant } from '#domain/instant.ts'
import { portalMenderLabel } from '#domain/wording/portal.ts'
import { portalScreenWords as words } from '../../locales/portal.ts'
import type { Meaning } from '../../ui/status.tsx'

export const segments = ['conflicts', 'aside', 'arrivals', 'files', 'accounts'] as const
export type Segment = (typeof segments)[number]

/** A row of any of the lists. */
export interface PortalLine {
  readonly id: string
  readonly who: string
  readonly number: string | null
  readonly about: string
  readonly aboutNote: string
  readonly since: Instant
  readonly meaning: Meaning
  readonly mark: string
  /** null: of no dossier here. */
  readonly applicationId: string | null
}

export const conflictLine = (one: ConflictView): PortalLine => ({
  id: one.id,
  who: one.holderName ?? one.entityName,
  number: one.registrationNumber,
  about: one.label,
  aboutNote: one.entityName,
  since: one.foundAt,
  meaning: 'uncertain',
  mark: words.mark.open,
  applicationId: one.applicationId,
})

export const asideLine = (one: PortalAsideView): PortalLine => ({
  id: one.key,
  who: one.holderName ?? one.kindLabel,
  number: one.registrationNumber,
  about: one.kindLabel,
  aboutNote: one.sentence,
  since: one.since,
  meaning: one.isResent ? 'working' : 'refused',
  mark: one.isResent ? words.mark.resent : portalMenderLabel(one.mender),
  applicationId: one.applicationId,
})

const nameIn = ({ facts }: ArrivalView): string | undefined =>
  facts.find(({ label }) => label === words.facts.name)?.value

export const arrivalLine = (one: ArrivalView): PortalLine => ({
  id: one.id,
  who: one.holderName ?? nameIn(one) ?? one.entityName,
  number: one.registrationNumber,
  about: one.entityName,
  aboutNote: one.sentence,
  since: one.arrivedAt,
  meaning: 'uncertain',
  mark: words.mark.waiting,
  applicationId: one.applicationId,
})

export const fileLine =
  (said: (nextTryAt: Instant) => string) =>
  (one: PortalFileView): PortalLine => ({
    id: one.sha256,
    who: one.holderName ?? one.fileName,
    number: one.registrationNumber,
    about: one.requirement === '' ? one.fileName : one.requirement,
    aboutNote: one.sentence,
    since: one.since,
    meaning: one.nextTryAt === null ? 'uncertain' : 'working',
    mark: one.nextTryAt === null ? words.mark.waiting : said(one.nextTryAt),
    applicationId: one.applicationId,
  })

/** A request that was answered: by whom, when, and whether the portal knows. */
export const decidedLine = (one: AccountRequestView): PortalLine => ({
  ...accountLine(one),
  since: one.decision?.at ?? one.requestedAt,
  aboutNote: one.decision === null ? one.phone : words.account.decidedBy(one.decision.by),
  meaning: one.decision?.status === 'refused' ? 'refused' : 'done',
  mark: one.decision?.status === 'refused' ? words.account.refusedMark : words.account.approvedMark,
})

export const accountLine = (one: AccountRequestView): PortalLine => ({
  id: one.id,
  who: one.name,
  number: one.nik,
  about: one.email,
  aboutNote: one.phone,
  since: one.requestedAt,
  meaning: one.late ? 'late' : 'running',
  mark: one.timeText,
  applicationId: null,
})
