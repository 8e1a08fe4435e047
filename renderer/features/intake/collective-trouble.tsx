import { closedRefusal } from '#domain/collective-filing.ts'
import { sayFilingRefusal } from '#domain/wording/collective.ts'
import { useOffice } from '../../lib/session.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { Banner } from '../../ui/banner.tsx'
import type { FilingState } from './use-filing.ts'

/** Why nothing can be taken in under the filing that the form carries; nothing is drawn while it can. */
export function CollectiveTrouble({ state }: { state: FilingState }) {
  const { timeZone } = useOffice()
  const closed = state.filing?.closed ?? null
  if (!state.gone && closed === null) return null
  return (
    <Banner framed tone="amber">
      {closed === null ? words.gone : sayFilingRefusal(closedRefusal(closed), timeZone)}
    </Banner>
  )
}
