import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaitingPaperView } from '#contract/handover.ts'
import { pickupAge } from '#domain/handover.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { waitingDays } from './ready-table.tsx'

const lists = ['ready', 'unfetched', 'back', 'ends'] as const
export type HandoverList = (typeof lists)[number]

/** Lines of a list at first, and further ones with each request for more; in all no more than the station gives. */
const page = 500
const mostLines = 10_000

/** Whoever comes within a week is no case for a reminder. */
export const isLate = (line: WaitingPaperView, zone: string): boolean =>
  pickupAge(waitingDays(line, zone)) !== 'week'

/** The lists of the screen and which of them is shown; an address from elsewhere opens the one that its dossier is in. */
export function useLists(id: string | undefined) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [opened, ask] = useState<HandoverList>()
  const ready = useQuery(trpc.handover.ready.queryOptions())
  const [asked, setAsked] = useState({ back: { atMost: page }, ends: { atMost: page } })
  const back = useQuery(
    trpc.handover.papersToGiveBack.queryOptions(asked.back, { placeholderData: keepPreviousData }),
  )
  const ends = useQuery(
    trpc.handover.openEnds.queryOptions(asked.ends, { placeholderData: keepPreviousData }),
  )
  const waiting = (ready.data?.lines ?? []).toSorted(
    (a, b) => waitingDays(b, timeZone) - waitingDays(a, timeZone),
  )
  const lines = {
    ready: waiting,
    unfetched: waiting,
    back: back.data?.lines ?? [],
    ends: ends.data?.lines ?? [],
  }
  const isIn = (list: HandoverList, one: string) => lines[list].some((line) => line.id === one)
  const known = id === undefined || ready.data === undefined || isIn('ready', id)
  // What has just gone out is in none of them, and whoever handed it over stays where they are.
  const elsewhere = known ? undefined : (['back', 'ends'] as const).find((one) => isIn(one, id))
  const list = opened ?? elsewhere ?? 'ready'
  return {
    ready,
    back,
    ends,
    /** How many of the long lists are asked for. */
    asked,
    /** Further lines of a list that is long. */
    showMore: (which: 'back' | 'ends') =>
      setAsked((now) => ({ ...now, [which]: { atMost: Math.min(now[which].atMost + page, mostLines) } })),
    waiting,
    /** What of it is listed as not fetched. */
    late: waiting.filter((one) => isLate(one, timeZone)),
    list,
    waits: list === 'ready' || list === 'unfetched',
    here: lines[list],
    isIn,
    ask: (key: string) => {
      const to = lists.find((one) => one === key) ?? 'ready'
      ask(to)
      return to
    },
  }
}

export type Lists = ReturnType<typeof useLists>
