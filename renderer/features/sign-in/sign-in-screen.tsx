import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import type { OfficeView, StationView } from '#contract/session.ts'
import { sayAdministrationRefusal } from '#domain/wording/administration.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { useEnter } from '../../lib/session.ts'
import { shellWords } from '../../locales/shell.ts'
import { signInWords } from '../../locales/sign-in.ts'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { Door } from './door.tsx'
import styles from './door.module.css'

/** Name and password. In a sample office its users stand beside the form. */
export function SignInScreen({ station, office }: { station: StationView; office: OfficeView }) {
  const trpc = useTRPC()
  const enter = useEnter()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const [refusals, setRefusals] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useFocusRefused(form, refusals)
  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      meta: { saves: false },
      onMutate: () => setRefusal(undefined),
      onSuccess: (answer) => {
        if (answer.ok) return enter(answer.value)
        setRefusal(sayAdministrationRefusal(answer.refusal))
        setRefusals((count) => count + 1)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (signIn.isPending) return
    if (username.trim() === '' || password === '') return setRefusals((count) => count + 1)
    signIn.mutate({ username: username.trim(), password })
  }
  const missing = (value: string, sentence: string) => (tried && value.trim() === '' ? sentence : undefined)
  const sample = station.demoUsers.length > 0
  return (
    <Door station={station} beside={sample}>
      <div className={styles.column}>
        <div>
          <h1 className={styles.product}>{shellWords.product}</h1>
          <p className={styles.office}>{office.shortName}</p>
        </div>
        <form ref={form} className={styles.card} onSubmit={submit} noValidate>
          <TextField
            label={signInWords.username}
            size="lg"
            value={username}
            onChange={setUsername}
            autoComplete="username"
            autoFocus
            error={missing(username, signInWords.usernameMissing)}
          />
          <PasswordField
            label={signInWords.password}
            size="lg"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            error={missing(password, signInWords.passwordMissing) ?? refusal}
          />
          {signIn.isError && (
            <p className={styles.refused} role="alert">
              <FieldSentence>{signInWords.failed}</FieldSentence>
            </p>
          )}
          <SubmitButton busy={signIn.isPending}>{signInWords.signIn}</SubmitButton>
        </form>
        <p className={styles.quiet}>{signInWords.forgotten}</p>
      </div>
      {sample && (
        <SampleUsers
          users={station.demoUsers}
          onChoose={(user) => {
            setUsername(user.username)
            setPassword(user.password)
            setRefusal(undefined)
          }}
        />
      )}
    </Door>
  )
}

interface SampleUsersProps {
  users: StationView['demoUsers']
  onChoose: (user: StationView['demoUsers'][number]) => void
}

function SampleUsers({ users, onChoose }: SampleUsersProps) {
  return (
    <section className={styles.sample} aria-label={signInWords.sampleOffice}>
      <h2 className={styles.sampleTitle}>{signInWords.sampleOffice}</h2>
      <p className={styles.quiet}>{signInWords.sampleOfficeNote}</p>
      <ul className={styles.users}>
        {users.map((user) => (
          <li key={user.username}>
            <button type="button" className={styles.userButton} onClick={() => onChoose(user)}>
              <span className={styles.name}>
                {user.name}, {user.role}
              </span>
              <span className={styles.role}>
                {user.username} · {signInWords.samplePassword(user.password)}
                {user.passphrase !== null && ` · ${signInWords.samplePassphrase(user.passphrase)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
