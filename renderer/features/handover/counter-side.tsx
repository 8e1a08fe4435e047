import { IconLineScan } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { useLocation } from 'wouter'
import { focusList } from '../../lib/keyboard/focus.ts'
import { handoverWords } from '../../locales/handover.ts'
import { TextLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { GiveBackPane } from './give-back-pane.tsx'
import { HandedPane } from './handed-pane.tsx'
import { Bring, Unplaced } from './handover-parts.tsx'
import { HandoverPane } from './handover-pane.tsx'
import styles from './handover.module.css'
import { companionsOf } from './receiver-form.ts'
import type { Finder } from './use-finder.ts'
import type { Handed } from './use-handover.ts'
import type { Lists } from './use-lists.ts'

/** The scan field over whatever stands at the counter. */
export function ScanBox({ finder, input }: { finder: Finder; input: RefObject<HTMLInputElement | null> }) {
  const [, navigate] = useLocation()
  return (
    <div className={styles.scanBox}>
      <TextField
        label={handoverWords.scan}
        placeholder={handoverWords.scanPlaceholder}
        hint={handoverWords.scanHint}
        size="lg"
        scan
        left={<IconLineScan size={18} stroke={1.75} aria-hidden />}
        value={finder.text}
        error={finder.sentence}
        inputRef={input}
        onChange={finder.setText}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finder.run(event.currentTarget.value)
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            focusList()
          }
        }}
      />
      {finder.elsewhere !== undefined && (
        <p className={styles.elsewhere}>
          <TextLink onPress={() => navigate(`~/berkas/${finder.elsewhere}`)}>
            {handoverWords.openDossier}
          </TextLink>
        </p>
      )}
    </div>
  )
}

interface CounterSideProps {
  lists: Lists
  /** The dossier of the address. */
  id: string | undefined
  /** Papers that go out together, the first one leading. */
  actIds: readonly string[]
  begun: number
  handed: Handed | undefined
  onAct: (ids: readonly string[]) => void
  onHanded: (handed: Handed) => void
  /** The counter is free for the next one. */
  onNext: () => void
  onSelect: (id: string) => void
  /** The scan field takes the focus. */
  onScan: () => void
}

/** Who stands at the counter and what they fetch; nobody: what has to be brought. */
export function CounterSide(props: CounterSideProps): ReactNode {
  const { lists, id, actIds, begun } = props
  // Its place on the rack is asked for at once.
  const [placing, setPlacing] = useState<string>()
  const act = actIds.flatMap((one) => lists.waiting.find((line) => line.id === one) ?? [])
  const leading = actIds[0]
  if (props.handed !== undefined) return <HandedPane handed={props.handed} onNext={props.onNext} />
  if (!lists.waits && id !== undefined)
    return (
      <GiveBackPane
        key={id}
        id={id}
        withPapers={lists.list === 'back' && lists.isIn('back', id)}
        begun={begun}
        onHanded={props.onHanded}
        onDone={props.onNext}
      />
    )
  const isReady = leading !== undefined && lists.isIn('ready', leading)
  if (lists.waits && leading !== undefined && (isReady || lists.ready.data === undefined))
    return (
      <HandoverPane
        id={leading}
        act={act}
        companions={companionsOf(act, lists.waiting)}
        waiting={lists.waiting}
        begun={begun}
        reminds={lists.list === 'unfetched'}
        onAdd={(ids) => props.onAct([...actIds, ...ids])}
        onRemove={(one) => props.onAct(actIds.filter((other) => other !== one))}
        placing={placing === leading}
        onPlaced={() => {
          // Back to the line that counts those which are still without a place.
          if (placing !== undefined) props.onNext()
          setPlacing(undefined)
          props.onScan()
        }}
        onHanded={props.onHanded}
      />
    )
  const unplaced = lists.waiting.filter((one) => one.rackPlace === null)
  const [first] = unplaced
  return (
    <>
      {lists.waits && first !== undefined && (
        <Unplaced
          count={unplaced.length}
          onPlace={() => {
            setPlacing(first.id)
            props.onSelect(first.id)
          }}
        />
      )}
      <Bring list={lists.list} />
    </>
  )
}
