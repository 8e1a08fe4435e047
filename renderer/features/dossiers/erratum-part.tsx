import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Result } from '#domain/result.ts'
import type { DossierWorkRefusal } from '#domain/wording/dossier-work-refusal.ts'
import { useTRPCClient } from '../../lib/api-client.ts'
import { useKept } from '../../lib/kept.ts'
import { useUser } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { errataWords as words } from '../../locales/errata.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './dossiers.module.css'
import { useMomentWords, useRefusalWords, useShowDossier } from './use-dossier.ts'

type Dialog = 'ask' | 'approve' | 'decline'

/** *Ralat* of a permit: what was found wrong on paper, what the signer says, and the versions that bear the error. */
export function ErratumPart({ view, onFile }: { view: DossierView; onFile: (sha256: string) => void }) {
  const { permissions } = useUser()
  const moment = useMomentWords()
  const [dialog, setDialog] = useState<Dialog>()
  const { errata, erratumRefusal, formerVersions } = view
  const mayAsk =
    erratumRefusal === null && (permissions.includes('print-desk') || permissions.includes('intake'))
  if (errata.length === 0 && !mayAsk) return null
  const waiting = errata.find((one) => one.mayAnswer)
  const close = () => setDialog(undefined)
  return (
    <section aria-label={words.title}>
      <PanelHead title={words.title} dense line />
      <ul className={styles.jobs}>
        {errata.map((one) => (
          <li key={one.id} className={styles.job}>
            <span className={styles.outputName}>
              {words.line(one.ordinal, one.askedBy, moment(one.askedAt))}
            </span>
            <span className={styles.outputNote}>{one.reason}</span>
            <span className={styles.quiet}>
              {one.statement === null ? words.back : words.missing(one.statement)} ·{' '}
              {one.answer === null
                ? words.waits
                : words[one.answer.kind](one.answer.by, moment(one.answer.at))}
            </span>
            {one.answer?.reason && <span className={styles.outputNote}>{one.answer.reason}</span>}
          </li>
        ))}
        {formerVersions.map((one) => (
          <li key={one.productId} className={styles.job}>
            <span className={styles.outputName}>
              {words.former} {one.number}
            </span>
            <span className={styles.quiet}>
              {words.formerLine(one.signedBy, one.signedOn === null ? null : longDate(one.signedOn))}
            </span>
            {one.fileSha256 !== null && (
              <Button size="row" onPress={() => onFile(one.fileSha256 ?? '')}>
                {words.openFormer}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {view.erratumAtWork && <p className={styles.padded}>{words.atWork}</p>}
      <div className={styles.padded}>
        {waiting !== undefined && (
          <>
            <Button size="row" onPress={() => setDialog('approve')}>
              {words.approve}
            </Button>{' '}
            <Button size="row" onPress={() => setDialog('decline')}>
              {words.decline}
            </Button>
          </>
        )}
        {mayAsk && (
          <Button size="row" onPress={() => setDialog('ask')}>
            {words.ask}
          </Button>
        )}
      </div>
      {dialog === 'ask' && <AskDialog view={view} onClose={close} />}
      {dialog === 'approve' && waiting !== undefined && (
        <ApproveDialog view={view} erratumId={waiting.id} onClose={close} />
      )}
      {dialog === 'decline' && waiting !== undefined && (
        <DeclineDialog view={view} erratumId={waiting.id} onClose={close} />
      )}
    </section>
  )
}

interface DialogProps {
  view: DossierView
  onClose: () => void
}

/** One call about the dossier; a refusal is told where it was asked. */
function useErratumCall({ view, onClose }: DialogProps, done: string, onRefused: (sentence: string) => void) {
  const say = useRefusalWords(view)
  const show = useShowDossier()
  return useMutation({
    mutationFn: (call: () => Promise<Result<DossierView, DossierWorkRefusal>>) => call(),
    onSuccess: (answer) => {
      if (!answer.ok) return onRefused(say(answer.refusal))
      show(answer.value)
      showToast(done)
      onClose()
    },
    onError: () => onRefused(dossierWords.actFailed),
  })
}

const namesOf = ({ line, product }: DossierView) =>
  [product?.number ?? line.registrationNumber, line.holderName] as const

function AskDialog(props: DialogProps) {
  const { view } = props
  const { id } = view.line
  const client = useTRPCClient()
  const reason = useKept(`${id}/erratum`, '')
  const [erratumId] = useState(() => crypto.randomUUID())
  const [sheet, setSheet] = useState('back')
  const [statement, setStatement] = useState('')
  const [refusal, setRefusal] = useState<{ field: 'reason' | 'statement'; sentence: string }>()
  const [refusals, setRefusals] = useState(0)
  const refuse = (field: 'reason' | 'statement', sentence: string) => {
    setRefusal({ field, sentence })
    setRefusals(refusals + 1)
  }
  const asking = useErratumCall(props, words.asked, (sentence) => refuse('reason', sentence))
  const errorOf = (field: 'reason' | 'statement') => (refusal?.field === field ? refusal.sentence : undefined)
  const ask = () => {
    if (reason.value.trim() === '') return refuse('reason', words.reasonMissing)
    const sheetBack = sheet === 'back'
    if (!sheetBack && statement.trim() === '') return refuse('statement', words.statementMissing)
    const order = { applicationId: id, erratumId, reason: reason.value, sheetBack, statement }
    asking.mutate(async () => {
      const answer = await client.errata.ask.mutate(order)
      if (answer.ok) reason.forget()
      return answer
    })
  }
  return (
    <ReasonDialog
      title={words.ask}
      sentence={words.askSentence(...namesOf(view))}
      action={words.ask}
      width={560}
      busy={asking.isPending}
      refusals={refusals}
      reason={{
        label: words.reason,
        hint: words.reasonHint,
        value: reason.value,
        error: errorOf('reason'),
        rows: 2,
      }}
      onReason={(text) => {
        reason.set(text)
        setRefusal(undefined)
      }}
      onAct={ask}
      onClose={props.onClose}
    >
      <Segmented
        label={words.sheet}
        wide
        tabs={[
          { key: 'back', name: words.sheetBack },
          { key: 'missing', name: words.sheetMissing },
        ]}
        current={sheet}
        onChange={setSheet}
      />
      {sheet === 'missing' && (
        <TextField
          label={words.statement}
          hint={words.statementHint}
          value={statement}
          maxLength={300}
          error={errorOf('statement')}
          onChange={(text) => {
            setStatement(text)
            setRefusal(undefined)
          }}
        />
      )}
    </ReasonDialog>
  )
}

interface AnswerProps extends DialogProps {
  erratumId: string
}

function ApproveDialog(props: AnswerProps) {
  const { view, erratumId, onClose } = props
  const client = useTRPCClient()
  const [refusal, setRefusal] = useState<string>()
  const answering = useErratumCall(props, words.done.approved, setRefusal)
  const order = { applicationId: view.line.id, erratumId, approves: true, reason: '' }
  return (
    <ConfirmDialog
      opened
      title={words.approve}
      sentence={words.approveSentence(...namesOf(view))}
      action={words.approve}
      busy={answering.isPending}
      onClose={onClose}
      onConfirm={() => answering.mutate(() => client.errata.answer.mutate(order))}
      reason={refusal}
    />
  )
}

function DeclineDialog(props: AnswerProps) {
  const { view, erratumId, onClose } = props
  const client = useTRPCClient()
  const reason = useKept(`${view.line.id}/decline-erratum`, '')
  const [refusal, setRefusal] = useState<string>()
  const [refusals, setRefusals] = useState(0)
  const refuse = (sentence: string) => {
    setRefusal(sentence)
    setRefusals(refusals + 1)
  }
  const answering = useErratumCall(props, words.done.declined, refuse)
  const decline = () => {
    if (reason.value.trim() === '') return refuse(words.declineMissing)
    const order = { applicationId: view.line.id, erratumId, approves: false, reason: reason.value }
    answering.mutate(async () => {
      const answer = await client.errata.answer.mutate(order)
      if (answer.ok) reason.forget()
      return answer
    })
  }
  return (
    <ReasonDialog
      title={words.decline}
      sentence={words.declineSentence(...namesOf(view))}
      action={words.decline}
      busy={answering.isPending}
      refusals={refusals}
      reason={{
        label: words.declineReason,
        hint: words.declineHint,
        value: reason.value,
        error: refusal,
      }}
      onReason={(text) => {
        reason.set(text)
        setRefusal(undefined)
      }}
      onAct={decline}
      onClose={onClose}
    />
  )
}
