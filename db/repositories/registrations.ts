import type { Queries, RegistrationLine } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { ApplicationRow } from '../rows/application-rows.ts'
import type { OfficialNumberRow } from '../rows/office-rows.ts'
import { fromLineRow, lineColumns, type LineRow } from './dossier-line.ts'
import { toNumberLine } from './office-queries.ts'
import { inPortions } from './reading.ts'

/** The incoming register: every number of the series of receipts, with the dossier that was taken in on it. */
export const makeRegistrationQueries = (reader: Knex): Pick<Queries, 'listRegistrations'> => ({
  async listRegistrations(series, { from, until }) {
    const rows = await reader<OfficialNumberRow>('official_numbers')
      .where({ series })
      .where('taken_at', '>=', from)
      .where('taken_at', '<', until)
      .orderBy(['scope', 'serial'])
    const dossiers = new Map<string, LineRow>()
    await inPortions([...new Set(rows.map((one) => one.application_id))], async (portion) => {
      const found = await reader<ApplicationRow>('applications')
        .whereIn('id', [...portion])
        .select([...lineColumns])
      for (const one of found) dossiers.set(one.id, one)
    })
    return rows.map((row): RegistrationLine => {
      const dossier = dossiers.get(row.application_id)
      return { number: toNumberLine(row), dossier: dossier ? fromLineRow(dossier) : null }
    })
  },
})
