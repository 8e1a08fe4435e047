import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useRoute } from 'wouter'
import type { IntakeForm } from '#domain/intake-form.ts'
import { emptyIntakeForm } from '#domain/intake-form.ts'
import { emptyOldBook } from '#domain/old-book-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { collectiveWords } from '../../locales/collective.ts'
import { ScreenTitle } from '../../ui/panel.tsx'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ClosedFiling } from './closed-filing.tsx'
import type { KeptDraft } from './draft-offer.tsx'
import { BlankFormsScreen } from './blank-forms-screen.tsx'
import { CorrectionScreen } from './correction-screen.tsx'
import { IntakeDesk } from './intake-desk.tsx'
import { LateHandoverScreen } from './late-handover-screen.tsx'
import { Referred } from './referred.tsx'
import type { ReferredPerson } from './referred.tsx'
import { Registered } from './registered.tsx'
import type { RegisteredApplication } from './registered.tsx'
import { useOffersKnown } from './use-offers.ts'

/**
 * *Terima Permohonan*. The address carries the draft (`/terima/draf/ID`), so that a reload goes on where the
 * typing was; the application keeps that id to the end, so that a repeated save registers it once.
 */
export function IntakeScreen() {
  const [isCorrecting, corrected] = useRoute('/perbaiki/:id')
  return isCorrecting ? <CorrectionScreen key={corrected.id} applicationId={corrected.id} /> : <TakingIn />
}

function TakingIn() {
  const office = useOffice()
  const drafts = useQuery({
    ...useTRPC().intake.drafts.queryOptions(),
    // What was kept a moment ago by another opening of this screen is among them.
    refetchOnMount: 'always',
  })
  const offersKnown = useOffersKnown()
  if (drafts.data !== undefined && drafts.isFetchedAfterMount && offersKnown)
    return <IntakeWork drafts={drafts.data} onDraftsChanged={() => void drafts.refetch()} />
  if (!drafts.isError)
    return (
      <>
        <ScreenTitle title={words.title} />
        <SkeletonRows rows={6} widths={[180, 320, 160]} height={56} />
      </>
    )
  return (
    <FailedState
      title={words.openFailed}
      reference={faultOf(drafts.error, office.timeZone)}
      onRetry={() => void drafts.refetch()}
    >
      {words.openFailedAction}
    </FailedState>
  )
}

/** What is on the screen: one application being taken in, the one just registered, or somebody just sent on. */
type Work =
  | { readonly kind: 'typing'; readonly draftId: string | null; readonly form: IntakeForm }
  | { readonly kind: 'done'; readonly done: RegisteredApplication }
  | { readonly kind: 'closed'; readonly filingId: string; readonly jobId: string | null }
  | { readonly kind: 'referred'; readonly person: ReferredPerson }

const fresh: Work = { kind: 'typing', draftId: null, form: emptyIntakeForm }
const freshRunning: Work = { ...fresh, form: { ...emptyIntakeForm, oldBook: emptyOldBook } }
const freshLate: Work = { ...fresh, form: { ...emptyIntakeForm, lateEntry: true } }

/** The first form of a filing that was opened, or is gone on with. */
const inFiling = (id: string) =>
  ({ kind: 'typing', draftId: null, form: { ...emptyIntakeForm, collectiveFilingId: id } }) as const

interface IntakeWorkProps {
  drafts: readonly KeptDraft[]
  onDraftsChanged: () => void
}

function IntakeWork({ drafts, onDraftsChanged }: IntakeWorkProps) {
  const [, navigate] = useLocation()
  const [, wanted] = useRoute('/draf/:id')
  const [atLate] = useRoute('/susulan')
  const [atRunning] = useRoute('/susulan/berkas')
  const [atForms] = useRoute('/susulan/formulir')
  const [atLateHandover] = useRoute('/susulan/penyerahan')
  const [, bringing] = useRoute('/kolektif/:id')
  const [turn, setTurn] = useState(0)
  const [work, setWork] = useState<Work>(() => {
    const asked = drafts.find(({ id }) => id === wanted?.id)
    if (atLate) return freshLate
    if (atRunning) return freshRunning
    if (bringing !== null) return inFiling(bringing.id)
    return asked === undefined ? fresh : { kind: 'typing', draftId: asked.id, form: asked.data }
  })
  const show = (next: Work, path: string) => {
    setWork(next)
    setTurn(turn + 1)
    navigate(path, { replace: true })
    onDraftsChanged()
  }
  const toLate = () => show(freshLate, '/susulan')
  const toRunning = () => show(freshRunning, '/susulan/berkas')
  const goOn = (form: IntakeForm) =>
    show({ kind: 'typing', draftId: null, form }, `/kolektif/${form.collectiveFilingId ?? ''}`)
  if (atForms) return <BlankFormsScreen onApplication={toLate} onRunning={toRunning} />
  if (atLateHandover) return <LateHandoverScreen onApplication={toLate} onRunning={toRunning} />
  if (work.kind === 'done') return <Registered done={work.done} onNext={() => show(fresh, '/')} />
  if (work.kind === 'closed')
    return <ClosedFiling filingId={work.filingId} jobId={work.jobId} onNext={() => show(fresh, '/')} />
  if (work.kind === 'referred') return <Referred person={work.person} onNext={() => show(fresh, '/')} />
  return (
    <IntakeDesk
      key={turn}
      draftId={work.draftId}
      initial={work.form}
      drafts={drafts.filter(({ id }) => id !== work.draftId && id !== wanted?.id)}
      onKept={(id) => navigate(`/draf/${id}`, { replace: true })}
      onResume={({ id, data }) => show({ kind: 'typing', draftId: id, form: data }, `/draf/${id}`)}
      onDraftsChanged={onDraftsChanged}
      onRegistered={(next, done) => {
        if (next === null) return show({ kind: 'done', done }, '/')
        showToast(collectiveWords.takenIn(done.registrationNumber, done.applicant))
        goOn(next)
      }}
      onNext={goOn}
      onFiling={(id) => goOn(inFiling(id).form)}
      onAlone={() => show(fresh, '/')}
      onClosed={(filingId, jobId) => show({ kind: 'closed', filingId, jobId }, '/')}
      onReferred={(person) => show({ kind: 'referred', person }, '/')}
    />
  )
}
