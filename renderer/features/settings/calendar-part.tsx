import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CalendarDayView, CalendarYearView } from '#contract/calendar.ts'
import { longDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { sayCalendarRefusal } from '#domain/wording/calendar.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { Pane } from '../../ui/pane.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './settings.module.css'

const words = settingsWords.calendar

interface YearBarProps {
  year: number
  view: CalendarYearView | undefined
  onYear: (year: number) => void
}

/** Which year is shown, and how many working days it has. */
export function CalendarYearBar({ year, view, onYear }: YearBarProps) {
  const years = view?.years ?? [year]
  return (
    <div className={styles.yearBar}>
      <SelectField
        label={words.year}
        labelAt="left"
        width={148}
        value={String(year)}
        options={years.map((one) => ({ value: String(one), label: String(one) }))}
        onChange={(value) => onYear(Number(value))}
      />
      {view !== undefined && (
        <p className={styles.note}>{words.summary(figure(view.workingDays), figure(view.days.length))}</p>
      )}
      {view !== undefined && !view.whole && (
        <StatusMark meaning="soon">{words.begun(figure(view.national))}</StatusMark>
      )}
    </div>
  )
}

interface TableProps {
  days: readonly CalendarDayView[]
  selected: string | undefined
  onSelect: (date: string) => void
}

export function CalendarTable({ days, selected, onSelect }: TableProps) {
  const { heads } = words
  const columns: readonly Column<CalendarDayView>[] = [
    { key: 'date', head: heads.date, width: 188, nowrap: true, cell: (one) => one.label },
    { key: 'name', head: heads.name, cell: (one) => one.name },
    { key: 'type', head: heads.type, width: 112, cell: (one) => one.typeLabel },
    {
      key: 'origin',
      head: heads.origin,
      width: 112,
      cell: (one) =>
        one.changed === null ? (one.estimated ? words.estimatedShort : words.shipped) : words.own,
    },
  ]
  return (
    <DataTable
      label={words.list}
      columns={columns}
      rows={days}
      rowKey={({ date }) => date}
      selected={selected}
      onSelect={({ date }) => onSelect(date)}
      empty={<EmptyState title={words.none}>{words.noneNote}</EmptyState>}
    />
  )
}

/** What can be done with the whole year, and who changed which day. */
export function CalendarRecord({ view }: { view: CalendarYearView }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const [refused, setRefused] = useState<string | null>(null)
  const importing = useMutation(
    trpc.calendar.importYear.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefused(sayCalendarRefusal(answer.refusal))
        showToast(words.imported(answer.value.days, answer.value.promises))
        void queries.invalidateQueries()
      },
      onError: () => setRefused(settingsWords.saveFailed),
    }),
  )
  const { differing } = view
  return (
    <Pane title={words.recordTitle(view.year)}>
      <p className={styles.note}>{words.chooseNote}</p>
      <div className={styles.group}>
        {differing !== null && differing > 0 && (
          <Button
            busy={importing.isPending}
            onPress={() => {
              setRefused(null)
              importing.mutate({ year: view.year })
            }}
          >
            {words.import(view.year)}
          </Button>
        )}
        <p className={styles.note}>
          {differing === null
            ? words.notShipped(view.year)
            : differing === 0
              ? words.asShipped(view.year)
              : words.differing(differing)}
        </p>
        {refused !== null && (
          <p className={styles.refused} role="alert">
            <FieldSentence>{refused}</FieldSentence>
          </p>
        )}
      </div>
      {view.changes.length === 0 ? (
        <p className={styles.note}>{words.noChanges}</p>
      ) : (
        <ol className={styles.record}>
          {view.changes.map((one) => (
            <li key={one.id}>
              <b>{one.label}</b> {one.text}
              <p className={styles.note}>
                {words.changeNote(one.by, longDate(officeDateOf(one.at, timeZone)), one.source)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Pane>
  )
}
