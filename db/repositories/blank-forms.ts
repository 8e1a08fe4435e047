import type { BlankForm, BlankFormLine } from '#domain/blank-form.ts'
import type { Queries } from '#ports/queries.ts'
import type { BlankFormStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { BlankFormRow } from '../rows/office-rows.ts'
import { isPostgres, rowsOf } from './reading.ts'

type Instant = BlankForm['reservedAt']

const fromRow = (row: BlankFormRow): BlankForm => ({
  applicationId: row.application_id,
  batchId: row.batch_id,
  number: { series: row.series, scope: row.scope, serial: Number(row.serial), text: row.text },
  trackingCode: row.tracking_code,
  counter: row.counter,
  reservedAt: row.reserved_at as Instant,
  reservedBy: row.reserved_by,
})

type LineRow = BlankFormRow & {
  readonly used_at: string | null
  readonly void_reason: string | null
  readonly voided_at: string | null
  readonly voided_by: string | null
}

const fromLineRow = (row: LineRow): BlankFormLine => ({
  ...fromRow(row),
  usedAt: row.used_at as Instant | null,
  voided:
    row.voided_at === null
      ? null
      : { at: row.voided_at as Instant, reason: row.void_reason ?? '', by: row.voided_by },
})

const lines = `SELECT f.*, a.entered_at AS used_at, n.void_reason, n.voided_at, n.voided_by FROM blank_forms f
  JOIN official_numbers n ON n.series = f.series AND n.text = f.text
  LEFT JOIN applications a ON a.id = f.application_id`

export function makeBlankFormStore(trx: Knex): BlankFormStore {
  return {
    async add(forms) {
      const rows = forms.map((form): BlankFormRow => ({
        application_id: form.applicationId,
        batch_id: form.batchId,
        series: form.number.series,
        scope: form.number.scope,
        serial: form.number.serial,
        text: form.number.text,
        tracking_code: form.trackingCode,
        counter: form.counter,
        reserved_at: form.reservedAt,
        reserved_by: form.reservedBy,
      }))
      await trx<BlankFormRow>('blank_forms').insert(rows)
    },
    async listBatch(batchId) {
      // The first send has no row to lock; so the batch is: of two sends the second finds what the first one made.
      if (isPostgres(trx))
        await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`blank-forms ${batchId}`])
      const rows = await trx<BlankFormRow>('blank_forms').where({ batch_id: batchId }).orderBy('serial')
      return rows.map(fromRow)
    },
    async find(by) {
      // Locked first: of two clerks with one form the second sees what the first one made of it.
      const row = await trx<BlankFormRow>('blank_forms')
        .where('number' in by ? { text: by.number } : { tracking_code: by.trackingCode })
        .forUpdate()
        .first()
      if (!row) return undefined
      const [line] = await rowsOf<LineRow>(trx, `${lines} WHERE f.application_id = ?`, [row.application_id])
      return line && fromLineRow(line)
    },
  }
}

export const makeBlankFormQueries = (reader: Knex): Pick<Queries, 'listBlankForms'> => ({
  async listBlankForms() {
    const rows = await rowsOf<LineRow>(reader, `${lines} ORDER BY f.reserved_at DESC, f.serial`, [])
    return rows.map(fromLineRow)
  },
})
