import { useQuery } from '@tanstack/react-query'
import type { PortalStatusView } from '#contract/portal.ts'
import type { UserView } from '#contract/session.ts'
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
