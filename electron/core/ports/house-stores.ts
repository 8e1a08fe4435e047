import type { CalendarChange } from '#domain/calendar-book.ts'
import type { Deputyship } from '#domain/deputyship.ts'
import type { Instant } from '#domain/instant.ts'
import type { User } from './records.ts'

/** Who works in the office. */
export interface UserStore {
  find(id: string): Promise<User | undefined>
  findByUsername(username: string): Promise<User | undefined>
  save(user: User): Promise<void>
  count(): Promise<number>
}

/** Who takes whose place. Lock both people first, in the order of their ids. */
export interface DeputyshipStore {
  /** Under lock. undefined: there is no such deputyship. */
  find(id: string): Promise<Deputyship | undefined>
  /** Deputyships in which one of these people stands, in either place, by their first day. */
  listWith(userIds: readonly string[]): Promise<readonly Deputyship[]>
  /** Throws for an id that is there. */
  add(deputyship: Deputyship): Promise<void>
  /** Writes down that it was taken back; changes nothing of one that was. */
  end(id: string, ended: NonNullable<Deputyship['ended']>): Promise<void>
}

export interface DraftStore {
  find(id: string): Promise<Draft | undefined>
  /** Inserts or replaces the draft of that id. */
  save(draft: Draft): Promise<void>
  discard(id: string): Promise<void>
}

/** What a clerk has typed and not yet saved; survives a crash. `data` is the screen's own shape. */
export interface Draft {
  readonly id: string
  readonly userId: string
  readonly kind: string
  readonly title: string
  readonly data: unknown
  readonly updatedAt: Instant
}

/** The record of what the office changed in its calendar: append-only. */
export interface CalendarStore {
  /** The first change first. Locks the calendar until the transaction ends: of two who change it the second sees the first. */
  list(): Promise<readonly CalendarChange[]>
  add(change: CalendarChange): Promise<void>
}

export interface SettingStore {
  /** undefined: never set. */
  get(key: string): Promise<unknown>
  set(key: string, value: unknown): Promise<void>
}
