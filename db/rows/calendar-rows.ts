/** `calendar_changes`: append-only; of each day the last line holds. */
export interface CalendarChangeRow {
  /** Counted up by the database: the order of the changes. */
  readonly position: number
  readonly id: string
  /** Office day. */
  readonly date: string
  /** JSON of the holiday; null: none. */
  readonly before: string | null
  readonly after: string | null
  readonly origin: string
  readonly source: string
  readonly changed_by_user_id: string
  readonly changed_by: string
  readonly changed_at: string
}
