import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { WaitingPaperView } from '#contract/handover.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './handover.module.css'

interface RackFieldProps {
  line: WaitingPaperView
  /** The field is open from the first. */
  asks: boolean
  onPlaced: () => void
}

/** Where the paper lies, in large letters; F6 changes it, and Enter goes back to the scan field. */
export function RackField({ line, asks, onPlaced }: RackFieldProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const words = useOfficeWords()
  const [typed, setTyped] = useState(asks ? (line.rackPlace ?? '') : undefined)
  const [sentence, setSentence] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (asks) field.current?.focus()
  }, [asks])
  const placing = useMutation(
    trpc.handover.placeOnRack.mutationOptions({
      onSuccess: async (answer) => {
        if (!answer.ok) return setSentence(sayDossierRefusal(answer.refusal, words))
        await queries.invalidateQueries(trpc.handover.ready.queryFilter())
        setTyped(undefined)
        onPlaced()
      },
      onError: () => setSentence(handoverWords.actFailed),
    }),
  )
  const begin = () => {
    setSentence(undefined)
    setTyped(line.rackPlace ?? '')
    requestAnimationFrame(() => field.current?.select())
  }
  const save = () => {
    if (typed !== undefined && !placing.isPending) placing.mutate({ applicationId: line.id, place: typed })
  }
  useShortcuts([{ keys: 'F6', label: handoverWords.keys.rack, run: begin }])
  if (typed === undefined)
    return (
      <div className={styles.rackLine}>
        <span className={line.rackPlace === null ? styles.quiet : styles.rackPlace}>
          {line.rackPlace === null ? handoverWords.rackNone : handoverWords.rackAt(line.rackPlace)}
        </span>
        <Button size="row" kbd="F6" onPress={begin}>
          {line.rackPlace === null ? handoverWords.rackSet : handoverWords.rackMove}
        </Button>
      </div>
    )
  return (
    <div className={styles.rackLine}>
      <TextField
        label={handoverWords.rackPlace}
        labelAt="left"
        placeholder="A-12"
        value={typed}
        maxLength={16}
        width={190}
        inputRef={field}
        error={sentence}
        onChange={(text) => {
          setTyped(text)
          setSentence(undefined)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save()
          if (event.key === 'Escape') {
            event.stopPropagation()
            setTyped(undefined)
            onPlaced()
          }
        }}
      />
      <Button size="row" busy={placing.isPending} onPress={save}>
        {handoverWords.rackSave}
      </Button>
    </div>
  )
}
