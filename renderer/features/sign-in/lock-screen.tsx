import { useMutation } from '@tanstack/react-query'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { OfficeView, StationView, UserView } from '#contract/session.ts'
import { clockTime, joinWords } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import { sayAdministrationRefusal } from '#domain/wording/administration.ts'
import type { AdministrationRefusal } from '#domain/wording/administration.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure, initialsOf } from '../../lib/format.ts'
import { useEnter } from '../../lib/session.ts'
import { signInWords } from '../../locales/sign-in.ts'
import { Button } from '../../ui/button.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { PasswordField } from '../../ui/text-field.tsx'
import { Door } from './door.tsx'
import styles from './door.module.css'

/** Who may unlock, and since when and why it is locked. */
export interface Locked {
  user: UserView
  at: Instant
  /** null: locked by hand. */
  afterMinutes: number | null
}

interface LockScreenProps {
  station: StationView
  office: OfficeView
  locked: Locked
  onOther: () => void
}

/** Nothing of an applicant stands here; the work goes on behind it. */
export function LockScreen({ station, office, locked, onOther }: LockScreenProps) {
  const { user, at, afterMinutes } = locked
  const trpc = useTRPC()
  const enter = useEnter()
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const unlock = useMutation(
    trpc.session.signIn.mutationOptions({
      meta: { saves: false },
      onSuccess: (answer) => (answer.ok ? enter(answer.value) : setRefusal(sentenceOf(answer.refusal))),
      onError: () => setRefusal(signInWords.failed),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefusal(password === '' ? signInWords.passwordMissing : undefined)
    if (password !== '' && !unlock.isPending) unlock.mutate({ username: user.username, password })
  }
  const time = clockTime(officeTimeOf(at, office.timeZone))
  return (
    <Door station={station} locked>
      <div className={styles.column}>
        <form className={styles.card} onSubmit={submit} noValidate>
          <div className={styles.lines}>
            <h1 className={styles.title}>
              <IconLock size={20} stroke={1.75} aria-hidden />
              {signInWords.locked}
            </h1>
            <p className={styles.office}>
              {afterMinutes === null
                ? signInWords.lockedByHand(time)
                : signInWords.lockedAlone(time, figure(afterMinutes))}{' '}
              {signInWords.workKept}
            </p>
          </div>
          <div className={styles.person}>
            <span className={styles.initials} aria-hidden>
              {initialsOf(user.name)}
            </span>
            <span>
              <span className={styles.name}>{user.name}</span>
              <span className={styles.role}>{user.counter ?? joinWords(user.roleLabels)}</span>
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
            <Button rank="tertiary" onPress={onOther}>
              {signInWords.otherUser}
            </Button>
          </div>
        </form>
      </div>
    </Door>
  )
}

/** The name stands on the lock already: only the password can be wrong. */
const sentenceOf = (refusal: AdministrationRefusal) =>
  refusal.code === 'sign-in-refused' ? signInWords.passwordWrong : sayAdministrationRefusal(refusal)
