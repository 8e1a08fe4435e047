import type { Permission } from '#domain/profile.ts'
import {
  IconCalendarEvent,
  IconBook2,
  IconChartBar,
  IconCloud,
  IconDeviceTv,
  IconFilePlus,
  IconFiles,
  IconHome,
  IconInfoCircle,
  IconMail,
  IconMessage,
  IconMessageReport,
  IconMoodSmile,
  IconPackageExport,
  IconPrinter,
  IconSettings,
  IconUserShare,
} from '@tabler/icons-react'
import type { shellWords } from '../locales/shell.ts'
import type { Icon } from '../ui/button.tsx'

export interface Screen {
  key: keyof typeof shellWords.screens
  path: string
  icon: Icon
  /** null: for everyone who is signed in; several: any of them. */
  permission: Permission | readonly Permission[] | null
  /** Function key that opens it from anywhere. */
  keys?: string
  /** Its figure in the rail. */
  count?: 'dossiers' | 'printing' | 'handover'
  /** Below the line: not the day's work. */
  apart?: boolean
  /** Opened from other screens as well; in the rail below those of the day's work, with its own key instead of a number. */
  besideRail?: boolean
  /** Covers the rail, so it is opened from a screen and never from there. */
  outOfRail?: boolean
}

/** Every screen of the product, in the order of the rail. */
export const screens: readonly Screen[] = [
  { key: 'home', path: '/', icon: IconHome, permission: null },
  { key: 'intake', path: '/terima', icon: IconFilePlus, permission: 'intake', keys: 'F2' },
  { key: 'dossiers', path: '/berkas', icon: IconFiles, permission: 'work-dossiers', count: 'dossiers' },
  { key: 'agenda', path: '/agenda', icon: IconCalendarEvent, permission: 'agenda' },
  { key: 'printing', path: '/pencetakan', icon: IconPrinter, permission: 'print-desk', count: 'printing' },
  {
    key: 'handover',
    path: '/penyerahan',
    icon: IconPackageExport,
    permission: 'handover',
    count: 'handover',
  },
  { key: 'reports', path: '/laporan', icon: IconChartBar, permission: 'reports' },
  { key: 'information', path: '/informasi', icon: IconInfoCircle, permission: null },
  { key: 'settings', path: '/pengaturan', icon: IconSettings, permission: 'administration', apart: true },
  {
    key: 'notices',
    path: '/kabar',
    icon: IconMessage,
    permission: 'work-dossiers',
    keys: 'F8',
    besideRail: true,
  },
  {
    key: 'complaints',
    path: '/pengaduan',
    icon: IconMessageReport,
    permission: ['intake', 'work-dossiers', 'handover', 'reports'],
    keys: 'F7',
    besideRail: true,
  },
  {
    key: 'portal',
    path: '/portal',
    icon: IconCloud,
    permission: ['intake', 'work-dossiers', 'print-desk', 'handover', 'administration'],
    besideRail: true,
  },
  {
    key: 'dispatch',
    path: '/ekspedisi',
    icon: IconBook2,
    permission: 'work-dossiers',
    keys: 'F10',
    besideRail: true,
  },
  { key: 'mails', path: '/email', icon: IconMail, permission: 'handover', besideRail: true },
  { key: 'survey', path: '/survei', icon: IconMoodSmile, permission: 'handover', besideRail: true },
  { key: 'wall', path: '/layar', icon: IconDeviceTv, permission: 'reports', outOfRail: true },
  {
    key: 'deputies',
    path: '/pengganti',
    icon: IconUserShare,
    permission: 'reports',
    keys: 'F9',
    besideRail: true,
  },
]

/** A role sees what it may open, and nothing else is drawn. */
export const screensFor = (permissions: readonly Permission[]): readonly Screen[] =>
  screens.filter(
    ({ permission }) => permission === null || [permission].flat().some((one) => permissions.includes(one)),
  )

/** The screens of the day's work, in the order of their keys. */
export const inRail = (among: readonly Screen[]): readonly Screen[] =>
  among.filter(({ besideRail, outOfRail }) => besideRail !== true && outOfRail !== true)

/** The screens of the rail from above: the day's work, what stands beside it, what is apart. */
export const railGroups = (among: readonly Screen[]): readonly (readonly Screen[])[] =>
  [
    inRail(among).filter(({ apart }) => apart !== true),
    among.filter(({ besideRail }) => besideRail === true),
    inRail(among).filter(({ apart }) => apart === true),
  ].filter((group) => group.length > 0)

/** The key of a screen by its place in the rail: the first is Alt+1. */
export const screenKey = (index: number): string => `Alt+${index + 1}`

/** The screen an address belongs to: `/berkas/0198…` is Berkas. */
export const screenAt = (path: string, among: readonly Screen[]): Screen | undefined =>
  among.find((screen) =>
    screen.path === '/' ? path === '/' : path === screen.path || path.startsWith(`${screen.path}/`),
  )
