import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SigningServiceView } from '#contract/dossier-work.ts'
import { esignVersions, partOf, type EsignVersion } from '#domain/signing-service.ts'
import {
  sayEsignPart,
  sayEsignRefusal,
  saySigningAccountRefusal,
  saySigningServiceRefusal,
} from '#domain/wording/signing-service.ts'
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
  owner: Owner
  username: string
  password: string
}

const owners = ['signer', 'office'] as const
type Owner = (typeof owners)[number]

function SigningServiceForm({ service }: { service: SigningServiceView | null }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const state = useSettingsForm((): Form => ({
    means: service?.version ?? 'file',
    url: service?.url ?? '',
    owner: service?.account ? 'office' : 'signer',
    username: service?.account?.username ?? '',
    password: '',
  }))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.signing.saveService.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok) return state.refuse(refusedAt(answer.refusal))
        state.keep({ ...form, url: answer.value?.url ?? form.url, password: '' })
        void queries.invalidateQueries(trpc.signing.pathFilter())
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    state.forget()
    saving.mutate(
      form.means === 'file' ? null : { version: form.means, url: form.url, account: accountOf(form) },
    )
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
          <Segmented
            wide
            label={words.accountOwner}
            current={form.owner}
            onChange={(key) => set({ owner: owners.find((one) => one === key) ?? 'signer' })}
            tabs={owners.map((key) => ({ key, name: words.accountOwners[key] }))}
          />
          {form.owner === 'office' && <OfficeAccount state={state} kept={service?.account ?? null} />}
          <TryService
            service={{ version: form.means, url: form.url }}
            office={service?.account?.opensHere === true}
          />
        </>
      )}
    </SettingsForm>
  )
}

const accountOf = ({ owner, username, password }: Form) =>
  owner === 'signer' ? null : { username, password: password === '' ? null : password }

type Saved = Parameters<typeof saySigningServiceRefusal>[0] | Parameters<typeof saySigningAccountRefusal>[0]

/** A refusal stands at the field that it is about. */
function refusedAt(refusal: Saved): Partial<Record<keyof Form, string>> {
  switch (refusal.code) {
    case 'signing-url-invalid':
    case 'signing-url-open':
      return { url: saySigningServiceRefusal(refusal) }
    case 'signing-username-missing':
      return { username: saySigningAccountRefusal(refusal) }
    case 'signing-password-needed':
    case 'signing-password-again':
      return { password: saySigningAccountRefusal(refusal) }
  }
}

interface OfficeAccountProps {
  state: ReturnType<typeof useSettingsForm<Form>>
  kept: SigningServiceView['account']
}

/** The account of the whole office; its password is never sent to this page. */
function OfficeAccount({ state: { form, sentences, set }, kept }: OfficeAccountProps) {
  const hint =
    kept === null ? undefined : kept.opensHere ? words.officePasswordKept : words.officePasswordElsewhere
  return (
    <>
      <p className={styles.note}>{words.officeAccountNote}</p>
      <TextField
        label={words.officeUsername}
        value={form.username}
        autoComplete="off"
        error={sentences.username}
        onChange={(username) => set({ username })}
      />
      <PasswordField
        label={words.officePassword}
        {...(hint !== undefined && { hint })}
        value={form.password}
        autoComplete="off"
        error={sentences.password}
        onChange={(password) => set({ password })}
      />
    </>
  )
}

/** Whether address, account and signer are right, before anybody signs. Nothing of it is kept. */
function TryService({
  service,
  office,
}: {
  service: { version: EsignVersion; url: string }
  /** An account of the office is kept that this station can open: nothing typed means that one. */
  office: boolean
}) {
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
    const account = office && username === '' && password === '' ? null : { username, password }
    trying.mutate({ service, account, nik })
  }
  return (
    <fieldset className={styles.group}>
      <legend>{words.tryTitle}</legend>
      <p className={styles.note}>{office ? words.tryOffice : words.tryNote}</p>
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
        | Parameters<typeof saySigningAccountRefusal>[0]
        | { code: 'passphrase-wrong' }
    }

function toldOf(answer: Answer): { good: boolean; sentence: string } {
  if (answer.ok) return { good: true, sentence: words.tryGood }
  const { refusal } = answer
  switch (refusal.code) {
    case 'signing-url-invalid':
    case 'signing-url-open':
      return { good: false, sentence: failedAt(refusal, saySigningServiceRefusal(refusal)) }
    case 'signing-username-missing':
    case 'signing-password-needed':
    case 'signing-password-again':
      return { good: false, sentence: saySigningAccountRefusal(refusal) }
    case 'passphrase-wrong':
      return { good: false, sentence: settingsWords.saveFailed }
    default:
      return { good: false, sentence: failedAt(refusal, sayEsignRefusal(refusal)) }
  }
}

const failedAt = (refusal: Parameters<typeof partOf>[0], sentence: string): string =>
  `${sayEsignPart(partOf(refusal))} ${sentence}`
