import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { UserView } from '#contract/session.ts'
import { sayAdministrationRefusal } from '#domain/wording/administration.ts'
import type { AdministrationRefusal } from '#domain/wording/administration.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { settingsWords } from '../../locales/settings.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { CheckList, SettingsForm } from './settings-form.tsx'

const words = settingsWords.user

interface Form {
  name: string
  username: string
  password: string
  roles: readonly string[]
  counter: string
  active: boolean
}

type Sentences = Partial<Record<keyof Form | 'whole', string>>

const formOf = (user: UserView | null): Form => ({
  name: user?.name ?? '',
  username: user?.username ?? '',
  password: '',
  roles: user?.roles ?? [],
  counter: user?.counter ?? '',
  active: user?.active ?? true,
})

interface UserFormProps {
  /** null: a new one. */
  user: UserView | null
  onSaved: (id: string) => void
}

/** One person: name, sign-in, roles. The password is only ever written, never read. */
export function UserForm({ user, onSaved }: UserFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { roles } = useOffice()
  const [before] = useState(() => formOf(user))
  const [form, setForm] = useState<Form>(before)
  const [saved, setSaved] = useState(before)
  const [sentences, setSentences] = useState<Sentences>({})
  const [refusals, setRefusals] = useState(0)
  const refuseWith = (refused: Sentences) => {
    setSentences(refused)
    setRefusals((count) => count + 1)
  }
  const saving = useMutation(
    trpc.administration.saveUser.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok)
          return refuseWith({ [fieldOf(answer.refusal)]: sayAdministrationRefusal(answer.refusal) })
        const kept = formOf(answer.value)
        setForm(kept)
        setSaved(kept)
        showToast(settingsWords.saved)
        void queries.invalidateQueries(trpc.administration.users.queryFilter())
        onSaved(answer.value.id)
      },
      onError: () => refuseWith({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    if (user === null && form.password === '') return refuseWith({ password: words.passwordMissing })
    setSentences({})
    saving.mutate({
      ...form,
      id: user?.id ?? null,
      roles: [...form.roles],
      password: form.password === '' ? null : form.password,
      counter: form.counter.trim() === '' ? null : form.counter,
    })
  }
  const set = (part: Partial<Form>) => {
    setForm((now) => ({ ...now, ...part }))
    setSentences((now) => {
      const left = { ...now }
      for (const key of Object.keys(part) as (keyof Form)[]) delete left[key]
      return left
    })
  }
  const text = (key: 'name' | 'username' | 'password' | 'counter') => ({
    value: form[key],
    error: sentences[key],
    onChange: (value: string) => set({ [key]: value }),
  })
  return (
    <SettingsForm
      title={user?.name ?? words.new}
      dirty={JSON.stringify(form) !== JSON.stringify(saved)}
      busy={saving.isPending}
      refusal={sentences.whole}
      refusals={refusals}
      onSave={save}
    >
      <TextField label={words.name} hint={words.nameHint} autoFocus={user === null} {...text('name')} />
      <TextField label={words.username} hint={words.usernameHint} {...text('username')} />
      <PasswordField
        label={user === null ? words.password : words.passwordChange}
        hint={user === null ? words.passwordHint : words.passwordChangeHint}
        autoComplete="new-password"
        {...text('password')}
      />
      <CheckList
        label={words.roles}
        options={roles.map(({ code, label }) => ({ value: code, label }))}
        chosen={form.roles}
        error={sentences.roles}
        onChange={(chosen) => set({ roles: chosen })}
      />
      <TextField label={words.counter} hint={words.counterHint} width={220} {...text('counter')} />
      <CheckboxField
        label={words.active}
        note={words.activeNote}
        checked={form.active}
        error={sentences.active}
        onChange={(active) => set({ active })}
      />
    </SettingsForm>
  )
}

/** The field beside which a refusal is said. */
function fieldOf(refusal: AdministrationRefusal): keyof Sentences {
  switch (refusal.code) {
    case 'username-taken':
    case 'username-malformed':
      return 'username'
    case 'password-too-short':
      return 'password'
    case 'user-name-needed':
      return 'name'
    case 'role-needed':
    case 'role-unknown':
    case 'own-administrator-kept':
      return 'roles'
    default:
      return 'whole'
  }
}
