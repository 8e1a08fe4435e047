import { IconPrinter } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrinterView } from '#contract/printers.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { printerWords as words } from '../../locales/printers.ts'
import { Button } from '../../ui/button.tsx'
import styles from './settings.module.css'
import { TestDrawer } from './test-drawer.tsx'

/** What is known of a printer, and the way to learn more: its test slip. */
export function PrinterTest({ printer, dirty }: { printer: PrinterView; dirty: boolean }) {
  const { timeZone } = useOffice()
  const [testing, setTesting] = useState(false)
  const learned = printer.thermal?.learned ?? null
  // The slip goes where the printer stood when it was saved last.
  const open = () => {
    if (!dirty) setTesting(true)
  }
  useShortcuts([{ keys: 'Ctrl+P', label: words.test, run: open }])
  return (
    <div className={styles.tried}>
      {printer.kind === 'thermal' && (
        <p className={styles.note}>
          {learned === null
            ? words.notLearned
            : `${words.learnedBy(learned.by, fullMomentOf(learned.at, timeZone))} ${
                learned.status === 'answers' ? words.answers : words.silent
              }`}
        </p>
      )}
      <QueuePapers printer={printer} />
      <span>
        <Button icon={IconPrinter} kbd="Ctrl+P" onPress={open} reason={dirty && words.saveFirst}>
          {words.test}
        </Button>
      </span>
      <TestDrawer printer={printer} opened={testing} onClose={() => setTesting(false)} />
    </div>
  )
}

/** So many names fit a line. */
const named = 4

/** The sizes that a queue offers; nothing for a printer that has no queue. */
function QueuePapers({ printer }: { printer: PrinterView }) {
  const trpc = useTRPC()
  const isQueue = printer.address.startsWith('cups:')
  const media = useQuery(trpc.printers.media.queryOptions(isQueue ? { printerId: printer.id } : skipToken))
  if (media.data === undefined || media.data === null) return null
  const names = media.data.slice(0, named).join(', ')
  const more = media.data.length - named
  return (
    <dl className={styles.facts}>
      <dt>{words.media}</dt>
      <dd title={media.data.join(', ')}>
        {media.data.length === 0 ? words.mediaAny : more > 0 ? words.mediaMore(names, figure(more)) : names}
      </dd>
    </dl>
  )
}
