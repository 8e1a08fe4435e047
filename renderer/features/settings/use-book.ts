import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { numericDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { parseTypedDate } from '#domain/typed-date.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { pageMoment } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'

export const bookParts = ['officials', 'procedure', 'types'] as const
export type BookPart = (typeof bookParts)[number]

export const isBookPart = (part: string): part is BookPart => bookParts.some((one) => one === part)

/** What the data files say, on the day that is asked about; asked only for the part that is shown. */
export function useBook(part: string) {
  const trpc = useTRPC()
  const { timeZone, code } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  const [typed, setTyped] = useState(() => numericDate(today))
  const read = parseTypedDate(typed)
  const on = read.ok ? read.value : today
  const officials = useQuery(
    trpc.officeBook.officials.queryOptions(
      { on },
      { enabled: part === 'officials', placeholderData: keepPreviousData },
    ),
  )
  const procedure = useQuery(
    trpc.officeBook.procedure.queryOptions(undefined, { enabled: part === 'procedure' }),
  )
  const types = useQuery(
    trpc.officeBook.types.queryOptions(
      { on },
      { enabled: part === 'types', placeholderData: keepPreviousData },
    ),
  )
  const shown = part === 'officials' ? officials : part === 'procedure' ? procedure : types
  const file = part === 'types' ? 'assets/catalogue' : `assets/profiles/${code}.json`
  return { typed, setTyped, on, officials, procedure, types, shown, file }
}
