import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sayNoticeRefusal } from '#domain/wording/notices.ts'
import type { NoticeRefusal } from '#domain/wording/notices.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { noticeWords as words } from '../../locales/notices.ts'

export type Channel = 'whatsapp' | 'phone' | 'counter'
export type Outcome = 'reached' | 'no-answer' | 'wrong-number'

export interface Telling {
  readonly busy: boolean
  /** null: nothing to say. */
  readonly refused: string | null
  record(channel: Channel, outcome: Outcome, note: string): Promise<boolean>
  print(): Promise<boolean>
}

/** Writes down one try, or prints the slip; a second press after a lost answer is the same one. */
export function useTelling(noticeId: string): Telling {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [refused, setRefused] = useState<string | null>(null)
  const recording = useMutation(trpc.notices.record.mutationOptions())
  const printing = useMutation(trpc.notices.print.mutationOptions())
  const ids = useRef(new Map<string, string>())
  const idOf = (what: string): string => {
    const id = ids.current.get(what) ?? crypto.randomUUID()
    ids.current.set(what, id)
    return id
  }
  const send = async (
    what: string,
    act: (id: string) => Promise<{ ok: true } | { ok: false; refusal: NoticeRefusal }>,
  ): Promise<boolean> => {
    setRefused(null)
    try {
      const answer = await act(idOf(what))
      // Answered: what is pressed next is another try.
      ids.current.delete(what)
      if (!answer.ok) setRefused(sayNoticeRefusal(answer.refusal, timeZone))
      return answer.ok
    } catch {
      setRefused(words.actFailed)
      return false
    }
  }
  return {
    busy: recording.isPending || printing.isPending,
    refused,
    record: (channel, outcome, note) =>
      send(`${channel} ${outcome}`, (id) =>
        recording.mutateAsync({ id, noticeId, channel, outcome, note: note.trim() || null }),
      ),
    print: () => send('slip', (id) => printing.mutateAsync({ id, noticeId, printerId: null })),
  }
}
