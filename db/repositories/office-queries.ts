import type { NumberLine, Queries } from '#ports/queries.ts'
import type { Knex } from 'knex'
import type { HandoverRow, NumberSequenceRow, OfficialNumberRow, OutboxRow } from '../rows/office-rows.ts'
import type { PrinterRow, PrintJobRow } from '../rows/print-rows.ts'
import type { DraftRow, SettingRow, UserRow } from '../rows/user-rows.ts'
import { fromHandoverRow } from './handover-row.ts'
import { fromPrinterRow, fromPrintJobRow } from './print-row.ts'
import { fromDraftRow, fromUserRow, usernameKey } from './user-row.ts'

type Names =
  | 'findPrintJob'
  | 'listPrintJobs'
  | 'listPrinters'
  | 'listHandovers'
  | 'findHandover'
  | 'numberRegister'
  | 'listNumberSequences'
  | 'listUsers'
  | 'findUser'
  | 'findUserByUsername'
  | 'countUsers'
  | 'listDrafts'
  | 'findDraft'
  | 'getSetting'
  | 'countOutbox'

const countOf = (rows: readonly Record<string, unknown>[]): number => Number(rows[0]?.['total'] ?? 0)

/** Print jobs, handovers, numbers, people, drafts and settings. */
export function makeOfficeQueries(reader: Knex): Pick<Queries, Names> {
  return {
    async findPrintJob(id) {
      const row = await reader<PrintJobRow>('print_jobs').where({ id }).first()
      return row && fromPrintJobRow(row)
    },
    async listPrintJobs({ states, applicationId, applicationIds, since, until, seconds, limit }) {
      const query = reader<PrintJobRow>('print_jobs')
      if (states) query.whereIn('state', [...states])
      if (applicationId !== undefined) query.where({ application_id: applicationId })
      if (applicationIds) query.whereIn('application_id', [...applicationIds])
      if (since !== undefined) query.where('requested_at', '>=', since)
      if (until !== undefined) query.where('requested_at', '<', until)
      if (seconds !== undefined) query.whereNotNull('second_by')
      if (seconds === 'open') query.whereNull('second_consent')
      const newestFirst = ['requested_at', 'id'].map((column) => ({ column, order: 'desc' as const }))
      return (await query.orderBy(newestFirst).limit(limit)).map(fromPrintJobRow)
    },
    async listPrinters() {
      return (await reader<PrinterRow>('printers').orderBy(['name', 'id'])).map(fromPrinterRow)
    },
    async listHandovers({ from, until }) {
      const rows = await reader<HandoverRow>('handovers')
        .where('handed_over_at', '>=', from)
        .where('handed_over_at', '<', until)
        .orderBy(['handed_over_at', 'id'])
      return rows.map(fromHandoverRow)
    },
    async findHandover(id) {
      const row = await reader<HandoverRow>('handovers').where({ id }).first()
      return row && fromHandoverRow(row)
    },
    async numberRegister(series, scope) {
      const query = reader<OfficialNumberRow>('official_numbers').where({ series })
      if (scope !== null) query.where({ scope })
      return (await query.orderBy(['scope', 'serial'])).map(toNumberLine)
    },
    async listNumberSequences() {
      const rows = await reader<NumberSequenceRow>('number_sequences').orderBy(['series', 'scope'])
      return rows.map((row) => ({
        series: row.series,
        scope: row.scope,
        lastSerial: Number(row.last_serial),
      }))
    },
    async listUsers() {
      return (await reader<UserRow>('users').orderBy('username_key')).map(fromUserRow)
    },
    async findUser(id) {
      const row = await reader<UserRow>('users').where({ id }).first()
      return row && fromUserRow(row)
    },
    async findUserByUsername(username) {
      const row = await reader<UserRow>('users')
        .where({ username_key: usernameKey(username) })
        .first()
      return row && fromUserRow(row)
    },
    async countUsers() {
      return countOf(await reader<UserRow>('users').count({ total: '*' }))
    },
    async listDrafts(userId) {
      const rows = await reader<DraftRow>('drafts')
        .where({ user_id: userId })
        .orderBy([{ column: 'updated_at', order: 'desc' }, { column: 'id' }])
      return rows.map(fromDraftRow)
    },
    async findDraft(id) {
      const row = await reader<DraftRow>('drafts').where({ id }).first()
      return row && fromDraftRow(row)
    },
    async getSetting(key) {
      const row = await reader<SettingRow>('settings').where({ key }).first()
      return row && (JSON.parse(row.value) as unknown)
    },
    async countOutbox() {
      return countOf(await reader<OutboxRow>('outbox').whereNull('sent_at').count({ total: '*' }))
    },
  }
}

export const toNumberLine = (row: OfficialNumberRow): NumberLine => ({
  series: row.series,
  scope: row.scope,
  serial: row.serial,
  text: row.text,
  document: row.document,
  applicationId: row.application_id,
  takenAt: row.taken_at as NumberLine['takenAt'],
  voidReason: row.void_reason,
  voidedAt: row.voided_at as NumberLine['voidedAt'],
  voidedBy: row.voided_by,
})
