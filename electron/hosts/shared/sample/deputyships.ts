import type { Deputyship } from '#domain/deputyship.ts'
import { addDays, type OfficeDate } from '#domain/office-date.ts'
import type { Instant } from '#domain/instant.ts'
import type { IdSource } from '#ports/clock.ts'
import type { User } from '#ports/records.ts'

/** Leave of the year: one that is over, one that was taken back, one to come. None runs: each shows its own queue. */
export function sampleDeputyships(
  users: readonly User[],
  today: OfficeDate,
  now: Instant,
  ids: IdSource,
): readonly Deputyship[] {
  const [, second, third, fourth] = users
  const last = users.at(-1)
  if (!second || !third || !fourth || !last) return []
  const person = ({ id, name }: User) => ({ userId: id, name })
  const leave = (absent: User, deputy: User, first: number, length: number, reason: string): Deputyship => ({
    id: ids.uuid(),
    absent: person(absent),
    deputy: person(deputy),
    from: addDays(today, first),
    until: addDays(today, first + length),
    reason,
    enteredAt: now,
    enteredBy: last.name,
    ended: null,
  })
  return [
    leave(second, third, -40, 4, 'Cuti tahunan'),
    {
      ...leave(third, second, -3, 6, 'Dinas luar ke Jakarta'),
      ended: { at: now, by: last.name, userId: last.id },
    },
    leave(second, fourth, 12, 3, 'Cuti melahirkan istri'),
  ]
}
