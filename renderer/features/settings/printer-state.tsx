import { IconPlayerPlay } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { sayPrinterSearchRefusal } from '#domain/wording/printer-search.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { printerWords as words } from '../../locales/printers.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { PrinterView } from '#contract/printers.ts'
import styles from './settings.module.css'

/** How a printer stands, in two words for its row. */
export function PrinterState({ printer }: { printer: PrinterView }) {
  const { active, condition } = printer
  if (!active) return <span className={styles.off}>{words.states.off}</span>
  if (condition.state === 'ready') return <StatusMark meaning="done">{words.states.ready}</StatusMark>
  if (condition.reason === null) return <StatusMark meaning="not-yet">{words.states.unknown}</StatusMark>
  return <StatusMark meaning="fault">{words.troubles[condition.reason]}</StatusMark>
}

/** What keeps the printer from printing and what to do; a paused queue goes on at one key. */
export function PrinterTrouble({ printer }: { printer: PrinterView }) {
  const trpc = useTRPC()
  const resuming = useMutation(
    trpc.printers.resume.mutationOptions({
      onSuccess: (answer) => {
        if (answer.ok) showToast(words.resumed(printer.name))
      },
    }),
  )
  const paused = printer.condition.reason === 'queue-paused'
  const resume = () => {
    if (!resuming.isPending) resuming.mutate({ printerId: printer.id })
  }
  useShortcuts(paused ? [{ keys: 'Ctrl+J', label: words.resume, run: resume }] : [])
  if (printer.condition.sentence === null) return null
  const refusal = resuming.data?.ok === false ? sayPrinterSearchRefusal(resuming.data.refusal) : undefined
  return (
    <div className={styles.tried}>
      <Banner tone="amber" framed title={printer.condition.sentence}>
        {resuming.isError ? words.resumeFailed : refusal}
      </Banner>
      {paused && (
        <span>
          <Button icon={IconPlayerPlay} kbd="Ctrl+J" busy={resuming.isPending} onPress={resume}>
            {words.resume}
          </Button>
        </span>
      )}
    </div>
  )
}
