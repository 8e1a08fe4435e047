import type { CalendarChange } from '#domain/calendar-book.ts'
import type { CalendarStore } from '#ports/house-stores.ts'
import type { Knex } from 'knex'
import type { CalendarChangeRow } from '../rows/calendar-rows.ts'
import { isPostgres, jsonOf, objectOf, oneOf } from './reading.ts'

type Holiday = NonNullable<CalendarChange['after']>

const holidayOf = (json: string | null): Holiday | null =>
  json === null ? null : objectOf<Holiday>(json, ['date', 'type', 'name', 'estimated'], 'holiday')

const fromRow = (row: CalendarChangeRow): CalendarChange => ({
  id: row.id,
  date: row.date as CalendarChange['date'],
  before: holidayOf(row.before),
  after: holidayOf(row.after),
  origin: oneOf(['office', 'shipped'], row.origin, 'origin'),
  source: row.source,
  by: { userId: row.changed_by_user_id, name: row.changed_by },
  at: row.changed_at as CalendarChange['at'],
})

/** Every change of the calendar, the first one first. */
export const listCalendarChanges = async (reader: Knex): Promise<readonly CalendarChange[]> =>
  (await reader<CalendarChangeRow>('calendar_changes').orderBy('position')).map(fromRow)

export function makeCalendarStore(trx: Knex): CalendarStore {
  return {
    async list() {
      if (isPostgres(trx)) await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', ['calendar'])
      return listCalendarChanges(trx)
    },
    async add({ id, date, before, after, origin, source, by, at }) {
      await trx<CalendarChangeRow>('calendar_changes').insert({
        id,
        date,
        before: before && jsonOf(before, 'holiday'),
        after: after && jsonOf(after, 'holiday'),
        origin,
        source,
        changed_by_user_id: by.userId,
        changed_by: by.name,
        changed_at: at,
      })
    },
  }
}
