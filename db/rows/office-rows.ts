/** `applicants`. */
export interface ApplicantRow {
  readonly id: string
  readonly kind: string
  readonly nik: string | null
  readonly name: string
  /** JSON of the whole applicant. */
  readonly data: string
  readonly created_at: string
  readonly updated_at: string
}

/** `applicant_keys`: by what somebody without a NIK is known. */
export interface ApplicantKeyRow {
  readonly key: string
  readonly applicant_id: string
}

/** `referrals`: contacts that were sent elsewhere. */
export interface ReferralRow {
  readonly id: string
  readonly permit_type_code: string
  readonly kind: string
  readonly route: string
  readonly destination: string
  readonly referred_at: string
  readonly referred_by: string
  readonly station: string
}

/** `collective_filings`: bringers of many dossiers; a row changes only by being closed. */
export interface CollectiveFilingRow {
  readonly id: string
  readonly code: string
  /** Office day and serial of that day, of which `code` is made. */
  readonly opened_on: string
  readonly serial: number
  /** JSON. */
  readonly bringer: string
  readonly opened_at: string
  readonly opened_by: string
  readonly station: string
  readonly closed_at: string | null
  readonly closed_by: string | null
  readonly closed_by_user: string | null
}

/** `collective_untaken`: dossiers of a filing that were not taken in, and why. */
export interface UntakenRow {
  readonly id: string
  readonly filing_id: string
  readonly name: string
  readonly permit_type_code: string | null
  readonly reason: string
  readonly left_at: string
  readonly left_by: string
}

/** `consultations`: questions about a service that were answered. */
export interface ConsultationRow {
  readonly id: string
  readonly permit_type_code: string
  readonly kind: string
  readonly channel: string
  readonly answered_at: string
  readonly answered_by: string
  readonly station: string
  /** What was asked, in a few words; null: not written down. */
  readonly question: string | null
}

/** `survey_invitations`: who was asked for their opinion. */
export interface SurveyInvitationRow {
  readonly application_id: string
  readonly token: string
  readonly state: string
  readonly user_id: string
  readonly asked_at: string
}

/** `survey_answers`: what was answered, without a way back to anybody. */
export interface SurveyAnswerRow {
  readonly id: string
  readonly answered_hour: string
  /** From when reports know of it. */
  readonly known_at: string
  readonly way: string
  readonly permit_type_code: string
  readonly kind: string
  readonly score_requirements: number
  readonly score_procedure: number
  readonly score_time: number
  readonly score_fee: number
  readonly score_product: number
  readonly score_competence: number
  readonly score_conduct: number
  readonly score_complaints: number
  readonly score_facilities: number
  readonly sex: string | null
  readonly age: string | null
  readonly education: string | null
  readonly occupation: string | null
  readonly suggestion: string | null
  readonly entered_by: string | null
}

/** `notices`: what applicants are to be told. */
export interface NoticeRow {
  readonly id: string
  readonly application_id: string
  readonly kind: string
  readonly made_at: string
  /** JSON: what is said. */
  readonly facts: string
  readonly state: string
  readonly state_at: string
  /** JSON: the tries to reach somebody, the first one first. */
  readonly tries: string
}

/** `appointments`: review meetings and visits. */
export interface AppointmentRow {
  readonly id: string
  readonly kind: string
  readonly held_on: string
  readonly from_time: string
  readonly until_time: string
  readonly place: string
  readonly purpose: string
  /** JSON. */
  readonly team: string
  /** JSON: number and day of the *Surat Tugas*. */
  readonly letter: string
  readonly state: string
  readonly made_at: string
  readonly made_by: string
  /** JSON, the first one first. */
  readonly postponements: string
  /** JSON: how it was held, or why it was called off; null: planned. */
  readonly ended: string | null
}

/** `appointment_dossiers`. */
export interface AppointedRow {
  readonly appointment_id: string
  readonly application_id: string
  /** From 1, as on the letter. */
  readonly place: number
  readonly left_at: string | null
}

/** `official_numbers`: the register; a line changes only by becoming void. */
export interface OfficialNumberRow {
  readonly series: string
  readonly scope: string
  readonly serial: number
  readonly text: string
  readonly document: string
  readonly application_id: string
  readonly subject_id: string | null
  readonly taken_at: string
  readonly void_reason: string | null
  readonly voided_at: string | null
  readonly voided_by: string | null
}

/** `number_sequences`: the last serial given out. */
export interface NumberSequenceRow {
  readonly series: string
  readonly scope: string
  readonly last_serial: number
}

/** `number_starts`: append-only; with which numbers series go on. */
export interface NumberStartRow {
  /** Counted up by the database: the order of the lines. */
  readonly position: number
  readonly id: string
  readonly series: string
  readonly scope: string
  readonly serial_before: number
  readonly last_serial: number
  readonly reason: string
  readonly started_by_user_id: string
  readonly started_by: string
  readonly started_at: string
}

/** `handovers`. */
export interface HandoverRow {
  readonly id: string
  readonly application_id: string
  /** JSON: ids of permits or letters. */
  readonly document_ids: string
  readonly method: string
  readonly received_by: string
  readonly relation: string
  readonly receiver_nik: string | null
  readonly handed_over_at: string
  readonly handed_over_by: string
  /** When it was written down later; null: at once. */
  readonly entered_at: string | null
  readonly act_id: string | null
}

/** `blank_forms`: never changed. */
export interface BlankFormRow {
  /** Id of the application that is, or will be, taken in on it. */
  readonly application_id: string
  readonly batch_id: string
  readonly series: string
  readonly scope: string
  readonly serial: number
  readonly text: string
  readonly tracking_code: string
  readonly counter: string
  readonly reserved_at: string
  readonly reserved_by: string
}

/** `dispatches`: the *Buku Ekspedisi*; a line changes only by being received or voided. */
export interface DispatchRow {
  readonly id: string
  readonly series: string
  readonly scope: string
  readonly serial: number
  readonly text: string
  readonly kind: string
  readonly letter_number: string | null
  readonly subject: string | null
  readonly application_id: string | null
  readonly registration_number: string | null
  readonly recipient: string
  readonly brought_by: string
  readonly sent_on: string
  readonly entered_at: string
  readonly entered_by: string
  readonly receiver: string | null
  readonly received_at: string | null
  readonly slip_sha256: string | null
  readonly confirmed_at: string | null
  readonly confirmed_by: string | null
  readonly confirmed_by_user: string | null
  readonly void_reason: string | null
  readonly voided_at: string | null
  readonly voided_by: string | null
  readonly voided_by_user: string | null
}

/** `complaints`: nothing changes but when it was closed. */
export interface ComplaintRow {
  readonly id: string
  readonly series: string
  readonly scope: string
  readonly serial: number
  readonly text: string
  readonly channel: string
  readonly complainant_name: string | null
  readonly complainant_contact: string | null
  readonly topic: string
  readonly body: string
  readonly application_id: string | null
  readonly registration_number: string | null
  readonly received_on: string
  readonly due_on: string
  readonly entered_at: string
  readonly entered_by: string
  readonly closed_at: string | null
}

/** `complaint_acts`: append-only; what was done with a complaint, in its order. */
export interface ComplaintActRow {
  readonly complaint_id: string
  readonly seq: number
  readonly id: string
  readonly action: string
  readonly body: string | null
  readonly via: string | null
  readonly done_at: string
  readonly done_by: string
  readonly done_by_user: string
}

/** `outbox`. */
export interface OutboxRow {
  readonly position: number
  readonly id: string
  readonly topic: string
  readonly aggregate_id: string
  readonly key: string
  readonly kind: string
  readonly payload: string
  readonly created_at: string
  /** null: still waits. */
  readonly sent_at: string | null
}
