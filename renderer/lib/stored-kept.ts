import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTRPC, useTRPCClient } from './api-client.ts'
import { beforeLeaving } from './before-leaving.ts'
import { useKept } from './kept.ts'
import { createOutbox } from './outbox.ts'
import { useUser } from './session.ts'

type Send = (key: string, text: string | null) => Promise<void>

/** One for the window, so that it goes on sending when the dialog is closed; each user's own under their id. */
const outboxes = new Map<string, ReturnType<typeof createOutbox<string | null>>>()

function outboxOf(userId: string, send: Send) {
  const known = outboxes.get(userId)
  if (known !== undefined) return known
  const outbox = createOutbox<string | null>(send)
  outboxes.set(userId, outbox)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void outbox.flush()
  })
  return outbox
}

/**
 * As `useKept`, and also across a restart: the station keeps what is typed, for whoever typed it.
 *
 * @param key    the thing and what is typed, e.g. `0198…/postpone`
 * @param first  what the form begins with; what was stored in another shape is left alone
 */
export function useStoredKept<Value>(key: string, first: Value) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { id: userId } = useUser()
  const kept = useKept<Value>(key, first)
  const question = trpc.session.kept.queryOptions({ key }, { staleTime: Infinity })
  const stored = useQuery({ ...question, enabled: !kept.touched })
  const outbox = outboxOf(userId, async (of, text) => {
    await client.session.keep.mutate({ userId, key: of, text })
  })
  useEffect(() => beforeLeaving(() => outbox.flush()), [outbox])
  const put = (text: string | null) => {
    queries.setQueryData(question.queryKey, text)
    outbox.put(key, text)
  }
  return {
    value: kept.touched ? kept.value : (readLike(stored.data, first) ?? first),
    set: (value: Value) => {
      kept.set(value)
      put(JSON.stringify(value))
    },
    forget: () => {
      kept.forget()
      put(null)
    },
  }
}

/** What was stored, where it still has the shape of the form. */
function readLike<Value>(text: string | null | undefined, first: Value): Value | undefined {
  if (text === null || text === undefined) return undefined
  const value: unknown = JSON.parse(text)
  return isLike(value, first) ? (value as Value) : undefined
}

function isLike(value: unknown, first: unknown): boolean {
  if (Array.isArray(first)) return Array.isArray(value)
  if (typeof first !== 'object' || first === null) return typeof value === typeof first
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(first).every(([key, part]) => isLike((value as Record<string, unknown>)[key], part))
}
