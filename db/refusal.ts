/** Why a database cannot be used, for a person who can mend it. Everything else that goes wrong throws. */
export type DatabaseRefusal =
  /** A newer version of the program has been here; `unknown` are its migrations. */
  | { readonly code: 'database-newer'; readonly unknown: readonly string[] }
  /** Opened for reading only, and an older program wrote it last; `pending` are the steps it lacks. */
  | { readonly code: 'database-older'; readonly pending: readonly string[] }
  /** The folder or the server cannot be reached, or there is no such database. */
  | { readonly code: 'database-unreachable'; readonly place: string; readonly detail: string }
  | { readonly code: 'database-read-only'; readonly place: string; readonly detail: string }
  /** The file is no database, or not one any more. */
  | { readonly code: 'database-damaged'; readonly place: string; readonly detail: string }
