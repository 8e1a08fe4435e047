import { useLocation } from 'wouter'
import type { DossierView } from '#contract/dossier.ts'
import { useUser } from '../../lib/session.ts'
import { dossierWords as words } from '../../locales/dossiers.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

const namedAtMost = 6

/** Taken in on minimum data: how much is still to be entered, and the way to it. */
export function LackingBanner({ view }: { view: DossierView }) {
  const [, navigate] = useLocation()
  const mayEnter = useUser().permissions.includes('intake')
  const { intake, line } = view
  if (intake.lacking === null) return null
  const rest = intake.lacking.length - namedAtMost
  const named = intake.lacking.slice(0, namedAtMost).join(', ')
  return (
    <Banner
      tone="amber"
      title={words.incomplete(intake.lacking.length)}
      actions={
        mayEnter && intake.refusal === null ? (
          <Button size="row" onPress={() => navigate(`~/terima/perbaiki/${line.id}`)}>
            {words.complete}
          </Button>
        ) : undefined
      }
    >
      {named === '' ? words.completeAgain : `${rest > 0 ? words.andMore(named, rest) : named}.`}
    </Banner>
  )
}
