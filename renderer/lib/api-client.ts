import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import {
  TRPCClientError,
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
} from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { AppRouter } from '#api/router.ts'

export type { AppRouter }

/**
 * The one client of the page. The host vouches for the window (a cookie, or the scheme itself),
 * so no call carries a token.
 */
export const createApiClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url: '/trpc' }),
        false: httpBatchLink({ url: '/trpc', maxItems: 20 }),
      }),
    ],
  })

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

/**
 * The station is on this computer: an answer is fresh until an event says otherwise,
 * and a refused question is not asked again behind the clerk's back.
 */
export const createQueryClient = (
  onFault: (error: unknown, kind: 'question' | 'act', procedure: string) => void,
) => {
  const onError = (error: unknown, kind: 'question' | 'act', key: unknown) => {
    // Signed out by another window, by a restart, or by the host: the gate asks who is here.
    if (isSignedOut(error)) void client.invalidateQueries({ queryKey: [['session']] })
    else onFault(error, kind, procedureOf(key))
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => onError(error, 'question', query.queryKey) }),
    mutationCache: new MutationCache({
      onError: (error, _input, _context, mutation) => onError(error, 'act', mutation.options.mutationKey),
    }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && isUnreachable(error),
        retryDelay: 400,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

/** `reports.today` from a key; its input, where somebody's name may stand, is left out. */
const procedureOf = (key: unknown): string =>
  Array.isArray(key) && Array.isArray(key[0]) ? key[0].join('.') : ''

/** The host gave no answer at all: it is starting again, or it has gone. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof TRPCClientError && error.data === undefined && error.cause !== undefined

/** Whether the server says that nobody is signed in at this window (any more). */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof TRPCClientError && codeOf(error) === 'UNAUTHORIZED'

const codeOf = (error: { data?: unknown }): unknown =>
  typeof error.data === 'object' && error.data !== null && 'code' in error.data ? error.data.code : undefined

/** The reference that the one error formatter gave to a fault; undefined for a fault of the page itself. */
export function referenceOf(error: unknown): string | undefined {
  if (!(error instanceof TRPCClientError)) return undefined
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('reference' in data)) return undefined
  return typeof data.reference === 'string' ? data.reference : undefined
}
