import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { identityCards } from '#domain/identity-seen.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { identityCardLabel } from '#domain/wording/identity.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useKept } from '../../lib/kept.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
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
import { paperOf } from './ready-table.tsx'
import { canMail, firstReceiver, lackingOf, nikSentence, receiverOrder } from './receiver-form.ts'
import type { Receiver } from './receiver-form.ts'

export interface Handed {
  applicationId: string
  name: string
  paper: string
  receivedBy: string
  at: Instant
  jobId: string | null
}

interface HandoverPaneProps {
  id: string
  /** From 1 on: the work on it begins, and the form takes the focus each time it grows. */
  begun: number
  onHanded: (handed: Handed) => void
}

/** The permit chosen: who stands at the counter, what was checked, and the handing over. */
export function HandoverPane({ id, begun, onHanded }: HandoverPaneProps) {
  const trpc = useTRPC()
  const dossier = useQuery(trpc.dossiers.get.queryOptions({ id }))
  if (dossier.data !== undefined)
    return (
      <HandoverForm
        key={id}
        view={dossier.data}
        begun={begun}
        onHanded={onHanded}
        onReload={() => void dossier.refetch()}
      />
    )
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

interface HandoverFormProps {
  view: DossierView
  begun: number
  onHanded: (handed: Handed) => void
  onReload: () => void
}

function HandoverForm({ view, begun, onHanded, onReload }: HandoverFormProps) {
  const form = useHandover(view, onHanded)
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
        </header>
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
        {!mailed && (
          <section className={styles.part} aria-label={handoverWords.bring}>
            <h3 className={styles.partTitle}>{handoverWords.bring}</h3>
            <p className={styles.quiet}>{proxy ? handoverWords.bringProxy : handoverWords.bringHolder}</p>
            <p className={styles.quiet}>
              {line.kind === 'renewal' ? handoverWords.bringRenewal : handoverWords.noOldPermit}
            </p>
          </section>
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
              <TextLink onPress={form.toLacking}>
                {lacking === 'identity' ? handoverWords.identityNeeded : handoverWords.proxyNeeded}
              </TextLink>
            ) : undefined
          }
          onPress={form.handOver}
          onBlocked={form.toLacking}
        >
          {mailed ? handoverWords.recordEmail : handoverWords.handOver}
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

function useHandover(view: DossierView, onHanded: (handed: Handed) => void) {
  const { id } = view.line
  const trpc = useTRPC()
  const words = useOfficeWords()
  const { delivery } = useOffice()
  const kept = useKept<Receiver>(`${id}/receiver`, firstReceiver(view, delivery))
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const receiver = kept.value
  const lacking = lackingOf(receiver)
  const order = receiverOrder(view, receiver)
  const handing = useMutation(
    trpc.handover.handOver.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return setRefusal(sayDossierRefusal(answer.refusal, words))
        kept.forget()
        const { at, receivedBy, jobId } = answer.value
        onHanded({
          applicationId: id,
          name: view.line.holderName,
          paper: paperOf(view.line),
          receivedBy,
          at,
          jobId,
        })
      },
      onError: () => setRefusal(handoverWords.actFailed),
    }),
  )
  const toLacking = () => {
    setTried(true)
    const pane = document.querySelector(`.${styles.part}`)
    const empty = [...(pane?.querySelectorAll<HTMLInputElement>('input') ?? [])].find((input) =>
      input.type === 'checkbox' ? !input.checked : input.value === '' && lacking === 'proxy',
    )
    empty?.focus()
  }
  const handOver = () => {
    if (handing.isPending) return
    if (lacking !== undefined) return toLacking()
    setRefusal(undefined)
    handing.mutate({ applicationId: id, ...order, printerId: null })
  }
  useShortcuts([{ keys: 'Ctrl+Enter', label: handoverWords.handOver, run: handOver }])
  return {
    receiver,
    set: (change: Partial<Receiver>) => kept.set({ ...receiver, ...change }),
    lacking,
    toLacking,
    tried,
    refusal,
    handOver,
    busy: handing.isPending,
  }
}
