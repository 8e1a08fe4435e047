import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { esignVersions, type EsignVersion, type SigningService } from '#domain/signing-service.ts'
import { sayEsignRefusal, saySigningServiceRefusal } from '#domain/wording/signing-service.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { settingsWords } from '../../locales/settings.ts'
import { signingServiceWords as words } from '../../locales/signing-service.ts'
import { Button } from '../../ui/button.tsx'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { FailedState, SkeletonRows } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

const means = ['file', ...esignVersions] as const
type Means = (typeof means)[number]

/** With what the whole office signs electronically: each signer's certificate file, or BSrE's service. */
export function SigningServicePane() {
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const service = useQuery(trpc.signing.service.queryOptions())
  if (service.isError)
    return (
      <FailedState
        title={words.failed}
        reference={faultOf(service.error, timeZone)}
        onRetry={() => void service.refetch()}
      >
        {words.failedAction}
      </FailedState>
    )
  if (service.data === undefined) return <SkeletonRows rows={4} widths={[160, 240]} />
  return <SigningServiceForm service={service.data} />
}

interface Form {
  means: Means
  url: string
}

function SigningServiceForm({ service }: { service: SigningService | null }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const state = useSettingsForm((): Form => ({ means: service?.version ?? 'file', url: service?.url ?? '' }))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.signing.saveService.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return state.refuse({ url: saySigningServiceRefusal(answer.refusal) })
        state.keep({ ...form, url: answer.value?.url ?? form.url })
        void queries.invalidateQueries(trpc.signing.pathFilter())
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    state.forget()
    saving.mutate(form.means === 'file' ? null : { version: form.means, url: form.url })
  }
  return (
    <SettingsForm title={words.title} state={state} busy={saving.isPending} onSave={save}>
      <Segmented
        wide
        label={words.means}
        current={form.means}
        onChange={(key) => set({ means: means.find((one) => one === key) ?? 'file' })}
        tabs={means.map((key) => ({ key, name: words.meansNames[key] }))}
      />
      <p className={styles.note}>{form.means === 'file' ? words.fileNote : words.serviceNote}</p>
      {form.means !== 'file' && (
        <>
          <TextField
            label={words.url}
            hint={words.urlHint}
            value={form.url}
            error={sentences.url}
            onChange={(url) => set({ url })}
          />
          <TryService service={{ version: form.means, url: form.url }} />
        </>
      )}
    </SettingsForm>
  )
}

/** Whether address, account and signer are right, before anybody signs. Nothing of it is kept. */
function TryService({ service }: { service: { version: EsignVersion; url: string } }) {
  const trpc = useTRPC()
  const [typed, setTyped] = useState({ username: '', password: '', nik: '' })
  const [told, setTold] = useState<{ good: boolean; sentence: string }>()
  const trying = useMutation(
    trpc.signing.tryService.mutationOptions({
      gcTime: 0,
      meta: { saves: false },
      onSuccess: (answer) => setTold(toldOf(answer)),
      onError: () => setTold({ good: false, sentence: settingsWords.saveFailed }),
    }),
  )
  const tryIt = () => {
    if (trying.isPending) return
    setTold(undefined)
    const { username, password, nik } = typed
    trying.mutate({ service, account: { username, password }, nik })
  }
  return (
    <fieldset className={styles.group}>
      <legend>{words.tryTitle}</legend>
      <p className={styles.note}>{words.tryNote}</p>
      <TextField
        label={words.username}
        value={typed.username}
        autoComplete="off"
        onChange={(username) => setTyped({ ...typed, username })}
      />
      <PasswordField
        label={words.password}
        value={typed.password}
        autoComplete="off"
        onChange={(password) => setTyped({ ...typed, password })}
      />
      <TextField label={words.nik} value={typed.nik} onChange={(nik) => setTyped({ ...typed, nik })} />
      <Button busy={trying.isPending} onPress={tryIt}>
        {words.tryIt}
      </Button>
      {told !== undefined && (
        <p className={told.good ? styles.note : styles.refused} role={told.good ? 'status' : 'alert'}>
          {told.good ? told.sentence : <FieldSentence>{told.sentence}</FieldSentence>}
        </p>
      )}
    </fieldset>
  )
}

type Answer =
  | { ok: true; value: 'active' }
  | {
      ok: false
      refusal:
        | Parameters<typeof sayEsignRefusal>[0]
        | Parameters<typeof saySigningServiceRefusal>[0]
        | { code: 'passphrase-wrong' }
    }

function toldOf(answer: Answer): { good: boolean; sentence: string } {
  if (answer.ok) return { good: true, sentence: words.tryGood }
  const { refusal } = answer
  switch (refusal.code) {
    case 'signing-url-invalid':
    case 'signing-url-open':
      return { good: false, sentence: saySigningServiceRefusal(refusal) }
    case 'passphrase-wrong':
      return { good: false, sentence: settingsWords.saveFailed }
    default:
      return { good: false, sentence: sayEsignRefusal(refusal) }
  }
}
