import { useEffect, useRef } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { identityCards } from '#domain/identity-seen.ts'
import { longDate } from '#domain/indonesian.ts'
import { identityCardLabel } from '#domain/wording/identity.ts'
import { useOffice } from '../../lib/session.ts'
import { handoverWords } from '../../locales/handover.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { NikField } from '../../ui/masked-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './handover.module.css'
import { canMail, nikSentence } from './receiver-form.ts'
import type { Receiver } from './receiver-form.ts'

interface ReceiverPartProps {
  view: DossierView
  receiver: Receiver
  tried: boolean
  /** From 1 on the choice of the receiver takes the focus, each time it grows. */
  begun: number
  /** What goes out may be sent by e-mail. */
  mails?: boolean
  /** The station sends the mail itself, and the address stands in a part of its own. */
  sends?: boolean
  /** Papers of several holders: none of them may take those of the others. */
  mixed?: boolean
  /** Papers go home from a dossier: whoever asked is no holder yet. */
  applicant?: boolean
  onChange: (change: Partial<Receiver>) => void
}

/** Who stands at the counter, and the card that was looked at. */
export function ReceiverPart(props: ReceiverPartProps) {
  const {
    view,
    receiver,
    tried,
    begun,
    mails = false,
    sends = false,
    mixed = false,
    applicant = false,
    onChange,
  } = props
  const { delivery } = useOffice()
  const part = useRef<HTMLElement>(null)
  useEffect(() => {
    if (begun > 0) part.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]')?.focus()
  }, [begun])
  const mailed = receiver.who === 'email'
  const proxy = receiver.who === 'proxy'
  const missing = (value: string, sentence: string) => (tried && value.trim() === '' ? sentence : undefined)
  return (
    <section
      className={styles.part}
      ref={part}
      aria-label={handoverWords.receiver}
      data-lacks="identity proxy"
    >
      <h3 className={styles.partTitle}>{handoverWords.receiver}</h3>
      <Segmented
        wide
        label={handoverWords.receiver}
        tabs={[
          ...(mails && canMail(view, delivery, sends) ? [{ key: 'email', name: handoverWords.byEmail }] : []),
          ...(mixed
            ? []
            : [{ key: 'holder', name: applicant ? handoverWords.applicant : handoverWords.holderSelf }]),
          { key: 'proxy', name: handoverWords.proxy },
        ]}
        current={receiver.who}
        onChange={(who) => onChange({ who: who as Receiver['who'], checked: false })}
      />
      {proxy && (
        <>
          <TextField
            label={handoverWords.receiverName}
            hint={handoverWords.receiverNameHint}
            value={receiver.name}
            onChange={(name) => onChange({ name })}
            error={missing(receiver.name, handoverWords.receiverNameNeeded)}
          />
          <TextField
            label={handoverWords.relation}
            hint={handoverWords.relationHint}
            value={receiver.relation}
            maxLength={64}
            onChange={(relation) => onChange({ relation })}
            error={missing(receiver.relation, handoverWords.relationNeeded)}
          />
          <NikField
            label={handoverWords.receiverNik}
            value={receiver.nik}
            onChange={(nik) => onChange({ nik })}
            check={nikSentence}
          />
        </>
      )}
      {mailed && !sends && (
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
              if (card !== undefined) onChange({ card, checked: false })
            }}
          />
          <CheckboxField
            label={(proxy
              ? handoverWords.identityProxy
              : applicant
                ? handoverWords.identityApplicant
                : handoverWords.identity)(identityCardLabel(receiver.card))}
            note={identityNote(view)}
            checked={receiver.checked}
            onChange={(checked) => onChange({ checked })}
          />
        </>
      )}
    </section>
  )
}

/** What the KTP on the counter must say: the end of the NIK and the day of birth. */
function identityNote({ applicant }: DossierView): string {
  if (applicant.nik === null || applicant.birthDate === null) return handoverWords.identityUnknown
  return handoverWords.identityNote(applicant.nik.slice(-4), longDate(applicant.birthDate))
}
