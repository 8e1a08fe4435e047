import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MailServerView } from '#contract/mails.ts'
import type { MailSecurity, MailServerRefusal } from '#domain/mail-server.ts'
import { mailProbePartLabel, sayMailReason, sayMailServerRefusal } from '#domain/wording/mail.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { mailServerWords as words } from '../../locales/mails.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { savingInto, ServerForm, typedSecret } from './server-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

const securities: readonly MailSecurity[] = ['starttls', 'implicit', 'none']
const usualPort: Readonly<Record<MailSecurity, string>> = { starttls: '587', implicit: '465', none: '25' }

const formOf = (server: MailServerView | null) => ({
  host: server?.host ?? '',
  port: String(server?.port ?? usualPort.starttls),
  security: server?.security ?? ('starttls' as MailSecurity),
  clearAccepted: false,
  senderName: server?.senderName ?? '',
  senderAddress: server?.senderAddress ?? '',
  user: server?.user ?? '',
  password: '',
})
type Form = ReturnType<typeof formOf>

type Refused =
  MailServerRefusal | { readonly code: 'mail-password-needed' } | { readonly code: 'mail-password-again' }

/** The sentence of a refusal at its field. */
function sentencesOf(refusal: Refused): Partial<Record<keyof Form, string>> {
  switch (refusal.code) {
    case 'mail-password-needed':
      return { password: words.passwordNeeded }
    case 'mail-password-again':
      return { password: words.passwordAgain }
    case 'mail-host-wrong':
      return { host: sayMailServerRefusal(refusal) }
    case 'mail-port-wrong':
      return { port: sayMailServerRefusal(refusal) }
    case 'mail-clear-not-accepted':
      return { clearAccepted: sayMailServerRefusal(refusal) }
    case 'mail-sender-name-needed':
      return { senderName: sayMailServerRefusal(refusal) }
    case 'mail-sender-wrong':
      return { senderAddress: sayMailServerRefusal(refusal) }
  }
}

const orderOf = (form: Form) => ({ ...form, password: typedSecret(form.password) })

/** What is set now, at the left. */
export function MailServerState({ server }: { server: MailServerView | null }) {
  const { timeZone } = useOffice()
  return (
    <EmptyState title={words.list} top>
      {server === null
        ? words.notSet
        : words.setBy(server.host, server.savedBy, fullMomentOf(server.savedAt, timeZone))}{' '}
      {words.explain}
    </EmptyState>
  )
}

/** The office's mail server, its sender and its password, and a trial mail. */
export function MailServerForm({ server }: { server: MailServerView | null }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const state = useSettingsForm(() => formOf(server))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.mails.saveServer.mutationOptions(
      savingInto(state, {
        sentencesOf,
        formOf: (kept) => ({ ...formOf(kept), clearAccepted: form.clearAccepted }),
        onKept: () => void queries.invalidateQueries(trpc.mails.server.queryFilter()),
      }),
    ),
  )
  return (
    <ServerForm
      words={words}
      state={state}
      server={server}
      saving={saving}
      onSave={() => saving.mutate(orderOf(form))}
    >
      <TextField
        label={words.host}
        hint={words.hostHint}
        value={form.host}
        error={sentences.host}
        onChange={(host) => set({ host })}
      />
      <div className={styles.group}>
        <span className={styles.label} aria-hidden>
          {words.security}
        </span>
        <Segmented
          label={words.security}
          current={form.security}
          tabs={securities.map((key) => ({ key, name: words.securities[key] }))}
          onChange={(key) => {
            const security = securities.find((one) => one === key) ?? 'starttls'
            const isUsual = Object.values(usualPort).includes(form.port)
            set({ security, ...(isUsual ? { port: usualPort[security] } : {}) })
          }}
        />
      </div>
      {form.security === 'none' && (
        <CheckboxField
          label={words.clear}
          note={sentences.clearAccepted ?? words.clearNote}
          checked={form.clearAccepted}
          onChange={(clearAccepted) => set({ clearAccepted })}
        />
      )}
      <TextField
        label={words.port}
        width={120}
        inputMode="numeric"
        value={form.port}
        error={sentences.port}
        onChange={(port) => set({ port })}
      />
      <TextField
        label={words.senderName}
        hint={words.senderNameHint}
        value={form.senderName}
        error={sentences.senderName}
        onChange={(senderName) => set({ senderName })}
      />
      <TextField
        label={words.senderAddress}
        value={form.senderAddress}
        error={sentences.senderAddress}
        onChange={(senderAddress) => set({ senderAddress })}
      />
      <TextField
        label={words.user}
        hint={words.userHint}
        autoComplete="off"
        value={form.user}
        onChange={(user) => set({ user })}
      />
      {form.user.trim() !== '' && (
        <PasswordField
          label={words.password}
          hint={server?.hasPassword ? words.passwordKept : words.passwordNew}
          autoComplete="new-password"
          value={form.password}
          error={sentences.password}
          onChange={(password) => set({ password })}
        />
      )}
      <TrialPart form={form} onRefused={(refusal) => state.refuse(sentencesOf(refusal))} />
    </ServerForm>
  )
}

function TrialPart({ form, onRefused }: { form: Form; onRefused: (refusal: Refused) => void }) {
  const trpc = useTRPC()
  const [to, setTo] = useState('')
  const [outcome, setOutcome] = useState<{ ok: boolean; text: string }>()
  const trying = useMutation(
    trpc.mails.tryServer.mutationOptions({
      meta: { saves: false },
      onSuccess: (answer) => {
        if (answer.ok) return setOutcome({ ok: true, text: words.trialOk(answer.value.answer) })
        const { refusal } = answer
        if (refusal.code === 'mail-address-wrong')
          return setOutcome({ ok: false, text: sayRefusal(refusal.email) })
        if (refusal.code !== 'mail-trial-failed') {
          setOutcome(undefined)
          return onRefused(refusal)
        }
        const why = words.trialFailed(mailProbePartLabel(refusal.part), sayMailReason(refusal.reason))
        const said = refusal.answer === null ? '' : ` ${words.trialAnswer(refusal.answer)}`
        setOutcome({ ok: false, text: `${why}${said}` })
      },
      onError: () => setOutcome({ ok: false, text: settingsWords.saveFailed }),
    }),
  )
  return (
    <fieldset className={styles.group}>
      <legend>{words.trial}</legend>
      <TextField label={words.trialTo} hint={words.trialHint} value={to} onChange={setTo} />
      <span>
        <Button
          busy={trying.isPending}
          onPress={() => {
            if (!trying.isPending) trying.mutate({ ...orderOf(form), to })
          }}
        >
          {words.trialAct}
        </Button>
      </span>
      {outcome !== undefined && (
        <Banner tone={outcome.ok ? 'green' : 'red'} framed>
          {outcome.text}
        </Banner>
      )}
    </fieldset>
  )
}
