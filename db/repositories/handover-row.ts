import type { Handover } from '#ports/records.ts'
import type { HandoverRow } from '../rows/office-rows.ts'
import { jsonOf, oneOf, textsOf } from './reading.ts'

const methods: readonly Handover['method'][] = ['counter', 'email', 'download', 'post']

export const toHandoverRow = (handover: Handover): HandoverRow => ({
  id: handover.id,
  application_id: handover.applicationId,
  document_ids: jsonOf(handover.documentIds, 'documents of a handover'),
  method: handover.method,
  received_by: handover.receivedBy,
  relation: handover.relation,
  receiver_nik: handover.receiverNik,
  handed_over_at: handover.at,
  handed_over_by: handover.by,
  entered_at: handover.enteredAt ?? null,
  act_id: handover.actId ?? null,
})

export const fromHandoverRow = (row: HandoverRow): Handover => ({
  id: row.id,
  applicationId: row.application_id,
  documentIds: textsOf(row.document_ids, 'documents of a handover'),
  method: oneOf(methods, row.method, 'handover method'),
  receivedBy: row.received_by,
  relation: row.relation,
  receiverNik: row.receiver_nik,
  at: row.handed_over_at as Handover['at'],
  by: row.handed_over_by,
  ...(row.entered_at === null ? undefined : { enteredAt: row.entered_at as Handover['at'] }),
  ...(row.act_id === null ? undefined : { actId: row.act_id }),
})
