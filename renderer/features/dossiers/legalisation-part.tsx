import { IconRubberStamp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import type { LegalisationView } from '#contract/legalisations.ts'
import type { Result } from '#domain/result.ts'
import type { DossierWorkRefusal } from '#domain/wording/dossier-work-refusal.ts'
import { useTRPCClient } from '../../lib/api-client.ts'
import { useUser } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { legalisationWords as words } from '../../locales/legalisations.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { PanelHead } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './dossiers.module.css'
import { PrintWithWords } from './reprint-dialog.tsx'
import { useMomentWords, useRefusalWords, useShowDossier } from './use-dossier.ts'

type Legalisations = NonNullable<DossierView['legalisation']>
type Asked =
  { act: 'make' } | { act: 'again'; line: LegalisationView } | { act: 'void'; line: LegalisationView }

/** *Legalisir*: photocopies of this permit that were legalised, and further ones; nothing where the office does none. */
export function LegalisationPart({ view }: { view: DossierView }) {
  const { permissions } = useUser()
  const [asked, setAsked] = useState<Asked>()
  const { legalisation } = view
  const mayAct = permissions.includes('handover') || permissions.includes('print-desk')
  if (legalisation === null || (view.product?.kind !== 'permit' && legalisation.made.length === 0))
    return null
  const close = () => setAsked(undefined)
  const { refusal, made } = legalisation
  return (
    <section aria-label={words.title}>
      <PanelHead title={words.title} dense line />
      {made.length === 0 && refusal === null && <p className={styles.padded}>{words.none}</p>}
      <ul className={styles.jobs}>
        {made.map((line) => (
          <LegalisationLine
            key={line.id}
            line={line}
            mayAct={mayAct}
            mayPrint={refusal === null}
            onAsk={setAsked}
          />
        ))}
      </ul>
      {refusal !== null && <p className={styles.padded}>{refusal}</p>}
      {refusal === null && mayAct && (
        <div className={styles.padded}>
          <Button size="row" icon={IconRubberStamp} onPress={() => setAsked({ act: 'make' })}>
            {words.make}
          </Button>
        </div>
      )}
      {asked?.act === 'make' && <MakeDialog view={view} legalisation={legalisation} onClose={close} />}
      {asked?.act === 'again' && <AgainDialog view={view} line={asked.line} onClose={close} />}
      {asked?.act === 'void' && <VoidDialog view={view} line={asked.line} onClose={close} />}
    </section>
  )
}

interface LineProps {
  line: LegalisationView
  mayAct: boolean
  mayPrint: boolean
  onAsk: (asked: Asked) => void
}

function LegalisationLine({ line, mayAct, mayPrint, onAsk }: LineProps) {
  const moment = useMomentWords()
  const { voided } = line
  return (
    <li className={styles.job}>
      <span className={styles.outputName}>{words.line(line.number, line.copies)}</span>
      <span className={styles.quiet}>
        {words.made(line.by, moment(line.at))} · {words.signer(line.signer)}
      </span>
      {voided !== null && (
        <span className={styles.outputNote}>{words.voided(voided.by, moment(voided.at), voided.reason)}</span>
      )}
      {voided === null && mayAct && (
        <span className={styles.sheetActs}>
          {mayPrint && (
            <Button
              size="row"
              label={words.againOf(line.number)}
              onPress={() => onAsk({ act: 'again', line })}
            >
              {words.again}
            </Button>
          )}
          <Button
            size="row"
            rank="destructive"
            label={words.voidOf(line.number)}
            onPress={() => onAsk({ act: 'void', line })}
          >
            {words.void}
          </Button>
        </span>
      )}
    </li>
  )
}

interface DialogProps {
  view: DossierView
  onClose: () => void
}

function MakeDialog({ view, legalisation, onClose }: DialogProps & { legalisation: Legalisations }) {
  const client = useTRPCClient()
  const say = useRefusalWords(view)
  const show = useShowDossier()
  const [legalisationId] = useState(() => crypto.randomUUID())
  const [copies, setCopies] = useState('')
  const [originalSeen, setOriginalSeen] = useState(false)
  const [seen, setSeen] = useState(legalisation.made.length)
  const [refusal, setRefusal] = useState<{ of: 'copies' | 'original'; sentence: string }>()
  const [refusals, setRefusals] = useState(0)
  const refuse = (of: 'copies' | 'original', sentence: string) => {
    setRefusal({ of, sentence })
    setRefusals((count) => count + 1)
  }
  const making = useMutation({
    mutationFn: (): Promise<Result<DossierView, DossierWorkRefusal>> =>
      client.legalisations.make.mutate({
        applicationId: view.line.id,
        legalisationId,
        copies,
        originalSeen,
        seen,
        printerId: null,
      }),
    onSuccess: (answer) => {
      if (answer.ok) {
        show(answer.value)
        const number = answer.value.legalisation?.made.find((one) => one.id === legalisationId)?.number
        showToast(words.done(number ?? ''))
        return onClose()
      }
      // Whoever has read of the colleague's may go on.
      if (answer.refusal.code === 'legalisation-meanwhile') setSeen((count) => count + 1)
      const isOriginal = answer.refusal.code === 'legalisation-original-unseen'
      refuse(isOriginal ? 'original' : 'copies', say(answer.refusal))
    },
    onError: () => refuse('copies', dossierWords.actFailed),
  })
  const errorOf = (of: 'copies' | 'original') => (refusal?.of === of ? refusal.sentence : undefined)
  const { line, product } = view
  return (
    <ReasonDialog
      title={words.make}
      sentence={words.makeSentence(product?.number ?? '', line.holderName, legalisation.side)}
      action={words.make}
      width={560}
      busy={making.isPending}
      refusals={refusals}
      reason={{
        label: words.copies,
        hint: words.copiesHint(legalisation.mostCopies),
        value: copies,
        error: errorOf('copies'),
        maxLength: 3,
      }}
      onReason={(text) => {
        setCopies(text)
        setRefusal(undefined)
      }}
      onAct={() => making.mutate()}
      onClose={onClose}
    >
      <div data-refused={errorOf('original') === undefined ? undefined : true}>
        <CheckboxField
          label={words.originalSeen}
          note={words.originalSeenNote}
          checked={originalSeen}
          error={errorOf('original')}
          onChange={(checked) => {
            setOriginalSeen(checked)
            setRefusal(undefined)
          }}
        />
      </div>
    </ReasonDialog>
  )
}

interface LineDialogProps extends DialogProps {
  line: LegalisationView
}

function AgainDialog({ view, line, onClose }: LineDialogProps) {
  const client = useTRPCClient()
  const order = { applicationId: view.line.id, legalisationId: line.id, printerId: null }
  return (
    <PrintWithWords
      view={view}
      onClose={onClose}
      keptAs={`${line.id}/legalise-again`}
      title={words.again}
      sentence={words.againSentence(line.number)}
      label={words.againReason}
      hint={words.againHint}
      missing={dossierWords.reprintReasonNeeded}
      done={words.againDone}
      print={(reason) => client.legalisations.reprint.mutate({ ...order, reason })}
    />
  )
}

function VoidDialog({ view, line, onClose }: LineDialogProps) {
  const client = useTRPCClient()
  const order = { applicationId: view.line.id, legalisationId: line.id }
  return (
    <PrintWithWords
      view={view}
      onClose={onClose}
      keptAs={`${line.id}/void-legalisation`}
      title={words.voidTitle}
      sentence={words.voidSentence(line.number)}
      label={words.voidReason}
      hint={words.voidHint}
      missing={words.voidMissing}
      done={words.voidDone(line.number)}
      destructive
      print={(reason) => client.legalisations.void.mutate({ ...order, reason })}
    />
  )
}
