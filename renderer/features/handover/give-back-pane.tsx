import { useQuery } from '@tanstack/react-query'
import type { DossierView } from '#contract/dossier.ts'
import type { PapersFiledView } from '#contract/handover.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { handoverWords } from '../../locales/handover.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Badge } from '../../ui/status.tsx'
import { DossierFailed, HandoverFoot } from './handover-parts.tsx'
import styles from './handover.module.css'
import { Originals } from './originals.tsx'
import { ReceiptPart } from './receipt-part.tsx'
import { ReceiverPart } from './receiver-part.tsx'
import { SettlePart } from './settle-part.tsx'
import { SignaturePart } from './signature-part.tsx'
import { useGiveBack } from './use-give-back.ts'
import type { Handed } from './use-handover.ts'

const words = handoverWords.back

interface GiveBackPaneProps {
  id: string
  /** The papers of the dossier go home; false: only what stayed here after it was done. */
  withPapers: boolean
  begun: number
  onHanded: (handed: Handed) => void
  /** Nothing is left to be done with it. */
  onDone: () => void
}

/** What goes home without a permit: papers and originals of a dossier; and an earlier paper that is still to come. */
export function GiveBackPane(props: GiveBackPaneProps) {
  const { id, withPapers, onDone } = props
  const trpc = useTRPC()
  const dossier = useQuery(trpc.dossiers.get.queryOptions({ id }))
  const filed = useQuery({ ...trpc.handover.papersOf.queryOptions({ id }), enabled: withPapers })
  const view = dossier.data
  const papers = withPapers ? filed.data : []
  const reload = () => {
    void dossier.refetch()
    if (withPapers) void filed.refetch()
  }
  if (view === undefined || papers === undefined)
    return dossier.isError || filed.isError ? (
      <DossierFailed onReload={reload} />
    ) : (
      <SkeletonRows rows={4} widths={[180, 80]} />
    )
  const gives = papers.length > 0 || view.intake.originals.length > 0
  if (gives) return <GiveBackForm key={id} {...props} view={view} papers={papers} onReload={reload} />
  return (
    <div className={styles.scroll}>
      <Chosen view={view} />
      <SettlePart alone view={view} onSettled={onDone} />
      {view.intake.owedPermit === null && <p className={styles.part}>{words.nothing}</p>}
    </div>
  )
}

function Chosen({ view: { line } }: { view: DossierView }) {
  return (
    <header className={styles.chosen}>
      <div className={styles.chosenLine}>
        <h2 className={styles.name}>{line.holderName}</h2>
        <Badge meaning={line.handedOverAt === null ? 'not-yet' : 'done'}>{line.statusLabel}</Badge>
      </div>
      <p className={styles.quiet}>
        {line.permitTypeCode} · {handoverWords.number(line.registrationNumber)}
      </p>
    </header>
  )
}

interface GiveBackFormProps extends GiveBackPaneProps {
  view: DossierView
  papers: PapersFiledView
  onReload: () => void
}

function GiveBackForm({ view, papers, begun, onHanded, onReload }: GiveBackFormProps) {
  const form = useGiveBack(view, papers, onHanded)
  const { receiver, set, tried } = form
  const { line, intake } = view
  const proxy = receiver.who === 'proxy'
  return (
    <>
      <div className={styles.scroll} ref={form.fields}>
        <Chosen view={view} />
        <SettlePart view={view} onSettled={onReload} />
        {papers.length > 0 && (
          <section className={styles.part} aria-label={words.papers} data-lacks="papers">
            <h3 className={styles.partTitle}>{words.papers}</h3>
            <p className={styles.quiet}>{words.papersHint}</p>
            {papers.map(({ requirementCode, label, count }) => (
              <CheckboxField
                key={requirementCode}
                label={label}
                note={words.sheets(figure(count))}
                checked={form.isChosen(requirementCode)}
                onChange={(goes) => form.choose(requirementCode, goes)}
              />
            ))}
          </section>
        )}
        <Originals
          dossiers={[{ holderName: line.holderName, originals: intake.originals }]}
          receiver={receiver}
          tried={tried}
          onChange={(originals) => set({ originals })}
        />
        <ReceiverPart view={view} receiver={receiver} tried={tried} begun={begun} applicant onChange={set} />
        {line.handedOverAt === null && (
          <ReceiptPart
            ids={[line.id]}
            receiver={receiver}
            signer={{
              name: proxy ? receiver.name : line.holderName,
              relation: proxy ? receiver.relation : 'self',
            }}
            tried={tried}
            onChange={set}
          />
        )}
        <SignaturePart receiver={receiver} tried={tried} onChange={set} />
      </div>
      <HandoverFoot
        form={form}
        action={words.act}
        onAct={form.giveBack}
        onReload={onReload}
        paper={receiver.signs === 'screen' ? handoverWords.signature.paper : words.paper}
      />
    </>
  )
}
