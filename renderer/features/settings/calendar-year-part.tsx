import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { officeDateOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { passGuard } from '../../lib/unsaved-guard.ts'
import { settingsWords } from '../../locales/settings.ts'
import { CalendarRecord, CalendarTable, CalendarYearBar } from './calendar-part.tsx'
import { HolidayForm } from './holiday-form.tsx'
import { PartFrame } from './part-frame.tsx'
import { idOf } from './settings-parts.ts'
import type { SettingsPartProps } from './settings-parts.ts'

/** *Kalender*: the free days of a year, one of them, or what was changed in that year. */
export function CalendarPart({ opened, onOpen, onSaved, title }: SettingsPartProps) {
  const { timeZone } = useOffice()
  const [year, setYear] = useState(() => Number(officeDateOf(pageMoment(), timeZone).slice(0, 4)))
  const calendar = useQuery(useTRPC().calendar.year.queryOptions({ year }))
  const saved = (date: string | null) => {
    if (date !== null) setYear(Number(date.slice(0, 4)))
    onSaved(date === null ? null : { id: date })
  }
  const day = calendar.data?.days.find(({ date }) => date === idOf(opened))
  return (
    <PartFrame
      title={title}
      onOpen={onOpen}
      query={calendar}
      add={settingsWords.calendar.add}
      above={
        <CalendarYearBar
          year={year}
          view={calendar.data}
          onYear={(next) =>
            passGuard(() => {
              onSaved(null)
              setYear(next)
            })
          }
        />
      }
      list={({ days }) => (
        <CalendarTable days={days} selected={idOf(opened)} onSelect={(id) => onOpen({ id })} />
      )}
      pane={
        opened === 'new' ? (
          <HolidayForm key="new" day={null} onSaved={saved} />
        ) : day !== undefined ? (
          <HolidayForm key={day.date} day={day} onSaved={saved} />
        ) : (
          calendar.data !== undefined && <CalendarRecord view={calendar.data} />
        )
      }
    />
  )
}
