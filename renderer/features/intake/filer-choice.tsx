import { collectiveWords as words } from '../../locales/collective.ts'
import { Segmented } from '../../ui/tabs.tsx'

const filers = ['applicant', 'representative', 'collective'] as const
export type Filer = (typeof filers)[number]

/** Who stands at the counter: the applicant, a representative, or somebody with many dossiers. */
export function FilerChoice({ filer, onFiler }: { filer: Filer; onFiler: (filer: Filer) => void }) {
  return (
    <Segmented
      label={words.filer}
      dense
      tabs={filers.map((key) => ({ key, name: words.filers[key] }))}
      current={filer}
      onChange={(key) => {
        const chosen = filers.find((one) => one === key)
        if (chosen !== undefined) onFiler(chosen)
      }}
    />
  )
}
