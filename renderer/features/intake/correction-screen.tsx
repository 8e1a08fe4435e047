import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { correctionWords as words } from '../../locales/corrections.ts'
import { Button } from '../../ui/button.tsx'
import { ScreenTitle } from '../../ui/panel.tsx'
import { EmptyState, FailedState, SkeletonRows } from '../../ui/states.tsx'
import { CorrectionDesk } from './correction-desk.tsx'
import { resumedCorrection } from './correction-draft.ts'

/** *Perbaiki permohonan*, from *Berkas*: `/terima/perbaiki/ID`. */
export function CorrectionScreen({ applicationId }: { applicationId: string }) {
  const office = useOffice()
  const [, navigate] = useLocation()
  const found = useQuery({
    ...useTRPC().corrections.form.queryOptions({ applicationId }),
    // What is typed begins from the data of this moment and is not moved by later ones.
    refetchOnMount: 'always',
    staleTime: Infinity,
  })
  const [fresh, setFresh] = useState(false)
  const discard = () => setFresh(true)
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
  if (found.data === undefined || !found.isFetchedAfterMount)
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
  if (found.data.refusal !== null)
    return (
      <EmptyState title={words.notAnyMore} actions={back}>
        {found.data.refusal}
      </EmptyState>
    )
  const stored = { form: found.data.form, reason: '' }
  return fresh ? (
    <CorrectionDesk key="stored" view={{ ...found.data, draft: null }} typed={stored} onDiscarded={discard} />
  ) : (
    <CorrectionDesk view={found.data} typed={resumedCorrection(found.data)} onDiscarded={discard} />
  )
}
