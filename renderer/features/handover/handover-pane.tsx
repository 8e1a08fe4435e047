import { useQuery } from '@tanstack/react-query'
import type { DossierView } from '#contract/dossier.ts'
import type { WaitingPaperView } from '#contract/handover.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { handoverWords } from '../../locales/handover.ts'
import { mailWords } from '../../locales/mails.ts'
import { SkeletonRows } from '../../ui/states.tsx'
import { Badge } from '../../ui/status.tsx'
import { DossierFailed, HandoverFoot } from './handover-parts.tsx'
import styles from './handover.module.css'
import { ActPapers, OldPermits } from './act-papers.tsx'
import { FilingPapers } from './filing-papers.tsx'
import { Originals } from './originals.tsx'
import { RackField } from './rack-field.tsx'
import { paperOf } from './ready-table.tsx'
import { ReminderPart } from './reminder-part.tsx'
import { ReceiptPart } from './receipt-part.tsx'
import { addressOf, isMixed } from './receiver-form.ts'
import { ReceiverPart } from './receiver-part.tsx'
import { SignaturePart } from './signature-part.tsx'
import { MailPart } from './mail-part.tsx'
import { useHandover } from './use-handover.ts'
import type { Handed } from './use-handover.ts'

interface HandoverPaneProps {
  id: string
  /** The papers that go out together, this one first; empty while the list is loading. */
  act: readonly WaitingPaperView[]
  companions: readonly WaitingPaperView[]
  waiting: readonly WaitingPaperView[]
  onAdd: (ids: readonly string[]) => void
  onRemove: (id: string) => void
  /** Whoever does not come is reminded: the list of those is on the screen. */
  reminds: boolean
  /** The place on the rack is asked for at once. */
  placing: boolean
  /** A place on the rack was written down, or left as it is. */
  onPlaced: () => void
  /** From 1 on: the work on it begins, and the form takes the focus each time it grows. */
  begun: number
  onHanded: (handed: Handed) => void
}

/** The permit chosen: who stands at the counter, what was checked, and the handing over. */
export function HandoverPane(props: HandoverPaneProps) {
  const { id } = props
  const trpc = useTRPC()
  const dossier = useQuery(trpc.dossiers.get.queryOptions({ id }))
  if (dossier.data !== undefined)
    return <HandoverForm key={id} {...props} view={dossier.data} onReload={() => void dossier.refetch()} />
  if (!dossier.isError) return <SkeletonRows rows={4} widths={[180, 80]} />
  return <DossierFailed onReload={() => void dossier.refetch()} />
}

interface HandoverFormProps extends HandoverPaneProps {
  view: DossierView
  onReload: () => void
}

function HandoverForm(props: HandoverFormProps) {
  const { view, act, begun, onReload } = props
  const form = useHandover(view, act, props.onHanded)
  const { receiver, set } = form
  const { line } = view
  const mailed = receiver.who === 'email'
  const proxy = receiver.who === 'proxy'
  return (
    <>
      <div className={styles.scroll} ref={form.fields}>
        <header className={styles.chosen}>
          <div className={styles.chosenLine}>
            <h2 className={styles.name}>{line.holderName}</h2>
            <Badge meaning={line.productKind === 'permit' ? 'done' : 'refused'}>{line.statusLabel}</Badge>
          </div>
          <p className={styles.quiet}>
            {line.permitTypeCode} · {paperOf(line)}
          </p>
          <p className={styles.quiet}>{handoverWords.number(line.registrationNumber)}</p>
          {act[0] !== undefined && (
            <RackField key={act[0].id} line={act[0]} asks={props.placing} onPlaced={props.onPlaced} />
          )}
        </header>
        {props.reminds && act[0] !== undefined && <ReminderPart key={`${act[0].id}/remind`} line={act[0]} />}
        {act[0] !== undefined && (
          <FilingPapers
            main={act[0]}
            act={act}
            waiting={props.waiting}
            onAdd={props.onAdd}
            onRemove={props.onRemove}
          />
        )}
        {!mailed && (
          <ActPapers act={act} companions={props.companions} onAdd={props.onAdd} onRemove={props.onRemove} />
        )}
        <ReceiverPart
          view={view}
          receiver={receiver}
          tried={form.tried}
          begun={begun}
          mails
          sends={form.sends}
          mixed={isMixed(act)}
          onChange={set}
        />
        {mailed && form.sends && (
          <MailPart
            applicationId={view.line.id}
            address={addressOf(view, receiver)}
            tried={form.tried}
            originals={view.intake.originals}
            onChange={(address) => set({ address })}
          />
        )}
        {!mailed && (
          <>
            <ReceiptPart
              ids={act.map((one) => one.id)}
              receiver={receiver}
              signer={{
                name: proxy ? receiver.name : line.holderName,
                relation: proxy ? receiver.relation : 'self',
              }}
              tried={form.tried}
              onChange={set}
            />
            <OldPermits act={act} receiver={receiver} tried={form.tried} onChange={(old) => set({ old })} />
            <Originals
              dossiers={act}
              receiver={receiver}
              tried={form.tried}
              onChange={(originals) => set({ originals })}
            />
            <SignaturePart receiver={receiver} tried={form.tried} onChange={set} />
          </>
        )}
      </div>
      <HandoverFoot
        form={form}
        action={
          mailed && form.sends
            ? mailWords.handover.act
            : mailed
              ? handoverWords.recordEmail
              : act.length > 1
                ? handoverWords.handOverAll(figure(act.length))
                : handoverWords.handOver
        }
        onAct={form.handOver}
        onReload={onReload}
        paper={
          mailed
            ? handoverWords.emailPaper
            : receiver.signs === 'screen'
              ? handoverWords.signature.paper
              : handoverWords.paper
        }
      />
    </>
  )
}
