import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { beginningWords } from '../../locales/beginning.ts'
import { mailServerWords } from '../../locales/mails.ts'
import { officeBookWords } from '../../locales/office-book.ts'
import { documentWords } from '../../locales/documents.ts'
import { paperWords } from '../../locales/papers.ts'
import { portalSettingWords } from '../../locales/portal.ts'
import { scheduleWords } from '../../locales/schedules.ts'
import { settingsWords as words } from '../../locales/settings.ts'
import { ScreenTitle } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { BeginningScreen } from './beginning-screen.tsx'
import { BookPart } from './book-part.tsx'
import { CalendarPart } from './calendar-year-part.tsx'
import { MailPart } from './mail-part.tsx'
import { DocumentsPart } from './documents-part.tsx'
import { NumbersPart } from './numbers-part.tsx'
import { PapersPart } from './papers-part.tsx'
import { PortalPart } from './portal-part.tsx'
import { PrintersPart } from './printers-part.tsx'
import { SchedulesPart } from './schedules-part.tsx'
import { pathOf, settingsParts } from './settings-parts.ts'
import type { Opened, SettingsPart, SettingsPartProps } from './settings-parts.ts'
import { isBookPart } from './use-book.ts'
import { UsersPart } from './users-part.tsx'

/** *Pengaturan*: who works here, on which printers, on which days; the list at the left, one of them at the right. */
export function SettingsScreen() {
  const [path, navigate] = useLocation()
  const part = settingsParts.find((one) => pathOf[one] === path) ?? 'users'
  const [opened, setOpened] = useState<Opened>(null)
  const show = (next: SettingsPart, then: Opened) =>
    passGuard(() => {
      setOpened(then)
      navigate(pathOf[next], { replace: true })
    })
  return (
    <Part
      part={part}
      title={(right) => <SettingsTitle part={part} onShow={(next) => show(next, null)} right={right} />}
      opened={opened}
      onOpen={(next) => passGuard(() => setOpened(next))}
      onSaved={setOpened}
      onShow={show}
    />
  )
}

const ownParts = {
  users: UsersPart,
  printers: PrintersPart,
  papers: PapersPart,
  documents: DocumentsPart,
  mail: MailPart,
  portal: PortalPart,
  schedules: SchedulesPart,
  calendar: CalendarPart,
  numbers: NumbersPart,
} as const

function Part({ part, ...props }: SettingsPartProps & { part: SettingsPart }) {
  if (part === 'beginning') return <BeginningScreen title={props.title()} />
  // One for all three, so that the day that is looked at stays.
  if (isBookPart(part)) return <BookPart part={part} {...props} />
  const Own = ownParts[part]
  return <Own {...props} />
}

interface SettingsTitleProps {
  part: SettingsPart
  onShow: (part: SettingsPart) => void
  right: ReactNode
}

function SettingsTitle({ part, onShow, right }: SettingsTitleProps) {
  const trpc = useTRPC()
  const users = useQuery(trpc.administration.users.queryOptions())
  const printers = useQuery(trpc.administration.printers.queryOptions())
  const names: Record<SettingsPart, string> = {
    users: words.users,
    printers: words.printers,
    papers: paperWords.tab,
    documents: documentWords.tab,
    mail: mailServerWords.tab,
    portal: portalSettingWords.tab,
    schedules: scheduleWords.tab,
    calendar: words.calendarTab,
    numbers: words.numbersTab,
    beginning: beginningWords.tab,
    ...officeBookWords.tabs,
  }
  const counts: Partial<Record<SettingsPart, number | undefined>> = {
    users: users.data?.length,
    printers: printers.data?.length,
  }
  const tabs = settingsParts.map((key) => {
    const count = counts[key]
    return { key, name: names[key], ...(count === undefined ? {} : { count: figure(count) }) }
  })
  return (
    <ScreenTitle
      title={words.title}
      note={
        <Segmented
          label={words.tabsName}
          current={part}
          dense
          onChange={(key) => onShow(settingsParts.find((one) => one === key) ?? 'users')}
          tabs={tabs}
        />
      }
      {...(right === undefined || right === false ? {} : { right })}
    />
  )
}
