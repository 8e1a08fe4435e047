import { IconPlayerPause, IconPlayerPlay, IconSend } from '@tabler/icons-react'
import type { PortalStatusView } from '#contract/portal.ts'
import { usePortalActs } from '../lib/use-portal-traffic.ts'
import { portalWords as words } from '../locales/portal.ts'
import { Button } from './button.tsx'
import type { ButtonProps } from './button.tsx'
import { showToast } from './toast.tsx'

/** Pauses the traffic with the portal, lets it run again, and sends at once what waits for a later try. */
export function PortalButtons({ status, size }: { status: PortalStatusView } & Pick<ButtonProps, 'size'>) {
  const acts = usePortalActs(showToast)
  const isPaused = status.pausedBy !== null
  const look = { busy: acts.busy, ...(size === undefined ? {} : { size }) }
  return (
    <>
      <Button
        icon={isPaused ? IconPlayerPlay : IconPlayerPause}
        {...look}
        onPress={() => acts.pause(!isPaused)}
      >
        {isPaused ? words.resume : words.pause}
      </Button>
      {!isPaused && (
        <Button icon={IconSend} {...look} onPress={acts.sendNow}>
          {words.sendNow}
        </Button>
      )}
    </>
  )
}
