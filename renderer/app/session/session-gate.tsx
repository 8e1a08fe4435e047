import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { LockScreen } from '../../features/sign-in/lock-screen.tsx'
import { SignInScreen } from '../../features/sign-in/sign-in-screen.tsx'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useStationEvents } from '../../lib/station-events.ts'
import { shellWords } from '../../locales/shell.ts'
import { FailedState } from '../../ui/states.tsx'
import styles from '../app.module.css'
import { Shell } from '../shell/shell.tsx'

/** Who is at this window decides what is drawn: nobody signs in, a locked screen hides the work, else the shell. */
export function SessionGate() {
  const trpc = useTRPC()
  const session = useQuery(trpc.session.current.queryOptions())
  const { setColorScheme } = useMantineColorScheme()
  const wish = session.data?.user?.colorScheme ?? 'auto'
  useEffect(() => setColorScheme(wish), [setColorScheme, wish])
  useStationEvents()

  if (session.data === undefined) {
    if (!session.isError) return <main className={styles.whole} aria-busy />
    const fault = faultOf(session.error, 'Asia/Jakarta')
    return (
      <main className={styles.whole}>
        <FailedState title={shellWords.pageFailed} reference={fault} onRetry={() => void session.refetch()}>
          {fault.unreachable ? shellWords.hostGoneAction : shellWords.screenFailedAction}
        </FailedState>
      </main>
    )
  }
  const { user, locked } = session.data
  if (user === null) return <SignInScreen session={session.data} />
  if (locked !== null) return <LockScreen session={session.data} user={user} locked={locked} />
  return <Shell session={session.data} user={user} />
}
