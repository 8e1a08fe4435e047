import { clockOf } from '../../lib/format.ts'
import { useStationLostSince } from '../../lib/station-link.ts'
import { shellWords } from '../../locales/shell.ts'
import { OfflineBanner } from '../../ui/banner.tsx'

/** Across the screen while the station does not answer: since when, what is safe, what happens by itself. */
export function HostGone({ zone }: { zone: string }) {
  const since = useStationLostSince()
  if (since === null) return null
  return (
    <OfflineBanner title={shellWords.hostGone(clockOf(since, zone))}>
      {shellWords.hostGoneAction}
    </OfflineBanner>
  )
}
