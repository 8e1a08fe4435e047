import { IconCloudCheck, IconCloudOff, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { clockTime, fullDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import type { ReactNode } from 'react'
import type { SessionView } from '../../lib/api-types.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import { shellWords } from '../../locales/shell.ts'
import { signInWords } from '../../locales/sign-in.ts'
import styles from './door.module.css'

interface DoorProps {
  session: SessionView
  /** A locked screen says that the work goes on; the way in says whether the portal answers. */
  locked?: boolean
  beside?: boolean
  children: ReactNode
}

/** What stands before the work: one card in the middle, and at the foot what can be told to anyone who walks past. */
export function Door({ session, locked = false, beside = false, children }: DoorProps) {
  const trpc = useTRPC()
  const station = useQuery({ ...trpc.station.status.queryOptions(), refetchInterval: 60_000 })
  const now = useNow(station.data?.now)
  const zone = session.office.timeZone
  return (
    <div className={styles.door}>
      <main
        className={styles.middle}
        data-beside={beside ? true : undefined}
        data-locked={locked ? true : undefined}
      >
        {children}
      </main>
      <footer className={styles.foot}>
        <span>{locked ? <GoesOn /> : <Portal state={station.data?.portal.state} />}</span>
        <span>{now === undefined ? '' : fullMomentOf(now, zone)}</span>
        <span>
          {locked
            ? `${shellWords.product}, ${session.office.name}`
            : `${backupWords(session.lastBackupAt, zone)} · ${signInWords.version(session.office.version)}`}
        </span>
      </footer>
    </div>
  )
}

function GoesOn() {
  return (
    <span className={styles.footMark}>
      <IconPrinter size={16} stroke={1.75} aria-hidden />
      {signInWords.workGoesOn}
    </span>
  )
}

function Portal({ state }: { state: 'connected' | 'offline' | 'unused' | undefined }) {
  if (state === undefined || state === 'unused') return null
  const Drawn = state === 'offline' ? IconCloudOff : IconCloudCheck
  return (
    <span className={styles.footMark}>
      <Drawn size={16} stroke={1.75} aria-hidden />
      {state === 'offline' ? signInWords.portalOffline : signInWords.portalConnected}
    </span>
  )
}

const backupWords = (at: Instant | null, zone: string) =>
  at === null
    ? signInWords.noBackup
    : signInWords.lastBackup(`${fullDate(officeDateOf(at, zone))} pukul ${clockTime(officeTimeOf(at, zone))}`)
