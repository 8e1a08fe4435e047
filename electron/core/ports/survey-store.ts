import type { SurveyAnswer, SurveyInvitation } from './records.ts'

/** The survey of satisfaction. Writing only, inside `UnitOfWork.run`. */
export interface SurveyStore {
  /** Under lock; undefined: nobody was asked about this application. */
  findOf(applicationId: string): Promise<SurveyInvitation | undefined>
  /** Under lock, by its token. */
  find(token: string): Promise<SurveyInvitation | undefined>
  /** Adds an invitation. Throws when the application has one. */
  invite(invitation: SurveyInvitation): Promise<void>
  end(token: string, state: 'answered' | 'declined'): Promise<void>
  /** Keeps an answer. Repeatable by id: false when it was kept before. */
  answer(answer: SurveyAnswer): Promise<boolean>
}
