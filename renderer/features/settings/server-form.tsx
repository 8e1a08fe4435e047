import type { ReactNode } from 'react'
import { settingsWords } from '../../locales/settings.ts'
import { Banner } from '../../ui/banner.tsx'
import { SettingsForm } from './settings-form.tsx'
import type { useSettingsForm } from './use-settings-form.ts'

/** What is typed in place of a secret that never leaves the station; null: the kept one stays. */
export const typedSecret = (secret: string): string | null => (secret === '' ? null : secret)

type Saved<View, Refusal> =
  { readonly ok: true; readonly value: View } | { readonly ok: false; readonly refusal: Refusal }

/** What becomes of saving: the form as it is kept now, or the refusal at its fields. */
export const savingInto = <Form extends object, View, Refusal>(
  state: ReturnType<typeof useSettingsForm<Form>>,
  of: {
    sentencesOf: (refusal: Refusal) => Partial<Record<keyof Form | 'whole', string>>
    formOf: (view: View) => Form
    /** Asks again for what shows it. */
    onKept: () => void
  },
) => ({
  onSuccess: (answer: Saved<View, Refusal>) => {
    if (!answer.ok) return state.refuse(of.sentencesOf(answer.refusal))
    state.keep(of.formOf(answer.value))
    of.onKept()
  },
  onError: () => state.refuse({ whole: settingsWords.saveFailed } as never),
})

interface ServerFormProps {
  words: { title: string; elsewhere: (station: string) => string }
  state: Parameters<typeof SettingsForm>[0]['state'] & { forget: () => void }
  /** As it is kept; null: none is set. */
  server: { readonly isOpenable: boolean; readonly station: string } | null
  saving: { readonly isPending: boolean }
  onSave: () => void
  children: ReactNode
}

/** A server outside the office with a secret that only the station at which it was typed can open. */
export function ServerForm({ words, state, server, saving, onSave, children }: ServerFormProps) {
  const save = () => {
    if (saving.isPending) return
    state.forget()
    onSave()
  }
  return (
    <SettingsForm title={words.title} state={state} busy={saving.isPending} onSave={save}>
      {server?.isOpenable === false && (
        <Banner tone="grey" framed>
          {words.elsewhere(server.station)}
        </Banner>
      )}
      {children}
    </SettingsForm>
  )
}
