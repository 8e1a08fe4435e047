import { IconCheck, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { Button, TextLink } from '../../ui/button.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { useRoving } from '../../ui/roving.ts'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { AttachFile } from './attach-file.tsx'
import styles from './dossiers.module.css'
import { progressOf } from './papers.ts'
import type { Paper, PaperDocument } from './papers.ts'
import { RemoveFileDialog } from './remove-file-dialog.tsx'

export interface ChecklistProps {
  papers: readonly Paper[]
  selected: Paper | undefined
  onSelect: (key: string) => void
  /** null: this person only looks. */
  marking: Marking | null
  /** The dossier to which this person may bring files; null: not by this person. */
  attachTo: DossierView | null
  /** The dossier to which this person may bring what lacks, wherever it lies; null: not by this person. */
  attachLacking: DossierView | null
  /** The dossier out of which this person may have another's file erased; null: not by this person. */
  removeFrom: DossierView | null
  /** The dossier is with the applicant: files are asked for. */
  asked: boolean
  onAttached: () => void
  /** Calls the focus to the chosen line. */
  focusRef: RefObject<(() => void) | null>
}

/** How a paper is marked, held by the screen so that its keys work wherever the focus is. */
export interface Marking {
  /** The line whose words are being typed. */
  noting: string | null
  note: string
  onNote: (text: string) => void
  onAccept: () => void
  onRefuse: () => void
  onCancel: () => void
  onConfirm: () => void
  onUncheck: () => void
  refusal: string | undefined
}

/** The requirements one under the other; the chosen one opens its two answers. */
export function Checklist(props: ChecklistProps) {
  const { papers, selected, onSelect, focusRef } = props
  const roving = useRoving({
    keys: papers.map((one) => one.key),
    current: selected?.key,
    onMove: onSelect,
  })
  useEffect(() => {
    focusRef.current = () => {
      if (selected !== undefined) roving.focusRow(selected.key)
    }
  })
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[data-open]')?.scrollIntoView({ block: 'nearest' })
  }, [selected?.key])
  const { done, all } = progressOf(papers)
  return (
    <section className={styles.checklist} aria-label={dossierWords.checklist}>
      <PanelHead
        title={dossierWords.checklist}
        right={<span role="status">{dossierWords.progress(done, all)}</span>}
        dense
        line
      />
      <ul className={styles.papers} ref={list}>
        {papers.map((paper) => {
          const open = paper.key === selected?.key
          return (
            <li key={paper.key} className={styles.paper} data-open={open ? true : undefined}>
              <button
                type="button"
                className={styles.paperHead}
                aria-expanded={open}
                {...roving.rowProps(paper.key)}
                onClick={() => onSelect(paper.key)}
              >
                <span className={styles.paperName}>{paper.label}</span>
                <PaperMark paper={paper} open={open && props.marking !== null} />
              </button>
              {open && <PaperBody {...props} paper={paper} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function PaperMark({ paper, open }: { paper: Paper; open: boolean }) {
  const [meaning, word] = markOf(paper, open)
  return <StatusMark meaning={meaning}>{word}</StatusMark>
}

function markOf({ document }: Paper, open: boolean): [Meaning, string] {
  if (document === null) return ['refused', dossierWords.missing]
  if (document.check === 'accepted') return ['done', dossierWords.matches]
  if (document.check === 'refused') return ['refused', dossierWords.differs]
  return open ? ['current', dossierWords.looking] : ['not-yet', dossierWords.unchecked]
}

function PaperBody({
  paper,
  marking,
  removeFrom,
  attachTo,
  attachLacking,
  asked,
  onAttached,
}: ChecklistProps & { paper: Paper }) {
  const { document } = paper
  const bringTo = attachTo ?? (document === null ? attachLacking : null)
  const noting = marking !== null && marking.noting === paper.key
  return (
    <div className={styles.paperBody}>
      {document !== null && document.checkNote !== null && !noting && (
        <p className={styles.checkNote}>{document.checkNote}</p>
      )}
      {marking !== null && document !== null && !noting && <Answers marking={marking} paper={paper} />}
      {noting && <DiffersNote marking={marking} />}
      {marking?.refusal !== undefined && !noting && (
        <p className={styles.refused} role="alert">
          {marking.refusal}
        </p>
      )}
      {bringTo !== null && !noting && (
        <AttachFile key={paper.key} view={bringTo} paper={paper} asked={asked} onAttached={onAttached} />
      )}
      {removeFrom !== null && document !== null && document.sha256 !== null && !noting && (
        <RemoveFile view={removeFrom} paper={paper} document={document} />
      )}
    </div>
  )
}

function RemoveFile(props: { view: DossierView; paper: Paper; document: PaperDocument }) {
  const [asked, setAsked] = useState(false)
  return (
    <p className={styles.attach}>
      <TextLink onPress={() => setAsked(true)}>{dossierWords.removal.open}</TextLink>
      {asked && <RemoveFileDialog {...props} onClose={() => setAsked(false)} />}
    </p>
  )
}

function Answers({ marking, paper }: { marking: Marking; paper: Paper }) {
  const check = paper.document?.check
  return (
    <div className={styles.answers}>
      <Button
        rank={check === 'unchecked' ? 'main' : 'secondary'}
        size="row"
        icon={IconCheck}
        kbd="S"
        onPress={marking.onAccept}
      >
        {dossierWords.matches}
      </Button>
      <Button size="row" icon={IconX} kbd="X" onPress={marking.onRefuse}>
        {dossierWords.differs}
      </Button>
      {check !== 'unchecked' && <TextLink onPress={marking.onUncheck}>{dossierWords.uncheck}</TextLink>}
    </div>
  )
}

/** The words that the applicant will read; they stay where they are when the note is closed. */
function DiffersNote({ marking }: { marking: Marking }) {
  const ref = useShortcuts([
    { keys: 'Ctrl+Enter', label: dossierWords.markDiffers, run: marking.onConfirm },
    { keys: 'Escape', label: dossierWords.uncheck, run: marking.onCancel, inStrip: false },
  ])
  return (
    <div ref={ref} className={styles.differs}>
      <TextAreaField
        label={dossierWords.whatDiffers}
        hint={dossierWords.whatDiffersHint}
        rows={2}
        autoFocus
        maxLength={1000}
        value={marking.note}
        onChange={marking.onNote}
        {...(marking.refusal === undefined ? {} : { error: marking.refusal })}
      />
      <div className={styles.answers}>
        <Button rank="destructive" size="row" kbd="Ctrl+Enter" onPress={marking.onConfirm}>
          {dossierWords.markDiffers}
        </Button>
        <TextLink onPress={marking.onCancel}>{dossierWords.cancelNote}</TextLink>
      </div>
    </div>
  )
}
