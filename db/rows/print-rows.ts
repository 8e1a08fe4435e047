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
}
