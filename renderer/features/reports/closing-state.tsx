import type { DayStateView } from '#contract/closings.ts'
import { closingWords as words } from '../../locales/closings.ts'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './closing.module.css'

interface ClosingStateProps {
  state: DayStateView | undefined
  /** Its day has come to its end, and something was done on it. */
  past: boolean
  /** Its pane stands beside the report already. */
  shown: boolean
  onOpen: () => void
}

/** How the day on the screen stands, and the way to close it. */
export function ClosingState({ state, past, shown, onOpen }: ClosingStateProps) {
  if (state === undefined) return null
  const last = state.closings.at(-1)
  return (
    <div className={styles.state}>
      <span role="status">
        {state.state === 'open' || last === undefined ? (
          <StatusMark meaning={past ? 'soon' : 'not-yet'}>{words.open}</StatusMark>
        ) : (
          <StatusMark meaning={state.state === 'closed' ? 'done' : 'soon'}>
            {state.state === 'closed' ? words.closed(last.closedAtText, last.by) : words.later}
          </StatusMark>
        )}
      </span>
      {!shown && (
        <Button size="row" kbd="T" onPress={onOpen}>
          {words.title}
        </Button>
      )}
    </div>
  )
}
