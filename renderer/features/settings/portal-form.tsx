import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PortalServerView } from '#contract/portal.ts'
import { sayPortalSettingRefusal } from '#domain/wording/portal.ts'
import type { PortalSettingRefusal } from '#domain/wording/portal.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { fullMomentOf } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { portalSettingWords as words } from '../../locales/portal.ts'
import { settingsWords } from '../../locales/settings.ts'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { PortalTrial } from './portal-trial.tsx'
import { savingInto, ServerForm, typedSecret } from './server-form.tsx'
import styles from './settings.module.css'
import { useSettingsForm } from './use-settings-form.ts'

const formOf = (server: PortalServerView | null) => ({
  base: server?.base ?? '',
  clientId: server?.clientId ?? '',
  secret: '',
})
type Form = ReturnType<typeof formOf>

/** The field that a refusal is about. */
const fieldOf = {
  'portal-address-wrong': 'base',
  'portal-not-encrypted': 'base',
  'portal-client-needed': 'clientId',
  'portal-secret-needed': 'secret',
  'portal-secret-again': 'secret',
  'portal-trial-failed': 'whole',
} as const satisfies Record<PortalSettingRefusal['code'], keyof Form | 'whole'>

const sentencesOf = (refusal: PortalSettingRefusal) => ({
  [fieldOf[refusal.code]]: sayPortalSettingRefusal(refusal),
})

/** Address, client and secret of the portal; the test of the connection; the way out. */
export function PortalForm({ server }: { server: PortalServerView | null }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const state = useSettingsForm(() => formOf(server))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.portal.saveServer.mutationOptions(
      savingInto(state, {
        sentencesOf,
        formOf,
        onKept: () => void queries.invalidateQueries(trpc.portal.pathFilter()),
      }),
    ),
  )
  const order = { ...form, secret: typedSecret(form.secret) }
  return (
    <ServerForm
      words={words}
      state={state}
      server={server}
      saving={saving}
      onSave={() => saving.mutate(order)}
    >
      <TextField
        label={words.base}
        hint={words.baseHint}
        value={form.base}
        error={sentences.base}
        onChange={(base) => set({ base })}
      />
      <TextField
        label={words.clientId}
        autoComplete="off"
        value={form.clientId}
        error={sentences.clientId}
        onChange={(clientId) => set({ clientId })}
      />
      <PasswordField
        label={words.secret}
        hint={server === null ? words.secretNew : words.secretKept}
        autoComplete="new-password"
        value={form.secret}
        error={sentences.secret}
        onChange={(secret) => set({ secret })}
      />
      <PortalTrial order={order} onRefused={(refusal) => state.refuse(sentencesOf(refusal))} />
      {server !== null && (
        <div className={styles.group}>
          <p className={styles.note}>{words.setBy(server.savedBy, fullMomentOf(server.savedAt, timeZone))}</p>
          <RemovePortal />
        </div>
      )}
    </ServerForm>
  )
}

function RemovePortal() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [asked, setAsked] = useState(false)
  const removing = useMutation(
    trpc.portal.removeServer.mutationOptions({
      onSuccess: () => {
        setAsked(false)
        showToast(words.removed)
        void queries.invalidateQueries(trpc.portal.pathFilter())
      },
      onError: () => showToast(settingsWords.saveFailed),
    }),
  )
  return (
    <>
      <Button rank="destructive" onPress={() => setAsked(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        opened={asked}
        title={words.removeTitle}
        sentence={words.removeSentence}
        action={words.remove}
        destructive
        busy={removing.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() => {
          if (!removing.isPending) removing.mutate()
        }}
      />
    </>
  )
}
