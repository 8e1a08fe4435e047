import type { Permission } from '#domain/profile.ts'
import type { Instant } from '#domain/instant.ts'

/** What the shell knows before and after signing in. */
export interface SessionView {
  office: { name: string; fullName: string; timeZone: string; version: string }
  /** True until office and first administrator exist. */
  needsSetup: boolean
  user: UserView | null
  /** Set while the screen is locked: since when, and after how many minutes of quiet (null: locked by hand). */
  locked: { at: Instant; afterMinutes: number | null; drafts: number } | null
  counters: { id: string; label: string }[]
  lastCounter: string | null
  /** Only in a sample office. */
  demoUsers: { username: string; password: string; fullName: string; roleLabel: string }[]
  lastBackupAt: Instant | null
  /** Minutes without a key or a movement after which the screen locks; null: never by itself. */
  lockAfterMinutes: number | null
}

export interface UserView {
  id: string
  fullName: string
  roleLabel: string
  counterLabel: string | null
  permissions: Permission[]
  /** null: follow the system. */
  colorScheme: 'light' | 'dark' | null
}

/** The three states of the header, and the counts of the rail. */
export interface StationView {
  /** `unused`: this office has no portal set up; nothing is drawn. */
  portal: { state: 'connected' | 'offline' | 'unused'; since: Instant | null }
  printers: { ready: number; trouble: { printer: string; what: string } | null }
  unsent: number
  counts: Partial<Record<'dossiers' | 'printing' | 'handover', number>>
  now: Instant
}

export interface SearchHit {
  applicationId: string
  name: string
  permitType: string
  place: string
  number: string
  state: string
}
