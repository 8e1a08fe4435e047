import { applicationKinds } from '#domain/permit-type.ts'
import { consultationChannels } from '#domain/service-standard.ts'
import type { Queries } from '#ports/queries.ts'
import type { Consultation } from '#ports/records.ts'
import type { ConsultationStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { ConsultationRow } from '../rows/office-rows.ts'
import { oneOf } from './reading.ts'

export function makeConsultationStore(trx: Knex): ConsultationStore {
  return {
    async add(consultation) {
      const row: ConsultationRow = {
        id: consultation.id,
        permit_type_code: consultation.permitTypeCode,
        kind: consultation.kind,
        channel: consultation.channel,
        question: consultation.question,
        answered_at: consultation.at,
        answered_by: consultation.by,
        station: consultation.station,
      }
      const added = await trx<ConsultationRow>('consultations')
        .insert(row)
        .onConflict('id')
        .ignore()
        .returning('id')
      return added.length > 0
    },
  }
}

export function makeConsultationQueries(reader: Knex): Pick<Queries, 'listConsultations'> {
  return {
    async listConsultations({ from, until }) {
      const rows = await reader<ConsultationRow>('consultations')
        .where('answered_at', '>=', from)
        .where('answered_at', '<', until)
        .orderBy(['answered_at', 'id'])
      return rows.map((row): Consultation => ({
        id: row.id,
        permitTypeCode: row.permit_type_code,
        kind: oneOf(applicationKinds, row.kind, 'kind'),
        channel: oneOf(consultationChannels, row.channel, 'channel'),
        question: row.question,
        at: row.answered_at as Consultation['at'],
        by: row.answered_by,
        station: row.station,
      }))
    },
  }
}
