import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { noticeLabel } from '#domain/wording/notices.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'

/** The applicant of this dossier is still to be told: of what, and the way to the ready text. */
export function NoticeBanner({ applicationId }: { applicationId: string }) {
  const [, navigate] = useLocation()
  const notices = useQuery(useTRPC().notices.ofDossier.queryOptions({ applicationId }))
  const waiting = notices.data?.findLast((one) => one.state === 'waiting')
  if (waiting === undefined) return null
  return (
    <Banner
      tone="grey"
      title={dossierWords.noticeWaits}
      actions={
        <Button size="row" onPress={() => navigate(`~/kabar/${waiting.id}`)}>
          {dossierWords.tellApplicant}
        </Button>
      }
    >
      {dossierWords.noticeAbout(noticeLabel(waiting.kind).toLowerCase())}
    </Banner>
  )
}
