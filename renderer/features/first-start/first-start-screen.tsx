import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useLocation } from 'wouter'
import type { StationView } from '#contract/session.ts'
import { sayAdministrationRefusal } from '#domain/wording/administration.ts'
import type { AdministrationRefusal } from '#domain/wording/administration.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { useEnter } from '../../lib/session.ts'
import { readSerial } from '#domain/number-start.ts'
import { sayNumberStartRefusal } from '#domain/wording/number-start.ts'
import { firstStartWords as words } from '../../locales/first-start.ts'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { PasswordField, TextField } from '../../ui/text-field.tsx'
import styles from './first-start.module.css'
import { SeriesPart, seriesKey, useRunningSeries } from './series-part.tsx'
import type { LastNumbers } from './series-part.tsx'

interface Form {
  profile: string
  station: string
  name: string
  username: string
  password: string
  again: string
  reason: string
}

/** By field; a series by its key. */
type Sentences = Readonly<Record<string, string | undefined>>

/** Makes office and first administrator, signs them in, and leads them to what a new office needs next. */
export function FirstStartScreen({ station }: { station: StationView }) {
  const trpc = useTRPC()
  const enter = useEnter()
  const [, navigate] = useLocation()
  const element = useRef<HTMLFormElement>(null)
  const only = station.profiles.length === 1 ? station.profiles[0]?.code : undefined
  const [form, setForm] = useState<Form>({
    profile: only ?? '',
    station: station.station,
    name: '',
    username: '',
    password: '',
    again: '',
    reason: words.numbers.usualReason,
  })
  const [last, setLast] = useState<LastNumbers>({})
  const series = useRunningSeries(form.profile)
  const [sentences, setSentences] = useState<Sentences>({})
  const [refusals, setRefusals] = useState(0)
  const refuseWith = (refused: Sentences) => {
    setSentences(refused)
    setRefusals((count) => count + 1)
  }
  const create = useMutation(
    trpc.session.createOffice.mutationOptions({
      meta: { saves: false },
      onSuccess: (answer) => {
        if (!answer.ok)
          return refuseWith({ [fieldOf(answer.refusal)]: sayAdministrationRefusal(answer.refusal) })
        navigate('/pengaturan', { replace: true })
        enter(answer.value)
      },
      onError: () => refuseWith({ whole: words.failed }),
    }),
  )
  useFocusRefused(element, refusals)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = series
      .map((one) => ({ series: one.series, scope: one.scope, last: last[seriesKey(one)] ?? '' }))
      // Nothing used before is what a series begins with.
      .filter((one) => one.last.trim() !== '' && readSerial(one.last) !== 0)
    const missing = { ...check(form, typed.length > 0), ...checkLast(typed) }
    if (create.isPending) return
    if (Object.keys(missing).length > 0) return refuseWith(missing)
    setSentences({})
    const { profile, name, username, password } = form
    create.mutate({
      profile,
      station: form.station.trim(),
      administrator: { name, username, password },
      ...(typed.length > 0 && { numbers: { reason: form.reason, last: typed } }),
    })
  }
  const field = (key: keyof Form) => ({
    value: form[key],
    error: sentences[key],
    onChange: (value: string) => {
      setForm((before) => ({ ...before, [key]: value }))
      setSentences((before) => ({ ...before, [key]: undefined }))
    },
  })
  return (
    <main className={styles.page}>
      <form ref={element} className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.head}>
          <h1 className={styles.title}>{words.title}</h1>
          <p className={styles.lead}>{words.lead}</p>
        </div>
        <section className={styles.card} aria-labelledby="office">
          <h2 id="office" className={styles.part}>
            {words.office}
          </h2>
          <SelectField
            label={words.profile}
            hint={words.profileHint}
            autoFocus={only === undefined}
            options={station.profiles.map(({ code, name }) => ({ value: code, label: name }))}
            {...field('profile')}
          />
          <TextField label={words.station} hint={words.stationHint} {...field('station')} />
        </section>
        <section className={styles.card} aria-labelledby="administrator">
          <h2 id="administrator" className={styles.part}>
            {words.administrator}
          </h2>
          <TextField label={words.name} autoFocus={only !== undefined} {...field('name')} />
          <TextField label={words.username} hint={words.usernameHint} {...field('username')} />
          <div className={styles.pair}>
            <PasswordField label={words.password} autoComplete="new-password" {...field('password')} />
            <PasswordField label={words.again} autoComplete="new-password" {...field('again')} />
          </div>
        </section>
        {series.length > 0 && (
          <SeriesPart
            series={series}
            last={last}
            sentences={sentences}
            onLast={(key, value) => {
              setLast((before) => ({ ...before, [key]: value }))
              setSentences((before) => ({ ...before, [key]: undefined }))
            }}
            reason={field('reason')}
          />
        )}
        <p className={styles.refused} role="alert">
          {sentences.whole !== undefined && <FieldSentence>{sentences.whole}</FieldSentence>}
        </p>
        <SubmitButton busy={create.isPending}>{words.create}</SubmitButton>
      </form>
    </main>
  )
}

type Typed = { series: string; scope: string; last: string }

const checkLast = (typed: readonly Typed[]): Sentences =>
  Object.fromEntries(
    typed
      .filter((one) => readSerial(one.last) === null)
      .map((one) => [
        seriesKey(one),
        sayNumberStartRefusal({ ...one, code: 'number-start-unreadable', typed: one.last.trim() }),
      ]),
  )

function check(form: Form, needsReason: boolean): Sentences {
  const empty = (key: keyof Form, sentence: string) => (form[key].trim() === '' ? { [key]: sentence } : {})
  return {
    ...empty('profile', words.profileMissing),
    ...empty('station', words.stationMissing),
    ...empty('name', words.nameMissing),
    ...empty('username', words.usernameMissing),
    ...empty('password', words.passwordMissing),
    ...(needsReason ? empty('reason', sayNumberStartRefusal({ code: 'number-start-reason-needed' })) : {}),
    ...(form.password !== '' && form.password !== form.again ? { again: words.different } : {}),
  }
}

/** The field beside which a refusal of the service is said. */
function fieldOf(refusal: AdministrationRefusal): string {
  switch (refusal.code) {
    case 'profile-unknown':
    case 'profile-broken':
      return 'profile'
    case 'username-taken':
    case 'username-malformed':
      return 'username'
    case 'password-too-short':
      return 'password'
    case 'user-name-needed':
      return 'name'
    case 'number-start-reason-needed':
      return 'reason'
    case 'number-start-unreadable':
    case 'number-start-far':
    case 'number-start-given':
    case 'number-start-unchanged':
      return seriesKey(refusal)
    default:
      return 'whole'
  }
}
