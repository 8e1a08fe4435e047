import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import type { Result } from '#domain/result.ts'
import type { DossierWorkRefusal } from '#domain/wording/dossier-work-refusal.ts'
import { useTRPCClient } from '../../lib/api-client.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { handoverWords } from '../../locales/handover.ts'
import { secondWords } from '../../locales/second-originals.ts'
import { showToast } from '../../ui/toast.tsx'
import { useKept } from '../../lib/kept.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useRefusalWords, useShowDossier } from './use-dossier.ts'

interface PrintDialogProps {
  view: DossierView
  onClose: () => void
}

/** The receipt once more, marked CETAK ULANG with its reason. */
export function ReprintDialog(props: PrintDialogProps) {
  const { id, registrationNumber, holderName } = props.view.line
  const client = useTRPCClient()
  return (
    <PrintWithWords
      {...props}
      keptAs={`${id}/reprint`}
      title={dossierWords.reprint}
      sentence={dossierWords.reprintSentence(registrationNumber, holderName)}
      label={dossierWords.reprintReason}
      hint={dossierWords.reprintReasonHint}
      missing={dossierWords.reprintReasonNeeded}
      done={dossierWords.reprintAsked}
      print={(reason) =>
        client.dossiers.reprintReceipt.mutate({ applicationId: id, printerId: null, reason })
      }
    />
  )
}

/** The receipt of the handover, or of papers given back, once more. */
export function HandoverReprintDialog(props: PrintDialogProps & { jobId: string }) {
  const words = handoverWords.reprint
  const { id, holderName } = props.view.line
  const client = useTRPCClient()
  return (
    <PrintWithWords
      {...props}
      keptAs={`${id}/reprint-handover`}
      title={words.title}
      sentence={words.sentence(holderName)}
      label={words.reason}
      hint={words.hint}
      missing={words.missing}
      done={words.asked}
      print={(reason) =>
        client.dossiers.reprintHandover.mutate({
          applicationId: id,
          jobId: props.jobId,
          printerId: null,
          reason,
        })
      }
    />
  )
}

/** A SALINAN of the signed paper, marked with what it is for. */
export function CopyDialog(props: PrintDialogProps) {
  const words = secondWords.copy
  const { line, product } = props.view
  const client = useTRPCClient()
  return (
    <PrintWithWords
      {...props}
      keptAs={`${line.id}/copy`}
      title={words.title}
      sentence={words.sentence(product?.number ?? line.registrationNumber, line.holderName)}
      label={words.purpose}
      hint={words.purposeHint}
      missing={words.purposeMissing}
      done={words.asked}
      maxLength={longestPurpose}
      print={(purpose) =>
        client.dossiers.printCopy.mutate({
          applicationId: line.id,
          printerId: null,
          purpose,
        })
      }
    />
  )
}

/** As much as stands in the band. */
const longestPurpose = 60

interface PrintWithWordsProps extends PrintDialogProps {
  keptAs: string
  title: string
  sentence: string
  label: string
  hint: string
  missing: string
  maxLength?: number
  /** Absent: nothing is lost by it. */
  destructive?: boolean
  /** Told once the sheet is asked for. */
  done: string
  print: (words: string) => Promise<Result<DossierView, DossierWorkRefusal>>
}

/** An act, mostly a sheet, that is not done without a word on why or what for; what was typed outlives the dialog. */
export function PrintWithWords(props: PrintWithWordsProps) {
  const { view, onClose, title, missing } = props
  const say = useRefusalWords(view)
  const show = useShowDossier()
  const typed = useKept(props.keptAs, '')
  const [refusal, setRefusal] = useState<string>()
  const [refusals, setRefusals] = useState(0)
  const refuse = (sentence: string) => {
    setRefusal(sentence)
    setRefusals(refusals + 1)
  }
  const printing = useMutation({
    mutationFn: props.print,
    onSuccess: (answer) => {
      if (!answer.ok) return refuse(say(answer.refusal))
      typed.forget()
      show(answer.value)
      showToast(props.done)
      onClose()
    },
    onError: () => refuse(dossierWords.actFailed),
  })
  const print = () => {
    if (typed.value.trim() === '') return refuse(missing)
    printing.mutate(typed.value)
  }
  return (
    <ReasonDialog
      title={title}
      sentence={props.sentence}
      action={title}
      destructive={props.destructive === true}
      busy={printing.isPending}
      refusals={refusals}
      reason={{
        label: props.label,
        hint: props.hint,
        value: typed.value,
        error: refusal,
        ...(props.maxLength !== undefined && { maxLength: props.maxLength }),
      }}
      onReason={(text) => {
        typed.set(text)
        setRefusal(undefined)
      }}
      onAct={print}
      onClose={onClose}
    />
  )
}
