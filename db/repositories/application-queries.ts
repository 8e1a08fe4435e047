import { numberKey } from '#domain/number-key.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { restingContent } from '#domain/resting-content.ts'
import type { Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { ApplicationRow, EventRow, ProductRow } from '../rows/application-rows.ts'
import type { ApplicantKeyRow, ApplicantRow } from '../rows/office-rows.ts'
import { fromApplicantRow } from './applicant-store.ts'
import { fromEventRow, fromStateJson } from './application-row.ts'
import { listStatesByMarks } from './lookalikes.ts'
import { inPortions } from './reading.ts'

type Names =
  | 'findApplications'
  | 'findApplication'
  | 'findByTrackingCode'
  | 'findByRegistrationNumber'
  | 'findByVerificationCode'
  | 'findByProductNumber'
  | 'history'
  | 'listHistories'
  | 'findApplicantByNik'
  | 'findApplicantByKeys'
  | 'listStatesByApplicant'
  | 'listLookalikes'
  | 'listApplicationIds'
  | 'listStatesOfCollectiveFiling'
  | 'countFileUses'

/** Finding one application or person by what identifies it. */
export function makeApplicationQueries(reader: Knex): Pick<Queries, Names> {
  const idBy = async (where: Partial<ApplicationRow>): Promise<string | undefined> =>
    (await reader<ApplicationRow>('applications').where(where).select('id').first())?.id
  return {
    async findApplication(id) {
      const row = await reader<ApplicationRow>('applications')
        .where({ id })
        .select('id', 'seq', 'state')
        .first()
      return row && fromStateJson(row)
    },
    async findApplications(ids) {
      const found: ApplicationState[] = []
      await inPortions([...new Set(ids)], async (portion) => {
        const rows = await reader<ApplicationRow>('applications')
          .whereIn('id', [...portion])
          .select('id', 'seq', 'state')
        found.push(...rows.map(fromStateJson))
      })
      return found
    },
    findByTrackingCode: (code) => idBy({ tracking_code: code }),
    findByRegistrationNumber: (text) => idBy({ registration_number: text }),
    async findByVerificationCode(code) {
      const where = { verification_code: code }
      return (await reader<ProductRow>('products').where(where).select('application_id').first())
        ?.application_id
    },
    async findByProductNumber(text) {
      // Two series may print the same text; the paper in force is the one that people hold.
      const row = await reader<ProductRow>('products')
        .whereRaw("number_text IS NOT NULL AND UPPER(REPLACE(number_text, ' ', '')) = ?", [numberKey(text)])
        .orderBy([{ column: 'given_up' }, { column: 'id', order: 'desc' }])
        .select('application_id')
        .first()
      return row?.application_id
    },
    async history(applicationId) {
      const rows = await reader<EventRow>('application_events')
        .where({ application_id: applicationId })
        .orderBy('seq')
      return rows.map(fromEventRow)
    },
    async listHistories(applicationIds) {
      const rows: EventRow[] = []
      await inPortions([...new Set(applicationIds)], async (portion) => {
        rows.push(
          ...(await reader<EventRow>('application_events')
            .whereIn('application_id', [...portion])
            .orderBy(['application_id', 'seq'])),
        )
      })
      const found = Map.groupBy(rows, (row) => row.application_id)
      return new Map([...found].map(([id, own]) => [id, own.map(fromEventRow)]))
    },
    async findApplicantByNik(nik) {
      const row = await reader<ApplicantRow>('applicants').where({ nik }).select('data').first()
      return row && fromApplicantRow(row)
    },
    async findApplicantByKeys(keys) {
      const known = await reader<ApplicantKeyRow>('applicant_keys').whereIn('key', [...keys])
      const owner = keys.flatMap((key) => known.filter((one) => one.key === key))[0]
      if (!owner) return undefined
      const row = await reader<ApplicantRow>('applicants')
        .where({ id: owner.applicant_id })
        .select('data')
        .first()
      return row && fromApplicantRow(row)
    },
    async listStatesByApplicant(applicantId) {
      const rows = await reader<ApplicationRow>('applications')
        .where({ applicant_id: applicantId })
        .orderBy('position')
        .select('id', 'seq', 'state')
      return rows.map(fromStateJson)
    },
    listLookalikes: (marks, limit) => listStatesByMarks(reader, marks, limit),
    async listStatesOfCollectiveFiling(filingId) {
      const rows = await reader<ApplicationRow>('applications')
        .where({ collective_filing_id: filingId })
        .orderBy('position')
        .select('id', 'seq', 'state')
      return rows.map(fromStateJson)
    },
    async countFileUses(sha256) {
      const like = `%${sha256}%`
      const rows = await reader<ApplicationRow>('applications')
        .where('state', 'like', like)
        .select('id', 'seq', 'state')
      const drafts = await reader('drafts').where('data', 'like', like).pluck('id')
      const slips = await reader('dispatches').where({ slip_sha256: sha256 }).pluck('id')
      return (
        rows.filter((row) => restingContent(fromStateJson(row)).has(sha256)).length +
        drafts.length +
        slips.length
      )
    },
    async listApplicationIds(after, limit) {
      const query = reader<ApplicationRow>('applications').orderBy('id').limit(limit)
      if (after !== null) query.where('id', '>', after)
      return query.pluck('id')
    },
  }
}
