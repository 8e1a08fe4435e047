import { useMutation } from '@tanstack/react-query'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { clockTime } from '#domain/indonesian.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { useTRPC } from '../../lib/api-client.ts'
import type { SessionView, UserView } from '../../lib/api-types.ts'
import { figure, initialsOf } from '../../lib/format.ts'
import { signInWords } from '../../locales/sign-in.ts'
import { Button } from '../../ui/button.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { PasswordField } from '../../ui/text-field.tsx'
import { Door } from './door.tsx'
import styles from './door.module.css'

interface LockScreenProps {
  session: SessionView
  user: UserView
  locked: NonNullable<SessionView['locked']>
}

/** Nothing of an applicant stands here; the work goes on behind it. */
export function LockScreen({ session, user, locked }: LockScreenProps) {
  const trpc = useTRPC()
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const unlock = useMutation(
    trpc.session.unlock.mutationOptions({
      meta: { saves: false },
      onSuccess: (sentence) => setRefusal(sentence ?? undefined),
      onError: () => setRefusal(signInWords.failed),
    }),
  )
  const signOut = useMutation(trpc.session.signOut.mutationOptions({ meta: { saves: false } }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefusal(password === '' ? signInWords.passwordMissing : undefined)
    if (password !== '' && !unlock.isPending) unlock.mutate({ password })
  }
  const time = clockTime(officeTimeOf(locked.at, session.office.timeZone))
  return (
    <Door session={session} locked>
      <div className={styles.column}>
        <form className={styles.card} onSubmit={submit} noValidate>
          <div className={styles.lines}>
            <h1 className={styles.title}>
              <IconLock size={20} stroke={1.75} aria-hidden />
              {signInWords.locked}
            </h1>
            <p className={styles.office}>
              {locked.afterMinutes === null
                ? signInWords.lockedByHand(time)
                : signInWords.lockedAlone(time, figure(locked.afterMinutes))}{' '}
              {signInWords.workKept(locked.drafts)}
            </p>
          </div>
          <div className={styles.person}>
            <span className={styles.initials} aria-hidden>
              {initialsOf(user.fullName)}
            </span>
            <span>
              <span className={styles.name}>{user.fullName}</span>
              <span className={styles.role}>{user.counterLabel ?? user.roleLabel}</span>
            </span>
          </div>
          <PasswordField
            label={signInWords.password}
            size="lg"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            autoFocus
            error={refusal}
          />
          <SubmitButton busy={unlock.isPending}>{signInWords.unlock}</SubmitButton>
          <div className={styles.centre}>
            <Button rank="tertiary" onPress={() => signOut.mutate()}>
              {signInWords.otherUser}
            </Button>
          </div>
        </form>
      </div>
    </Door>
  )
}
