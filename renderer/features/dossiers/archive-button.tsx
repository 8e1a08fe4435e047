import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView, PrintJobView } from '#contract/dossier.ts'
import { printStateLabels } from '#domain/wording/printing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Button } from '../../ui/button.tsx'
import styles from './dossiers.module.css'
import { useRefusalWords, useShowDossier } from './use-dossier.ts'

/** Prints BA, recommendation and all files of a dossier, and keeps the sentence when it is refused. */
export function usePrintArchive(view: DossierView) {
  const trpc = useTRPC()
  const say = useRefusalWords(view)
  const show = useShowDossier()
  const [refusal, setRefusal] = useState<string>()
  const printing = useMutation(
    trpc.dossiers.printArchive.mutationOptions({
      onSuccess: (answer) => (answer.ok ? show(answer.value) : setRefusal(say(answer.refusal))),
      onError: () => setRefusal(dossierWords.actFailed),
    }),
  )
  const newest = view.jobs
    .filter((one) => one.document === 'archive')
    .reduce<PrintJobView | undefined>(
      (last, one) => (last && last.requestedAt > one.requestedAt ? last : one),
      undefined,
    )
  const underWay = newest?.state === 'queued' || newest?.state === 'sending'
  return {
    refusal,
    newest,
    busy: printing.isPending || underWay,
    print: () => {
      if (printing.isPending || underWay) return
      setRefusal(undefined)
      printing.mutate({ applicationId: view.line.id, printerId: null })
    },
  }
}

/** The archive is printed here before the dossier goes on: the button stands where the way forward will stand. */
export function ArchiveStep({ view, keys }: { view: DossierView; keys: boolean }) {
  const { print, busy, refusal, newest } = usePrintArchive(view)
  useShortcuts(keys ? [{ keys: 'Ctrl+Enter', label: dossierWords.printArchive, run: print }] : [])
  const unsure = newest !== undefined && ['failed', 'unknown', 'held'].includes(newest.state)
  return (
    <>
      {refusal !== undefined && (
        <span className={styles.barRefusal} role="alert">
          {refusal}
        </span>
      )}
      {refusal === undefined && (
        <span className={unsure ? styles.barRefusal : styles.quiet} role="status">
          {unsure
            ? `${printStateLabels[newest.state]}. ${newest.explanation ?? ''}`
            : dossierWords.archiveFirst}
        </span>
      )}
      <Button rank="main" kbd="Ctrl+Enter" icon={IconPrinter} busy={busy} onPress={print}>
        {busy ? dossierWords.archivePrinting : dossierWords.printArchive}
      </Button>
    </>
  )
}

/** The archive once more, or of a dossier whose procedure asks for none. */
export function ArchiveAgain({ view }: { view: DossierView }) {
  const { print, busy, refusal } = usePrintArchive(view)
  return (
    <>
      <Button size="row" icon={IconPrinter} busy={busy} onPress={print}>
        {busy ? dossierWords.archivePrinting : dossierWords.printArchive}
      </Button>
      {refusal !== undefined && (
        <span className={styles.refused} role="alert">
          {refusal}
        </span>
      )}
    </>
  )
}
