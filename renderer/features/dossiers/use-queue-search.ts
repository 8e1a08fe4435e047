import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import type { LineGroup } from './queue-groups.ts'
import { foundGroups } from './queue-search.ts'

// More than anybody reads; whoever wants another one types on.
const most = 50

/** The search of *Berkas*: the whole register, one's own queue first. */
export function useQueueSearch(groups: readonly LineGroup[]) {
  const trpc = useTRPC()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), 120)
  const wanted = text.trim()
  const found = useQuery({
    ...trpc.search.find.queryOptions({ text: asked, limit: most }),
    enabled: asked !== '' && wanted !== '',
    placeholderData: (before) => before,
  })
  const searching = wanted !== ''
  const shown = searching ? foundGroups(found.data ?? [], groups) : groups
  const answered = searching && found.data !== undefined && asked === wanted && !found.isPlaceholderData
  return {
    text,
    setText,
    searching,
    /** The answer belongs to what is typed now. */
    answered,
    /** null: nothing went wrong, or nothing is looked for. */
    fault: searching ? found.error : null,
    retry: () => void found.refetch(),
    groups: shown,
    said: answered ? dossierWords.found(figure(found.data.length), found.data.length === most) : undefined,
  }
}
