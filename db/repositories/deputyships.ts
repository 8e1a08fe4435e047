import type { Deputyship } from '#domain/deputyship.ts'
import type { Queries } from '#ports/queries.ts'
import type { DeputyshipStore } from '#ports/house-stores.ts'
import type { Knex } from 'knex'
import type { DeputyshipRow, UserRow } from '../rows/user-rows.ts'
import { rowsOf, textsOf } from './reading.ts'

type Instant = Deputyship['enteredAt']
type Day = Deputyship['from']

const fromRow = (row: DeputyshipRow): Deputyship => ({
  id: row.id,
  absent: { userId: row.absent_id, name: row.absent_name },
  deputy: { userId: row.deputy_id, name: row.deputy_name },
  from: row.starts_on as Day,
  until: row.until as Day,
  reason: row.reason,
  enteredAt: row.entered_at as Instant,
  enteredBy: row.entered_by,
  ended:
    row.ended_at === null || row.ended_by === null || row.ended_by_user === null
      ? null
      : { at: row.ended_at as Instant, by: row.ended_by, userId: row.ended_by_user },
})

const toRow = ({ absent, deputy, ended, ...one }: Deputyship): DeputyshipRow => ({
  id: one.id,
  absent_id: absent.userId,
  absent_name: absent.name,
  deputy_id: deputy.userId,
  deputy_name: deputy.name,
  starts_on: one.from,
  until: one.until,
  reason: one.reason,
  entered_at: one.enteredAt,
  entered_by: one.enteredBy,
  ended_at: ended?.at ?? null,
  ended_by: ended?.by ?? null,
  ended_by_user: ended?.userId ?? null,
})

export const makeDeputyshipStore = (trx: Knex): DeputyshipStore => ({
  async find(id) {
    const row = await trx<DeputyshipRow>('deputyships').where({ id }).forUpdate().first()
    return row && fromRow(row)
  },
  async listWith(userIds) {
    const rows = await trx<DeputyshipRow>('deputyships')
      .whereIn('absent_id', [...userIds])
      .orWhereIn('deputy_id', [...userIds])
      .orderBy(['starts_on', 'id'])
    return rows.map(fromRow)
  },
  async add(deputyship) {
    await trx<DeputyshipRow>('deputyships').insert(toRow(deputyship))
  },
  async end(id, { at, by, userId }) {
    await trx<DeputyshipRow>('deputyships')
      .where({ id })
      .whereNull('ended_at')
      .update({ ended_at: at, ended_by: by, ended_by_user: userId })
  },
})

export const makeDeputyshipQueries = (reader: Knex): Pick<Queries, 'listDeputyships' | 'listLenders'> => ({
  async listDeputyships() {
    const rows = await reader<DeputyshipRow>('deputyships').orderBy([
      { column: 'starts_on', order: 'desc' },
      { column: 'id' },
    ])
    return rows.map(fromRow)
  },
  async listLenders(deputyId, day) {
    const rows = await rowsOf<DeputyshipRow & Pick<UserRow, 'roles'>>(
      reader,
      `SELECT d.*, u.roles FROM deputyships d JOIN users u ON u.id = d.absent_id AND u.active = 1
        WHERE d.deputy_id = ? AND d.ended_at IS NULL AND d.starts_on <= ? AND d.until >= ?
        ORDER BY d.starts_on, d.id`,
      [deputyId, day, day],
    )
    return rows.map((row) => ({ deputyship: fromRow(row), roles: textsOf(row.roles, 'roles') }))
  },
})
