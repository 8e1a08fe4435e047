import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signingServiceWords as words } from '../../locales/signing-service.ts'

interface TypedAccount {
  username: string
  password: string
}

/** With everything else that was seen at this window it is gone as soon as another person sits down. */
const keptKey = ['signer-account']

const nothingMissing = { username: undefined, password: undefined, nik: undefined }

export type SignerAccountForm = ReturnType<typeof useSignerAccount>

/**
 * The account for the office's signing service, as the signer types it. It is remembered in the window's memory after it
 * has signed, until the signer goes; it is written nowhere.
 *
 * @param maskedNik  of the NIK that the service signed with last; null: it must be typed
 * @param office     the office's own account signs: only the NIK is the signer's to type
 */
export function useSignerAccount(maskedNik: string | null, office = false) {
  const queries = useQueryClient()
  const kept = queries.getQueryData<TypedAccount>(keptKey)
  const [form, setForm] = useState({
    username: kept?.username ?? '',
    password: kept?.password ?? '',
    nik: '',
  })
  const [asked, setAsked] = useState(false)
  const missing = {
    username: !office && form.username.trim() === '' ? words.usernameMissing : undefined,
    password: !office && form.password === '' ? words.passwordMissing : undefined,
    nik: form.nik.trim() === '' && maskedNik === null ? words.nikMissing : undefined,
  }
  return {
    form,
    office,
    set: (part: Partial<typeof form>) => setForm({ ...form, ...part }),
    errors: asked ? missing : nothingMissing,
    /** Whether everything is there; shows from then on what is not. */
    complete: () => {
      setAsked(true)
      return Object.values(missing).every((one) => one === undefined)
    },
    typed: () => ({
      username: form.username,
      password: form.password,
      nik: form.nik.trim() === '' ? null : form.nik,
    }),
    /** It has signed: the next letter does not ask for it again. */
    keep: () =>
      queries.setQueryData<TypedAccount>(keptKey, { username: form.username, password: form.password }),
  }
}
