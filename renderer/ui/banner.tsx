import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCloudOff,
  IconHelpCircle,
  IconInfoCircle,
  IconPlayerPause,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './banner.module.css'
import type { Icon } from './button.tsx'
import type { Tone } from './status.tsx'

const icons: Record<Tone, Icon> = {
  amber: IconHelpCircle,
  red: IconAlertTriangle,
  grey: IconInfoCircle,
  green: IconCircleCheck,
  violet: IconPlayerPause,
}

export interface BannerProps {
  tone: Tone
  /** The sentence in bold; what follows it stands in `children`. */
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  icon?: Icon
  /** With an edge of its own, where it stands among cards. */
  framed?: boolean
}

/** One sentence of weight across a pane: since when, what goes on, what waits. */
export function Banner({ tone, title, children, actions, icon, framed }: BannerProps) {
  const Drawn = icon ?? icons[tone]
  return (
    <div
      className={styles.banner}
      data-tone={tone}
      data-framed={framed === true ? true : undefined}
      role="status"
    >
      <Drawn size={20} stroke={2} aria-hidden />
      <div className={styles.words}>
        {title !== undefined && <span className={styles.title}>{title} </span>}
        {children}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

/** The banner of a broken connection to the portal. */
export function OfflineBanner(props: Omit<BannerProps, 'tone' | 'icon' | 'framed'>) {
  return <Banner {...props} tone="amber" icon={IconCloudOff} />
}
