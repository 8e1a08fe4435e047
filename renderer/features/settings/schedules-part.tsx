import { useQuery } from '@tanstack/react-query'
import type { ScheduleView } from '#contract/schedules.ts'
import { clockTime, numericDate } from '#domain/indonesian.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import { bookLabel } from '#domain/wording/report-books.ts'
import { paceLabel } from '#domain/wording/report-schedules.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { scheduleWords as words } from '../../locales/schedules.ts'
import type { Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { ListPart } from './part-frame.tsx'
import { ScheduleForm, runMeanings } from './schedule-form.tsx'
import type { SettingsPartProps } from './settings-parts.ts'

/** *Jadwal*: reports that are made by themselves, and how the last one fared. */
export function SchedulesPart(part: SettingsPartProps) {
  const schedules = useQuery(useTRPC().schedules.list.queryOptions())
  return (
    <ListPart
      {...part}
      query={schedules}
      words={words}
      columns={columns}
      empty={<EmptyState title={words.empty}>{words.emptyNote}</EmptyState>}
      unopened={
        <EmptyState title={words.choose} top>
          {words.chooseNote}
        </EmptyState>
      }
      form={(schedule) => (
        <ScheduleForm
          key={schedule?.id ?? 'new'}
          schedule={schedule}
          onSaved={(id) => part.onSaved(id === null ? null : { id })}
        />
      )}
    />
  )
}

const { heads } = words

const shortRange = ({ from, through }: ScheduleView['runs'][number]): string =>
  from === through ? numericDate(from) : `${numericDate(from)}–${numericDate(through)}`

const columns: readonly Column<ScheduleView>[] = [
  { key: 'report', head: heads.report, width: 132, cell: (one) => bookLabel(one.report) },
  {
    key: 'pace',
    head: heads.pace,
    width: 172,
    cell: (one) => words.when(paceLabel(one.pace), clockTime(timeOfDay(one.at))),
  },
  { key: 'target', head: heads.target, cell: (one) => one.where.replaceAll('\n', ', ') },
  {
    key: 'last',
    head: heads.last,
    width: 220,
    cell: ({ runs: [last] }) =>
      last === undefined ? (
        words.never
      ) : (
        <StatusMark meaning={runMeanings[last.state]}>
          {words.states[last.state]}, {shortRange(last)}
        </StatusMark>
      ),
  },
]
