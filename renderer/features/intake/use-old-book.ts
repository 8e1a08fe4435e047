import { useQuery } from '@tanstack/react-query'
import type { IntakeForm } from '#domain/intake-form.ts'
import { officeDateOf, startOfDay } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'

/** *Berkas berjalan*: where it may stand, and from when its law is; nothing of it for an application taken in here. */
export function useOldBook({ oldBook: book }: IntakeForm) {
  const { timeZone } = useOffice()
  const beginning = useQuery(useTRPC().beginning.status.queryOptions(undefined, { enabled: book !== null }))
  const filedOn = book === null ? null : parseTypedDate(book.filedOn)
  const stages = beginning.data?.stages ?? []
  return {
    book,
    stages,
    filedAt: filedOn?.ok ? startOfDay(filedOn.value, timeZone) : null,
    rules: { stages, today: officeDateOf(pageMoment(), timeZone) },
  }
}
