import { dispatchKinds, type Dispatch } from '#domain/dispatch.ts'
import type { Queries } from '#ports/queries.ts'
import type { DispatchStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { DispatchRow } from '../rows/office-rows.ts'
import { oneOf } from './reading.ts'

type Instant = Dispatch['enteredAt']

const settledColumns = ({ received, voided }: Dispatch) => ({
  receiver: received?.receiver ?? null,
  received_at: received?.receivedAt ?? null,
  slip_sha256: received?.slipSha256 ?? null,
  confirmed_at: received?.at ?? null,
  confirmed_by: received?.by ?? null,
  confirmed_by_user: received?.userId ?? null,
  void_reason: voided?.reason ?? null,
  voided_at: voided?.at ?? null,
  voided_by: voided?.by ?? null,
  voided_by_user: voided?.userId ?? null,
})

const toRow = (one: Dispatch): DispatchRow => ({
  id: one.id,
  series: one.number.series,
  scope: one.number.scope,
  serial: one.number.serial,
  text: one.number.text,
  kind: one.kind,
  letter_number: one.letterNumber,
  subject: one.subject,
  application_id: one.dossier?.applicationId ?? null,
  registration_number: one.dossier?.registrationNumber ?? null,
  recipient: one.recipient,
  brought_by: one.broughtBy,
  sent_on: one.sentOn,
  entered_at: one.enteredAt,
  entered_by: one.enteredBy,
  ...settledColumns(one),
})

const fromRow = (row: DispatchRow): Dispatch => ({
  id: row.id,
  number: { series: row.series, scope: row.scope, serial: Number(row.serial), text: row.text },
  kind: oneOf(dispatchKinds, row.kind, 'kind of dispatch'),
  letterNumber: row.letter_number,
  subject: row.subject,
  dossier:
    row.application_id === null || row.registration_number === null
      ? null
      : { applicationId: row.application_id, registrationNumber: row.registration_number },
  recipient: row.recipient,
  broughtBy: row.brought_by,
  sentOn: row.sent_on as Dispatch['sentOn'],
  enteredAt: row.entered_at as Instant,
  enteredBy: row.entered_by,
  received:
    row.confirmed_at === null
      ? null
      : {
          receiver: row.receiver ?? '',
          receivedAt: (row.received_at ?? row.confirmed_at) as Instant,
          slipSha256: row.slip_sha256,
          at: row.confirmed_at as Instant,
          by: row.confirmed_by ?? '',
          userId: row.confirmed_by_user ?? '',
        },
  voided:
    row.voided_at === null
      ? null
      : {
          reason: row.void_reason ?? '',
          at: row.voided_at as Instant,
          by: row.voided_by ?? '',
          userId: row.voided_by_user ?? '',
        },
})

export const makeDispatchStore = (trx: Knex): DispatchStore => ({
  async find(id) {
    const row = await trx<DispatchRow>('dispatches').where({ id }).forUpdate().first()
    return row && fromRow(row)
  },
  async add(dispatch) {
    await trx<DispatchRow>('dispatches').insert(toRow(dispatch))
  },
  async settle(dispatch) {
    await trx<DispatchRow>('dispatches').where({ id: dispatch.id }).update(settledColumns(dispatch))
  },
})

const inOrder = ['sent_on', 'series', 'scope', 'serial']

export const makeDispatchQueries = (
  reader: Knex,
): Pick<Queries, 'findDispatch' | 'listDispatches' | 'listOpenDispatches' | 'listDispatchesOf'> => ({
  async findDispatch(id) {
    const row = await reader<DispatchRow>('dispatches').where({ id }).first()
    return row && fromRow(row)
  },
  async listDispatches({ from, until }) {
    const rows = await reader<DispatchRow>('dispatches')
      .where('sent_on', '>=', from)
      .where('sent_on', '<=', until)
      .orderBy(inOrder)
    return rows.map(fromRow)
  },
  async listOpenDispatches() {
    const rows = await reader<DispatchRow>('dispatches')
      .whereNull('confirmed_at')
      .whereNull('voided_at')
      .orderBy(inOrder)
    return rows.map(fromRow)
  },
  async listDispatchesOf(applicationId) {
    const rows = await reader<DispatchRow>('dispatches')
      .where({ application_id: applicationId })
      .orderBy(inOrder)
    return rows.map(fromRow)
  },
})
