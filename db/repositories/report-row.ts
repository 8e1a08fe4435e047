import { applicationKinds } from '#domain/permit-type.ts'
import { factKinds, type ReportFact } from '#domain/report-facts.ts'
import type { StageSpan } from '#domain/stage-spans.ts'
import type { ReportFactRow, ReportSpanRow } from '../rows/report-rows.ts'
import { flagOf, oneOf } from './reading.ts'

const channels: readonly ReportFact['channel'][] = ['counter', 'online']
const clocks: readonly StageSpan['clock'][] = ['off', 'running', 'paused']

export const toFactRow = (fact: ReportFact): ReportFactRow => ({
  application_id: fact.applicationId,
  ordinal: fact.ordinal,
  kind: fact.kind,
  seq: fact.seq,
  day: fact.day,
  at: fact.at,
  recorded_at: fact.recordedAt,
  recorded_by: fact.recordedBy,
  reason: fact.reason,
  user_id: fact.userId,
  user_name: fact.userName,
  counter: fact.counter,
  permit_type_code: fact.permitTypeCode,
  application_kind: fact.applicationKind,
  practice_ordinal: fact.practiceOrdinal,
  channel: fact.channel,
  district: fact.district,
  facility: fact.facility,
  profession: fact.profession,
  late: flagOf(fact.late),
  replaces: fact.replaces,
  reversed_seq: fact.reversed?.seq ?? null,
  reversed_at: fact.reversed?.at ?? null,
  reversed_by: fact.reversed?.by ?? null,
  reversed_reason: fact.reversed?.reason ?? null,
})

export const fromFactRow = (row: ReportFactRow): ReportFact => ({
  applicationId: row.application_id,
  ordinal: row.ordinal,
  kind: oneOf(factKinds, row.kind, 'kind of fact'),
  seq: row.seq,
  day: row.day as ReportFact['day'],
  at: row.at as ReportFact['at'],
  recordedAt: row.recorded_at as ReportFact['at'],
  recordedBy: row.recorded_by,
  reason: row.reason,
  userId: row.user_id,
  userName: row.user_name,
  counter: row.counter,
  permitTypeCode: row.permit_type_code,
  applicationKind: oneOf(applicationKinds, row.application_kind, 'kind'),
  practiceOrdinal: row.practice_ordinal as ReportFact['practiceOrdinal'],
  channel: oneOf(channels, row.channel, 'channel'),
  district: row.district,
  facility: row.facility,
  profession: row.profession,
  late: row.late === 1,
  replaces: row.replaces,
  reversed:
    row.reversed_seq === null || row.reversed_at === null || row.reversed_by === null
      ? null
      : {
          seq: row.reversed_seq,
          at: row.reversed_at as ReportFact['at'],
          by: row.reversed_by,
          reason: row.reversed_reason,
        },
})

export const toSpanRow = (span: StageSpan): ReportSpanRow => ({
  application_id: span.applicationId,
  ordinal: span.ordinal,
  stage: span.stage,
  clock: span.clock,
  entered_at: span.enteredAt,
  left_at: span.leftAt,
  left_day: span.leftDay,
  left_by: span.leftBy,
  user_id: span.userId,
  user_name: span.userName,
  role: span.role,
  permit_type_code: span.permitTypeCode,
  application_kind: span.applicationKind,
})

export const fromSpanRow = (row: ReportSpanRow): StageSpan => ({
  applicationId: row.application_id,
  ordinal: row.ordinal,
  stage: row.stage,
  clock: oneOf(clocks, row.clock, 'clock'),
  enteredAt: row.entered_at as StageSpan['enteredAt'],
  leftAt: row.left_at as StageSpan['leftAt'],
  leftDay: row.left_day as StageSpan['leftDay'],
  leftBy: row.left_by as StageSpan['leftBy'],
  userId: row.user_id,
  userName: row.user_name,
  role: row.role,
  permitTypeCode: row.permit_type_code,
  applicationKind: oneOf(applicationKinds, row.application_kind, 'kind'),
})
