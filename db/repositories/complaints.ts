import { complaintChannels } from '#domain/complaint-rule.ts'
import { complaintActions, type Complaint, type ComplaintAct } from '#domain/complaint.ts'
import type { Queries } from '#ports/queries.ts'
import type { ComplaintStore } from '#ports/stores.ts'
import type { Knex } from 'knex'
import type { ComplaintActRow, ComplaintRow } from '../rows/office-rows.ts'
import { oneOf } from './reading.ts'

const toRow = (one: Complaint): ComplaintRow => ({
  id: one.id,
  series: one.number.series,
  scope: one.number.scope,
  serial: one.number.serial,
  text: one.number.text,
  channel: one.channel,
  complainant_name: one.complainant?.name ?? null,
  complainant_contact: one.complainant?.contact ?? null,
  topic: one.topic,
  body: one.text,
  application_id: one.dossier?.applicationId ?? null,
  registration_number: one.dossier?.registrationNumber ?? null,
  received_on: one.receivedOn,
  due_on: one.dueOn,
  entered_at: one.enteredAt,
  entered_by: one.enteredBy,
  closed_at: closedAt(one),
})

const closedAt = ({ acts }: Complaint): string | null =>
  acts.find(({ action }) => action === 'closed')?.at ?? null

const toActRow = (complaintId: string, act: ComplaintAct, seq: number): ComplaintActRow => ({
  complaint_id: complaintId,
  seq,
  id: act.id,
  action: act.action,
  body: act.text,
  via: act.via,
  done_at: act.at,
  done_by: act.by,
  done_by_user: act.userId,
})

const fromActRow = (row: ComplaintActRow): ComplaintAct => ({
  id: row.id,
  action: oneOf(complaintActions, row.action, 'act on a complaint'),
  text: row.body,
  via: row.via,
  at: row.done_at as ComplaintAct['at'],
  by: row.done_by,
  userId: row.done_by_user,
})

const fromRow = (row: ComplaintRow, acts: readonly ComplaintActRow[]): Complaint => ({
  id: row.id,
  number: { series: row.series, scope: row.scope, serial: Number(row.serial), text: row.text },
  channel: oneOf(complaintChannels, row.channel, 'channel of a complaint'),
  complainant:
    row.complainant_name === null ? null : { name: row.complainant_name, contact: row.complainant_contact },
  topic: row.topic,
  text: row.body,
  dossier:
    row.application_id === null || row.registration_number === null
      ? null
      : { applicationId: row.application_id, registrationNumber: row.registration_number },
  receivedOn: row.received_on as Complaint['receivedOn'],
  dueOn: row.due_on as Complaint['dueOn'],
  enteredAt: row.entered_at as Complaint['enteredAt'],
  enteredBy: row.entered_by,
  acts: acts.map(fromActRow),
})

/** Reads the acts of some complaints in one question. */
async function withActs(reader: Knex, rows: readonly ComplaintRow[]): Promise<readonly Complaint[]> {
  if (rows.length === 0) return []
  const found = await reader<ComplaintActRow>('complaint_acts')
    .whereIn(
      'complaint_id',
      rows.map(({ id }) => id),
    )
    .orderBy(['complaint_id', 'seq'])
  const byComplaint = Map.groupBy(found, (one) => one.complaint_id)
  return rows.map((row) => fromRow(row, byComplaint.get(row.id) ?? []))
}

async function findOne(reader: Knex, id: string, locked: boolean): Promise<Complaint | undefined> {
  const query = reader<ComplaintRow>('complaints').where({ id })
  const row = await (locked ? query.forUpdate() : query).first()
  return row && (await withActs(reader, [row]))[0]
}

export const makeComplaintStore = (trx: Knex): ComplaintStore => ({
  find: (id) => findOne(trx, id, true),
  async add(complaint) {
    await trx<ComplaintRow>('complaints').insert(toRow(complaint))
    for (const [index, act] of complaint.acts.entries())
      await trx<ComplaintActRow>('complaint_acts').insert(toActRow(complaint.id, act, index + 1))
  },
  async act(complaint) {
    const last = complaint.acts.at(-1)
    if (!last) throw new Error(`nothing was done with complaint ${complaint.number.text}`)
    await trx<ComplaintActRow>('complaint_acts').insert(toActRow(complaint.id, last, complaint.acts.length))
    await trx<ComplaintRow>('complaints')
      .where({ id: complaint.id })
      .update({ closed_at: closedAt(complaint) })
  },
})

type Names = 'findComplaint' | 'listComplaints' | 'listOpenComplaints' | 'listComplaintsOf'

export const makeComplaintQueries = (reader: Knex): Pick<Queries, Names> => ({
  findComplaint: (id) => findOne(reader, id, false),
  async listComplaints(from, through) {
    const rows = await reader<ComplaintRow>('complaints')
      .where('received_on', '>=', from)
      .where('received_on', '<=', through)
      .orderBy(['series', 'scope', 'serial'])
    return withActs(reader, rows)
  },
  async listOpenComplaints() {
    const rows = await reader<ComplaintRow>('complaints')
      .whereNull('closed_at')
      .orderBy(['due_on', 'series', 'scope', 'serial'])
    return withActs(reader, rows)
  },
  async listComplaintsOf(applicationId) {
    const rows = await reader<ComplaintRow>('complaints')
      .where({ application_id: applicationId })
      .orderBy(['series', 'scope', 'serial'])
    return withActs(reader, rows)
  },
})
