import { routeTargets } from '#domain/route.ts'
import { applicationKinds } from '#domain/permit-type.ts'
import type { Queries } from '#ports/queries.ts'
import type { Referral } from '#ports/records.ts'
import type { ReferralStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { ReferralRow } from '../rows/office-rows.ts'
import { oneOf } from './reading.ts'

export function makeReferralStore(trx: Knex): ReferralStore {
  return {
    async add(referral) {
      const row: ReferralRow = {
        id: referral.id,
        permit_type_code: referral.permitTypeCode,
        kind: referral.kind,
        route: referral.to,
        destination: referral.destination,
        referred_at: referral.at,
        referred_by: referral.by,
        station: referral.station,
      }
      const added = await trx<ReferralRow>('referrals').insert(row).onConflict('id').ignore().returning('id')
      return added.length > 0
    },
  }
}

export function makeReferralQueries(reader: Knex): Pick<Queries, 'listReferrals'> {
  return {
    async listReferrals({ from, until }) {
      const rows = await reader<ReferralRow>('referrals')
        .where('referred_at', '>=', from)
        .where('referred_at', '<', until)
        .orderBy(['referred_at', 'id'])
      return rows.map((row): Referral => ({
        id: row.id,
        permitTypeCode: row.permit_type_code,
        kind: oneOf(applicationKinds, row.kind, 'kind'),
        to: oneOf(routeTargets, row.route, 'route'),
        destination: row.destination,
        at: row.referred_at as Referral['at'],
        by: row.referred_by,
        station: row.station,
      }))
    },
  }
}
