import { calendarWith, differingDays, shippedYears, type CalendarChange } from '#domain/calendar-book.ts'
import { isWorkingDay, yearEntered, type OfficeCalendar } from '#domain/calendar.ts'
import { fullDate } from '#domain/indonesian.ts'
import { eachDay, officeDate, type OfficeDate } from '#domain/office-date.ts'
import { holidayTypeWords } from '#domain/wording/calendar.ts'
import type { CalendarYearView } from '#contract/calendar.ts'

const yearOf = (date: OfficeDate): number => Number(date.slice(0, 4))

/** A year of the office's calendar, with who changed what. */
export function calendarYearView(
  shipped: OfficeCalendar,
  changes: readonly CalendarChange[],
  year: number,
  today: OfficeDate,
): CalendarYearView {
  const calendar = calendarWith(shipped, changes)
  const last = new Map(changes.map((one) => [one.date, one]))
  const days = calendar.holidays.filter((one) => yearOf(one.date) === year)
  const known = new Set([
    ...calendar.holidays.map((one) => yearOf(one.date)),
    yearOf(today),
    yearOf(today) + 1,
  ])
  const eachOfYear = eachDay(officeDate(`${year}-01-01`), officeDate(`${year}-12-31`))
  return {
    year,
    years: [...known, year].filter((one, index, all) => all.indexOf(one) === index).sort((a, b) => a - b),
    days: days.map((one) => {
      const change = last.get(one.date)
      return {
        date: one.date,
        label: fullDate(one.date),
        type: one.type,
        typeLabel: holidayTypeWords[one.type],
        name: one.name,
        estimated: one.estimated,
        changed:
          change?.origin === 'office' ? { source: change.source, by: change.by.name, at: change.at } : null,
      }
    }),
    workingDays: eachOfYear.filter((date) => isWorkingDay(calendar, date)).length,
    ...yearEntered(calendar, year),
    differing: shippedYears(shipped).includes(year)
      ? differingDays(shipped, calendar).filter((date) => yearOf(date) === year).length
      : null,
    changes: changes
      .filter((one) => yearOf(one.date) === year)
      .toReversed()
      .slice(0, 50)
      .map((one) => ({
        id: one.id,
        label: fullDate(one.date),
        text: changeText(one),
        source: one.source,
        by: one.by.name,
        at: one.at,
      })),
  }
}

function changeText({ before, after }: CalendarChange): string {
  if (after === null) return `${before?.name ?? 'Hari libur'} dihapus, menjadi hari kerja biasa`
  const now = `${after.name} (${holidayTypeWords[after.type].toLowerCase()})`
  return before === null ? `${now} ditambahkan` : `${before.name} diubah menjadi ${now}`
}
