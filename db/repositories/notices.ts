import { noticeStates, type ContactTry, type Notice, type NoticeFacts } from '#domain/notice.ts'
import { noticeKinds } from '#domain/stage-table.ts'
import type { Queries } from '#ports/queries.ts'
import type { NoticeStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { NoticeRow } from '../rows/office-rows.ts'
import { inPortions, jsonOf, objectOf, oneOf } from './reading.ts'

const toRow = (notice: Notice): NoticeRow => ({
  id: notice.id,
  application_id: notice.applicationId,
  kind: notice.kind,
  made_at: notice.madeAt,
  facts: jsonOf(notice.facts, 'notice'),
  state: notice.state,
  state_at: notice.stateAt,
  tries: jsonOf({ tries: notice.tries }, 'tries'),
})

const fromRow = (row: NoticeRow): Notice => ({
  id: row.id,
  applicationId: row.application_id,
  kind: oneOf(noticeKinds, row.kind, 'notice kind'),
  madeAt: row.made_at as Notice['madeAt'],
  facts: objectOf<NoticeFacts>(row.facts, ['dueOn', 'items', 'note', 'until'], 'notice'),
  state: oneOf(noticeStates, row.state, 'notice state'),
  stateAt: row.state_at as Notice['stateAt'],
  tries: objectOf<{ tries: readonly ContactTry[] }>(row.tries, ['tries'], 'list of tries').tries,
})

const listOf = async (handle: Knex, applicationId: string): Promise<readonly Notice[]> =>
  (
    await handle<NoticeRow>('notices').where({ application_id: applicationId }).orderBy(['made_at', 'id'])
  ).map(fromRow)

export function makeNoticeStore(trx: Knex): NoticeStore {
  return {
    async find(id) {
      const row = await trx<NoticeRow>('notices').where({ id }).forUpdate().first()
      return row && fromRow(row)
    },
    listOf: (applicationId) => listOf(trx, applicationId),
    async save(notice) {
      await trx<NoticeRow>('notices').insert(toRow(notice)).onConflict('id').merge()
    },
    bringIn: (notices) =>
      inPortions(notices.map(toRow), (portion) => trx<NoticeRow>('notices').insert([...portion])),
  }
}

type Names = 'findNotice' | 'listNoticesOf' | 'listNotices' | 'countNotices'

export function makeNoticeQueries(reader: Knex): Pick<Queries, Names> {
  return {
    async findNotice(id) {
      const row = await reader<NoticeRow>('notices').where({ id }).first()
      return row && fromRow(row)
    },
    listNoticesOf: (applicationId) => listOf(reader, applicationId),
    async listNotices(states, limit) {
      const onlyWaiting = states.every((one) => one === 'waiting')
      const rows = await reader<NoticeRow>('notices')
        .whereIn('state', [...states])
        .orderBy(
          onlyWaiting
            ? ['made_at', 'id']
            : [
                { column: 'state_at', order: 'desc' },
                { column: 'id', order: 'desc' },
              ],
        )
        .limit(limit)
      return rows.map(fromRow)
    },
    async countNotices(state) {
      const rows = await reader<NoticeRow>('notices').where({ state }).count({ total: '*' })
      return Number(rows[0]?.['total'] ?? 0)
    },
  }
}
