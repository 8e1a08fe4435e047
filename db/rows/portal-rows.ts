/** `portal_calls`: one row for each call, in the order of their planning; `body` never changes. */
export interface PortalCallRow {
  readonly position: number
  readonly key: string
  readonly lane: string
  readonly kind: string
  readonly entity_id: string
  /** JSON; null: the call has none. */
  readonly body: string | null
  readonly base_version: number | null
  readonly needs_file: string | null
  readonly state: string
  readonly state_at: string
  readonly tries: number
  readonly next_try_at: string
  /** JSON; null: none. */
  readonly trouble: string | null
  readonly replaced_by: string | null
  readonly created_at: string
  readonly through_seq: number | null
}

/** `portal_files`: one row for each content and direction. */
export interface PortalFileRow {
  readonly direction: string
  readonly sha256: string
  readonly key: string
  readonly application_id: string
  readonly media_type: string
  readonly size_bytes: number
  readonly state: string
  readonly state_at: string
  readonly tries: number
  readonly next_try_at: string
  readonly trouble: string | null
}

/** `portal_known`: the last version of each entity that both sides have. */
export interface PortalKnownRow {
  readonly entity: string
  readonly id: string
  readonly version: number
  readonly application_id: string | null
  readonly data: string
  readonly deleted: number
  readonly known_at: string
}

/** `portal_conflicts`: one row for each field that waits for a pick, or was picked. */
export interface PortalConflictRow {
  readonly id: string
  readonly entity: string
  readonly entity_id: string
  readonly application_id: string | null
  readonly found_at: string
  /** JSON of all the rest. */
  readonly facts: string
  readonly settled: string | null
}

/** `portal_waiting`: changes from the portal that a clerk must place. */
export interface PortalArrivalRow {
  readonly id: string
  readonly entity: string
  readonly entity_id: string
  readonly version: number
  readonly application_id: string | null
  readonly reason: string
  readonly arrived_at: string
  readonly data: string
  readonly settled: string | null
}

/** `portal_runs`: one row for each synchronisation. */
export interface PortalRunRow {
  readonly id: string
  readonly station: string
  readonly started_at: string
  readonly ended_at: string | null
  readonly pushed: number
  readonly pulled: number
  readonly set_aside: number
  readonly conflicts: number
  readonly ended_how: string | null
  readonly why: string | null
}

/** `portal_pages`: one row for each page that goes in the place of a file. */
export interface PortalPageRow {
  readonly source_sha256: string
  readonly page: number
  readonly sha256: string
  readonly size_bytes: number
  readonly made_at: string
}

/** `portal_loans`: one row for each file that another station is asked for; `bytes` null: nobody has brought it yet. */
export interface PortalLoanRow {
  readonly sha256: string
  readonly asked_at: string
  readonly bytes: Uint8Array | null
  readonly brought_at: string | null
}
