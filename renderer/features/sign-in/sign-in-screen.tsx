import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTRPC } from '../../lib/api-client.ts'
import type { SessionView } from '../../lib/api-types.ts'
import { signInWords } from '../../locales/sign-in.ts'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import { Door } from './door.tsx'
import styles from './door.module.css'

/** Name, password, counter. In a sample office its users stand beside the form. */
export function SignInScreen({ session }: { session: SessionView }) {
  const trpc = useTRPC()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [counter, setCounter] = useState(session.lastCounter ?? session.counters[0]?.id ?? null)
  const [tried, setTried] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      meta: { saves: false },
      onMutate: () => setRefusal(undefined),
      onSuccess: (sentence) => setRefusal(sentence ?? undefined),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (username.trim() === '' || password === '' || signIn.isPending) return
    signIn.mutate({ username: username.trim(), password, counter })
  }
  const missing = (value: string, sentence: string) => (tried && value.trim() === '' ? sentence : undefined)
  const sample = session.demoUsers.length > 0
  return (
    <Door session={session} beside={sample}>
      <div className={styles.column}>
        <div>
          <h1 className={styles.product}>SEPOK Loket</h1>
          <p className={styles.office}>{session.office.fullName}</p>
        </div>
        <form className={styles.card} onSubmit={submit} noValidate>
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
          {session.counters.length > 0 && (
            <SelectField
              label={signInWords.counter}
              size="lg"
              value={counter}
              onChange={setCounter}
              options={session.counters.map(({ id, label }) => ({ value: id, label }))}
              {...(session.lastCounter !== null && session.lastCounter === counter
                ? { hint: signInWords.counterHint }
                : {})}
            />
          )}
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
          users={session.demoUsers}
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
  users: SessionView['demoUsers']
  onChoose: (user: SessionView['demoUsers'][number]) => void
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
              <span className={styles.name}>{user.fullName}</span>
              <span className={styles.role}>
                {user.roleLabel} · {user.username} · {signInWords.samplePassword(user.password)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
