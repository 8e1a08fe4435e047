import { IconCloudOff, IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { StationView } from '#contract/session.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useStationLostSince } from '../../lib/station-link.ts'
import { useNow } from '../../lib/use-now.ts'
import { shellWords } from '../../locales/shell.ts'
import { signInWords } from '../../locales/sign-in.ts'
import styles from './door.module.css'

interface DoorProps {
  station: StationView
  /** A locked screen says that the work goes on. */
  locked?: boolean
  beside?: boolean
  children: ReactNode
}

/** What stands before the work: one card in the middle, and at the foot what can be told to anyone who walks past. */
export function Door({ station, locked = false, beside = false, children }: DoorProps) {
  const now = useNow()
  const gone = useStationLostSince() !== null
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
        <span role="status">{gone ? <Gone /> : locked ? <GoesOn /> : station.station}</span>
        <span>{fullMomentOf(now, station.office?.timeZone ?? 'Asia/Jakarta')}</span>
        <span>
          {shellWords.product}
          {locked && station.office !== null
            ? `, ${station.office.shortName}`
            : ` · ${signInWords.version(station.appVersion)}`}
        </span>
      </footer>
    </div>
  )
}

function Gone() {
  return (
    <span className={styles.footMark} data-gone>
      <IconCloudOff size={16} stroke={2} aria-hidden />
      {shellWords.hostGoneShort}
    </span>
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
