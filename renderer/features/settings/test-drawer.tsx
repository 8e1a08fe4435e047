import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PrinterView, TestView } from '#contract/printers.ts'
import { sayPrinterSearchRefusal } from '#domain/wording/printer-search.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import { printerWords } from '../../locales/printers.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './settings.module.css'
import { SlipQuestions, noAnswers } from './slip-questions.tsx'
import type { SlipAnswers } from './slip-questions.tsx'

const words = printerWords.slip

interface TestDrawerProps {
  printer: PrinterView
  opened: boolean
  onClose: () => void
}

/** What has to be answered before anything is learned, in the order of the slip. */
const missingOf = ({ widest, letters, cut }: SlipAnswers) => ({
  ...(widest === null ? { widest: words.missing.widest } : {}),
  ...(letters === undefined ? { letters: words.missing.letters } : {}),
  ...(cut === null ? { cut: words.missing.cut } : {}),
})

/** Prints the test slip, asks what is on it, and keeps the answers as the printer's profile. Closed and opened again it goes on. */
export function TestDrawer({ printer, opened, onClose }: TestDrawerProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [test, setTest] = useState<TestView>()
  const [answers, setAnswers] = useState(noAnswers)
  const [asked, setAsked] = useState(false)
  const [refusals, setRefusals] = useState(0)
  const [sentence, setSentence] = useState<string>()
  const fields = useRef<HTMLDivElement>(null)
  useFocusRefused(fields, refusals)
  const printing = useMutation(
    trpc.printers.test.mutationOptions({
      meta: { saves: false },
      onSuccess: (answer) => {
        setSentence(answer.ok ? undefined : sayPrinterSearchRefusal(answer.refusal))
        if (!answer.ok) return
        setTest(answer.value)
        setAnswers(noAnswers)
        setAsked(false)
      },
      onError: () => setSentence(words.failed),
    }),
  )
  const learning = useMutation(
    trpc.printers.learn.mutationOptions({
      onSuccess: (answer) => {
        setSentence(answer.ok ? undefined : sayPrinterSearchRefusal(answer.refusal))
        if (!answer.ok) return
        void queries.invalidateQueries(trpc.administration.printers.queryFilter())
        showToast(words.saved(printer.name))
        setTest(undefined)
        onClose()
      },
      onError: () => setSentence(settingsWords.saveFailed),
    }),
  )
  const print = () => {
    if (printing.isPending) return
    setSentence(undefined)
    printing.mutate({ printerId: printer.id })
  }
  const asks = printer.kind === 'thermal' && test !== undefined && test.outcome !== 'failed'
  const missing = missingOf(answers)
  const save = () => {
    if (learning.isPending || test === undefined) return
    setAsked(true)
    setRefusals((count) => count + 1)
    const { widest, letters, cut, codes, withoutStatus } = answers
    if (widest === null || letters === undefined || cut === null) return
    learning.mutate({
      printerId: printer.id,
      widest,
      codes: [...codes],
      letters,
      cut,
      status: test.status ?? 'silent',
      withoutStatus,
    })
  }
  const act = asks ? { label: words.save, run: save } : { label: words.print, run: print }
  return (
    <Drawer
      opened={opened}
      width={520}
      title={words.title(printer.name)}
      onClose={onClose}
      foot={
        <>
          {test !== undefined && (
            <Button icon={IconPrinter} busy={printing.isPending} onPress={print}>
              {words.again}
            </Button>
          )}
          {(asks || test === undefined) && (
            <Button
              rank="main"
              wide={test === undefined}
              kbd="Ctrl+Enter"
              busy={printing.isPending || learning.isPending}
              onPress={act.run}
            >
              {act.label}
            </Button>
          )}
        </>
      }
    >
      <DialogKeys className={styles.drawer} fields={fields} shortcuts={[{ keys: 'Ctrl+Enter', ...act }]}>
        {test === undefined && !printing.isPending && (
          <p className={styles.note}>{printer.kind === 'thermal' ? words.before : words.beforeSheet}</p>
        )}
        {printing.isPending && <Banner tone="grey">{words.sending}</Banner>}
        {!printing.isPending && test !== undefined && <Outcome test={test} kind={printer.kind} />}
        {sentence !== undefined && (
          <p className={styles.refused} role="alert">
            {sentence}
          </p>
        )}
        {asks && !printing.isPending && (
          <SlipQuestions
            token={test.token}
            silent={test.status !== 'answers'}
            answers={answers}
            missing={asked ? missing : {}}
            active={opened}
            onChange={(part) => setAnswers((now) => ({ ...now, ...part }))}
          />
        )}
      </DialogKeys>
    </Drawer>
  )
}

/** What the printer said of the slip, or that it says nothing. */
function Outcome({ test, kind }: { test: TestView; kind: PrinterView['kind'] }) {
  if (test.outcome === 'printed')
    return (
      <Banner tone="green" framed>
        {kind === 'sheet' ? words.printedSheet : words.printed}
      </Banner>
    )
  if (test.outcome === 'failed')
    return (
      <Banner tone="red" framed>
        {test.sentence}
      </Banner>
    )
  return (
    <Banner tone="amber" framed>
      {test.reason === 'no-status' ? words.silent : test.sentence}
    </Banner>
  )
}
