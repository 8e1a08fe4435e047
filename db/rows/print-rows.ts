/** `printers`. */
export interface PrinterRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly address: string
  /** JSON of the thermal profile. */
  readonly thermal: string | null
  /** JSON: document kinds. */
  readonly documents: string
  readonly active: 0 | 1
}

/** `print_jobs`. */
export interface PrintJobRow {
  readonly id: string
  readonly application_id: string | null
  readonly document: string
  readonly subject_id: string | null
  readonly title: string
  readonly printer_id: string | null
  readonly copy: number
  readonly reprint_reason: string | null
  /** JSON: the data of the sheet. */
  readonly content: string
  readonly state: string
  readonly reason: string | null
  readonly detail: string | null
  readonly requested_by: string
  readonly requested_at: string
  readonly sent_at: string | null
  readonly ended_at: string | null
  readonly attempts: number
  /** JSON: what a clerk decided about it last. */
  readonly decided: string | null
  /** Who asked for a second original; null: it is none. */
  readonly second_by: string | null
  /** JSON: who agreed to it; null: nobody yet, or nobody has to. */
  readonly second_consent: string | null
}

/** `blank_stacks`. */
export interface BlankStackRow {
  readonly id: string
  readonly received_at: string
  readonly received_by: string
  readonly sheets: number
  readonly prefix: string | null
  readonly width: number | null
  readonly first_number: number | null
  readonly note: string | null
}

/** `blank_entries`. */
export interface BlankEntryRow {
  readonly id: string
  readonly job_id: string | null
  readonly attempt: number
  readonly document: string | null
  readonly title: string
  readonly stack_id: string | null
  readonly serial_number: number | null
  readonly serial_text: string | null
  readonly taken_at: string
  readonly taken_by: string
  readonly outcome: string | null
  readonly settled_at: string | null
  readonly settled_by: string | null
  readonly spoiled_reason: string | null
  readonly withdrawn_at: string | null
  readonly withdrawn_by: string | null
  readonly withdrawn_reason: string | null
}
