import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { UserView } from '#contract/session.ts'
import { sayAdministrationRefusal } from '#domain/wording/administration.ts'
import type { AdministrationRefusal } from '#domain/wording/administration.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useOffice } from '../../lib/session.ts'
import { settingsWords } from '../../locales/settings.ts'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { CheckList, SettingsForm } from './settings-form.tsx'
import { useSettingsForm } from './use-settings-form.ts'

const words = settingsWords.user

interface Form {
  name: string
  username: string
  password: string
  roles: readonly string[]
  counter: string
  active: boolean
}

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
  const state = useSettingsForm(() => formOf(user))
  const { form, sentences, set } = state
  const saving = useMutation(
    trpc.administration.saveUser.mutationOptions({
      onSuccess: (answer) => {
        if (!answer.ok)
          return state.refuse({ [fieldOf(answer.refusal)]: sayAdministrationRefusal(answer.refusal) })
        state.keep(formOf(answer.value))
        void queries.invalidateQueries(trpc.administration.users.queryFilter())
        onSaved(answer.value.id)
      },
      onError: () => state.refuse({ whole: settingsWords.saveFailed }),
    }),
  )
  const save = () => {
    if (saving.isPending) return
    if (user === null && form.password === '') return state.refuse({ password: words.passwordMissing })
    state.forget()
    saving.mutate({
      ...form,
      id: user?.id ?? null,
      roles: [...form.roles],
      password: form.password === '' ? null : form.password,
      counter: form.counter.trim() === '' ? null : form.counter,
    })
  }
  const text = (key: 'name' | 'username' | 'password' | 'counter') => ({
    value: form[key],
    error: sentences[key],
    onChange: (value: string) => set({ [key]: value }),
  })
  return (
    <SettingsForm title={user?.name ?? words.new} state={state} busy={saving.isPending} onSave={save}>
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
function fieldOf(refusal: AdministrationRefusal): keyof Form | 'whole' {
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
