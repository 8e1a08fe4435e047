import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../lib/api-client.ts'

/** A minute passes without any event, and limits pass with it. */
const atLeastEveryMs = 60_000

/** The office at this moment; asked again after each change at any station, and once a minute for the clock's own. */
export const useOverview = () =>
  useQuery({ ...useTRPC().overview.now.queryOptions(), refetchInterval: atLeastEveryMs })
