/** `applications`: the present state of each application as JSON, and beside it what lists and counts ask for. */
export interface ApplicationRow {
  /** Counted up by the database: order of arrival here, and key of the search index. */
  readonly position: number
  readonly id: string
  /** Number of events behind `state`. */
  readonly seq: number
  readonly registration_number: string
  readonly tracking_code: string
  readonly applicant_id: string
  readonly holder_name: string
  readonly nik: string | null
  readonly permit_type_code: string
  readonly kind: string
  readonly practice_ordinal: number | null
  readonly facility_name: string | null
  readonly channel: string
  /** The filing of many dossiers in which it was brought; null: alone. */
  readonly collective_filing_id: string | null
  readonly target_permit_id: string | null
  readonly profile_code: string
  /** Office day. */
  readonly filed_on: string
  readonly status: string
  readonly clock: string
  /** JSON: `[{stage, since}]`. */
  readonly open_stages: string
  readonly submitted_at: string
  /** When a late entry was written down; null: at once. */
  readonly entered_at: string | null
  /** `running` or `permit`: brought in from the office's former books; null: taken in here. */
  readonly carried_book: string | null
  /** When that was written down. */
  readonly carried_at: string | null
  readonly accepted_at: string | null
  /** Office day that is promised now. */
  readonly due_on: string | null
  /** Office day that was promised first. */
  readonly first_due_on: string | null
  /** JSON of the last change of the promised day; null: it never changed. */
  readonly promise_change: string | null
  /** First instant after `due_on` in the office's zone: issued from here on is late. */
  readonly due_before: string | null
  readonly returned_at: string | null
  /** Office day until which the applicant may mend it; null: not returned. */
  readonly repair_until: string | null
  /** 1: ended by the office, because it was not mended. */
  readonly closed_by_office: 0 | 1
  readonly note: string | null
  readonly product_id: string | null
  readonly product_kind: string | null
  readonly product_number: string | null
  readonly product_issued_on: string | null
  readonly product_valid_until: string | null
  readonly signed: 0 | 1
  readonly issued_at: string | null
  readonly refused_at: string | null
  readonly withdrawn_at: string | null
  readonly handed_over_at: string | null
  /** When the last *Ralat* was approved; null: none was. */
  readonly erratum_approved_at: string | null
  /** JSON: name, NIK and phone of whoever filed it; null: the holder. */
  readonly representative: string | null
  readonly rack_place: string | null
  readonly reminders: number
  readonly reminded_at: string | null
  readonly papers_back_at: string | null
  /** JSON of the originals that the office still has; null: none. */
  readonly originals_kept: string | null
  /** JSON of the earlier paper that the holder still has to bring; null: none. */
  readonly owed_permit: string | null
  /** Search words, each once, parted by blanks. */
  readonly search_text: string
  /** JSON of the whole state. */
  readonly state: string
}

/** `application_open_stages`. */
export interface OpenStageRow {
  readonly application_id: string
  readonly stage: string
  readonly since: string
}

/** `products`: permits, refusal letters and decrees, also those given up on the way. */
export interface ProductRow {
  readonly id: string
  readonly application_id: string
  readonly kind: string
  readonly verification_code: string
  readonly given_up: 0 | 1
  readonly number_series: string | null
  readonly number_scope: string | null
  readonly number_serial: number | null
  readonly number_text: string | null
  /** 1: the number is that of the permit that this one replaces. */
  readonly number_kept: 0 | 1
  readonly issued_on: string | null
  readonly valid_until: string | null
  readonly signature_method: string | null
  readonly signed_on: string | null
  readonly signed_at: string | null
  readonly activated_at: string | null
}

/** `application_events`: append-only. */
export interface EventRow {
  readonly id: string
  readonly application_id: string
  readonly seq: number
  readonly at: string
  readonly action: string
  readonly actor_user_id: string | null
  readonly actor_name: string
  readonly actor_role: string
  /** Whose place the actor took; null: nobody's. */
  readonly stands_for_user_id: string | null
  readonly stands_for_name: string | null
  readonly station: string
  readonly from_stage: string | null
  readonly to_stage: string | null
  readonly note: string | null
  /** Kind of a `moved` event. */
  readonly move_kind: string | null
  /** Document of a `print-requested` event. */
  readonly document: string | null
  /** JSON of the event's body. */
  readonly body: string
}

/** A dossier under one of the marks by which others that may be the same are found. */
export interface LookalikeMarkRow {
  mark: string
  application_id: string
}

/** A word of a name or place under one of its keys of likeness. */
export interface SearchLikenessRow {
  key: string
  word: string
}
