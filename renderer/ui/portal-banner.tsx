import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import type { PortalStatusView } from '#contract/portal.ts'
import { clockOf, fullMomentOf } from '../lib/format.ts'
import { useOffice } from '../lib/session.ts'
import { portalWords as words } from '../locales/portal.ts'
import { Banner } from './banner.tsx'
import type { BannerProps } from './banner.tsx'

const looks: Readonly<Record<PortalStatusView['state'], Pick<BannerProps, 'tone' | 'icon'>>> = {
  off: { tone: 'grey' },
  'in-step': { tone: 'green', icon: IconCloudCheck },
  working: { tone: 'grey', icon: IconCloudUp },
  offline: { tone: 'amber', icon: IconCloudOff },
  stopped: { tone: 'red' },
  paused: { tone: 'violet' },
  elsewhere: { tone: 'grey', icon: IconCloudUp },
}

/** How the line to the portal stands: since when, why, and when it tries again. */
export function PortalBanner({
  status,
  ...look
}: { status: PortalStatusView } & Pick<BannerProps, 'framed' | 'actions'>) {
  const { timeZone } = useOffice()
  const { state, label, sentence, since, nextTryAt } = status
  return (
    <Banner {...looks[state]} title={`${label}.`} {...look}>
      {[
        words.since(fullMomentOf(since, timeZone)),
        sentence,
        nextTryAt === null ? null : words.nextTry(clockOf(nextTryAt, timeZone)),
      ]
        .filter((part) => part !== null)
        .join(' ')}
    </Banner>
  )
}
