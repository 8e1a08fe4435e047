import type { Instant } from './instant.ts'
import { ok, refuse, type Result } from './result.ts'
import type { DocumentKind } from './stage-table.ts'

export const blankPapers = ['permit', 'refusal-letter', 'revocation-decree'] as const satisfies DocumentKind[]
/** What may come out on a blank. */
export type BlankPaper = (typeof blankPapers)[number]

/** A number that stands on a blank from the printing works. */
export interface BlankSerial {
  readonly stackId: string
  readonly number: number
  /** As it stands on the sheet: `PTK-000123`. */
  readonly text: string
}

/** Blanks that came into the office together. */
export interface BlankStack {
  readonly id: string
  readonly receivedAt: Instant
  readonly receivedBy: string
  readonly count: number
  /** How its sheets are numbered; null: they bear no number. */
  readonly numbering: { readonly prefix: string; readonly width: number; readonly first: number } | null
  /** Delivery note, opening stock, whatever explains it; null: nothing. */
  readonly note: string | null
}

/**
 * What became of a blank. `unused`: it turned out that none was used, its number is free again.
 * `spoiled`: used up without becoming a paper that is valid.
 */
export const blankOutcomes = ['printed', 'spoiled', 'unused'] as const
export type BlankOutcome = (typeof blankOutcomes)[number]

export const blankStates = ['unknown', 'printed', 'spoiled', 'unused'] as const
export type BlankState = (typeof blankStates)[number]

/** A line of the *Kartu Kendali Blangko*: one sheet, from the moment a printer may have taken it. */
export interface BlankEntry {
  readonly id: string
  /** The job that took it; null: it was spoiled outside a printer. */
  readonly jobId: string | null
  /** Which try of that job; 0 without a job. */
  readonly attempt: number
  readonly document: DocumentKind | null
  /** What went on it, as in the list of sheets. */
  readonly title: string
  /** null: its stack has no numbers, or no stack with numbers was left. */
  readonly serial: BlankSerial | null
  readonly takenAt: Instant
  readonly takenBy: string
  /** null: nobody knows yet. */
  readonly settled: BlankSettlement | null
  /** A printed sheet that was taken back later and is worth nothing any more; null: it is valid. */
  readonly withdrawn: BlankMark | null
}

interface BlankMark {
  readonly at: Instant
  readonly by: string
  readonly reason: string
}

export interface BlankSettlement {
  readonly outcome: BlankOutcome
  readonly at: Instant
  /** null: the device said so. */
  readonly by: string | null
  /** Why it is spoiled; null otherwise. */
  readonly reason: string | null
}

/** How a line stands now. */
export function blankState({ settled, withdrawn }: Pick<BlankEntry, 'settled' | 'withdrawn'>): BlankState {
  if (settled === null) return 'unknown'
  return withdrawn === null ? settled.outcome : 'spoiled'
}

/** Sheets up to a moment, each counted once where it was certain first. */
export interface BlankCount {
  readonly received: number
  readonly printed: number
  readonly spoiled: number
  readonly unknown: number
  /** Of the printed ones, those that were taken back. */
  readonly withdrawn: number
  /** Blanks on the shelf: received and never taken. */
  readonly remaining: number
}

/** Counts a whole history as it was known at a moment; what happened at that very moment is not in it. */
export function countBlanks(
  stacks: readonly BlankStack[],
  entries: readonly BlankEntry[],
  at: Instant,
): BlankCount {
  const received = stacks.reduce((sum, one) => sum + (one.receivedAt < at ? one.count : 0), 0)
  const taken = entries.filter((one) => one.takenAt < at)
  const settledAs = (outcome: BlankOutcome): number =>
    taken.filter(({ settled }) => settled?.outcome === outcome && settled.at < at).length
  return {
    received,
    printed: settledAs('printed'),
    spoiled: settledAs('spoiled'),
    unknown: taken.filter(({ settled }) => settled === null || settled.at >= at).length,
    withdrawn: taken.filter(({ withdrawn }) => withdrawn !== null && withdrawn.at < at).length,
    remaining: received - (taken.length - settledAs('unused')),
  }
}

/** The card of a span of time: opening + received = printed + spoiled + unknown + remaining. */
export interface BlankBalance {
  /** On the shelf at the start, with those whose fate was not known then. */
  readonly opening: number
  readonly received: number
  readonly printed: number
  readonly spoiled: number
  /** At the end of the span. */
  readonly unknown: number
  readonly remaining: number
  /** Printed in this span or before, and taken back in it. Their blanks left the shelf when they were printed. */
  readonly withdrawn: number
}

/** The card between two counts. */
export const balanceBetween = (before: BlankCount, after: BlankCount): BlankBalance => ({
  opening: before.remaining + before.unknown,
  received: after.received - before.received,
  printed: after.printed - before.printed,
  spoiled: after.spoiled - before.spoiled,
  unknown: after.unknown,
  remaining: after.remaining,
  withdrawn: after.withdrawn - before.withdrawn,
})

/** What is lacking on the right of the equation; 0: the card balances. */
export const imbalance = (card: BlankBalance): number =>
  card.opening + card.received - (card.printed + card.spoiled + card.unknown + card.remaining)

type Numbering = NonNullable<BlankStack['numbering']>

export const serialText = ({ prefix, width }: Pick<Numbering, 'prefix' | 'width'>, number: number): string =>
  `${prefix}${String(number).padStart(width, '0')}`

/** The sheet of a stack that bears a number; null: none of its sheets does. */
export function serialIn(stack: BlankStack, number: number): BlankSerial | null {
  const { numbering, id } = stack
  if (numbering === null || number < numbering.first || number >= numbering.first + stack.count) return null
  return { stackId: id, number, text: serialText(numbering, number) }
}

const bySeniority = (one: BlankStack, other: BlankStack): number =>
  one.receivedAt < other.receivedAt ? -1 : one.receivedAt > other.receivedAt ? 1 : one.id < other.id ? -1 : 1

/**
 * The blank that lies on top: behind the last one used of the oldest stack that has any left. null: no numbered blank is left.
 *
 * @param lastUsed  highest number in use of each stack; a number that turned out unused is not in use
 */
export function nextSerial(
  stacks: readonly BlankStack[],
  lastUsed: ReadonlyMap<string, number>,
): BlankSerial | null {
  for (const stack of stacks.toSorted(bySeniority)) {
    if (stack.numbering === null) continue
    const serial = serialIn(stack, (lastUsed.get(stack.id) ?? stack.numbering.first - 1) + 1)
    if (serial !== null) return serial
  }
  return null
}

/** Numbers of begun stacks that were passed over: neither used nor recorded as spoiled. In the order of the shelf. */
export function unexplainedSerials(
  stacks: readonly BlankStack[],
  used: ReadonlyMap<string, readonly number[]>,
): readonly BlankSerial[] {
  return stacks.toSorted(bySeniority).flatMap((stack) => {
    const numbers = new Set(used.get(stack.id) ?? [])
    const last = Math.max(0, ...numbers)
    const first = stack.numbering?.first ?? 0
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
      .filter((number) => !numbers.has(number))
      .flatMap((number) => serialIn(stack, number) ?? [])
  })
}

/** A typed number as the sheets bear it; spaces and case do not matter, nor leading noughts that were left out. */
export function findSerial(stacks: readonly BlankStack[], typed: string): BlankSerial | null {
  const text = typed.replace(/\s+/g, '').toUpperCase()
  for (const stack of stacks) {
    if (stack.numbering === null) continue
    const prefix = stack.numbering.prefix.toUpperCase()
    const digits = text.startsWith(prefix) ? text.slice(prefix.length) : text
    if (!/^\d{1,12}$/.test(digits)) continue
    const serial = serialIn(stack, Number(digits))
    if (serial !== null) return serial
  }
  return null
}

/** A received stack as typed. */
export interface ReceiveBlanksForm {
  /** Number of sheets; empty where both numbers are given. */
  readonly count: string
  /** First and last number as printed on the sheets; both empty: the sheets bear none. */
  readonly from: string
  readonly until: string
  readonly note: string
}

export type ReceiveBlanksRefusal =
  | { readonly code: 'blank-count-unreadable'; readonly typed: string; readonly most: number }
  | { readonly code: 'blank-serial-unreadable'; readonly typed: string }
  | { readonly code: 'blank-serials-differ'; readonly from: string; readonly until: string }
  | {
      readonly code: 'blank-count-differs'
      readonly counted: number
      readonly byNumbers: number
      readonly from: string
      readonly until: string
    }
  | {
      readonly code: 'blank-serials-received'
      readonly from: string
      readonly until: string
      readonly by: string
    }

/** Sheets of one delivery; more is a typing slip. */
export const mostBlanks = 20_000

const readSerial = (typed: string): { prefix: string; width: number; number: number } | null => {
  const match = /^(.{0,12}?)(\d{1,9})$/.exec(typed.replace(/\s+/g, '').toUpperCase())
  return match === null
    ? null
    : { prefix: match[1] ?? '', width: (match[2] ?? '').length, number: Number(match[2]) }
}

/**
 * Reads a delivery. Refuses a count that is none, numbers of two series, a count that does not fit its numbers, and numbers
 * that were received before, naming by whom.
 */
export function readDelivery(
  form: ReceiveBlanksForm,
  stacks: readonly BlankStack[],
): Result<Pick<BlankStack, 'count' | 'numbering' | 'note'>, ReceiveBlanksRefusal> {
  const note = form.note.replace(/\s+/g, ' ').trim() || null
  const typedCount = form.count.replace(/[.\s]/g, '')
  const counted = /^\d{1,9}$/.test(typedCount) ? Number(typedCount) : null
  const unreadable = { code: 'blank-count-unreadable', typed: form.count.trim(), most: mostBlanks } as const
  const fits = (count: number): boolean => count >= 1 && count <= mostBlanks
  if (form.from.trim() === '' && form.until.trim() === '')
    return counted !== null && fits(counted)
      ? ok({ count: counted, numbering: null, note })
      : refuse(unreadable)
  const from = readSerial(form.from)
  if (from === null) return refuse({ code: 'blank-serial-unreadable', typed: form.from.trim() })
  const until = readSerial(form.until)
  if (until === null) return refuse({ code: 'blank-serial-unreadable', typed: form.until.trim() })
  const words = { from: form.from.trim(), until: form.until.trim() }
  if (from.prefix !== until.prefix || until.number < from.number)
    return refuse({ code: 'blank-serials-differ', ...words })
  const count = until.number - from.number + 1
  if (!fits(count)) return refuse({ ...unreadable, typed: String(count) })
  if (typedCount !== '' && counted !== count)
    return refuse({ code: 'blank-count-differs', counted: counted ?? 0, byNumbers: count, ...words })
  const known = stacks.find(
    ({ numbering, count: size }) =>
      numbering !== null &&
      numbering.prefix === from.prefix &&
      numbering.first <= until.number &&
      from.number < numbering.first + size,
  )
  if (known) return refuse({ code: 'blank-serials-received', ...words, by: known.receivedBy })
  return ok({ count, numbering: { prefix: from.prefix, width: from.width, first: from.number }, note })
}

/** Why a line of the card is not changed. */
export type BlankEntryRefusal =
  | { readonly code: 'blank-unknown' }
  | { readonly code: 'blank-reason-needed' }
  | { readonly code: 'blank-not-printed'; readonly state: BlankState }
  | { readonly code: 'blank-withdrawn'; readonly by: string; readonly at: Instant; readonly reason: string }

export type BlankSerialRefusal =
  | { readonly code: 'blank-serial-not-received'; readonly typed: string }
  | {
      readonly code: 'blank-serial-taken'
      readonly serial: string
      readonly title: string
      readonly by: string
    }

/**
 * Takes a printed sheet back: it stays on the card, spoiled, with its number and the reason.
 * Refuses an empty reason, what is not printed, and what was taken back, naming who did.
 */
export function withdrawBlank(
  entry: BlankEntry,
  reason: string,
  by: string,
  at: Instant,
): Result<BlankEntry, BlankEntryRefusal> {
  const words = reason.replace(/\s+/g, ' ').trim()
  if (words === '') return refuse({ code: 'blank-reason-needed' })
  if (entry.withdrawn) return refuse({ code: 'blank-withdrawn', ...entry.withdrawn })
  const state = blankState(entry)
  if (state !== 'printed') return refuse({ code: 'blank-not-printed', state })
  return ok({ ...entry, withdrawn: { at, by, reason: words } })
}
