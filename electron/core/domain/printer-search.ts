/** Why a paused queue does not go on. */
export type ResumeRefusal =
  | { readonly code: 'print-server-silent' }
  /** The machine lets only its administrators do that. */
  | { readonly code: 'queue-resume-forbidden'; readonly queue: string }
  | { readonly code: 'queue-unknown'; readonly queue: string }
  | { readonly code: 'printer-has-no-queue' }
  | { readonly code: 'printer-not-found'; readonly printerId: string }

/** Why no test slip is sent, or nothing is learned of it. */
export type PrinterTestRefusal =
  | { readonly code: 'printer-not-found'; readonly printerId: string }
  | { readonly code: 'printer-at-work'; readonly name: string }
  | { readonly code: 'office-paper-not-found' }
  | { readonly code: 'slip-code-unread' }
  | { readonly code: 'printer-not-thermal'; readonly name: string }

/** A search of the network, as it stands. */
export interface NetworkSearch {
  readonly state: 'none' | 'running' | 'done' | 'cancelled'
  readonly asked: number
  readonly total: number
  /** Addresses that answered, ready to be kept: `tcp://192.168.1.50:9100`. */
  readonly found: readonly string[]
}

export const noSearch: NetworkSearch = { state: 'none', asked: 0, total: 0, found: [] }
