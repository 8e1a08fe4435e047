import type { AppointmentLineView } from '#contract/appointments.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { TimeOfDay } from '#domain/time-of-day.ts'

type Line = Pick<AppointmentLineView, 'time' | 'state'>

const byTime = (a: Line, b: Line): number =>
  a.time.date.localeCompare(b.time.date) || a.time.from.localeCompare(b.time.from)

/**
 * Appointments of today and those that are still to come on later days. Of today's, what is not over yet stands first, then
 * what is over, each by its hour; what was called off is in neither.
 */
export function comingAppointments<One extends Line>(
  all: readonly One[],
  today: OfficeDate,
  now: TimeOfDay,
): { readonly today: readonly One[]; readonly later: readonly One[] } {
  const sorted = all.filter(({ state }) => state !== 'cancelled').toSorted(byTime)
  const ofToday = sorted.filter(({ time }) => time.date === today)
  const isOver = ({ time, state }: One) => state === 'held' || time.until <= now
  return {
    today: [...ofToday.filter((one) => !isOver(one)), ...ofToday.filter(isOver)],
    later: sorted.filter(({ time, state }) => time.date > today && state === 'planned'),
  }
}
