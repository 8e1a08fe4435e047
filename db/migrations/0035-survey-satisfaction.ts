import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

const elements = [
  'requirements',
  'procedure',
  'time',
  'fee',
  'product',
  'competence',
  'conduct',
  'complaints',
  'facilities',
]

/**
 * The survey of satisfaction: whom somebody was asked about, and what was answered. Nothing joins the two: an answer bears an
 * id of chance, the hour and no more, and its table keeps no order of arrival.
 */
export async function up(knex: Knex): Promise<void> {
  const { text, whole, closeByKey } = tableWords(knex)
  const scores = elements.map((one) => `score_${one} ${whole} NOT NULL CHECK (score_${one} BETWEEN 1 AND 4)`)
  await runAll(knex, [
    `CREATE TABLE survey_invitations (
      application_id ${text} NOT NULL PRIMARY KEY REFERENCES applications (id),
      token ${text} NOT NULL UNIQUE,
      state ${text} NOT NULL CHECK (state IN ('open', 'answered', 'declined')),
      user_id ${text} NOT NULL,
      asked_at ${text} NOT NULL
    ${closeByKey}`,
    `CREATE TABLE survey_answers (
      id ${text} NOT NULL PRIMARY KEY,
      answered_hour ${text} NOT NULL,
      way ${text} NOT NULL CHECK (way IN ('screen', 'paper')),
      permit_type_code ${text} NOT NULL,
      kind ${text} NOT NULL,
      ${scores.join(',\n      ')},
      sex ${text},
      age ${text},
      education ${text},
      occupation ${text},
      suggestion ${text},
      entered_by ${text}
    ${closeByKey}`,
    'CREATE INDEX survey_answers_hour ON survey_answers (answered_hour)',
  ])
}
