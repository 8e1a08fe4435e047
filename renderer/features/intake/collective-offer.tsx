import { useQuery } from '@tanstack/react-query'
import { bringerName } from '#domain/collective-filing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { collectiveWords as words } from '../../locales/collective.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

/** The *pengajuan kolektif* that was opened last and is not closed: go on with it. None: nothing is drawn. */
export function CollectiveOffer({ onFiling }: { onFiling: (id: string) => void }) {
  const unclosed = useQuery(useTRPC().collective.unclosed.queryOptions()).data ?? []
  const newest = unclosed.at(-1)
  if (newest === undefined) return null
  const { id, code, bringer, taken } = newest
  return (
    <Banner
      framed
      tone="grey"
      title={words.offer(code, bringerName(bringer), figure(taken))}
      actions={
        <Button size="row" label={words.goOnWith(code)} onPress={() => onFiling(id)}>
          {words.goOn}
        </Button>
      }
    >
      {unclosed.length > 1 && words.offerMore(figure(unclosed.length - 1))}
    </Banner>
  )
}
