import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import type { Marking } from './checklist.tsx'
import { useKept } from '../../lib/kept.ts'
import { nextUnchecked, papersOf } from './papers.ts'
import type { Paper } from './papers.ts'
import { useCheckDocument } from './use-dossier.ts'

interface MarkingOptions {
  view: DossierView
  selected: Paper | undefined
  onSelect: (key: string) => void
  /** False while something lies over the screen, or the checklist is not on it. */
  keys: boolean
}

/** Marks the chosen paper by button or by S and X, and goes on to the next that nobody has looked at. */
export function useMarking({ view, selected, onSelect, keys }: MarkingOptions): Marking {
  const { id } = view.line
  const [noting, setNoting] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string>()
  const kept = useKept(`${id}/differs/${selected?.key ?? ''}`, selected?.document?.checkNote ?? '')
  const marking = useCheckDocument(view, {
    onChecked: (checked) => {
      setRefusal(undefined)
      setNoting(null)
      const papers = papersOf(checked.requirements)
      const now = papers.find((one) => one.key === selected?.key)
      if (now?.document?.check === 'unchecked') return
      const next = nextUnchecked(papers, selected?.key)
      if (next !== undefined) onSelect(next.key)
    },
    onRefused: setRefusal,
  })
  const mark = (check: 'accepted' | 'refused' | 'unchecked', note: string | null) => {
    const document = selected?.document
    if (document === undefined || document === null || marking.isPending) return
    marking.mutate(
      { applicationId: id, stage: view.workStage?.code ?? null, documentId: document.id, check, note },
      { onSuccess: (answer) => answer.ok && kept.forget() },
    )
  }
  const canMark = selected !== undefined && selected.document !== null
  const accept = () => mark('accepted', null)
  const note = () => {
    if (selected === undefined || !canMark) return
    setRefusal(undefined)
    setNoting(selected.key)
  }
  useShortcuts(
    keys && canMark
      ? [
          { keys: 'S', label: dossierWords.keys.matches, run: accept },
          { keys: 'X', label: dossierWords.keys.differs, run: note },
        ]
      : [],
  )
  return {
    noting,
    note: kept.value,
    onNote: kept.set,
    onAccept: accept,
    onRefuse: note,
    onCancel: () => setNoting(null),
    onConfirm: () => mark('refused', kept.value),
    onUncheck: () => mark('unchecked', null),
    refusal,
  }
}
