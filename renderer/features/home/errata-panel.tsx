import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { useUser } from '../../lib/session.ts'
import { errataWords as words } from '../../locales/errata.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

/** So many fit above the queue; the one asked for longest ago comes first. */
const shownAtMost = 2

/** *Ralat* that waits for whoever looks; drawn only while one does. */
export function ErrataPanel() {
  const { permissions } = useUser()
  const [, navigate] = useLocation()
  const { data = [] } = useQuery({
    ...useTRPC().errata.open.queryOptions(),
    enabled: permissions.includes('work-dossiers'),
  })
  return data.slice(0, shownAtMost).map(({ id, productNumber, registrationNumber, holderName }) => (
    <Banner
      key={id}
      tone="amber"
      framed
      title={words.waitsForYou(data.length)}
      actions={
        <Button label={words.openOf(holderName)} onPress={() => navigate(`~/berkas/${id}`)}>
          {words.open}
        </Button>
      }
    >
      {words.waitsLine(productNumber ?? registrationNumber, holderName)}
    </Banner>
  ))
}
