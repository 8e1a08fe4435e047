import type { LegalisationLine, Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { OfficialNumberRow } from '../rows/office-rows.ts'
import { makeApplicationQueries } from './application-queries.ts'

/** The register of legalisations: lines of the register of numbers, each with the dossier that tells the rest. */
export function makeLegalisationQueries(reader: Knex): Pick<Queries, 'listLegalisations'> {
  const { findApplications } = makeApplicationQueries(reader)
  return {
    async listLegalisations({ from, until }) {
      const rows = await reader<OfficialNumberRow>('official_numbers')
        .where({ document: 'legalisation' })
        .where('taken_at', '>=', from)
        .where('taken_at', '<', until)
        .orderBy(['series', 'scope', 'serial'])
      const states = await findApplications(rows.map((one) => one.application_id))
      const byId = new Map(states.map((one) => [one.id, one]))
      return rows.flatMap((row): LegalisationLine[] => {
        const state = byId.get(row.application_id)
        const legalisation = state?.legalisations?.find((one) => one.id === row.subject_id)
        return state && legalisation ? [{ legalisation, state }] : []
      })
    },
  }
}
