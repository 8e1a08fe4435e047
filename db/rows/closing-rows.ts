/** `day_closings`: append-only, in the order in which days were closed. */
export interface DayClosingRow {
  readonly position: number
  readonly id: string
  /** Office day. */
  readonly day: string
  readonly ordinal: number
  readonly closed_at: string
  /** JSON of the actor. */
  readonly closed_by: string
  readonly note: string | null
  readonly reason: string | null
  /** JSON of the open items. */
  readonly open_items: string
  readonly events: number
  readonly events_hash: string
  readonly previous_hash: string | null
  readonly hash: string
}

/** `day_closing_dossiers`: what a closing saw of each dossier. */
export interface DossierPrintRow {
  readonly closing_id: string
  readonly application_id: string
  readonly through_seq: number
  readonly events: number
  readonly hash: string
}
