import { applicantKeys } from '#domain/applicant-keys.ts'
import type { Applicant } from '#domain/application.ts'
import type { Instant } from '#domain/instant.ts'
import type { ApplicantStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { ApplicantKeyRow, ApplicantRow } from '../rows/office-rows.ts'
import { inPortions, isPostgres, jsonOf, objectOf } from './reading.ts'

export const fromApplicantRow = (row: Pick<ApplicantRow, 'data'>): Applicant =>
  objectOf<Applicant>(row.data, ['id', 'kind', 'nik', 'name', 'identity'], 'applicant')

export function makeApplicantStore(trx: Knex): ApplicantStore {
  const findBy = async (where: Partial<ApplicantRow>): Promise<Applicant | undefined> => {
    const row = await trx<ApplicantRow>('applicants').where(where).select('data').forUpdate().first()
    return row && fromApplicantRow(row)
  }
  return {
    find: (id) => findBy({ id }),
    async findAll(ids) {
      const rows = await trx<ApplicantRow>('applicants')
        .whereIn('id', [...ids])
        .orderBy('id')
        .select('data')
      return rows.map(fromApplicantRow)
    },
    async findByNik(nik) {
      // Where several stations write, a NIK that is not there yet has no row to lock; so its text is.
      if (isPostgres(trx))
        await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`nik ${nik}`])
      return findBy({ nik })
    },
    async findByKeys(keys) {
      // Sorted, so that two stations that ask for the same ones never wait for each other in a circle.
      for (const key of isPostgres(trx) ? [...keys].sort() : [])
        await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`applicant ${key}`])
      const known = await trx<ApplicantKeyRow>('applicant_keys').whereIn('key', [...keys])
      const owner = keys.flatMap((key) => known.filter((one) => one.key === key))[0]
      let found = owner && (await findBy({ id: owner.applicant_id }))
      while (found?.joinedTo !== undefined) found = await findBy({ id: found.joinedTo })
      return found
    },
    async save(applicant, at) {
      await trx<ApplicantRow>('applicants')
        .insert(toApplicantRow(applicant, at))
        .onConflict('id')
        .merge(['kind', 'nik', 'name', 'data', 'updated_at'])
      await saveKeys(trx, [applicant])
    },
    async bringIn(people) {
      const rows = people.map(({ applicant, at }) => toApplicantRow(applicant, at))
      await inPortions(rows, (portion) => trx<ApplicantRow>('applicants').insert([...portion]))
      await saveKeys(
        trx,
        people.map((one) => one.applicant),
      )
    },
  }
}

const toApplicantRow = (applicant: Applicant, at: Instant): ApplicantRow => ({
  id: applicant.id,
  kind: applicant.kind,
  nik: applicant.nik,
  name: applicant.name,
  data: jsonOf(applicant, 'applicant'),
  created_at: at,
  updated_at: at,
})

/** A key that somebody has already stays theirs. */
async function saveKeys(trx: Knex, applicants: readonly Applicant[]): Promise<void> {
  const keys = applicants.flatMap((one) => applicantKeys(one).map((key) => ({ key, applicant_id: one.id })))
  await inPortions(keys, (portion) =>
    trx<ApplicantKeyRow>('applicant_keys')
      .insert([...portion])
      .onConflict('key')
      .ignore(),
  )
}
