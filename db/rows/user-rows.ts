/** `users`. */
export interface UserRow {
  readonly id: string
  readonly username: string
  /** The username in lower case: two that differ in case only are the same person. */
  readonly username_key: string
  readonly name: string
  readonly password_hash: string
  /** JSON: role codes. */
  readonly roles: string
  readonly counter: string | null
  readonly active: 0 | 1
  readonly created_at: string
}

/** `deputyships`: a row changes only by being taken back. */
export interface DeputyshipRow {
  readonly id: string
  readonly absent_id: string
  readonly absent_name: string
  readonly deputy_id: string
  readonly deputy_name: string
  readonly starts_on: string
  readonly until: string
  readonly reason: string
  readonly entered_at: string
  readonly entered_by: string
  readonly ended_at: string | null
  readonly ended_by: string | null
  readonly ended_by_user: string | null
}

/** `drafts`. */
export interface DraftRow {
  readonly id: string
  readonly user_id: string
  readonly kind: string
  readonly title: string
  readonly data: string
  readonly updated_at: string
}

/** `settings`. */
export interface SettingRow {
  readonly key: string
  readonly value: string
}
