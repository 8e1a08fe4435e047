import { useState } from 'react'
import { isSigned } from '#domain/ink.ts'
import type { Stroke } from '#domain/ink.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { handoverWords } from '../../locales/handover.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import styles from './handover.module.css'
import type { Receiver } from './receiver-form.ts'

const words = handoverWords.signature

interface SignaturePartProps {
  receiver: Pick<Receiver, 'signs' | 'strokes'>
  tried: boolean
  onChange: (change: Partial<Receiver>) => void
}

/** Where the receiver signs: on the printed receipt, or here on the screen. */
export function SignaturePart({ receiver, tried, onChange }: SignaturePartProps) {
  const [opened, setOpened] = useState(false)
  const signed = isSigned(receiver.strokes)
  return (
    <section className={styles.part} aria-label={words.name} data-lacks="signature">
      <h3 className={styles.partTitle}>{words.name}</h3>
      <Segmented
        wide
        label={words.name}
        tabs={[
          { key: 'paper', name: words.onPaper },
          { key: 'screen', name: words.onScreen },
        ]}
        current={receiver.signs}
        onChange={(signs) => onChange({ signs: signs === 'screen' ? 'screen' : 'paper' })}
      />
      {receiver.signs === 'screen' && (
        <>
          {signed && <SignaturePad label={words.given} strokes={receiver.strokes} />}
          <span>
            <Button size="row" onPress={() => setOpened(true)}>
              {signed ? words.again : words.ask}
            </Button>
          </span>
          {tried && !signed && (
            <p className={styles.lacks}>
              <FieldSentence>{words.empty}</FieldSentence>
            </p>
          )}
        </>
      )}
      {opened && (
        <SigningDialog
          strokes={receiver.strokes}
          onUse={(strokes) => {
            onChange({ strokes })
            setOpened(false)
          }}
          onClose={(strokes) => {
            onChange({ strokes })
            setOpened(false)
          }}
        />
      )}
    </section>
  )
}

interface SigningDialogProps {
  strokes: readonly Stroke[]
  onUse: (strokes: readonly Stroke[]) => void
  /** What was drawn is not lost. */
  onClose: (strokes: readonly Stroke[]) => void
}

/** A field as large as a hand needs, with the lines that were taken back. */
function SigningDialog({ strokes: first, onUse, onClose }: SigningDialogProps) {
  const [strokes, setStrokes] = useState(first)
  const [undone, setUndone] = useState<readonly Stroke[]>([])
  const [tried, setTried] = useState(false)
  const undo = () => {
    const last = strokes.at(-1)
    if (last === undefined) return
    setUndone([...undone, last])
    setStrokes(strokes.slice(0, -1))
  }
  const redo = () => {
    const last = undone.at(-1)
    if (last === undefined) return
    setStrokes([...strokes, last])
    setUndone(undone.slice(0, -1))
  }
  const clear = () => {
    setStrokes([])
    setUndone([])
  }
  const use = () => {
    if (isSigned(strokes)) onUse(strokes)
    else setTried(true)
  }
  return (
    <Dialog opened width={760} title={words.title} onClose={() => onClose(strokes)}>
      <DialogKeys
        className={styles.signing}
        shortcuts={[
          { keys: 'Ctrl+Z', label: words.undo, run: undo },
          { keys: 'Ctrl+Y', label: words.redo, run: redo },
          { keys: 'Ctrl+Enter', label: words.use, run: use },
        ]}
      >
        <p className={styles.quiet}>{words.hint}</p>
        <SignaturePad
          label={words.field}
          strokes={strokes}
          onChange={(to) => {
            setStrokes(to)
            setUndone([])
            setTried(false)
          }}
        />
        {tried && (
          <p className={styles.lacks} role="alert">
            <FieldSentence>{words.empty}</FieldSentence>
          </p>
        )}
        <div className={styles.signingFoot}>
          <Button size="row" kbd="Ctrl+Z" onPress={undo}>
            {words.undo}
          </Button>
          <Button size="row" kbd="Ctrl+Y" onPress={redo}>
            {words.redo}
          </Button>
          <Button size="row" onPress={clear}>
            {words.clear}
          </Button>
          <span className={styles.signingUse}>
            <Button rank="main" kbd="Ctrl+Enter" onPress={use}>
              {words.use}
            </Button>
          </span>
        </div>
      </DialogKeys>
    </Dialog>
  )
}
