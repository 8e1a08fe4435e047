import { addMs, type Instant } from '#domain/instant.ts'
import { isAfter, type OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays, startOfDay } from '#domain/office-zone.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  sampleSize,
  satisfactionResult,
  type Respondent,
  type SatisfactionAnswers,
  type SatisfactionResult,
  type SurveyInvitationRefusal,
  type SurveyRefusal,
} from '#domain/satisfaction.ts'
import type { Queries, SurveyFigures, Suggestion } from '#ports/queries.ts'
import type { SurveyInvitation } from '#ports/records.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'

/** What somebody said, on a screen or on paper. */
export interface SurveySheet {
  readonly scores: SatisfactionAnswers
  readonly respondent: Respondent
  /** As typed; blanks alone are no suggestion. */
  readonly suggestion: string | null
}

/** Long enough that nobody guesses another one's. */
const tokenBytes = 16

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const wordsOf = (typed: string | null): string | null => {
  const words = typed?.trim() ?? ''
  return words === '' ? null : words
}

// The minute would lead to whoever stood at the counter.
const hourOf = (at: Instant): Instant => `${at.slice(0, 13)}:00:00.000Z` as Instant
const hourMs = 3_600_000

/**
 * Asks the applicant for their opinion after the handover, with a token that the survey's screen is opened by. Repeatable while
 * it is open; refuses before the handover, and what was answered or declined: one answer for one application.
 */
export const askSurvey =
  ({ work, clock, ids }: DossierDeps) =>
  (
    order: { readonly applicationId: string },
    who: SignedIn,
  ): Promise<Result<SurveyInvitation, SurveyInvitationRefusal>> =>
    work.run<SurveyInvitation, SurveyInvitationRefusal>(async ({ applications, surveys }) => {
      const state = await applications.find(order.applicationId)
      if (!state) return refuse({ code: 'application-unknown' })
      if (state.handedOverAt === null) return refuse({ code: 'survey-before-handover' })
      const before = await surveys.findOf(state.id)
      if (before && before.state !== 'open') return refuse({ code: 'survey-done' })
      if (before) return ok(before)
      const invitation: SurveyInvitation = {
        applicationId: state.id,
        token: hexOf(ids.randomBytes(tokenBytes)),
        state: 'open',
        userId: who.user.id,
        askedAt: clock.now(),
      }
      await surveys.invite(invitation)
      return ok(invitation)
    })

/**
 * Keeps what somebody answered on the screen. The invitation ends in the same transaction, and nothing that is kept joins the
 * two. Not repeatable: the second one is refused with `survey-ended`, after a lost answer too, and nothing is counted twice.
 */
export const answerSurvey =
  ({ work, clock, ids }: DossierDeps) =>
  (order: SurveySheet & { readonly token: string }): Promise<Result<null, SurveyRefusal>> =>
    work.run<null, SurveyRefusal>(async ({ applications, surveys }) => {
      const invitation = await surveys.find(order.token)
      if (!invitation) return refuse({ code: 'survey-unknown' })
      if (invitation.state !== 'open') return refuse({ code: 'survey-ended' })
      const state = await applications.find(invitation.applicationId)
      if (!state) throw new Error('somebody was asked about an application that is gone')
      await surveys.end(order.token, 'answered')
      const hour = hourOf(clock.now())
      await surveys.answer({
        id: hexOf(ids.randomBytes(tokenBytes)),
        hour,
        knownAt: addMs(hour, hourMs),
        way: 'screen',
        permitTypeCode: state.data.permitTypeCode,
        kind: state.data.kind,
        scores: order.scores,
        ...order.respondent,
        suggestion: wordsOf(order.suggestion),
        enteredBy: null,
      })
      return ok(null)
    })

/** Whoever was asked does not want to answer. Repeatable; refuses a survey that was answered. */
export const declineSurvey =
  ({ work }: DossierDeps) =>
  (order: { readonly token: string }): Promise<Result<null, SurveyRefusal>> =>
    work.run<null, SurveyRefusal>(async ({ surveys }) => {
      const invitation = await surveys.find(order.token)
      if (!invitation) return refuse({ code: 'survey-unknown' })
      if (invitation.state === 'answered') return refuse({ code: 'survey-ended' })
      await surveys.end(order.token, 'declined')
      return ok(null)
    })

export type SurveySheetRefusal =
  | { readonly code: 'survey-day-ahead'; readonly today: OfficeDate }
  | { readonly code: 'type-not-offered'; readonly typed: string }

/**
 * Types a sheet of paper in that lay in the box: it names a day and a service, nobody's name.
 *
 * @param order.id  minted with the first try: a repeat is the same sheet
 * @returns whether it was new
 */
export const enterSurveySheet =
  ({ office, work, clock }: DossierDeps) =>
  (
    order: SurveySheet & {
      readonly id: string
      readonly day: OfficeDate
      readonly permitTypeCode: string
      readonly kind: ApplicationKind
    },
    who: SignedIn,
  ): Promise<Result<boolean, SurveySheetRefusal>> =>
    work.run<boolean, SurveySheetRefusal>(async ({ surveys }) => {
      const now = clock.now()
      const today = officeToday(office, now)
      if (isAfter(order.day, today)) return refuse({ code: 'survey-day-ahead', today })
      if (!office.types.some(({ code }) => code === order.permitTypeCode))
        return refuse({ code: 'type-not-offered', typed: order.permitTypeCode })
      const isNew = await surveys.answer({
        id: order.id,
        hour: startOfDay(order.day, office.profile.timeZone),
        knownAt: now,
        way: 'paper',
        permitTypeCode: order.permitTypeCode,
        kind: order.kind,
        scores: order.scores,
        ...order.respondent,
        suggestion: wordsOf(order.suggestion),
        enteredBy: who.user.name,
      })
      return ok(isNew)
    })

/** The survey of a span of days, as PermenPAN-RB 14/2017 reports it. */
export interface SurveyReport {
  readonly from: OfficeDate
  readonly to: OfficeDate
  /** null: of all services. */
  readonly permitTypeCode: string | null
  readonly figures: SurveyFigures
  /** null: nobody has answered. */
  readonly result: SatisfactionResult | null
  /** Dossiers handed over in the span: who could have answered. */
  readonly served: number
  /** How many must have answered for the index to speak for all who were served. */
  readonly sample: number
  readonly suggestions: readonly Suggestion[]
}

/** Suggestions that a report shows; further ones are found by a shorter span. */
const mostSuggestions = 200

/**
 * Makes the report of a span from committed data; only reads.
 *
 * @param asOf  what the office knew before this moment, of screens what was answered in hours that were over; null: all
 */
export const surveyReport =
  ({ office, queries }: { readonly office: Office; readonly queries: Queries }) =>
  async (
    from: OfficeDate,
    to: OfficeDate,
    permitTypeCode: string | null,
    asOf: Instant | null,
  ): Promise<SurveyReport> => {
    const span = boundsOfDays(from, to, office.profile.timeZone)
    const narrowed = permitTypeCode === null ? {} : { 'permit-type': permitTypeCode }
    const handedOver = {
      days: { from, through: to },
      kinds: ['handed-over'],
      where: narrowed,
      asOf,
    } as const
    const [figures, counts, suggestions] = await Promise.all([
      queries.surveyFigures(span, permitTypeCode, asOf),
      queries.countFacts(handedOver, { by: null, per: null }),
      queries.listSuggestions(span, permitTypeCode, mostSuggestions, asOf),
    ])
    const served = counts.reduce((total, { n }) => total + n, 0)
    return {
      from,
      to,
      permitTypeCode,
      figures,
      result: satisfactionResult(figures.counts),
      served,
      sample: sampleSize(served),
      suggestions,
    }
  }
