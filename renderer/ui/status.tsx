import {
  IconAlarm,
  IconAlertCircle,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconClock,
  IconCloudOff,
  IconHelpCircle,
  IconLoader2,
  IconPlayerPause,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Icon } from './button.tsx'
import styles from './status.module.css'

/** The meanings a colour can have; blue is none of them. */
export type Tone = 'grey' | 'green' | 'amber' | 'red' | 'violet'

/**
 * What a thing's state means, whatever its name is. The icon and the colour follow from the meaning,
 * so the same state looks the same on every screen.
 */
export type Meaning =
  | 'late'
  | 'soon'
  | 'running'
  | 'stopped'
  | 'done'
  | 'uncertain'
  | 'not-yet'
  | 'refused'
  | 'offline'
  | 'fault'
  | 'working'
  | 'current'

const meanings: Record<Meaning, { tone: Tone; icon: Icon }> = {
  late: { tone: 'red', icon: IconAlarm },
  soon: { tone: 'amber', icon: IconClock },
  running: { tone: 'grey', icon: IconClock },
  stopped: { tone: 'violet', icon: IconPlayerPause },
  done: { tone: 'green', icon: IconCircleCheck },
  uncertain: { tone: 'amber', icon: IconHelpCircle },
  'not-yet': { tone: 'grey', icon: IconCircleDashed },
  refused: { tone: 'red', icon: IconAlertCircle },
  offline: { tone: 'amber', icon: IconCloudOff },
  fault: { tone: 'red', icon: IconAlertTriangle },
  working: { tone: 'grey', icon: IconLoader2 },
  current: { tone: 'grey', icon: IconCircleDot },
}

/** The tone of a meaning, for edges and charts. */
export const toneOf = (meaning: Meaning): Tone => meanings[meaning].tone

export interface StatusProps {
  meaning: Meaning
  children: ReactNode
  /** A more telling icon of the same meaning, e.g. a printer. */
  icon?: Icon
}

/** Icon and word without a fill: the state of a row. */
export function StatusMark({ meaning, children, icon }: StatusProps) {
  const { tone, icon: usual } = meanings[meaning]
  const Drawn = icon ?? usual
  const quiet = tone === 'grey' ? styles.quiet : ''
  return (
    <span className={`${styles.mark} ${styles[tone]} ${quiet}`}>
      <Drawn size={16} stroke={2} aria-hidden />
      {children}
    </span>
  )
}

/** The state of the thing opened: once per head, filled. */
export function Badge({ meaning, children, icon }: StatusProps) {
  const { tone, icon: usual } = meanings[meaning]
  const Drawn = icon ?? usual
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      <Drawn size={14} stroke={2} aria-hidden />
      {children}
    </span>
  )
}
