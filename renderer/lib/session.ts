import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { OfficeView, StationView, UserView } from '#contract/session.ts'
import { useTRPC } from './api-client.ts'
import { sendWhatWaits } from './before-leaving.ts'

/** What this window may know before anybody is signed in, and who is. */
export const useStation = () => useQuery(useTRPC().session.station.queryOptions())

/** The office, inside the shell, where there is one. Throws elsewhere: that is a mistake of the page. */
export function useOffice(): OfficeView {
  const office = useStation().data?.office
  if (office === undefined || office === null) throw new Error('no office outside the shell')
  return office
}

/** Who is signed in, inside the shell. Throws elsewhere. */
export function useUser(): UserView {
  const user = useStation().data?.user
  if (user === undefined || user === null) throw new Error('nobody is signed in outside the shell')
  return user
}

/** Another person (or nobody) sits down: what the one before has seen must not be drawn for them. */
export function useEnter() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const key = trpc.session.station.queryKey()
  return (station: StationView) => {
    const before = queries.getQueryData(key)?.user?.id
    if (before !== station.user?.id)
      queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]) !== String(key[0]) })
    queries.setQueryData(key, station)
  }
}

/** Ends the session on the server, once what was typed is kept; the page forgets what it showed. */
export function useSignOut(onDone?: () => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const enter = useEnter()
  const options = trpc.session.signOut.mutationOptions({
    meta: { saves: false },
    onSuccess: () => {
      const station = queries.getQueryData(trpc.session.station.queryKey())
      if (station !== undefined) enter({ ...station, state: 'signed-out', user: null })
      onDone?.()
    },
  })
  const { mutationFn } = options
  return useMutation({
    ...options,
    // What was typed in the last quarter second is nobody's once the session has ended.
    mutationFn: async (...given) => {
      await sendWhatWaits()
      if (!mutationFn) throw new Error('signing out has no procedure')
      return mutationFn(...given)
    },
  })
}
