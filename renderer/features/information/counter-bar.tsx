import { IconForms, IconMessageQuestion, IconPrinter } from '@tabler/icons-react'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PrintJobView } from '#contract/dossier.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { consultationChannels, type ConsultationChannel } from '#domain/service-standard.ts'
import { printStateLabels } from '#domain/wording/printing.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { usePrintForms } from '../../lib/use-print-forms.ts'
import { informationWords as words } from '../../locales/information.ts'
import { Button } from '../../ui/button.tsx'
import { ActionBar } from '../../ui/panel.tsx'
import { FormsDialog } from '../../ui/forms-dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { StatusMark } from '../../ui/status.tsx'
import type { Meaning } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './information.module.css'

const meanings: Readonly<Record<PrintJobView['state'], Meaning>> = {
  queued: 'working',
  sending: 'working',
  held: 'soon',
  printed: 'done',
  failed: 'fault',
  unknown: 'uncertain',
  cancelled: 'not-yet',
}

const ownPrinter = ''

/** What a counter does with a standard: prints it for whoever asks, and logs that somebody asked. */
export function CounterBar({ code, kind }: { code: string; kind: ApplicationKind }) {
  const consulting = useConsulting(code, kind)
  const [channel, setChannel] = useState<ConsultationChannel>('counter')
  const [printerId, setPrinterId] = useState(ownPrinter)
  const trpc = useTRPC()
  const printers = useQuery(trpc.administration.printers.queryOptions()).data ?? []
  const [jobId, setJobId] = useState<string>()
  const printing = useMutation(
    trpc.information.print.mutationOptions({
      onSuccess: (printed) => setJobId(printed.jobId),
      onError: () => showToast(words.printFailed),
    }),
  )
  const job = useQuery(trpc.printing.job.queryOptions(jobId === undefined ? skipToken : { jobId })).data
  const print = () => {
    if (printing.isPending) return
    printing.mutate({ permitTypeCode: code, kind, printerId: printerId === ownPrinter ? null : printerId })
  }
  const standard = useQuery(trpc.information.standard.queryOptions({ permitTypeCode: code, kind })).data
  const forms = standard?.forms ?? []
  const [choosing, setChoosing] = useState(false)
  const formsPrinting = usePrintForms(
    { permitTypeCode: code, kind, printerId: printerId === ownPrinter ? null : printerId },
    {
      onPrinted: (printed) => {
        setJobId(printed)
        setChoosing(false)
      },
      onFailed: () => showToast(words.blanksFailed),
    },
  )
  const blanks = useRef<HTMLButtonElement>(null)
  const choose = () => {
    // The focus comes back to where it was: the list of types would open by itself.
    blanks.current?.focus()
    setChoosing(true)
  }
  const consult = () => consulting.log(channel)
  useShortcuts([
    { keys: 'Ctrl+P', label: words.print, run: print },
    { keys: 'Ctrl+Enter', label: words.consult, run: consult },
    ...(forms.length > 0 ? [{ keys: 'Ctrl+B', label: words.blanks, run: choose }] : []),
  ])
  return (
    <ActionBar
      start={
        <>
          <Segmented
            label={words.channel}
            current={channel}
            onChange={(next) => setChannel(consultationChannels.find((one) => one === next) ?? 'counter')}
            tabs={consultationChannels.map((key) => ({ key, name: words.channels[key] }))}
          />
          <Button icon={IconMessageQuestion} kbd="Ctrl+Enter" busy={consulting.busy} onPress={consult}>
            {words.consult}
          </Button>
        </>
      }
    >
      {job !== undefined && job !== null && (
        <span className={styles.job} title={job.explanation ?? undefined} role="status">
          <StatusMark meaning={meanings[job.state]}>{printStateLabels[job.state]}</StatusMark>
        </span>
      )}
      <SelectField
        label={words.printer}
        labelAt="left"
        width={264}
        value={printerId}
        options={[
          { value: ownPrinter, label: words.ownPrinter },
          ...printers.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setPrinterId}
      />
      {forms.length > 0 && (
        <Button icon={IconForms} kbd="Ctrl+B" buttonRef={blanks} onPress={choose}>
          {words.blanksShort}
        </Button>
      )}
      {choosing && (
        <FormsDialog
          forms={forms}
          busy={formsPrinting.busy}
          onClose={() => setChoosing(false)}
          onPrint={formsPrinting.print}
        />
      )}
      <Button rank="main" icon={IconPrinter} kbd="Ctrl+P" busy={printing.isPending} onPress={print}>
        {words.print}
      </Button>
    </ActionBar>
  )
}

/** Logs a consultation; a second press after a lost answer is the same one, a press after an answer another. */
function useConsulting(code: string, kind: ApplicationKind) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const id = useRef<string>(undefined)
  const logging = useMutation(
    trpc.information.consult.mutationOptions({
      // The count in the head tells it; a toast would cover the bar.
      onSuccess: async () => {
        id.current = undefined
        await client.invalidateQueries({ queryKey: trpc.information.consultations.queryKey() })
      },
      onError: () => showToast(words.consultFailed),
    }),
  )
  const log = (channel: ConsultationChannel) => {
    if (logging.isPending) return
    id.current ??= crypto.randomUUID()
    logging.mutate({ id: id.current, permitTypeCode: code, kind, channel })
  }
  return { busy: logging.isPending, log }
}
