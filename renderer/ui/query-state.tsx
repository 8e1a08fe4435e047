import type { ReactNode } from 'react'
import { faultOf } from '../lib/fault.ts'
import { useOffice } from '../lib/session.ts'
import { uiWords } from '../locales/ui.ts'
import styles from './query-state.module.css'
import { FailedState, SkeletonRows } from './states.tsx'

/** What a question to the station has brought so far. */
export interface Asked<Data> {
  readonly data: Data | undefined
  readonly isError: boolean
  readonly error: unknown
  readonly refetch: () => Promise<unknown>
  /** What is there answers an earlier question, until the answer to this one comes. */
  readonly isPlaceholderData?: boolean
}

interface QueryStateProps<Data> {
  query: Asked<Data>
  /** The bars of a row that will come, in its height. */
  widths: readonly number[]
  rows?: number
  height?: number
  /** What failed. */
  failed: string
  /** What is safe and what to do. */
  failedAction: string
  /** What goes on working meanwhile. */
  after?: string
  /** In a narrow pane. */
  top?: boolean
  children: (data: Data) => ReactNode
}

/** What stands below was asked for before; said, and shown, only when the answer takes its time. */
const Former = () => (
  <span className={styles.former} role="status">
    {uiWords.counting}
  </span>
)

/** What the station was asked for: loading, failed or there. What is there stays when asking again fails. */
export function QueryState<Data>({ query, children, failed, failedAction, ...look }: QueryStateProps<Data>) {
  const { timeZone } = useOffice()
  const { widths, rows = 8, height, after, top = false } = look
  if (query.data !== undefined)
    return (
      <>
        {query.isPlaceholderData === true && <Former />}
        {children(query.data)}
      </>
    )
  if (!query.isError)
    return <SkeletonRows rows={rows} widths={widths} {...(height === undefined ? {} : { height })} />
  return (
    <FailedState
      title={failed}
      reference={faultOf(query.error, timeZone)}
      onRetry={() => void query.refetch()}
      top={top}
      {...(after === undefined ? {} : { after })}
    >
      {failedAction}
    </FailedState>
  )
}
