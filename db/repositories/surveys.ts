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
        known_at: answer.knownAt,
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

/** What was answered in a span, as the office knew it before a moment; null: now. */
function answeredIn(
  { from, until }: Span,
  permitTypeCode: string | null,
  asOf: Instant | null,
): { readonly sql: string; readonly bindings: readonly string[] } {
  const narrowed = [
    ...(permitTypeCode === null ? [] : [{ sql: 'permit_type_code = ?', value: permitTypeCode }]),
    ...(asOf === null ? [] : [{ sql: 'known_at < ?', value: asOf }]),
  ]
  return {
    sql: ['answered_hour >= ? AND answered_hour < ?', ...narrowed.map((one) => one.sql)].join(' AND '),
    bindings: [from, until, ...narrowed.map((one) => one.value)],
  }
}

type Instant = Span['from']
type Asked = ReturnType<typeof answeredIn>

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
  const counted = (column: string, { sql, bindings }: Asked) =>
    rowsOf<CountedRow>(
      reader,
      `SELECT ${column} AS value, count(*) AS respondents FROM survey_answers WHERE ${sql} GROUP BY ${column}`,
      bindings,
    )
  const facts = async (asked: Asked, fact: keyof Respondent) => {
    const rows = await counted(fact, asked)
    return [...respondentFacts[fact], null].map((value) => ({
      value,
      respondents: Number(rows.find((row) => row.value === value)?.respondents ?? 0),
    }))
  }
  return {
    async surveyFigures(span, permitTypeCode, asOf): Promise<SurveyFigures> {
      const asked = answeredIn(span, permitTypeCode, asOf)
      const [sums] = await rowsOf<Readonly<Record<string, number | string | null>>>(
        reader,
        `SELECT ${countColumns} FROM survey_answers WHERE ${asked.sql}`,
        asked.bindings,
      )
      const counts = Object.fromEntries(
        satisfactionElements.map((element) => [
          element,
          satisfactionScores.map((score) => Number(sums?.[`${element}_${score}`] ?? 0)),
        ]),
      ) as unknown as SatisfactionCounts
      const types = await counted('permit_type_code', asked)
      const ways = await counted('way', asked)
      const wayCount = (way: string) => Number(ways.find((row) => row.value === way)?.respondents ?? 0)
      return {
        counts,
        byType: types
          .map((row) => ({ code: row.value ?? '', respondents: Number(row.respondents) }))
          .sort((a, b) => b.respondents - a.respondents || (a.code < b.code ? -1 : 1)),
        respondents: {
          sex: await facts(asked, 'sex'),
          age: await facts(asked, 'age'),
          education: await facts(asked, 'education'),
          occupation: await facts(asked, 'occupation'),
        },
        ways: { screen: wayCount('screen'), paper: wayCount('paper') },
      }
    },
    async listSuggestions(span, permitTypeCode, limit, asOf) {
      const { sql, bindings } = answeredIn(span, permitTypeCode, asOf)
      const rows = await reader<SurveyAnswerRow>('survey_answers')
        .whereRaw(sql, bindings)
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
