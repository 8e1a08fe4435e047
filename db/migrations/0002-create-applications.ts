import type { Knex } from 'knex'
import { runAll, tableWords, type TableWords } from './dialect.ts'

const applications = ({ text, whole, counter, close }: TableWords): string => `CREATE TABLE applications (
  position ${counter},
  id ${text} NOT NULL UNIQUE,
  seq ${whole} NOT NULL CHECK (seq > 0),
  registration_number ${text} NOT NULL UNIQUE,
  tracking_code ${text} NOT NULL UNIQUE,
  applicant_id ${text} NOT NULL REFERENCES applicants (id),
  holder_name ${text} NOT NULL,
  nik ${text},
  permit_type_code ${text} NOT NULL,
  kind ${text} NOT NULL,
  practice_ordinal ${whole},
  facility_name ${text},
  channel ${text} NOT NULL,
  target_permit_id ${text},
  profile_code ${text} NOT NULL,
  filed_on ${text} NOT NULL,
  status ${text} NOT NULL,
  clock ${text} NOT NULL,
  open_stages ${text} NOT NULL,
  submitted_at ${text} NOT NULL,
  accepted_at ${text},
  due_on ${text},
  due_before ${text},
  returned_at ${text},
  note ${text},
  product_id ${text},
  product_kind ${text},
  product_number ${text},
  product_issued_on ${text},
  product_valid_until ${text},
  signed ${whole} NOT NULL CHECK (signed IN (0, 1)),
  issued_at ${text},
  refused_at ${text},
  withdrawn_at ${text},
  handed_over_at ${text},
  search_text ${text} NOT NULL,
  state ${text} NOT NULL
${close}`

const openStages = ({ text, closeByKey }: TableWords): string => `CREATE TABLE application_open_stages (
  application_id ${text} NOT NULL REFERENCES applications (id),
  stage ${text} NOT NULL,
  since ${text} NOT NULL,
  PRIMARY KEY (stage, application_id)
${closeByKey}`

const products = ({ text, whole, close }: TableWords): string => `CREATE TABLE products (
  id ${text} NOT NULL PRIMARY KEY,
  application_id ${text} NOT NULL REFERENCES applications (id),
  kind ${text} NOT NULL,
  verification_code ${text} NOT NULL UNIQUE,
  given_up ${whole} NOT NULL CHECK (given_up IN (0, 1)),
  number_series ${text},
  number_scope ${text},
  number_serial ${whole},
  number_text ${text},
  issued_on ${text},
  valid_until ${text},
  signature_method ${text},
  signed_on ${text},
  signed_at ${text},
  activated_at ${text}
${close}`

export async function up(knex: Knex): Promise<void> {
  const words = tableWords(knex)
  await runAll(knex, [
    applications(words),
    'CREATE INDEX applications_applicant ON applications (applicant_id, permit_type_code)',
    'CREATE INDEX applications_target ON applications (target_permit_id) WHERE target_permit_id IS NOT NULL',
    'CREATE INDEX applications_submitted ON applications (submitted_at, permit_type_code)',
    'CREATE INDEX applications_returned ON applications (returned_at) WHERE returned_at IS NOT NULL',
    'CREATE INDEX applications_issued ON applications (issued_at, permit_type_code) WHERE issued_at IS NOT NULL',
    'CREATE INDEX applications_refused ON applications (refused_at, permit_type_code) WHERE refused_at IS NOT NULL',
    'CREATE INDEX applications_handed_over ON applications (handed_over_at, permit_type_code) WHERE handed_over_at IS NOT NULL',
    // Nearly everything is handed over in the end; the few that are not are looked for all day.
    'CREATE INDEX applications_not_handed_over ON applications (status) WHERE handed_over_at IS NULL AND withdrawn_at IS NULL',
    openStages(words),
    'CREATE INDEX application_open_stages_application ON application_open_stages (application_id)',
    products(words),
    'CREATE INDEX products_application ON products (application_id)',
    'CREATE INDEX products_number_text ON products (number_text) WHERE number_text IS NOT NULL',
    `CREATE UNIQUE INDEX products_number ON products (number_series, number_text)
      WHERE number_text IS NOT NULL AND given_up = 0`,
  ])
}
