import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { mediaTypes } from '#domain/file-kind.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { uploadFile } from '../../lib/upload.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { uiWords } from '../../locales/ui.ts'
import { TextLink } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { PhotoCropper } from '../../ui/photo-cropper.tsx'
import styles from './dossiers.module.css'
import type { Paper } from './papers.ts'
import { useRefusalWords, useShowDossier } from './use-dossier.ts'

interface AttachFileProps {
  view: DossierView
  paper: Paper
  /** Ask for the file at once: it is with the applicant to bring it. */
  asked: boolean
  onAttached: () => void
}

/** Brings the file that is missing, or another in the place of one; the old one is kept and can be looked at. */
export function AttachFile({ view, paper, asked, onAttached }: AttachFileProps) {
  const { document, requirement } = paper
  const [chosen, setChosen] = useState(false)
  const wanted = chosen || document === null || (asked && document.check === 'refused')
  const [photo, setPhoto] = useState<File>()
  const { uploads } = useOffice()
  const attach = useAttach(view, paper, onAttached)
  const take = (file: File) =>
    requirement.photo && file.type.startsWith('image/') ? setPhoto(file) : attach.send(file)
  if (!wanted && attach.sentence === undefined)
    return (
      <p className={styles.attach}>
        <TextLink onPress={() => setChosen(true)}>{dossierWords.replace}</TextLink>
      </p>
    )
  return (
    <div className={styles.attach}>
      {attach.sending === undefined ? (
        <FileDrop
          label={paper.label}
          accept={uploads.mediaTypes.join(',')}
          error={attach.sentence}
          onFiles={([file]) => {
            if (file !== undefined) take(file)
          }}
        >
          {document === null ? dossierWords.attachDrop : dossierWords.replaceDrop}
        </FileDrop>
      ) : (
        <p role="status">{dossierWords.uploading(attach.sending)}</p>
      )}
      {photo !== undefined && (
        <CropDialog
          file={photo}
          onClose={() => setPhoto(undefined)}
          onDone={(cut) => {
            setPhoto(undefined)
            attach.send(new File([cut], photo.name.replace(/\.[^.]*$/, '.jpg'), { type: 'image/jpeg' }))
          }}
        />
      )}
    </div>
  )
}

function useAttach(view: DossierView, paper: Paper, onAttached: () => void) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const office = useOffice()
  const show = useShowDossier()
  const say = useRefusalWords(view)
  const [sentence, setSentence] = useState<string>()
  const sending = useMutation({
    mutationKey: trpc.dossiers.addDocument.mutationKey(),
    mutationFn: async (file: File) => {
      const stored = await uploadFile(file, file.name, {
        maxBytes: office.uploads.maxBytes,
        mediaTypes: mediaTypes.filter((one) => office.uploads.mediaTypes.includes(one)),
        minSize: null,
      })
      if (!stored.ok) return sayRefusal(stored.refusal)
      const added = await client.dossiers.addDocument.mutate({
        applicationId: view.line.id,
        requirementCode: paper.requirement.code,
        replaces: paper.document?.id ?? null,
        sha256: stored.value.sha256,
        fileName: file.name,
      })
      if (!added.ok) return say(added.refusal)
      show(added.value)
      return null
    },
    onSuccess: (refused) => {
      setSentence(refused ?? undefined)
      if (refused === null) onAttached()
    },
    onError: () => setSentence(dossierWords.uploadFailed),
  })
  return {
    send: (file: File) => sending.mutate(file),
    sending: sending.isPending ? sending.variables.name : undefined,
    sentence,
  }
}

/** A picture cut to 4×6 before it is sent, as at the intake. */
function CropDialog(props: { file: File; onDone: (photo: Blob) => void; onClose: () => void }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(props.file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [props.file])
  return (
    <Dialog opened title={uiWords.cropPhoto} onClose={props.onClose}>
      {url !== undefined && <PhotoCropper url={url} onDone={props.onDone} onCancel={props.onClose} />}
    </Dialog>
  )
}
