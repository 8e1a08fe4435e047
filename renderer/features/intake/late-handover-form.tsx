import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { OpenEndView } from '#contract/handover.ts'
import { identityCards, type IdentityCard } from '#domain/identity-seen.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { identityCardLabel } from '#domain/wording/identity.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { pageMoment } from '../../lib/format.ts'
import { useKept } from '../../lib/kept.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { useOfficeWords } from '../../lib/office-words.ts'
import { lacksOriginals, originalAnswers } from '../../lib/originals.ts'
import type { OriginalForms } from '../../lib/originals.ts'
import { useOffice } from '../../lib/session.ts'
import { lateWords as words } from '../../locales/late-entry.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, TextLink } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DateField, TimeField } from '../../ui/date-field.tsx'
import { NikField } from '../../ui/masked-field.tsx'
import { OriginalAnswers } from '../../ui/original-answers.tsx'
import { ActionBar } from '../../ui/panel.tsx'
import { ComboboxField, SelectField } from '../../ui/select-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import type { TypedConsent } from './consent-dialog.tsx'
import { Field, FieldPanel, focusField } from './field.tsx'
import styles from './intake.module.css'

interface LateHandover {
  readonly id: string
  readonly lateDay: string
  readonly lateTime: string
  readonly reason: string
  readonly who: 'holder' | 'proxy'
  readonly name: string
  readonly relation: string
  readonly nik: string
  readonly card: IdentityCard
  readonly seen: boolean
  readonly originals: OriginalForms
}

const emptyHandover: LateHandover = {
  id: '',
  lateDay: '',
  lateTime: '',
  reason: '',
  who: 'holder',
  name: '',
  relation: '',
  nik: '',
  card: 'ktp',
  seen: false,
  originals: {},
}

const anchors = {
  document: 'targetPermitId',
  day: 'lateDay',
  time: 'lateTime',
  reason: 'lateReason',
  receiver: 'representativeName',
  card: 'identityKind',
  originals: 'documents',
} as const
type Lack = keyof typeof anchors

function lackOf(typed: LateHandover, line: OpenEndView | undefined): Lack | undefined {
  const isProxy = typed.who === 'proxy'
  if (line === undefined) return 'document'
  if (typed.lateDay.trim() === '') return 'day'
  if (typed.lateTime.trim() === '') return 'time'
  if (typed.reason.trim() === '') return 'reason'
  if (isProxy && (typed.name.trim() === '' || typed.relation.trim() === '')) return 'receiver'
  if (!typed.seen) return 'card'
  return lacksOriginals(typed.originals, line.originals) ? 'originals' : undefined
}

const orderOf = (typed: LateHandover, line: OpenEndView) => ({
  applicationId: line.id,
  lateDay: typed.lateDay,
  lateTime: typed.lateTime,
  reason: typed.reason.trim(),
  receivedBy: typed.who === 'holder' ? line.holderName : typed.name.trim(),
  relation: typed.who === 'holder' ? 'self' : typed.relation.trim(),
  receiverNik: typed.who === 'holder' || typed.nik.trim() === '' ? null : typed.nik.trim(),
  identity: { card: typed.card, letterOfAuthority: typed.who === 'proxy' },
  originals: originalAnswers(typed.originals, line.originals),
})

/** Which document, when, to whom and why it is recorded later; saved with a supervisor's consent. */
export function LateHandoverForm({ lines }: { lines: readonly OpenEndView[] }) {
  const [, navigate] = useLocation()
  const root = useRef<HTMLDivElement>(null)
  const kept = useKept<LateHandover>('late-handover', emptyHandover)
  const typed = kept.value
  const set = (change: Partial<LateHandover>) => kept.set({ ...typed, ...change })
  const [tried, setTried] = useState(false)
  const saving = useLateHandover(() => kept.forget())
  const line = lines.find(({ id }) => id === typed.id)
  const lack = lackOf(typed, line)
  const goLack = () => {
    setTried(true)
    if (lack !== undefined) focusField(root.current, anchors[lack])
  }
  const save = () => (lack === undefined ? saving.ask() : goLack())
  useShortcuts([
    { keys: 'Ctrl+Enter', label: words.keys.save, run: save },
    { keys: 'Escape', label: words.keys.close, run: () => navigate('/') },
  ])
  return (
    <>
      <div className={styles.scroll} ref={root}>
        {saving.refused !== undefined && (
          <Banner framed tone="red">
            {saving.refused}
          </Banner>
        )}
        <WhatAndWhen typed={typed} lines={lines} line={line} onChange={set} />
        <ReceiverPanel typed={typed} onChange={set} />
        {line !== undefined && line.originals.length > 0 && (
          <FieldPanel title={words.originals} note={words.originalsNote}>
            <Field name="documents" size="whole">
              <OriginalAnswers
                originals={line.originals}
                forms={typed.originals}
                tried={tried}
                onChange={(originals) => set({ originals })}
              />
            </Field>
          </FieldPanel>
        )}
      </div>
      <ActionBar>
        <Button
          rank="main"
          kbd="Ctrl+Enter"
          busy={saving.busy}
          onPress={save}
          onBlocked={goLack}
          reason={
            lack === undefined ? undefined : (
              <>
                {words.lacking}
                <TextLink onPress={goLack}>{words.lacks[lack]}</TextLink>.
              </>
            )
          }
        >
          {words.saveHandover}
        </Button>
      </ActionBar>
      <ConsentDialog
        opened={saving.asking}
        sentence={words.consentSentenceHandover(`${typed.lateDay} pukul ${typed.lateTime}`)}
        busy={saving.busy}
        refused={saving.consentRefused}
        onEdit={saving.edit}
        onClose={saving.cancel}
        onConsent={(consent) => line !== undefined && saving.save({ ...orderOf(typed, line), consent })}
      />
    </>
  )
}

interface PanelProps {
  typed: LateHandover
  onChange: (change: Partial<LateHandover>) => void
}

interface WhatAndWhenProps extends PanelProps {
  lines: readonly OpenEndView[]
  /** The paper that was chosen. */
  line: OpenEndView | undefined
}

/** Which paper went out, when, and why it is written down only now. */
function WhatAndWhen({ typed, lines, line, onChange: set }: WhatAndWhenProps) {
  const { timeZone } = useOffice()
  const today = officeDateOf(pageMoment(), timeZone)
  return (
    <FieldPanel title={words.handoverTitle} note={words.handoverNote}>
      <Field name="targetPermitId" size="whole">
        <ComboboxField
          label={words.document}
          hint={words.documentHint}
          value={line?.id ?? null}
          onChange={(id) => set({ id })}
          options={lines.map((one) => ({
            value: one.id,
            label: `${one.holderName}, ${one.productNumber ?? one.registrationNumber}`,
            note: one.registrationNumber,
            keywords: one.permitTypeCode,
          }))}
        />
      </Field>
      <Field name="lateDay" size="w6">
        <DateField
          label={words.handoverDay}
          value={typed.lateDay}
          onChange={(lateDay) => set({ lateDay })}
          latest={today}
          today={today}
        />
      </Field>
      <Field name="lateTime" size="w4">
        <TimeField
          label={words.handoverTime}
          value={typed.lateTime}
          onChange={(lateTime) => set({ lateTime })}
        />
      </Field>
      <Field name="lateReason" size="w14">
        <TextField
          label={words.reason}
          hint={words.reasonHint}
          value={typed.reason}
          onChange={(reason) => set({ reason })}
          maxLength={300}
        />
      </Field>
    </FieldPanel>
  )
}

/** Who took it, and what was seen of them. */
function ReceiverPanel({ typed, onChange: set }: PanelProps) {
  const isProxy = typed.who === 'proxy'
  return (
    <FieldPanel
      title={words.receiver}
      right={
        <Segmented
          label={words.receiver}
          current={typed.who}
          onChange={(who) => set({ who: who === 'proxy' ? 'proxy' : 'holder', seen: false })}
          tabs={[
            { key: 'holder', name: words.holder },
            { key: 'proxy', name: words.proxy },
          ]}
        />
      }
    >
      {isProxy && (
        <>
          <Field name="representativeName" size="w9">
            <TextField
              label={words.receiverName}
              value={typed.name}
              onChange={(name) => set({ name })}
              maxLength={200}
            />
          </Field>
          <Field name="representativeRelation" size="w8">
            <TextField
              label={words.relation}
              hint={words.relationHint}
              value={typed.relation}
              onChange={(relation) => set({ relation })}
              maxLength={64}
            />
          </Field>
          <Field name="nik" size="w7">
            <NikField label={words.receiverNik} value={typed.nik} onChange={(nik) => set({ nik })} />
          </Field>
        </>
      )}
      <Field name="citizenship" size="w8">
        <SelectField
          label={words.card}
          value={typed.card}
          options={identityCards.map((value) => ({ value, label: identityCardLabel(value) }))}
          onChange={(value) => {
            const card = identityCards.find((one) => one === value)
            if (card !== undefined) set({ card, seen: false })
          }}
        />
      </Field>
      <Field name="identityKind" size="whole">
        <CheckboxField
          label={(isProxy ? words.cardSeenProxy : words.cardSeen)(identityCardLabel(typed.card))}
          checked={typed.seen}
          onChange={(seen) => set({ seen })}
        />
      </Field>
    </FieldPanel>
  )
}

type Order = ReturnType<typeof orderOf> & { readonly consent: TypedConsent }

/** Asks for the consent and saves; what concerns the consent is told in its dialog, everything else above the form. */
function useLateHandover(onSaved: () => void) {
  const { timeZone } = useOffice()
  const officeWords = useOfficeWords()
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string>()
  const [consentRefused, setConsentRefused] = useState<string>()
  const enter = useMutation(
    useTRPC().handover.enterLate.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) {
          const sentence = sayDossierRefusal(answer.refusal, officeWords)
          if (answer.refusal.code.startsWith('consent-')) return setConsentRefused(sentence)
          setAsking(false)
          return setRefused(sentence)
        }
        setAsking(false)
        onSaved()
        showToast(words.handoverSaved(answer.value.receivedBy))
      },
      onError: (error) => {
        setAsking(false)
        setRefused(words.failed(faultOf(error, timeZone).code))
      },
    }),
  )
  return {
    asking,
    refused,
    consentRefused,
    busy: enter.isPending,
    ask: () => {
      setRefused(undefined)
      setConsentRefused(undefined)
      setAsking(true)
    },
    cancel: () => setAsking(false),
    edit: () => setConsentRefused(undefined),
    save: (order: Order) => {
      setConsentRefused(undefined)
      enter.mutate(order)
    },
  }
}
