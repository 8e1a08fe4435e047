import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PortalStatusView } from '#contract/portal.ts'
import type { UserView } from '#contract/session.ts'
import { portalWords as words } from '../locales/portal.ts'
import { useTRPC } from './api-client.ts'

type Permissions = UserView['permissions']

/** Whoever may send may also see; those of the reports only see. */
const senders: Permissions = ['work-dossiers', 'intake', 'print-desk', 'handover', 'administration']
const readers: Permissions = [...senders, 'reports']

export const maySendToPortal = (permissions: Permissions): boolean =>
  permissions.some((one) => senders.includes(one))

/** Where the traffic with the portal stands; undefined: not known yet, not this person's, or the office has no portal. */
export function usePortalStatus(permissions: Permissions): PortalStatusView | undefined {
  const status = useQuery({
    ...useTRPC().portal.status.queryOptions(),
    enabled: permissions.some((one) => readers.includes(one)),
  })
  return status.data?.state === 'off' ? undefined : status.data
}

export interface PortalActs {
  readonly busy: boolean
  sendNow(): void
  pause(paused: boolean): void
}

/** *Kirim sekarang*, *Jeda* and *Lanjutkan*; `say` is told what came of it. */
export function usePortalActs(say: (sentence: string) => void): PortalActs {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const told = (sentence: string) => {
    say(sentence)
    void queries.invalidateQueries(trpc.portal.pathFilter())
  }
  const onError = () => say(words.actFailed)
  const meta = { saves: false }
  const hurrying = useMutation(
    trpc.portal.sendNow.mutationOptions({ meta, onError, onSuccess: () => told(words.hurried) }),
  )
  const pausing = useMutation(
    trpc.portal.pause.mutationOptions({
      meta,
      onError,
      onSuccess: ({ pausedBy }) => told(pausedBy === null ? words.resumedNow : words.pausedNow),
    }),
  )
  const busy = hurrying.isPending || pausing.isPending
  return {
    busy,
    sendNow: () => {
      if (!busy) hurrying.mutate()
    },
    pause: (paused) => {
      if (!busy) pausing.mutate({ paused })
    },
  }
}
