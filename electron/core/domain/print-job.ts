import type { CodePage } from './documents/strip.ts'
import type { Instant } from './instant.ts'
import type { SecondOriginal } from './second-original.ts'
import type { DocumentKind } from './stage-table.ts'

export const printJobStates = [
  'queued',
  'held',
  'sending',
  'printed',
  'failed',
  'unknown',
  'cancelled',
] as const
/**
 * Where a print job stands. `held`: too old to print by itself, asks first. `sending`: may have reached
 * the device, so a restart turns it into `unknown`, never into a second try. `failed`: certain that
 * nothing came out. `unknown`: nobody knows until somebody looks at the tray.
 */
export type PrintJobState = (typeof printJobStates)[number]

/** What a device did with a job, as far as it can be known. */
export type PrintVerdict =
  | { readonly outcome: 'printed' }
  | { readonly outcome: 'failed'; readonly reason: PrintReason; readonly detail: string | null }
  | { readonly outcome: 'unknown'; readonly reason: PrintReason; readonly detail: string | null }

export const printReasons = [
  'no-printer',
  'unreachable',
  'connection-lost',
  'no-answer',
  'timed-out',
  'paper-out',
  'cover-open',
  'offline',
  'queue-paused',
  'rejected',
  'folder-missing',
  'disk-full',
  'render-failed',
  'paper-unsound',
  'station-stopped',
  'no-status',
] as const
export type PrintReason = (typeof printReasons)[number]

export type PrinterKind = 'thermal' | 'sheet'

/** A printer as the office has set it up. */
export interface Printer {
  readonly id: string
  readonly name: string
  readonly kind: PrinterKind
  /** `tcp://HOST:PORT`, `device:PATH`, `share:\\\\HOST\\NAME`, `cups:QUEUE`, `folder:PATH`. */
  readonly address: string
  readonly thermal: ThermalProfile | null
  /** The documents that go here unless a clerk chooses another. */
  readonly documents: readonly DocumentKind[]
  readonly active: boolean
}

export interface ThermalProfile {
  readonly widthMm: 58 | 80
  readonly columns: 32 | 42 | 48
  readonly codePage: CodePage
  readonly qr: 'native' | 'raster'
  readonly cutter: boolean
  /** What to record when the device gives no status: the paper is not seen, or the office trusts the device. */
  readonly withoutStatus: 'unknown' | 'printed'
  /** Absent: set by hand, never seen on a test slip. */
  readonly learned?: PrinterLearned
}

/** When and from whom a profile was learned, and whether the printer answers for its status. */
export interface PrinterLearned {
  readonly at: Instant
  readonly by: string
  readonly status: 'answers' | 'silent'
}

/**
 * One thing to be put on paper. Committed together with the event that asked for it; `content` is the
 * data of the sheet, rendered when it is sent, so the same job always makes the same bytes.
 */
export interface PrintJob {
  readonly id: string
  readonly applicationId: string | null
  readonly document: DocumentKind
  /** What the sheet shows: product, handover or, for a receipt, the application; null for reports. */
  readonly subjectId: string | null
  readonly title: string
  /** null: no printer is set up for this document; the job fails with `no-printer`. */
  readonly printerId: string | null
  /** 1 for the first; from 2 on it is a reprint. */
  readonly copy: number
  readonly reprintReason: string | null
  readonly content: unknown
  readonly state: PrintJobState
  readonly reason: PrintReason | null
  readonly detail: string | null
  readonly requestedBy: string
  readonly requestedAt: Instant
  readonly sentAt: Instant | null
  readonly endedAt: Instant | null
  readonly attempts: number
  /** What a clerk decided about it last; null: nobody had to. */
  readonly decided: JobDecision | null
  /** It makes an original once more, and who agreed. Absent: it makes none, or one from before this was asked. */
  readonly second?: SecondOriginal | undefined
}

export const jobOrders = ['retry', 'spoiled', 'confirm', 'cancel', 'release', 'move'] as const
/**
 * What a clerk may decide about a job. `spoiled`: the sheet came out and is worth nothing, so it is printed once more;
 * `confirm`: the sheet of an uncertain job is here.
 */
export type JobOrder = (typeof jobOrders)[number]

/** Who decided, and when. */
export interface JobDecision {
  readonly order: JobOrder
  readonly by: string
  readonly at: Instant
}

/** Whether a job's sheet is done with: nothing about it is open or uncertain. */
export function isSettled(state: PrintJobState): boolean {
  return state === 'printed' || state === 'failed' || state === 'cancelled'
}

/** States of a sheet that came out or still may: one that certainly never did is nobody's second original. */
export const possibleStates = [
  'queued',
  'held',
  'sending',
  'printed',
  'unknown',
] as const satisfies PrintJobState[]
