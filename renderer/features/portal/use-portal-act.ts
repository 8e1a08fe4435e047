import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { InboxRefusal } from '#domain/wording/portal-inbox.ts'
import { sayInboxRefusal } from '#domain/wording/portal-inbox.ts'
import type { PortalResendRefusal } from '#domain/wording/portal.ts'
import { sayPortalResendRefusal } from '#domain/wording/portal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { portalScreenWords as words } from '../../locales/portal.ts'
import { showToast } from '../../ui/toast.tsx'

type Refusal = InboxRefusal | PortalResendRefusal

const isResend = (refusal: Refusal): refusal is PortalResendRefusal =>
  refusal.code === 'portal-call-unknown' || refusal.code === 'portal-call-not-aside'

const sayAny = (refusal: unknown, zone: string): string => {
  const known = refusal as Refusal
  return isResend(known) ? sayPortalResendRefusal(known) : sayInboxRefusal(known, zone)
}

/** What one act on a line of the portal needs: the sentence of a refusal, the toast, and the lists asked again. */
export function usePortalAct(onDone: () => void) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const [refused, setRefused] = useState<string | null>(null)
  return {
    refused,
    forget: () => setRefused(null),
    /** Options of the mutation; `done` is said when it was taken, `say` words its refusals. */
    told: <R = Refusal>(done: () => string, say: (refusal: R, zone: string) => string = sayAny) => ({
      onSuccess: (answer: { ok: true } | { ok: false; refusal: R }) => {
        for (const filter of [trpc.inbox.pathFilter(), trpc.accounts.pathFilter(), trpc.portal.pathFilter()])
          void queries.invalidateQueries(filter)
        if (!answer.ok) return setRefused(say(answer.refusal, timeZone))
        showToast(done())
        onDone()
      },
      onError: () => setRefused(words.actFailed),
    }),
  }
}
