import { IconPrinter, IconSend, IconSignature } from '@tabler/icons-react'
import { figure } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { printDeskWords } from '../../locales/print-desk.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import type { BatchLetter, News } from './desk-acts.tsx'
import type { DeskLine } from './desk-groups.ts'
import type { DeskPrinter } from './desk-printers.ts'
import type { BatchKind } from './desk-work.ts'
import styles from './print-desk.module.css'

const words = printDeskWords.batch

interface BatchButtonProps {
  lines: readonly DeskLine[]
  printer: DeskPrinter | null
  busy: boolean
  onClear: () => void
  onBatch: (kind: BatchKind, letters: readonly BatchLetter[]) => void
}

/** The one step that all ticked letters have in common; null when they differ. */
function commonStep(lines: readonly DeskLine[]): BatchKind | null {
  const steps = new Set(lines.map(({ step }) => (step === 'number' ? 'print' : step)))
  const [only] = steps
  return steps.size === 1 && only !== undefined ? only : null
}

function labelOf(kind: BatchKind, lines: readonly DeskLine[]): string {
  const count = figure(lines.length)
  if (kind === 'sign') return words.sign(count)
  if (kind === 'forward') return words.forward(count)
  return lines.some(({ step }) => step === 'number') ? words.numberAndPrint(count) : words.print(count)
}

const icons = { print: IconPrinter, sign: IconSignature, forward: IconSend } as const

/** While letters are ticked: their common step, for all of them one after another. */
export function BatchButton({ lines, printer, busy, onClear, onBatch }: BatchButtonProps) {
  const kind = commonStep(lines)
  const reason =
    kind === null
      ? words.mixed
      : kind === 'print' && printer === null
        ? printDeskWords.pane.noPrinter
        : undefined
  const label = kind === null ? words.ticked(figure(lines.length)) : labelOf(kind, lines)
  const keys = kind === 'print' ? 'Ctrl+P' : 'Ctrl+Enter'
  const start = () => {
    if (kind === null || reason !== undefined || busy) return
    onBatch(
      kind,
      lines.map(({ id, holderName }) => ({ id, name: holderName })),
    )
  }
  useShortcuts([{ keys, label, run: start }])
  return (
    <>
      <Button
        rank="main"
        wide={reason === undefined}
        icon={kind === null ? IconPrinter : icons[kind]}
        kbd={keys}
        busy={busy}
        reason={reason}
        onPress={start}
      >
        {label}
      </Button>
      <span className={styles.quiet}>
        {words.ticked(figure(lines.length))}. <TextLink onPress={onClear}>{words.clear}</TextLink>
      </span>
    </>
  )
}

/** How far a batch is, and afterwards which of its letters could not be done and why. */
export function BatchNews({ work, onClose }: { work: News | undefined; onClose: () => void }) {
  if (work === undefined) return null
  if (work.kind === 'working')
    return (
      <Banner tone="grey" framed>
        {words.progress(figure(work.done + 1), figure(work.all), work.name)}
      </Banner>
    )
  const { refused } = work.outcome
  return (
    <Banner
      tone="red"
      framed
      title={words.refused(figure(refused.length))}
      actions={
        <Button size="row" onPress={onClose}>
          {words.close}
        </Button>
      }
    >
      <ul className={styles.refusals}>
        {refused.map(({ id, name, sentence }) => (
          <li key={id}>{words.refusal(name, sentence)}</li>
        ))}
      </ul>
    </Banner>
  )
}
