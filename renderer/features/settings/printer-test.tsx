import { IconPrinter } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrinterPaperView, PrinterView } from '#contract/printers.ts'
import { joinWords } from '#domain/indonesian.ts'
import { documentLabel } from '#domain/wording/application.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, fullMomentOf } from '../../lib/format.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { printerWords as words } from '../../locales/printers.ts'
import { Banner } from '../../ui/banner.tsx'
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

/** The sheets that go to a queue, with a warning where it has not their paper; nothing for a printer that has no queue. */
function QueuePapers({ printer }: { printer: PrinterView }) {
  const trpc = useTRPC()
  const isQueue = printer.address.startsWith('cups:')
  const papers = useQuery(trpc.printers.papers.queryOptions(isQueue ? { printerId: printer.id } : skipToken))
  if (papers.data === undefined || papers.data === null) return null
  const lacking = papers.data.filter(({ takes }) => !takes)
  return (
    <>
      <p className={styles.note}>
        {words.papers(joinWords(papers.data.filter(({ takes }) => takes).map(sizeName)))}
      </p>
      {lacking.map((paper) => (
        <Banner key={sizeName(paper)} tone="amber" framed title={words.paperLacking(sizeName(paper))}>
          {words.paperLackingFor(joinWords(paper.documents.map(documentLabel)))}
        </Banner>
      ))}
    </>
  )
}

const sizeName = ({ widthMm, heightMm }: PrinterPaperView): string =>
  words.size(figure(widthMm), figure(heightMm))
