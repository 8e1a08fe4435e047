import { dossierWords } from '../../locales/dossiers.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { ActRefusal } from './use-act.ts'

/** The sentence of a refused act; where somebody else was quicker, the way to what is there now. */
export function ActRefused({ refusal, onReload }: { refusal: ActRefusal | undefined; onReload: () => void }) {
  if (refusal === undefined) return null
  return (
    <Banner
      tone={refusal.left ? 'amber' : 'red'}
      framed
      actions={
        refusal.left ? (
          <Button size="row" onPress={onReload}>
            {dossierWords.reload}
          </Button>
        ) : undefined
      }
    >
      {refusal.sentence}
    </Banner>
  )
}
