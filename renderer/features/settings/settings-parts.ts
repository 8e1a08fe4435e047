import type { ReactNode } from 'react'
import { bookParts } from './use-book.ts'

export const settingsParts = [
  'users',
  'printers',
  'papers',
  'documents',
  'mail',
  'portal',
  'schedules',
  'calendar',
  'numbers',
  'beginning',
  ...bookParts,
] as const
export type SettingsPart = (typeof settingsParts)[number]

/** Below the address of the screen. */
export const pathOf: Record<SettingsPart, string> = {
  users: '/',
  printers: '/printer',
  papers: '/kertas',
  documents: '/dokumen',
  mail: '/email',
  portal: '/portal',
  schedules: '/jadwal',
  calendar: '/kalender',
  numbers: '/nomor',
  beginning: '/awal',
  officials: '/pejabat',
  procedure: '/alur',
  types: '/jenis-izin',
}

/** What stands in the pane: one that exists, a new one, or what the part itself has to say. */
export type Opened = { readonly id: string } | 'new' | null

export const idOf = (opened: Opened): string | undefined =>
  opened === null || opened === 'new' ? undefined : opened.id

/** What the screen gives to each of its parts. */
export interface SettingsPartProps {
  /** The head of the screen with its parts; the button of this part stands at its right. */
  title: (right?: ReactNode) => ReactNode
  opened: Opened
  /** Asks first when something is typed and not saved. */
  onOpen: (next: Opened) => void
  /** Shows at once what was just saved. */
  onSaved: (next: Opened) => void
  /** Another part, with one of it in the pane. */
  onShow: (part: SettingsPart, then: Opened) => void
}
