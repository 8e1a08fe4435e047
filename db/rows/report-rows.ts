/** `report_facts`: what reports count, made from the events of each dossier; see `domain/report-facts.ts`. */
export interface ReportFactRow {
  readonly application_id: string
  readonly ordinal: number
  readonly kind: string
  readonly seq: number
  /** Office day. */
  readonly day: string
  readonly at: string
  readonly recorded_at: string
  readonly recorded_by: string
  readonly reason: string | null
  readonly user_id: string | null
  readonly user_name: string
  readonly counter: string
  readonly permit_type_code: string
  readonly application_kind: string
  readonly practice_ordinal: number | null
  readonly channel: string
  readonly district: string | null
  readonly facility: string | null
  readonly profession: string | null
  readonly late: 0 | 1
  readonly replaces: number | null
  readonly reversed_seq: number | null
  readonly reversed_at: string | null
  readonly reversed_by: string | null
  readonly reversed_reason: string | null
}

/** `report_sums`: how many standing facts of a kind a day has, by one thing at a time; a line of noughts may stay. */
export interface ReportSumRow {
  /** `all`, with one value, or the name of what is summed by. */
  readonly dimension: string
  readonly kind: string
  readonly day: string
  /** Empty: none. */
  readonly value: string
  readonly n: number
  readonly late: number
}

/** `report_spans`: each stay of a dossier at a stage; see `domain/stage-spans.ts`. */
export interface ReportSpanRow {
  readonly application_id: string
  readonly ordinal: number
  readonly stage: string
  readonly clock: string
  readonly entered_at: string
  readonly left_at: string | null
  readonly left_day: string | null
  readonly left_by: string | null
  readonly user_id: string | null
  readonly user_name: string | null
  readonly role: string | null
  readonly permit_type_code: string
  readonly application_kind: string
}

/** `report_schedules`: reports that are made by themselves. `formats` and `target` are JSON. */
export interface ReportScheduleRow {
  readonly id: string
  readonly report: string
  readonly pace: string
  readonly at: string
  readonly formats: string
  readonly target: string
  readonly since: string
  readonly set_by: string
}

/** `report_runs`: what became of each period of a schedule. `delivered` is a JSON list. */
export interface ReportRunRow {
  readonly schedule_id: string
  readonly period_from: string
  readonly period_through: string
  readonly as_of: string
  readonly state: string
  readonly station: string
  readonly tries: number
  readonly tried_at: string
  readonly delivered: string
  readonly problem: string | null
  readonly detail: string | null
  readonly next_try_at: string | null
}
