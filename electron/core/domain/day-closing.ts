import type { Actor } from './application-event.ts'
import type { Instant } from './instant.ts'
import { parseOfficeDate, type OfficeDate } from './office-date.ts'
import { ok, refuse, type Result } from './result.ts'

/** Where an open item of a day is settled. */
export type SettlingPlace =
  | 'dossiers'
  | 'print-desk'
  | 'blanks'
  | 'portal'
  | 'mails'
  | 'notices'
  | 'dispatches'
  | 'agenda'
  | 'consents'
  | 'numbers'

interface OpenItemRule {
  readonly place: SettlingPlace
  /** The closing must say why it stays open: nobody has given a reason anywhere yet, and it does not settle by itself. */
  readonly named: boolean
  /** Belongs to no day: what waits when somebody closes, whichever day that is. */
  readonly ofMoment: boolean
}

/**
 * What can be open at the end of a day. `sheets-spoiled` and `numbers-voided` have happened and bear their reasons already;
 * they stand in the closing because they are what an inspector asks for first.
 */
export const openItemRules = {
  'data-incomplete': { place: 'dossiers', named: false, ofMoment: false },
  'sheets-unknown': { place: 'print-desk', named: true, ofMoment: false },
  'sheets-spoiled': { place: 'print-desk', named: false, ofMoment: false },
  'blanks-unexplained': { place: 'blanks', named: true, ofMoment: true },
  'portal-unsent': { place: 'portal', named: false, ofMoment: true },
  'portal-aside': { place: 'portal', named: true, ofMoment: true },
  'mails-unsent': { place: 'mails', named: true, ofMoment: true },
  'notices-untold': { place: 'notices', named: false, ofMoment: true },
  'dispatches-open': { place: 'dispatches', named: false, ofMoment: false },
  'numbers-voided': { place: 'numbers', named: false, ofMoment: false },
  'seconds-open': { place: 'consents', named: true, ofMoment: false },
  'appointments-open': { place: 'agenda', named: true, ofMoment: false },
} as const satisfies Readonly<Record<string, OpenItemRule>>
export type OpenItemKind = keyof typeof openItemRules
export const openItemKinds = Object.keys(openItemRules) as readonly OpenItemKind[]

/** So many of a kind, never 0. */
export interface OpenItem {
  readonly kind: OpenItemKind
  readonly count: number
}

/** What is open of a day, in a fixed order; kinds of which there is none are left out. */
export const openItemsOf = (counts: Readonly<Record<OpenItemKind, number>>): readonly OpenItem[] =>
  openItemKinds.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : []))

/** Those that the closing must explain in its note. */
export const namedItems = (items: readonly OpenItem[]): readonly OpenItem[] =>
  items.filter(({ kind }) => openItemRules[kind].named)

/**
 * What a closing saw of one dossier: its events of the day up to `throughSeq`, which is how a later entry is told from one
 * that was there, whatever the clocks of the stations say.
 */
export interface DossierPrint {
  readonly applicationId: string
  readonly throughSeq: number
  readonly events: number
  /** SHA-256 over these events. */
  readonly hash: string
}

/** *Tutup Harian*: a day's books as somebody closed them. Never changed; a later closing of the same day supersedes it. */
export interface DayClosing {
  /** Made by the screen before the first try. */
  readonly id: string
  readonly day: OfficeDate
  /** 1 for the first closing of the day. */
  readonly ordinal: number
  readonly closedAt: Instant
  readonly closedBy: Actor
  /** Why something stays open; null: nothing had to be said. */
  readonly note: string | null
  /** Why the day is closed again; null for its first closing. */
  readonly reason: string | null
  readonly openItems: readonly OpenItem[]
  readonly events: number
  /** SHA-256 over the prints of its dossiers, in the order of their ids. */
  readonly eventsHash: string
  /** Hash of the closing that was made before this one, of whichever day; null: it is the first of the office. */
  readonly previousHash: string | null
  /** SHA-256 over all of the above. */
  readonly hash: string
}

/** What is hashed of a closing. */
export type ClosingRecord = Omit<DayClosing, 'hash'>

export interface ClosingOrder {
  readonly day: OfficeDate
  /** How many closings of the day the closer has seen. */
  readonly seen: number
  readonly note: string
  readonly reason: string
}

export type ClosingRefusal =
  | { readonly code: 'closing-of-future'; readonly day: OfficeDate }
  | { readonly code: 'day-closed-meanwhile'; readonly by: string; readonly at: Instant }
  | { readonly code: 'nothing-after-closing'; readonly by: string; readonly at: Instant }
  | { readonly code: 'closing-reason-needed' }
  | { readonly code: 'closing-note-needed'; readonly items: readonly OpenItem[] }

/** What the office knows when a day is to be closed. */
export interface ClosingFacts {
  readonly today: OfficeDate
  /** The last closing of that day; undefined: it is open. */
  readonly latest: DayClosing | undefined
  readonly openItems: readonly OpenItem[]
  /** Whether the day has events that the last closing has not. */
  readonly hasLater: boolean
}

/**
 * Whether a day may be closed so, and with what words. A day may be closed on itself or afterwards, in any order of days:
 * one that stays open never blocks another. Closed again only when something came in since, and with a reason.
 *
 * Refuses a day that is still to come, a closing that the closer has not seen, one that would say nothing new, and
 * silence about what must be named.
 */
export function decideClosing(
  { day, seen, note, reason }: ClosingOrder,
  { today, latest, openItems, hasLater }: ClosingFacts,
): Result<Pick<DayClosing, 'ordinal' | 'note' | 'reason'>, ClosingRefusal> {
  if (day > today) return refuse({ code: 'closing-of-future', day })
  const words = { note: note.trim() || null, reason: latest ? reason.trim() || null : null }
  if (latest) {
    const first = { by: latest.closedBy.name, at: latest.closedAt }
    if (latest.ordinal !== seen) return refuse({ code: 'day-closed-meanwhile', ...first })
    if (!hasLater) return refuse({ code: 'nothing-after-closing', ...first })
    if (words.reason === null) return refuse({ code: 'closing-reason-needed' })
  }
  const named = namedItems(openItems)
  if (named.length > 0 && words.note === null) return refuse({ code: 'closing-note-needed', items: named })
  return ok({ ordinal: (latest?.ordinal ?? 0) + 1, ...words })
}

/** Days before this one are looked at for work that nobody closed: as far back as a new user can still remember. */
export const openDaysBack = 31

/**
 * From which day on days without a closing are listed: since the office closes days, and a month back at least.
 *
 * @param firstClosed  the earliest day that was ever closed; null: none was
 */
export const openDaysFrom = (monthAgo: OfficeDate, firstClosed: OfficeDate | null): OfficeDate =>
  firstClosed !== null && firstClosed < monthAgo ? firstClosed : monthAgo

const codeHead = 'SEPOK-HARIAN'

/** What the QR of a closed day's report says; capitals and digits only, so that the code stays small. */
export const closingCode = ({ day, ordinal, hash }: Pick<DayClosing, 'day' | 'ordinal' | 'hash'>): string =>
  `${codeHead}/${day}/${ordinal}/${hash.toUpperCase()}`

/** The beginning of a hash in groups that can be read out: `7F3A 91C2 0B4D 55E8`. */
export const shortPrint = (hash: string): string =>
  (hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []).join(' ')

/** Reads a scanned or pasted code; null: it is none. */
export function parseClosingCode(text: string): Pick<DayClosing, 'day' | 'ordinal' | 'hash'> | null {
  const [, dayText = '', ordinal = '', hash = ''] =
    /^SEPOK-HARIAN\/(\d{4}-\d{2}-\d{2})\/(\d{1,4})\/([0-9A-F]{64})$/.exec(
      text.replace(/\s+/g, '').toUpperCase(),
    ) ?? []
  const day = parseOfficeDate(dayText)
  return day.ok ? { day: day.value, ordinal: Number(ordinal), hash: hash.toLowerCase() } : null
}
