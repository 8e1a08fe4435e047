import type { IntakeOutlook } from '#contract/intake.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { Banner } from '../../ui/banner.tsx'

/** Hours that the holder would have at two places at once: told before saving, refused by nobody. */
export function OverlapNotice({ overlaps }: { overlaps: IntakeOutlook['overlaps'] }) {
  if (overlaps.length === 0) return null
  return (
    <Banner framed tone="amber" title={words.overlapTitle}>
      {overlaps.map(words.overlap).join('; ')}. {words.overlapNote}
    </Banner>
  )
}
