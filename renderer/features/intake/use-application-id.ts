import { useEffect, useState } from 'react'
import { useTRPCClient } from '../../lib/api-client.ts'

const againMs = 1000

export interface ApplicationId {
  /** undefined until the station has answered. */
  readonly applicationId: string | undefined
  /** Waits for the answer, however often it must be asked; also after the screen has been left. */
  whenKnown(): Promise<string>
}

/** The id of the application: of the draft that is continued, or a new one of the station. It never changes. */
export function useApplicationId(draftId: string | null): ApplicationId {
  const client = useTRPCClient()
  const [applicationId, setApplicationId] = useState(draftId ?? undefined)
  const [asked] = useState(() =>
    draftId === null ? once(async () => (await client.intake.begin.mutate()).applicationId) : null,
  )
  useEffect(() => {
    void asked?.().then(setApplicationId)
  }, [asked])
  return {
    applicationId,
    whenKnown: () => asked?.() ?? Promise.resolve(draftId ?? ''),
  }
}

/** One answer for all who ask; a station that does not answer is asked again. */
function once(ask: () => Promise<string>): () => Promise<string> {
  let answer: Promise<string> | undefined
  const askAgain = (): Promise<string> =>
    ask().catch(() => new Promise((resolve) => setTimeout(() => resolve(askAgain()), againMs)))
  return () => (answer ??= askAgain())
}
