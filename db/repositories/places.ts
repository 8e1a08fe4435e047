import type { OfficeDate } from '#domain/office-date.ts'
import type { Knex } from 'knex'
import type { ApplicantRow } from '../rows/office-rows.ts'
import { marks, rowsOf } from './reading.ts'

/**
 * Counts the places that a person holds or asks for. A permit that another application renews, amends or
 * replaces counts once, as that application; one that has ended before `on` or was revoked by a decree does not count.
 * The person's row is locked, so that two stations cannot both find the last place free.
 */
export async function countPlaces(
  trx: Knex,
  applicantId: string,
  permitTypeCodes: readonly string[],
  on: OfficeDate,
): Promise<number> {
  await trx<ApplicantRow>('applicants').where({ id: applicantId }).select('id').forUpdate()
  if (permitTypeCodes.length === 0) return 0
  const rows = await rowsOf<{ places: number }>(
    trx,
    `SELECT count(*) AS places FROM applications a
      WHERE a.applicant_id = ? AND a.permit_type_code IN (${marks(permitTypeCodes)})
        AND a.kind <> 'revocation' AND a.refused_at IS NULL AND a.withdrawn_at IS NULL
        AND (a.issued_at IS NULL OR a.product_valid_until IS NULL OR a.product_valid_until >= ?)
        AND NOT EXISTS (
          SELECT 1 FROM applications later
          WHERE later.target_permit_id = a.product_id AND later.refused_at IS NULL AND later.withdrawn_at IS NULL
            AND (later.kind <> 'revocation' OR later.issued_at IS NOT NULL)
        )`,
    [applicantId, ...permitTypeCodes, on],
  )
  return rows[0]?.places ?? 0
}
