import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { dispatchStateLabel } from '#domain/wording/dispatch.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { dispatchWords as words } from '../../locales/dispatch.ts'
import { Button } from '../../ui/button.tsx'
import styles from './dossiers.module.css'

/** What of this dossier was brought out of the office, and the way to write down that something is. */
export function DispatchPart({ applicationId }: { applicationId: string }) {
  const [, navigate] = useLocation()
  const offer = useQuery(useTRPC().dispatch.ofDossier.queryOptions({ applicationId }))
  const lines = offer.data?.lines ?? []
  return (
    <section aria-label={words.ofDossier}>
      <h3 className={styles.matchTitle}>{words.ofDossier}</h3>
      {lines.map((one) => (
        <p key={one.id}>
          {one.number}, {one.text}: {one.recipient} ({dispatchStateLabel(one.state)})
        </p>
      ))}
      <p className={styles.collective}>
        <span>{lines.length === 0 && offer.data !== undefined && words.noLines}</span>
        <Button size="row" onPress={() => navigate(`~/ekspedisi?berkas=${applicationId}`)}>
          {words.write}
        </Button>
      </p>
    </section>
  )
}
