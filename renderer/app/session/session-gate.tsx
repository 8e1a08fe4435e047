import { useState } from 'react'
import type { UserView } from '#contract/session.ts'
import { FirstStartScreen } from '../../features/first-start/first-start-screen.tsx'
import { LockScreen } from '../../features/sign-in/lock-screen.tsx'
import type { Locked } from '../../features/sign-in/lock-screen.tsx'
import { SignInScreen } from '../../features/sign-in/sign-in-screen.tsx'
import { faultOf } from '../../lib/fault.ts'
import { pageMoment } from '../../lib/format.ts'
import { useSignOut, useStation } from '../../lib/session.ts'
import { useStationEvents } from '../../lib/station-events.ts'
import { shellWords } from '../../locales/shell.ts'
import { FailedState } from '../../ui/states.tsx'
import styles from '../app.module.css'
import { DoorHelp } from '../help/door-help.tsx'
import { Shell } from '../shell/shell.tsx'

/**
 * Who is at this window decides what is drawn.
 * Locking ends the session on the server, so that no page behind the lock can ask for anything;
 * the page remembers only who may unlock it.
 */
export function SessionGate() {
  const station = useStation()
  const [locked, setLocked] = useState<Locked | null>(null)
  const signOut = useSignOut()
  useStationEvents()

  if (station.data === undefined) {
    if (!station.isError)
      return (
        <main className={styles.whole} aria-busy>
          <p className={styles.opening} role="status">
            {shellWords.opening}
          </p>
        </main>
      )
    const fault = faultOf(station.error)
    return (
      <main className={styles.whole}>
        <FailedState title={shellWords.pageFailed} reference={fault} onRetry={() => void station.refetch()}>
          {fault.unreachable ? shellWords.hostGoneAction : shellWords.screenFailedAction}
        </FailedState>
      </main>
    )
  }
  const { user, office } = station.data
  if (office === null)
    return (
      <DoorHelp page="firstStart">
        <FirstStartScreen station={station.data} />
      </DoorHelp>
    )
  if (user !== null) {
    const lock = (who: UserView, afterMinutes: number | null) => {
      setLocked({ user: who, at: pageMoment(), afterMinutes })
      signOut.mutate()
    }
    return (
      <Shell
        office={office}
        user={user}
        onLock={(afterMinutes) => lock(user, afterMinutes)}
        onSignOut={() => {
          setLocked(null)
          signOut.mutate()
        }}
      />
    )
  }
  if (locked !== null)
    return (
      <DoorHelp page="locked">
        <LockScreen station={station.data} office={office} locked={locked} onOther={() => setLocked(null)} />
      </DoorHelp>
    )
  return (
    <DoorHelp page="signIn">
      <SignInScreen station={station.data} office={office} />
    </DoorHelp>
  )
}
