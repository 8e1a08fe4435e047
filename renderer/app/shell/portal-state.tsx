import {
  IconAlertCircle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconPlayerPause,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { PortalStatusView } from '#contract/portal.ts'
import type { UserView } from '#contract/session.ts'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { portalWords } from '../../locales/portal.ts'
import type { Icon } from '../../ui/button.tsx'
import { PortalDrawer } from './portal-drawer.tsx'
import styles from './shell.module.css'

const words = portalWords.indicator

const icons: Readonly<Record<PortalStatusView['state'], Icon>> = {
  off: IconCloudOff,
  'in-step': IconCloudCheck,
  working: IconCloudUp,
  offline: IconCloudOff,
  stopped: IconAlertCircle,
  paused: IconPlayerPause,
  elsewhere: IconCloudUp,
}

/** What somebody is to do comes before how the line stands, except while nothing goes at all. */
function saidOf(status: PortalStatusView, zone: string): { words: string; short: string; amber: boolean } {
  const { state, setAside, conflicts, arrivals } = status
  const unsent = status.unsent === 0 ? null : figure(status.unsent)
  const toDo = setAside + conflicts + arrivals
  const short = unsent === null ? words.shorts[state] : `${words.shorts[state]} ${unsent}`
  if (state === 'stopped') return { words: words.stopped, short, amber: true }
  if (state === 'offline')
    return { words: words.offline(clockTime(officeTimeOf(status.since, zone)), unsent), short, amber: true }
  if (toDo > 0) return { words: words.needsYou(figure(toDo)), short: figure(toDo), amber: true }
  if (state === 'paused') return { words: words.paused(unsent), short, amber: true }
  if (state === 'working') return { words: words.working(unsent), short, amber: false }
  if (state === 'elsewhere') return { words: words.elsewhere(unsent), short, amber: false }
  return { words: words.inStep, short, amber: false }
}

/** The line to the portal in the head of every screen; opens what is behind it. */
export function PortalState({ status, user }: { status: PortalStatusView; user: UserView }) {
  const { timeZone } = useOffice()
  const [opened, setOpened] = useState(false)
  const said = saidOf(status, timeZone)
  const Drawn = said.amber && status.state === 'in-step' ? IconAlertCircle : icons[status.state]
  return (
    <li>
      <button
        type="button"
        className={styles.state}
        data-tone={said.amber ? 'amber' : undefined}
        title={status.sentence ?? said.words}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        <Drawn size={18} stroke={said.amber ? 2 : 1.75} aria-hidden />
        <span className={styles.stateLong}>{said.words}</span>
        <span className={styles.stateShort} aria-hidden>
          {said.short}
        </span>
      </button>
      <PortalDrawer status={status} opened={opened} user={user} onClose={() => setOpened(false)} />
    </li>
  )
}
