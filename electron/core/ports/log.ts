/**
 * The station's log, one line per entry. What a person must not read (passwords, NIK, phone numbers) is
 * removed by the implementation; `fields.err` holds an exception. Never throws.
 */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
