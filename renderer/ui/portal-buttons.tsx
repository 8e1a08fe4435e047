import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconPlayerPause, IconPlayerPlay, IconSend } from '@tabler/icons-react'
import type { PortalStatusView } from '#contract/portal.ts'
import { useTRPC } from '../lib/api-client.ts'
import { portalWords as words } from '../locales/portal.ts'
import { Button } from './button.tsx'
import type { ButtonProps } from './button.tsx'
import { showToast } from './toast.tsx'

interface PortalActs {
  readonly busy: boolean
  sendNow(): void
  pause(paused: boolean): void
}

/** *Kirim sekarang*, *Jeda* and *Lanjutkan*. */
function usePortalActs(): PortalActs {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const told = (sentence: string) => {
    showToast(sentence)
    void queries.invalidateQueries(trpc.portal.pathFilter())
  }
  const onError = () => showToast(words.actFailed)
  const meta = { saves: false }
  const hurrying = useMutation(
    trpc.portal.sendNow.mutationOptions({ meta, onError, onSuccess: () => told(words.hurried) }),
  )
  const pausing = useMutation(
    trpc.portal.pause.mutationOptions({
      meta,
      onError,
      onSuccess: ({ pausedBy }) => told(pausedBy === null ? words.resumedNow : words.pausedNow),
    }),
  )
  const busy = hurrying.isPending || pausing.isPending
  return {
    busy,
    sendNow: () => {
      if (!busy) hurrying.mutate()
    },
    pause: (paused) => {
      if (!busy) pausing.mutate({ paused })
    },
  }
}

/** Pauses the traffic with the portal, lets it run again, and sends at once what waits for a later try. */
export function PortalButtons({ status, size }: { status: PortalStatusView } & Pick<ButtonProps, 'size'>) {
  const acts = usePortalActs()
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
