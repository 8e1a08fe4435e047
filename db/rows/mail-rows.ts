/** `mails`: one row for each mail; the row is written with the act that asks for it. */
export interface MailRow {
  readonly id: string
  readonly application_id: string
  readonly purpose: string
  readonly subject_id: string
  readonly address: string
  readonly message_id: string
  readonly file_sha256: string | null
  readonly replaces: string | null
  readonly asked_at: string
  /** JSON of the actor. */
  readonly asked_by: string
  readonly state: string
  readonly state_at: string
  readonly reason: string | null
  readonly answer: string | null
  readonly attempts: number
  readonly next_try_at: string
  readonly trying_since: string
  readonly handed_at: string | null
  /** JSON; null: nobody has settled it. */
  readonly settled: string | null
}

/** `mail_lanes`: which station sends, and until when it need not say so again. */
export interface MailLaneRow {
  readonly lane: string
  readonly holder: string
  readonly held_until: string
}
