import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { useOffice, useUser } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { TextLink } from '../../ui/button.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { Checklist } from './checklist.tsx'
import styles from './dossiers.module.css'
import { useHistoryEntries } from './history-tab.tsx'
import { OutputsPanel } from './outputs-panel.tsx'
import { PaperView } from './paper-view.tsx'
import type { Paper } from './papers.ts'
import { useMarking } from './use-marking.ts'

export interface PapersTabProps {
  view: DossierView
  papers: readonly Paper[]
  selected: Paper | undefined
  onSelect: (key: string) => void
  keys: boolean
  onRecord: () => void
  onHistory: () => void
  onFile: (sha256: string) => void
  focusRef: { current: (() => void) | null }
}

/** The file in the middle, what it must match under it, and the checklist beside both. */
export function PapersTab(props: PapersTabProps) {
  const { view, papers, selected } = props
  const office = useOffice()
  const user = useUser()
  const [attached, setAttached] = useState(0)
  const stage = office.stages.find((one) => one.code === view.workStage?.code)
  const withApplicant = stage?.where === 'applicant'
  const examines = view.workStage?.examines === true
  const marking = useMarking({
    view,
    selected,
    onSelect: props.onSelect,
    keys: props.keys && examines && !withApplicant,
  })
  const takesIn = user.permissions.includes('intake')
  const mayRemove = user.permissions.some((one) => one === 'intake' || one === 'work-dossiers')
  const entries = useHistoryEntries(view)
  return (
    <div className={styles.papersTab}>
      <PaperView key={`${selected?.key} ${attached}`} view={view} paper={selected} />
      <div className={styles.side}>
        <Checklist
          papers={papers}
          selected={selected}
          onSelect={props.onSelect}
          marking={examines && !withApplicant ? marking : null}
          attachTo={takesIn && examines ? view : null}
          attachLacking={takesIn && view.line.stages.length > 0 ? view : null}
          removeFrom={mayRemove ? view : null}
          asked={withApplicant}
          onAttached={() => setAttached(attached + 1)}
          focusRef={props.focusRef}
        />
        <OutputsPanel view={view} onRecord={props.onRecord} onFile={props.onFile} />
        <section className={styles.latest} aria-label={dossierWords.latest}>
          <PanelHead
            title={dossierWords.latest}
            dense
            right={<TextLink onPress={props.onHistory}>{dossierWords.all(entries.length)}</TextLink>}
          />
          <div className={styles.latestBody}>
            <Timeline label={dossierWords.latest} entries={entries.slice(0, 4)} />
          </div>
        </section>
      </div>
    </div>
  )
}
