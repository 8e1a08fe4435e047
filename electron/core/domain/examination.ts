import type { BlankState } from './blank-ledger.ts'
import type { OfficeDate } from './office-date.ts'
import type { PrintJobState } from './print-job.ts'

export const examinedParts = [
  'database',
  'history',
  'lists',
  'reports',
  'closings',
  'numbers',
  'files',
  'printing',
  'printers',
  'blanks',
  'outbox',
] as const
/** What an examination of an office looks at, in this order. */
export type ExaminedPart = (typeof examinedParts)[number]

/** Something that is wrong and must be mended. `application` is the registration number, or the id where it cannot be read. */
export type Damage =
  | { readonly code: 'database-damaged'; readonly detail: string }
  | { readonly code: 'history-unreadable'; readonly application: string; readonly detail: string }
  | { readonly code: 'state-differs'; readonly application: string; readonly fields: readonly string[] }
  | {
      readonly code: 'number-missing'
      readonly series: string
      readonly scope: string
      readonly serials: readonly number[]
    }
  | {
      readonly code: 'sequence-differs'
      readonly series: string
      readonly scope: string
      readonly last: number
      readonly highest: number
    }
  | { readonly code: 'number-unregistered'; readonly number: string; readonly application: string }
  | { readonly code: 'number-unused'; readonly number: string }
  | {
      readonly code: 'file-missing'
      readonly application: string
      readonly file: string
      readonly sha256: string
    }
  | {
      readonly code: 'file-damaged'
      readonly application: string
      readonly file: string
      readonly sha256: string
    }
  /** Removed as another person's, but its content is still in the cabinet. */
  | {
      readonly code: 'file-not-erased'
      readonly application: string
      readonly file: string
      readonly sha256: string
    }
  /** A sheet and its line in the *Kartu Kendali Blangko* say different things. */
  | {
      readonly code: 'blank-differs'
      readonly title: string
      readonly job: PrintJobState
      readonly card: BlankState
    }
  | { readonly code: 'blank-missing'; readonly title: string; readonly job: PrintJobState }
  | { readonly code: 'blanks-unbalanced'; readonly by: number }
  /** What lists and search keep of a dossier is not what its history says. */
  | {
      readonly code: 'list-columns-differ'
      readonly application: string
      readonly columns: readonly string[]
    }
  /** What reports keep of a dossier is not what its history says. */
  | { readonly code: 'report-facts-differ'; readonly application: string }
  | { readonly code: 'report-sums-differ'; readonly days: readonly string[] }
  /** The events of a closed day are not those that were closed. */
  | {
      readonly code: 'closing-differs'
      readonly day: OfficeDate
      /** None: the record of the closing itself was changed. */
      readonly applications: readonly string[]
    }
  /** A closing was taken out of the chain or put in between. */
  | { readonly code: 'closing-chain-broken'; readonly day: OfficeDate }
  | { readonly code: 'printer-address-wrong'; readonly printer: string; readonly address: string }
  /** More columns than stand on its paper. */
  | {
      readonly code: 'printer-profile-wrong'
      readonly printer: string
      readonly columns: number
      readonly widthMm: number
    }
  /** Measures that no form would have taken. */
  | { readonly code: 'office-paper-wrong'; readonly paper: string }
  | { readonly code: 'pdf-command-wrong' }
  | { readonly code: 'check-failed'; readonly part: ExaminedPart; readonly detail: string }

/** Something that waits for somebody; nothing is broken. */
export type Notice =
  | { readonly code: 'jobs-open'; readonly state: PrintJobState; readonly count: number }
  | { readonly code: 'blanks-unexplained'; readonly serials: readonly string[] }
  /** More blanks were used than were ever received. */
  | { readonly code: 'blanks-not-received'; readonly count: number }
  /** Strip printers of which nobody has seen a test slip. */
  | { readonly code: 'printers-untried'; readonly printers: readonly string[] }
  | { readonly code: 'outbox-waiting'; readonly count: number }

/** What was found in one part; `examined` counts dossiers, numbers, files, jobs or entries looked at. */
export interface PartExamination {
  readonly part: ExaminedPart
  readonly examined: number
  readonly damages: readonly Damage[]
  readonly notices: readonly Notice[]
}
