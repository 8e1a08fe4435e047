import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import type { WaitingPaperView } from '#contract/handover.ts'
import { identityCards } from '#domain/identity-seen.ts'
import { longDate } from '#domain/indonesian.ts'
import { identityCardLabel } from '#domain/wording/identity.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { NikField } from '../../ui/masked-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SkeletonRows } from '../../ui/states.tsx'
import { Badge } from '../../ui/status.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './handover.module.css'
import { ActPapers, OldPermits } from './act-papers.tsx'
import { RackField } from './rack-field.tsx'
import { paperOf } from './ready-table.tsx'
import { ReminderPart } from './reminder-part.tsx'
import { ReceiptPart } from './receipt-part.tsx'
import { canMail, nikSentence } from './receiver-form.ts'
import type { Receiver } from './receiver-form.ts'
import { useHandover } from './use-handover.ts'
import type { Handed } from './use-handover.ts'

interface HandoverPaneProps {
  id: string
  /** The papers that go out together, this one first; empty while the list is loading. */
  act: readonly WaitingPaperView[]
  companions: readonly WaitingPaperView[]
  onAdd: (ids: readonly string[]) => void
  onRemove: (id: string) => void
  /** Whoever does not come is reminded: the list of those is on the screen. */
  reminds: boolean
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
  return (
    <Banner
      tone="red"
      actions={
        <Button size="row" onPress={() => void dossier.refetch()}>
          {handoverWords.reload}
        </Button>
      }
    >
      {handoverWords.dossierFailed}
    </Banner>
  )
}

interface HandoverFormProps extends HandoverPaneProps {
  view: DossierView
  onReload: () => void
}

function HandoverForm(props: HandoverFormProps) {
  const { view, act, begun, onReload } = props
  const form = useHandover(view, act, props.onHanded)
  const receiverPart = useRef<HTMLElement>(null)
  useEffect(() => {
    if (begun > 0) receiverPart.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus()
  }, [begun])
  const { receiver, set, lacking } = form
  const { line } = view
  const { delivery } = useOffice()
  const mailed = receiver.who === 'email'
  const proxy = receiver.who === 'proxy'
  const missing = (value: string, sentence: string) =>
    form.tried && value.trim() === '' ? sentence : undefined
  return (
    <>
      <div className={styles.scroll}>
        <header className={styles.chosen}>
          <div className={styles.chosenLine}>
            <h2 className={styles.name}>{line.holderName}</h2>
            <Badge meaning={line.productKind === 'permit' ? 'done' : 'refused'}>{line.statusLabel}</Badge>
          </div>
          <p className={styles.quiet}>
            {line.permitTypeCode} · {paperOf(line)}
          </p>
          <p className={styles.quiet}>{handoverWords.number(line.registrationNumber)}</p>
          {act[0] !== undefined && <RackField key={act[0].id} line={act[0]} onPlaced={props.onPlaced} />}
        </header>
        {props.reminds && act[0] !== undefined && <ReminderPart key={`${act[0].id}/remind`} line={act[0]} />}
        {!mailed && (
          <ActPapers act={act} companions={props.companions} onAdd={props.onAdd} onRemove={props.onRemove} />
        )}
        <section className={styles.part} ref={receiverPart} aria-label={handoverWords.receiver}>
          <h3 className={styles.partTitle}>{handoverWords.receiver}</h3>
          <Segmented
            wide
            label={handoverWords.receiver}
            tabs={[
              ...(canMail(view, delivery) ? [{ key: 'email', name: handoverWords.byEmail }] : []),
              { key: 'holder', name: handoverWords.holderSelf },
              { key: 'proxy', name: handoverWords.proxy },
            ]}
            current={receiver.who}
            onChange={(who) => set({ who: who as Receiver['who'], checked: false })}
          />
          {proxy && (
            <>
              <TextField
                label={handoverWords.receiverName}
                hint={handoverWords.receiverNameHint}
                value={receiver.name}
                onChange={(name) => set({ name })}
                error={missing(receiver.name, handoverWords.receiverNameNeeded)}
              />
              <TextField
                label={handoverWords.relation}
                hint={handoverWords.relationHint}
                value={receiver.relation}
                maxLength={64}
                onChange={(relation) => set({ relation })}
                error={missing(receiver.relation, handoverWords.relationNeeded)}
              />
              <NikField
                label={handoverWords.receiverNik}
                value={receiver.nik}
                onChange={(nik) => set({ nik })}
                check={nikSentence}
              />
            </>
          )}
          {mailed && (
            <p className={styles.quiet}>
              {handoverWords.emailTo}: <strong>{view.applicant.email}</strong>. {handoverWords.emailNote}
            </p>
          )}
          {!mailed && (
            <>
              <SelectField
                label={proxy ? handoverWords.cardOfProxy : handoverWords.card}
                value={receiver.card}
                options={identityCards.map((value) => ({ value, label: identityCardLabel(value) }))}
                onChange={(value) => {
                  const card = identityCards.find((one) => one === value)
                  if (card !== undefined) set({ card, checked: false })
                }}
              />
              <CheckboxField
                label={(proxy ? handoverWords.identityProxy : handoverWords.identity)(
                  identityCardLabel(receiver.card),
                )}
                note={identityNote(view)}
                checked={receiver.checked}
                onChange={(checked) => set({ checked })}
              />
            </>
          )}
        </section>
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
          </>
        )}
        {form.refusal !== undefined && (
          <Banner
            tone="red"
            actions={
              <Button size="row" onPress={onReload}>
                {handoverWords.reload}
              </Button>
            }
          >
            {form.refusal}
          </Banner>
        )}
      </div>
      <div className={styles.foot}>
        <Button
          rank="main"
          wide={lacking === undefined}
          kbd="Ctrl+Enter"
          busy={form.busy}
          reason={
            lacking !== undefined ? (
              <TextLink onPress={form.toLacking}>{handoverWords.lacking[lacking]}</TextLink>
            ) : undefined
          }
          onPress={form.handOver}
          onBlocked={form.toLacking}
        >
          {mailed
            ? handoverWords.recordEmail
            : act.length > 1
              ? handoverWords.handOverAll(figure(act.length))
              : handoverWords.handOver}
        </Button>
        <p className={styles.paperNote}>{mailed ? handoverWords.emailPaper : handoverWords.paper}</p>
      </div>
    </>
  )
}

/** What the KTP on the counter must say: the end of the NIK and the day of birth. */
function identityNote({ applicant }: DossierView): string {
  if (applicant.nik === null || applicant.birthDate === null) return handoverWords.identityUnknown
  return handoverWords.identityNote(applicant.nik.slice(-4), longDate(applicant.birthDate))
}
