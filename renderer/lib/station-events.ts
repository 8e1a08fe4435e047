import { useQueryClient } from '@tanstack/react-query'
import type { Query, QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sendWaitingFaults } from './fault-report.ts'
import { useTRPCClient } from './api-client.ts'
import { pageMoment } from './format.ts'
import { noteStationLink } from './station-link.ts'
import { queriesOfTopic } from './topics.ts'

/**
 * Marks everything stale that a topic touches; what is on the screen is asked again at once. A question that is being
 * asked for the first time may already have been answered with the old state, so it is asked once more after its answer.
 */
export function invalidateTopic(queries: QueryClient, topic: string): void {
  const groups = queriesOfTopic(topic)
  const predicate = ({ queryKey }: Pick<Query, 'queryKey'>) => {
    const path: unknown = queryKey[0]
    const group = Array.isArray(path) ? String(path[0]) : ''
    return groups === 'all' || groups.includes(group)
  }
  const first = queries
    .getQueryCache()
    .findAll({ predicate, fetchStatus: 'fetching' })
    .filter(({ state }) => state.data === undefined)
  void queries.invalidateQueries({ predicate })
  for (const { promise, queryKey } of first) {
    const again = () => void queries.invalidateQueries({ queryKey, exact: true })
    promise?.then(again, again)
  }
}

/** A stream that is opened anew at once, as after a restart of the host, is not worth a word. */
const silenceMs = 1_000

/**
 * The one event stream of this window. After a gap everything is asked again, because nothing tells what was missed;
 * a gap of more than a second is told (`useStationLostSince`).
 */
export function useStationEvents(): void {
  const client = useTRPCClient()
  const queries = useQueryClient()
  useEffect(() => {
    let everConnected = false
    let silence: number | undefined
    const subscription = client.events.follow.subscribe(undefined, {
      onStarted: () => {
        void sendWaitingFaults()
        if (everConnected) invalidateTopic(queries, 'everything')
        everConnected = true
      },
      onConnectionStateChange: ({ state, error }) => {
        if (state === 'connecting' && error !== null) {
          const since = pageMoment()
          silence ??= window.setTimeout(() => noteStationLink(since), silenceMs)
        } else if (state === 'pending') {
          clearTimeout(silence)
          silence = undefined
          noteStationLink(null)
        }
      },
      onData: (event) => invalidateTopic(queries, event.topic),
    })
    return () => {
      clearTimeout(silence)
      subscription.unsubscribe()
    }
  }, [client, queries])
}
