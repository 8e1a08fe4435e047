import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaitingPaperView } from '#contract/handover.ts'
import { pickupAge } from '#domain/handover.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { waitingDays } from './ready-table.tsx'

const lists = ['ready', 'unfetched', 'back', 'ends'] as const
export type HandoverList = (typeof lists)[number]

/** Whoever comes within a week is no case for a reminder. */
export const isLate = (line: WaitingPaperView, zone: string): boolean =>
  pickupAge(waitingDays(line, zone)) !== 'week'

/** The lists of the screen and which of them is shown; an address from elsewhere opens the one that its dossier is in. */
export function useLists(id: string | undefined) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [asked, ask] = useState<HandoverList>()
  const ready = useQuery(trpc.handover.ready.queryOptions())
  const back = useQuery(trpc.handover.papersToGiveBack.queryOptions())
  const ends = useQuery(trpc.handover.openEnds.queryOptions())
  const waiting = (ready.data?.lines ?? []).toSorted(
    (a, b) => waitingDays(b, timeZone) - waitingDays(a, timeZone),
  )
  const lines = { ready: waiting, unfetched: waiting, back: back.data ?? [], ends: ends.data ?? [] }
  const isIn = (list: HandoverList, one: string) => lines[list].some((line) => line.id === one)
  const known = id === undefined || ready.data === undefined || isIn('ready', id)
  const list = asked ?? (known ? 'ready' : isIn('back', id) ? 'back' : 'ends')
  return {
    ready,
    back,
    ends,
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
