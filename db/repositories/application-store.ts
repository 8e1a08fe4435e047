import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { ZoneName } from '#domain/office-zone.ts'
import type { ApplicationStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { ApplicationRow, EventRow, OpenStageRow, ProductRow } from '../rows/application-rows.ts'
import type { ApplicantRow } from '../rows/office-rows.ts'
import { fromStateJson, toApplicationRow, toEventRow, toProductRow } from './application-row.ts'
import { writeSearchWords } from './search-words.ts'

type Stored = Pick<ApplicationRow, 'position' | 'seq' | 'search_text'>

/** Applications and everything derived from them, on one transaction. `zone` is the office's own. */
export function makeApplicationStore(trx: Knex, zone: ZoneName): ApplicationStore {
  const findBy = async (where: Partial<ApplicationRow>): Promise<ApplicationState | undefined> => {
    const row = await trx<ApplicationRow>('applications')
      .where(where)
      .select('id', 'seq', 'state')
      .forUpdate()
      .first()
    return row && fromStateJson(row)
  }
  return {
    find: (id) => findBy({ id }),
    findByRegistrationNumber: (text) => findBy({ registration_number: text }),
    async listPromised(after, limit) {
      const query = trx<ApplicationRow>('applications')
        .whereNotNull('due_on')
        .whereNull('issued_at')
        .whereNull('refused_at')
        .whereNull('withdrawn_at')
        .orderBy('id')
        .limit(limit)
      if (after !== null) query.where('id', '>', after)
      return query.pluck('id')
    },
    async save(state, events) {
      requireContinuation(state, events)
      const row = toApplicationRow(state, zone)
      const before = await trx<ApplicationRow>('applications')
        .where({ id: state.id })
        .select('position', 'seq', 'search_text')
        .forUpdate()
        .first<Stored | undefined>()
      const expected = state.seq - events.length
      if ((before?.seq ?? 0) !== expected)
        throw new Error(`${state.id} has ${before?.seq ?? 0} events, the new ones follow event ${expected}`)
      if (before) await trx<ApplicationRow>('applications').where({ id: state.id }).update(row)
      else await trx<ApplicationRow>('applications').insert(row)
      await appendEvents(trx, events)
      await replaceOpenStages(trx, state)
      await saveProducts(trx, state)
      if (before?.search_text !== row.search_text)
        await writeSearchWords(trx, before?.position ?? (await positionOf(trx, state.id)), row.search_text)
    },
    async listByApplicant(applicantId) {
      await trx<ApplicantRow>('applicants').where({ id: applicantId }).select('id').forUpdate()
      const rows = await trx<ApplicationRow>('applications')
        .where({ applicant_id: applicantId })
        .orderBy('position')
        .select('id', 'seq', 'state')
      return rows.map(fromStateJson)
    },
    async listByCollectiveFiling(filingId) {
      const rows = await trx<ApplicationRow>('applications')
        .where({ collective_filing_id: filingId })
        .orderBy('position')
        .select('id', 'seq', 'state')
      return rows.map(fromStateJson)
    },
    async findByProductNumber(text) {
      const row = await trx<ProductRow>('products')
        .where({ number_text: text })
        .orderBy([{ column: 'given_up' }, { column: 'id', order: 'desc' }])
        .select('application_id')
        .first()
      return row && findBy({ id: row.application_id })
    },
  }
}

function requireContinuation(state: ApplicationState, events: readonly ApplicationEvent[]): void {
  const first = state.seq - events.length + 1
  events.forEach((event, index) => {
    if (event.applicationId !== state.id)
      throw new Error(`event ${event.id} is not of application ${state.id}`)
    if (event.seq !== first + index)
      throw new Error(`event ${event.id} is not number ${first + index} of ${state.id}`)
  })
}

/** A whole history may come at once when dossiers are brought in; a statement takes only so many values. */
async function appendEvents(trx: Knex, events: readonly ApplicationEvent[]): Promise<void> {
  const rows = events.map(toEventRow)
  for (let first = 0; first < rows.length; first += 100)
    await trx<EventRow>('application_events').insert(rows.slice(first, first + 100))
}

async function positionOf(trx: Knex, id: string): Promise<number> {
  const row = await trx<ApplicationRow>('applications').where({ id }).select('position').first()
  if (!row) throw new Error(`application ${id} is not stored`)
  return row.position
}

async function replaceOpenStages(trx: Knex, state: ApplicationState): Promise<void> {
  await trx<OpenStageRow>('application_open_stages').where({ application_id: state.id }).delete()
  if (state.openStages.length === 0) return
  await trx<OpenStageRow>('application_open_stages').insert(
    state.openStages.map(({ stage, since }) => ({ application_id: state.id, stage, since })),
  )
}

/** Those given up go first: the one in force may carry the number that they lay down. */
async function saveProducts(trx: Knex, state: ApplicationState): Promise<void> {
  const rows = [
    ...state.formerProducts.map((one) => toProductRow(state.id, one, true)),
    ...(state.product ? [toProductRow(state.id, state.product, false)] : []),
  ]
  for (const row of rows) await trx<ProductRow>('products').insert(row).onConflict('id').merge()
}
