import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DossierView } from '#contract/dossier.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useTRPC, useTRPCClient } from '../../lib/api-client.ts'
import { download } from '../../lib/download.ts'
import { useOffice } from '../../lib/session.ts'
import { uploadFile } from '../../lib/upload.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { TextLink } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import styles from './dossiers.module.css'
import { useRefusalWords } from './use-dossier.ts'
import { takeOn } from './use-signing.ts'

const words = dossierWords.signing.outside

interface SignOutsideProps {
  view: DossierView
  stage: string
  onDone: (view: DossierView) => void
}

/** *Ditandatangani di luar*: the letter to take along, and the place for it when it comes back signed. */
export function SignOutside({ view, stage, onDone }: SignOutsideProps) {
  const [opened, setOpened] = useState(false)
  const { sentence, busy, take } = useSignOutside({ view, stage, onDone })
  if (!opened) return <TextLink onPress={() => setOpened(true)}>{words.open}</TextLink>
  return (
    <section aria-label={words.title} className={styles.outside}>
      <h3 className={styles.outputName}>{words.title}</h3>
      <p className={styles.quiet}>
        <TextLink onPress={() => download(`/files/to-sign-outside/${view.line.id}.pdf`)}>
          {words.fetch}
        </TextLink>
        . {words.how}
      </p>
      {busy ? (
        <p className={styles.quiet} role="status">
          {words.working}
        </p>
      ) : (
        <FileDrop
          label={words.file}
          accept="application/pdf"
          error={sentence}
          onFiles={([file]) => {
            if (file !== undefined) take(file)
          }}
        >
          {words.drop}
        </FileDrop>
      )}
    </section>
  )
}

/** Uploads the file, has it checked and recorded, and takes the dossier on as a signature given here does. */
function useSignOutside({ view, stage, onDone }: SignOutsideProps) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { uploads } = useOffice()
  const say = useRefusalWords(view)
  const [sentence, setSentence] = useState<string>()
  const signing = useMutation({
    mutationKey: trpc.dossiers.signOutside.mutationKey(),
    mutationFn: async (file: File): Promise<DossierView | string> => {
      const rule = { maxBytes: uploads.maxBytes, mediaTypes: ['application/pdf' as const], minSize: null }
      const stored = await uploadFile(file, file.name, rule)
      if (!stored.ok) return sayRefusal(stored.refusal)
      const order = { applicationId: view.line.id, stage, sha256: stored.value.sha256 }
      const signed = await client.dossiers.signOutside.mutate(order)
      return signed.ok ? takeOn(client, signed.value, stage) : say(signed.refusal)
    },
    onSuccess: (answer) => (typeof answer === 'string' ? setSentence(answer) : onDone(answer)),
    onError: () => setSentence(words.failed),
  })
  return {
    sentence,
    busy: signing.isPending,
    take: (file: File) => {
      setSentence(undefined)
      signing.mutate(file)
    },
  }
}
