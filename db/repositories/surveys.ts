import {
  respondentAges,
  respondentEducations,
  respondentOccupations,
  respondentSexes,
  satisfactionElements,
  satisfactionScores,
  type Respondent,
  type SatisfactionAnswers,
  type SatisfactionCounts,
} from '#domain/satisfaction.ts'
import type { Queries, Span, SurveyFigures } from '#ports/queries.ts'
import type { SurveyInvitation } from '#ports/records.ts'
import type { SurveyStore } from '#ports/survey-store.ts'
import type { Knex } from 'knex'
import type { SurveyAnswerRow, SurveyInvitationRow } from '../rows/office-rows.ts'
import { isPostgres, oneOf, rowsOf } from './reading.ts'

const invitationOf = (row: SurveyInvitationRow): SurveyInvitation => ({
  applicationId: row.application_id,
  token: row.token,
  state: oneOf(['open', 'answered', 'declined'] as const, row.state, 'state of an invitation'),
  userId: row.user_id,
  askedAt: row.asked_at as SurveyInvitation['askedAt'],
})

const scoreColumns = (scores: SatisfactionAnswers) =>
  Object.fromEntries(satisfactionElements.map((one) => [`score_${one}`, scores[one]])) as unknown as Pick<
    SurveyAnswerRow,
    `score_${keyof SatisfactionAnswers}`
  >

/** Invitations and answers of the survey of satisfaction. */
export function makeSurveyStore(trx: Knex): SurveyStore {
  const locked = async (where: Partial<SurveyInvitationRow>) => {
    const query = trx<SurveyInvitationRow>('survey_invitations').where(where)
    const row = await (isPostgres(trx) ? query.forUpdate() : query).first()
    return row && invitationOf(row)
  }
  return {
    findOf: (applicationId) => locked({ application_id: applicationId }),
    find: (token) => locked({ token }),
    async invite({ applicationId, token, state, userId, askedAt }) {
      await trx<SurveyInvitationRow>('survey_invitations').insert({
        application_id: applicationId,
        token,
        state,
        user_id: userId,
        asked_at: askedAt,
      })
    },
    async end(token, state) {
      await trx<SurveyInvitationRow>('survey_invitations').where({ token }).update({ state })
    },
    async answer(answer) {
      const row: SurveyAnswerRow = {
        id: answer.id,
        answered_hour: answer.hour,
        way: answer.way,
        permit_type_code: answer.permitTypeCode,
        kind: answer.kind,
        ...scoreColumns(answer.scores),
        sex: answer.sex,
        age: answer.age,
        education: answer.education,
        occupation: answer.occupation,
        suggestion: answer.suggestion,
        entered_by: answer.enteredBy,
      }
      const added = await trx<SurveyAnswerRow>('survey_answers')
        .insert(row)
        .onConflict('id')
        .ignore()
        .returning('id')
      return added.length > 0
    },
  }
}

const inSpan = 'answered_hour >= ? AND answered_hour < ?'

const countColumns = satisfactionElements
  .flatMap((element) =>
    satisfactionScores.map(
      (score) => `sum(CASE WHEN score_${element} = ${score} THEN 1 ELSE 0 END) AS ${element}_${score}`,
    ),
  )
  .join(', ')

const respondentFacts = {
  sex: respondentSexes,
  age: respondentAges,
  education: respondentEducations,
  occupation: respondentOccupations,
} as const satisfies Record<keyof Respondent, readonly string[]>

interface CountedRow {
  readonly value: string | null
  readonly respondents: number
}

/** What was answered, counted. */
export function makeSurveyQueries(
  reader: Knex,
): Pick<Queries, 'surveyFigures' | 'listSuggestions' | 'findOpenSurvey' | 'findSurveyOf'> {
  const counted = (column: string, span: Span, permitTypeCode: string | null) =>
    rowsOf<CountedRow>(
      reader,
      `SELECT ${column} AS value, count(*) AS respondents FROM survey_answers
        WHERE ${inSpan} ${permitTypeCode === null ? '' : 'AND permit_type_code = ?'} GROUP BY ${column}`,
      [span.from, span.until, ...(permitTypeCode === null ? [] : [permitTypeCode])],
    )
  const facts = async (span: Span, permitTypeCode: string | null, fact: keyof Respondent) => {
    const rows = await counted(fact, span, permitTypeCode)
    return [...respondentFacts[fact], null].map((value) => ({
      value,
      respondents: Number(rows.find((row) => row.value === value)?.respondents ?? 0),
    }))
  }
  return {
    async surveyFigures(span, permitTypeCode): Promise<SurveyFigures> {
      const [sums] = await rowsOf<Readonly<Record<string, number | string | null>>>(
        reader,
        `SELECT ${countColumns} FROM survey_answers
          WHERE ${inSpan} ${permitTypeCode === null ? '' : 'AND permit_type_code = ?'}`,
        [span.from, span.until, ...(permitTypeCode === null ? [] : [permitTypeCode])],
      )
      const counts = Object.fromEntries(
        satisfactionElements.map((element) => [
          element,
          satisfactionScores.map((score) => Number(sums?.[`${element}_${score}`] ?? 0)),
        ]),
      ) as unknown as SatisfactionCounts
      const types = await counted('permit_type_code', span, permitTypeCode)
      const ways = await counted('way', span, permitTypeCode)
      const wayCount = (way: string) => Number(ways.find((row) => row.value === way)?.respondents ?? 0)
      return {
        counts,
        byType: types
          .map((row) => ({ code: row.value ?? '', respondents: Number(row.respondents) }))
          .sort((a, b) => b.respondents - a.respondents || (a.code < b.code ? -1 : 1)),
        respondents: {
          sex: await facts(span, permitTypeCode, 'sex'),
          age: await facts(span, permitTypeCode, 'age'),
          education: await facts(span, permitTypeCode, 'education'),
          occupation: await facts(span, permitTypeCode, 'occupation'),
        },
        ways: { screen: wayCount('screen'), paper: wayCount('paper') },
      }
    },
    async listSuggestions({ from, until }, limit) {
      const rows = await reader<SurveyAnswerRow>('survey_answers')
        .where('answered_hour', '>=', from)
        .where('answered_hour', '<', until)
        .whereNotNull('suggestion')
        .orderBy([{ column: 'answered_hour', order: 'desc' }, { column: 'id' }])
        .limit(limit)
      return rows.map((row) => ({
        hour: row.answered_hour as Span['from'],
        permitTypeCode: row.permit_type_code,
        text: row.suggestion ?? '',
      }))
    },
    async findOpenSurvey(userId) {
      const row = await reader<SurveyInvitationRow>('survey_invitations')
        .where({ user_id: userId, state: 'open' })
        .orderBy('asked_at', 'desc')
        .first()
      return row && invitationOf(row)
    },
    async findSurveyOf(applicationId) {
      const row = await reader<SurveyInvitationRow>('survey_invitations')
        .where({ application_id: applicationId })
        .first()
      return row && invitationOf(row)
    },
  }
}
