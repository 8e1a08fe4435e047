import { useMediaQuery } from '@mantine/hooks'
import type { DossierLineView } from '#contract/dossier.ts'
import { handoverWords } from '../../locales/handover.ts'
import type { Column } from '../../ui/data-table.tsx'

/** On a wide window the place of practice too: more columns, not names and figures far apart. */
export function usePlaceColumn(): readonly Column<DossierLineView>[] {
  const wide = useMediaQuery('(min-width: 1800px)', false, { getInitialValueInEffect: false })
  return wide
    ? [
        {
          key: 'place',
          head: handoverWords.place,
          width: 400,
          cell: (line) => line.facilityName ?? '–',
        },
      ]
    : []
}
