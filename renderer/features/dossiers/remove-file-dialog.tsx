import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { sayCorrectionRefusal } from '#domain/wording/corrections.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useKept } from '../../lib/kept.ts'
import { useOffice } from '../../lib/session.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { Banner } from '../../ui/banner.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { Paper, PaperDocument } from './papers.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useShowDossier } from './use-dossier.ts'

interface RemoveFileDialogProps {
  view: DossierView
  paper: Paper
  document: PaperDocument
  onClose: () => void
}

const words = dossierWords.removal

/** Erases another person's file: why, and a supervisor who agrees at this window, unless it is one who acts. */
export function RemoveFileDialog({ view, paper, document, onClose }: RemoveFileDialogProps) {
  const { timeZone } = useOffice()
  const show = useShowDossier()
  const reason = useKept(`${view.line.id}/${document.id}/remove`, '')
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [told, setTold] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [refusals, setRefusals] = useState(0)
  const asksConsent = !view.intake.consents
  // The same content is erased wherever it stands in this dossier.
  const others = view.requirements.flatMap(({ code, label, documents }) =>
    code !== paper.requirement.code && documents.some((one) => one.sha256 === document.sha256) ? [label] : [],
  )
  const removing = useMutation(
    useTRPC().corrections.removeFile.mutationOptions({
      onSuccess: (answer) => {
        setPassword('')
        if (!answer.ok) return setRefusal(sayCorrectionRefusal(answer.refusal, timeZone))
        reason.forget()
        show(answer.value)
        showToast(words.done)
        onClose()
      },
      onError: () => setRefusal(dossierWords.actFailed),
    }),
  )
  const missing = (text: string, sentence: string) => (told && text.trim() === '' ? sentence : undefined)
  const remove = () => {
    if (removing.isPending) return
    setRefusal(undefined)
    setTold(true)
    const lacks = [reason.value, ...(asksConsent ? [username, password] : [])].some(
      (one) => one.trim() === '',
    )
    if (lacks) return setRefusals(refusals + 1)
    removing.mutate({
      applicationId: view.line.id,
      documentId: document.id,
      reason: reason.value,
      consent: asksConsent ? { username: username.trim(), password } : null,
    })
  }
  return (
    <ReasonDialog
      width={560}
      destructive
      title={words.title}
      sentence={words.sentence(document.fileName, paper.label, view.line.holderName)}
      action={words.act}
      busy={removing.isPending}
      refusals={refusals}
      reason={{
        label: words.reason,
        hint: words.reasonHint,
        value: reason.value,
        error: missing(reason.value, words.reasonNeeded),
      }}
      onReason={reason.set}
      notice={
        others.length > 0 && (
          <Banner tone="amber" framed>
            {words.alsoAt(others)}
          </Banner>
        )
      }
      onAct={remove}
      onClose={onClose}
    >
      <>
        {asksConsent && (
          <>
            <TextField
              label={words.username}
              value={username}
              autoComplete="off"
              maxLength={64}
              error={missing(username, words.consentNeeded)}
              onChange={setUsername}
            />
            <PasswordField
              label={words.password}
              value={password}
              autoComplete="off"
              maxLength={256}
              error={missing(password, words.consentNeeded)}
              onChange={setPassword}
            />
          </>
        )}
        {refusal !== undefined && (
          <Banner tone="red" framed>
            {refusal}
          </Banner>
        )}
      </>
    </ReasonDialog>
  )
}
