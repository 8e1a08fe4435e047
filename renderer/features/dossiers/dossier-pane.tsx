import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierView } from '#contract/dossier.ts'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { dossierPortalWords } from '../../locales/portal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { ActDialog } from './act-dialog.tsx'
import { DossierBar } from './action-bar.tsx'
import { DataTab } from './data-tab.tsx'
import { DossierHead } from './dossier-head.tsx'
import styles from './dossiers.module.css'
import { HistoryTab } from './history-tab.tsx'
import { LackingBanner } from './lacking-banner.tsx'
import { useKept } from '../../lib/kept.ts'
import { LettersTab } from './letters-tab.tsx'
import { NoticeBanner } from './notice-banner.tsx'
import { OutputDrawer } from './output-drawer.tsx'
import { firstPaper, papersOf } from './papers.ts'
import { PapersTab } from './papers-tab.tsx'
import { PortalTab } from './portal-tab.tsx'
import { SignDrawer } from './sign-drawer.tsx'
import { TimeTab } from './time-tab.tsx'
import { RepairBanner } from './repair-banner.tsx'
import { beginReturn, returnKey, wordsOfReturn, type ReturnDraft } from './return-draft.ts'
import { ReturnDrawer } from './return-drawer.tsx'
import { noteKey, type ActOrder, type ActPartProps } from './use-act.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { useShowDossier } from './use-dossier.ts'
import { WetSignDialog } from './wet-sign-dialog.tsx'
import type { DossierAction } from './use-dossier.ts'

interface DossierPaneProps {
  view: DossierView
  /** Key of the part that stands open first. */
  opensAt: 'papers' | 'time'
  onReload: () => void
  next: { id: string; name: string } | undefined
  onNext: (id: string) => void
  focusRef: { current: (() => void) | null }
}

type Over =
  | { kind: 'act'; order: ActOrder }
  | { kind: 'output'; order: OutputOrder }
  | { kind: 'sign' | 'wet-sign'; stage: string }
  | null
type OutputOrder = { stage: string; kinds: NonNullable<DossierView['outputsAsked']>['kinds'] }

/** One dossier: its head, its parts, and what may be done with it now. */
export function DossierPane({ view, opensAt, onReload, next, onNext, focusRef }: DossierPaneProps) {
  const [, navigate] = useLocation()
  const showDossier = useShowDossier()
  const office = useOffice()
  const user = useUser()
  const portal = useQuery(useTRPC().portal.status.queryOptions())
  const hasPortal = portal.data !== undefined && portal.data.state !== 'off'
  const papers = papersOf(view.requirements)
  const [tab, setTab] = useState<string>(opensAt)
  const [sheet, setSheet] = useState('product')
  const [over, setOver] = useState<Over>(null)
  const stage = view.workStage?.code ?? null
  const [knownStage, setKnownStage] = useState(stage)
  const firstOf = (of: DossierView) => {
    const at = office.stages.find((one) => one.code === of.workStage?.code)
    return firstPaper(papersOf(of.requirements), at?.where === 'applicant')
  }
  const [chosen, setChosen] = useState(() => firstOf(view))
  // A replaced file has another id: the line of the same requirement stays chosen.
  const selected =
    papers.find((one) => one.key === chosen?.key) ??
    papers.find((one) => one.requirement.code === chosen?.requirement.code) ??
    papers[0]
  const select = (key: string) => setChosen(papers.find((one) => one.key === key))
  const done = (after: DossierView) => {
    setKnownStage(after.workStage?.code ?? null)
    setChosen(firstOf(after))
    setOver(null)
    showDossier(after)
  }
  const record = () => {
    if (view.outputsAsked !== null && stage !== null)
      setOver({ kind: 'output', order: { stage, kinds: view.outputsAsked.kinds } })
  }
  const toPaper = () =>
    user.permissions.includes('print-desk') ? navigate(`~/pencetakan/${view.line.id}`) : setTab('letters')
  const lacking = (refusal: NonNullable<DossierAction['refusal']>) => {
    switch (refusal.code) {
      case 'documents-unchecked':
      case 'documents-refused':
      case 'requirements-missing': {
        setTab('papers')
        const first = papers.find((one) => refusal.requirements.includes(one.requirement.code) && lacks(one))
        if (first !== undefined) select(first.key)
        setTimeout(() => focusRef.current?.(), 0)
        return
      }
      case 'data-incomplete':
        return navigate(`~/terima/perbaiki/${view.line.id}`)
      case 'outputs-missing':
        setTab('papers')
        return record()
      case 'not-numbered':
      case 'not-printed':
        return toPaper()
      case 'not-signed':
        if (office.stages.find((one) => one.code === stage)?.signsElectronically === true)
          return setOver({ kind: 'sign', stage: stage ?? '' })
        if (stage !== null && !user.permissions.includes('print-desk'))
          return setOver({ kind: 'wet-sign', stage })
        return toPaper()
      case 'not-recommended':
        return setTab('history')
      default:
        return undefined
    }
  }
  const moved = knownStage !== null && knownStage !== stage
  return (
    <section className={styles.dossier} aria-label={view.line.holderName}>
      <DossierHead view={view} />
      {moved && over === null && <MovedBanner view={view} onKnown={() => setKnownStage(stage)} />}
      {over === null && <NoticeBanner applicationId={view.line.id} />}
      {over === null && <KeptNote view={view} />}
      <LackingBanner view={view} />
      <RepairBanner view={view} onAsk={(order) => setOver({ kind: 'act', order })} />
      <Tabs
        label={dossierWords.parts}
        current={tab}
        onChange={setTab}
        panelClass={styles.part ?? ''}
        tabs={[
          { key: 'papers', name: dossierWords.papers },
          { key: 'data', name: dossierWords.data, readOnly: true },
          { key: 'letters', name: dossierWords.letters },
          { key: 'time', name: dossierWords.timeTab, readOnly: true },
          { key: 'history', name: dossierWords.history, readOnly: true },
          ...(hasPortal ? [{ key: 'portal', name: dossierPortalWords.tab }] : []),
        ]}
      >
        {tab === 'portal' && <PortalTab applicationId={view.line.id} />}
        {tab === 'papers' && (
          <PapersTab
            view={view}
            papers={papers}
            selected={selected}
            onSelect={select}
            keys={over === null}
            onRecord={record}
            onHistory={() => setTab('history')}
            onFile={(sha256) => {
              setSheet(sha256)
              setTab('letters')
            }}
            focusRef={focusRef}
          />
        )}
        {tab === 'data' && <DataTab view={view} />}
        {tab === 'letters' && <LettersTab view={view} shown={sheet} onShow={setSheet} />}
        {tab === 'time' && <TimeTab view={view} />}
        {tab === 'history' && <HistoryTab view={view} />}
      </Tabs>
      <DossierBar
        view={view}
        keys={over === null}
        onAsk={(at, action) => setOver({ kind: 'act', order: { stage: at, action } })}
        onDone={done}
        onLacking={lacking}
        onReload={onReload}
        next={next}
        onNext={onNext}
      />
      {over?.kind === 'act' && (
        <ActPart
          view={view}
          order={over.order}
          onDone={done}
          onClose={() => setOver(null)}
          onReload={() => {
            setOver(null)
            onReload()
          }}
        />
      )}
      {over?.kind === 'sign' && (
        <SignDrawer view={view} stage={over.stage} onDone={done} onClose={() => setOver(null)} />
      )}
      {over?.kind === 'wet-sign' && (
        <WetSignDialog view={view} stage={over.stage} onDone={done} onClose={() => setOver(null)} />
      )}
      {over?.kind === 'output' && <OutputDrawer view={view} {...over.order} onClose={() => setOver(null)} />}
    </section>
  )
}

const lacks = ({ document }: { document: { check: string } | null }) =>
  document === null || document.check !== 'accepted'

/** The questions of an act: items and day of a return, who withdraws, or words alone. */
function ActPart(props: ActPartProps) {
  switch (props.order.action.kind) {
    case 'return-to-applicant':
      return <ReturnDrawer {...props} />
    case 'withdraw':
      return <WithdrawDialog {...props} />
    default:
      return <ActDialog {...props} />
  }
}

/** Somebody else took the dossier on while it was on this screen: who and when. */
function MovedBanner({ view, onKnown }: { view: DossierView; onKnown: () => void }) {
  const { timeZone } = useOffice()
  const last = view.history.at(-1)
  if (last === undefined) return null
  const time = clockTime(officeTimeOf(last.at, timeZone))
  return (
    <Banner
      tone="amber"
      title={dossierWords.movedMeanwhileTitle}
      actions={
        <Button size="row" onPress={onKnown}>
          {dossierWords.close}
        </Button>
      }
    >
      {dossierWords.movedMeanwhile(last.text, last.actorName, time)}
    </Banner>
  )
}

/** Words that were typed for an act that did not happen: shown until they are used or thrown away. */
function KeptNote({ view }: { view: DossierView }) {
  const note = useKept(noteKey(view.line.id), '')
  const back = useKept<ReturnDraft>(returnKey(view.line.id), beginReturn(view))
  // A return that can still be sent opens with its words; only one that nobody can send any more shows them here.
  const sendable = view.actions.some((one) => one.kind === 'return-to-applicant')
  const words = [
    ...(note.touched ? [note.value.trim()] : []),
    ...(back.touched && !sendable ? wordsOfReturn(view, back.value) : []),
  ].filter((one) => one !== '')
  if (words.length === 0) return null
  const text = words.join('\n')
  return (
    <Banner
      tone="grey"
      title={dossierWords.keptNote}
      actions={
        <>
          <Button size="row" onPress={() => void navigator.clipboard.writeText(text).catch(() => undefined)}>
            {dossierWords.copyNote}
          </Button>
          <Button
            size="row"
            onPress={() => {
              note.forget()
              if (!sendable) back.forget()
            }}
          >
            {dossierWords.discardNote}
          </Button>
        </>
      }
    >
      <span className={styles.keptNote}>{text}</span>
    </Banner>
  )
}
