import {
  IconArrowBackUp,
  IconFileText,
  IconHash,
  IconPrinter,
  IconRefresh,
  IconSend,
  IconSignature,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { DossierView, PrintJobView } from '#contract/dossier.ts'
import { longDate } from '#domain/indonesian.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { printDeskWords } from '../../locales/print-desk.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import type { ActionMenuItem } from '../../ui/action-menu.tsx'
import { buttonBar } from '../../ui/button-bars.ts'
import { Button } from '../../ui/button.tsx'
import type { Icon } from '../../ui/button.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { DeskPrinter } from './desk-printers.ts'
import { JobOrders } from './job-orders.tsx'
import { letterJobs, nextStep } from './next-step.ts'
import type { DeskStep } from './next-step.ts'
import styles from './print-desk.module.css'

const words = printDeskWords.pane
const acts = printDeskWords.acts

/** What the pane can ask the screen to do with its letter. */
export interface LetterActs {
  onNumber: (view: DossierView) => void
  onPrint: (view: DossierView) => void
  onSign: (view: DossierView) => void
  onForward: (view: DossierView, action: string) => void
  onBack: (view: DossierView, action: string) => void
  onReprint: (view: DossierView) => void
  onOpen: (id: string) => void
  onPrinter: (id: string) => void
}

export interface LetterPaneProps extends LetterActs {
  id: string
  /** The failed, held or waiting sheet of this letter, when the row is one. */
  job: PrintJobView | null
  printers: readonly DeskPrinter[]
  printer: DeskPrinter | null
  busy: boolean
  refusal: { readonly seq: number; readonly sentence: string } | undefined
  /** While letters are ticked, their common step takes the place of the one button. */
  batchButton: ReactNode
}

/** One letter: the very PDF, what is done and what is not, and the one thing to do next. */
export function LetterPane(props: LetterPaneProps) {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const dossier = useQuery(trpc.dossiers.get.queryOptions({ id: props.id }))
  if (dossier.data === undefined)
    return dossier.isError ? (
      <FailedState
        title={words.loadingFailed}
        reference={faultOf(dossier.error, timeZone)}
        onRetry={() => void dossier.refetch()}
      >
        {words.loadingFailedAction}
      </FailedState>
    ) : (
      <SkeletonRows rows={6} widths={[180, 120]} />
    )
  const view = dossier.data
  const { product, line } = view
  return (
    <>
      <div className={styles.sheet}>
        {product !== null && (
          <LazyPdfView
            url={`/files/product/${line.id}.pdf?nomor=${encodeURIComponent(product.number ?? '')}`}
            title={words.title(line.permitTypeCode, line.holderName)}
            failedAction={words.previewFailed}
          />
        )}
      </div>
      <Foot {...props} view={view} />
    </>
  )
}

function Foot(props: LetterPaneProps & { view: DossierView }) {
  const { view, job, batchButton } = props
  const step = nextStep(view)
  // A sheet on its way is the step's own reason; a failed or held one has its own buttons.
  const stuck = job !== null && job.state !== 'sending' && job.state !== 'unknown' ? job : null
  const next = nextOf(props, step)
  const main = batchButton === null && stuck === null ? next : null
  usePaneKeys(props, main, step)
  return (
    <div className={styles.foot} ref={buttonBar}>
      <Facts view={view} />
      {step.kind === 'print' && <NextBlank id={props.id} />}
      {props.refusal?.seq === view.seq && (
        <p className={styles.refused} role="alert">
          {props.refusal.sentence}
        </p>
      )}
      {batchButton}
      {batchButton === null && stuck !== null && <JobOrders job={stuck} printers={props.printers} />}
      <div className={styles.buttons}>
        {main !== null && (
          <div className={styles.main}>
            <NextButton next={main} busy={props.busy} />
          </div>
        )}
        {(step.kind === 'number' || step.kind === 'print') && props.printers.length > 1 && (
          <PrinterChoice {...props} />
        )}
        <ActionMenu items={otherActs(props)}>{words.moreActions}</ActionMenu>
      </div>
    </div>
  )
}

const isPrinted = (view: DossierView): boolean => letterJobs(view).some(({ state }) => state === 'printed')

/** Ctrl+P prints and says why where it cannot; Ctrl+Enter takes any other next step; R prints again. */
function usePaneKeys(props: LetterPaneProps & { view: DossierView }, main: Next | null, step: DeskStep) {
  const { view } = props
  const why =
    step.kind === 'number' ? acts.printFirst : step.kind === 'wait' ? main?.reason : acts.nothingToPrint
  const press = () => {
    if (main !== null && main.reason === undefined && !props.busy) main.onPress()
  }
  useShortcuts([
    ...(main === null ? [] : [{ keys: main.kbd, label: main.label, run: press }]),
    ...(main !== null && main.kbd !== 'Ctrl+P'
      ? [
          {
            keys: 'Ctrl+P',
            label: acts.printPlain,
            run: () => showToast(why ?? acts.nothingToPrint),
            inStrip: false,
          },
        ]
      : []),
    ...(isPrinted(view) && step.kind !== 'wait'
      ? [{ keys: 'R', label: printDeskWords.keys.reprint, run: () => props.onReprint(view) }]
      : []),
  ])
}

/** Which blank to lay into the printer. */
function NextBlank({ id }: { id: string }) {
  const serial = useQuery(useTRPC().blanks.next.queryOptions({ applicationId: id })).data
  return typeof serial === 'string' && <p className={styles.nextBlank}>{words.nextBlank(serial)}</p>
}

/** Number, sheet, signature: what is done, and the first of them that is not. */
function Facts({ view }: { view: DossierView }) {
  const { product } = view
  const signature = product?.signature ?? null
  if (product === null || product.number === null)
    return (
      <div className={styles.facts}>
        <StatusMark meaning="not-yet">{words.unnumbered}</StatusMark>
      </div>
    )
  return (
    <div className={styles.facts}>
      <StatusMark meaning="done">{words.numbered}</StatusMark>
      <SheetMark view={view} />
      {signature !== null && (
        <span title={signature.by}>
          <StatusMark meaning="done">{words.signed(longDate(signature.on))}</StatusMark>
        </span>
      )}
      {signature === null && isPrinted(view) && <StatusMark meaning="not-yet">{words.notSigned}</StatusMark>}
    </div>
  )
}

function SheetMark({ view }: { view: DossierView }) {
  const [last] = letterJobs(view)
  if (last?.state === 'unknown') return <StatusMark meaning="uncertain">{words.uncertain}</StatusMark>
  if (last?.state === 'queued' || last?.state === 'sending' || last?.state === 'held')
    return <StatusMark meaning="working">{words.printing}</StatusMark>
  return isPrinted(view) ? (
    <StatusMark meaning="done">{words.printed}</StatusMark>
  ) : (
    <StatusMark meaning="not-yet">{words.notPrinted}</StatusMark>
  )
}

interface Next {
  label: string
  icon: Icon
  kbd: string
  onPress: () => void
  reason?: string
}

function nextOf(props: LetterPaneProps & { view: DossierView }, step: DeskStep): Next | null {
  const { view, printer } = props
  const print = {
    label: printer === null ? acts.printPlain : acts.print(printer.name),
    icon: IconPrinter,
    kbd: 'Ctrl+P',
  }
  const nothing = () => undefined
  switch (step.kind) {
    case 'number':
      return { label: acts.number, icon: IconHash, kbd: 'Ctrl+Enter', onPress: () => props.onNumber(view) }
    case 'print':
      return {
        ...print,
        onPress: () => props.onPrint(view),
        ...(printer === null ? { reason: words.noPrinter } : {}),
      }
    case 'wait':
      return {
        ...print,
        onPress: nothing,
        reason: step.job.state === 'unknown' ? acts.resolve : acts.waiting,
      }
    case 'sign':
      return { label: acts.sign, icon: IconSignature, kbd: 'Ctrl+Enter', onPress: () => props.onSign(view) }
    case 'forward':
      return {
        label: step.action.label,
        icon: IconSend,
        kbd: 'Ctrl+Enter',
        onPress: () => props.onForward(view, step.action.code),
      }
    case 'blocked': {
      const forward = view.actions.find((one) => one.kind === 'forward')
      if (forward === undefined) return null
      return {
        label: forward.label,
        icon: IconSend,
        kbd: 'Ctrl+Enter',
        onPress: nothing,
        reason: step.reason ?? '',
      }
    }
  }
}

function NextButton({ next, busy }: { next: Next; busy: boolean }) {
  return (
    <Button
      rank="main"
      wide={next.reason === undefined}
      icon={next.icon}
      kbd={next.kbd}
      busy={busy}
      reason={next.reason}
      onPress={next.onPress}
    >
      {next.label}
    </Button>
  )
}

function PrinterChoice({ printers, printer, onPrinter }: LetterPaneProps) {
  return (
    <ActionMenu
      icon={IconPrinter}
      items={printers.map(({ id, name }) => ({ key: id, label: name, onPress: () => onPrinter(id) }))}
    >
      {printer === null ? words.changePrinter : words.printerFor(printer.name)}
    </ActionMenu>
  )
}

function otherActs(props: LetterPaneProps & { view: DossierView }): readonly ActionMenuItem[] {
  const { view } = props
  const printed = isPrinted(view)
  const open = nextStep(view).kind === 'wait'
  return [
    ...(printed && !open
      ? [{ key: 'reprint', label: words.reprint, icon: IconRefresh, onPress: () => props.onReprint(view) }]
      : []),
    ...view.actions
      .filter(({ kind, refusal }) => kind === 'back' && (refusal === null || refusal.code === 'note-needed'))
      .map(({ code, label }) => ({
        key: code,
        label,
        icon: IconArrowBackUp,
        onPress: () => props.onBack(view, code),
      })),
    { key: 'open', label: words.open, icon: IconFileText, onPress: () => props.onOpen(view.line.id) },
  ]
}
