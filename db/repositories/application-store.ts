import { numberKey } from '#domain/number-key.ts'
import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { ZoneName } from '#domain/office-zone.ts'
import type { ApplicationStore, WholeDossier } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { ApplicationRow, EventRow, OpenStageRow, ProductRow } from '../rows/application-rows.ts'
import type { ApplicantRow } from '../rows/office-rows.ts'
import { fromStateJson, toApplicationRow, toEventRow, toProductRow } from './application-row.ts'
import { inPortions, isPostgres } from './reading.ts'
import { addReports, historiesOf, renewReportsOf } from './report-facts.ts'
import type { SumChanges } from './report-sums.ts'
import { writeLookalikeMarks } from './lookalikes.ts'
import { learnWords } from './search-likeness.ts'
import { likenessWordsOf, writeSearchWords } from './search-words.ts'

type Stored = Pick<ApplicationRow, 'position' | 'seq' | 'search_text'>

/**
 * Applications and everything derived from them, on one transaction. `zone` is the office's own.
 *
 * @param sums  gathers what changes in the daily sums until the transaction ends
 */
export function makeApplicationStore(trx: Knex, zone: ZoneName, sums: SumChanges): ApplicationStore {
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
    async findAll(ids) {
      const rows = await trx<ApplicationRow>('applications')
        .whereIn('id', [...ids])
        .orderBy('id')
        .select('id', 'seq', 'state')
        .forUpdate()
      return rows.map(fromStateJson)
    },
    async lock(ids) {
      // Whoever is in a transaction of the embedded database is there alone.
      if (!isPostgres(trx)) return
      await trx<ApplicationRow>('applications')
        .whereIn('id', [...ids])
        .orderBy('id')
        .select('id')
        .forUpdate()
    },
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
      await trx<OpenStageRow>('application_open_stages').where({ application_id: state.id }).delete()
      await writeDerived(trx, [{ state, events }])
      await writeLookalikeMarks(trx, [state])
      if (before) await renewReportsOf(trx, zone, sums, await historiesOf(trx, [state.id]))
      else await addReports(trx, zone, sums, [{ id: state.id, events }])
      if (before?.search_text === row.search_text) return
      const position = before?.position ?? (await positionsOf(trx, [state.id])).get(state.id)
      await writeSearchWords(trx, [{ position: position ?? 0, words: row.search_text }])
      await learnWords(trx, likenessWordsOf(state))
    },
    async bringIn(dossiers) {
      for (const { state, events } of dossiers) {
        requireContinuation(state, events)
        if (state.seq !== events.length) throw new Error(`the history of ${state.id} is not whole`)
      }
      await inPortions(dossiers, async (portion) => {
        const rows = portion.map(({ state }) => toApplicationRow(state, zone))
        await trx<ApplicationRow>('applications').insert(rows)
        await writeDerived(trx, portion)
        await addReports(
          trx,
          zone,
          sums,
          portion.map(({ state, events }) => ({ id: state.id, events })),
        )
        await writeLookalikeMarks(
          trx,
          portion.map((one) => one.state),
        )
        const positions = await positionsOf(
          trx,
          rows.map((row) => row.id),
        )
        const words = rows.map((row) => ({ position: positions.get(row.id) ?? 0, words: row.search_text }))
        await writeSearchWords(trx, words)
      })
      await learnWords(
        trx,
        dossiers.flatMap((one) => likenessWordsOf(one.state)),
      )
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
        .whereRaw("number_text IS NOT NULL AND UPPER(REPLACE(number_text, ' ', '')) = ?", [numberKey(text)])
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

/** Events, and the rows beside the application's own that follow from its state; open stages are expected to be gone. */
async function writeDerived(trx: Knex, dossiers: readonly WholeDossier[]): Promise<void> {
  const events = dossiers.flatMap((one) => one.events.map(toEventRow))
  await inPortions(events, (portion) => trx<EventRow>('application_events').insert([...portion]))
  const stages = dossiers.flatMap(({ state }) =>
    state.openStages.map(({ stage, since }) => ({ application_id: state.id, stage, since })),
  )
  await inPortions(stages, (portion) => trx<OpenStageRow>('application_open_stages').insert([...portion]))
  // Those given up go first: the one in force may carry the number that they lay down.
  const products = [
    ...dossiers.flatMap(({ state }) => state.formerProducts.map((one) => toProductRow(state.id, one, true))),
    ...dossiers.flatMap(({ state }) => (state.product ? [toProductRow(state.id, state.product, false)] : [])),
  ]
  for (const givenUp of [true, false])
    await inPortions(
      products.filter((one) => Boolean(one.given_up) === givenUp),
      (portion) =>
        trx<ProductRow>('products')
          .insert([...portion])
          .onConflict('id')
          .merge(),
    )
}

async function positionsOf(trx: Knex, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await trx<ApplicationRow>('applications').whereIn('id', ids).select('id', 'position')
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing !== undefined) throw new Error(`application ${missing} is not stored`)
  return new Map(rows.map((row) => [row.id, row.position]))
}
