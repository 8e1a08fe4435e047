import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CorrectionFormView } from '#contract/corrections.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { correctionWords as words } from '../../locales/corrections.ts'
import { Button } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { CorrectionDesk } from './correction-desk.tsx'
import { resumedCorrection } from './correction-draft.ts'
import { useOffersKnown } from './use-offers.ts'

/** *Perbaiki permohonan*, from *Berkas*: `/terima/perbaiki/ID`. */
export function CorrectionScreen({ applicationId }: { applicationId: string }) {
  const office = useOffice()
  const [, navigate] = useLocation()
  const found = useQuery({
    ...useTRPC().corrections.form.queryOptions({ applicationId }),
    refetchOnMount: 'always',
    staleTime: Infinity,
  })
  // What is typed begins from the data of this moment: what others change meanwhile neither moves it nor counts as seen, so
  // that saving is told of it.
  const [begun, setBegun] = useState<CorrectionFormView>()
  const isNow = found.isFetchedAfterMount && !found.isError
  if (begun === undefined && isNow && found.data?.refusal === null) setBegun(found.data)
  const [fresh, setFresh] = useState(false)
  const discard = () => setFresh(true)
  const offersKnown = useOffersKnown()
  if (begun !== undefined && offersKnown) {
    const stored = { form: begun.form, reason: '' }
    return fresh ? (
      <CorrectionDesk key="stored" view={{ ...begun, draft: null }} typed={stored} onDiscarded={discard} />
    ) : (
      <CorrectionDesk view={begun} typed={resumedCorrection(begun)} onDiscarded={discard} />
    )
  }
  const back = (
    <Button size="main" onPress={() => navigate(`~/berkas/${applicationId}`)}>
      {words.close}
    </Button>
  )
  if (found.isError)
    return (
      <FailedState
        title={words.openFailed}
        reference={faultOf(found.error, office.timeZone)}
        onRetry={() => void found.refetch()}
      >
        {words.openFailedAction}
      </FailedState>
    )
  if (begun !== undefined || found.data === undefined || !found.isFetchedAfterMount)
    return (
      <>
        <ScreenTitle title={words.opening} />
        <SkeletonRows rows={6} widths={[180, 320, 160]} height={56} />
      </>
    )
  if (found.data === null)
    return (
      <EmptyState title={words.unknown} actions={back}>
        {words.unknownAction}
      </EmptyState>
    )
  return (
    <EmptyState title={words.notAnyMore} actions={back}>
      {found.data.refusal}
    </EmptyState>
  )
}
