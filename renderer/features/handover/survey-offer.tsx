import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { saySurveyRefusal } from '#domain/wording/satisfaction.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { surveyWords } from '../../locales/survey.ts'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status.tsx'
import styles from './handover.module.css'

const words = surveyWords.offer

/** After a handover: offers the survey, on this window turned round or on the second screen. */
export function SurveyOffer({ applicationId }: { applicationId: string }) {
  const trpc = useTRPC()
  const [, navigate] = useLocation()
  const [sentence, setSentence] = useState<string>()
  const survey = useQuery(trpc.satisfaction.ofApplication.queryOptions({ applicationId }))
  const asking = useMutation(
    trpc.satisfaction.ask.mutationOptions({
      onSuccess: (answer) => setSentence(answer.ok ? undefined : saySurveyRefusal(answer.refusal)),
      onError: () => setSentence(words.failed),
    }),
  )
  const here = async () => {
    if (asking.isPending) return
    const answer = await asking.mutateAsync({ applicationId }).catch(() => null)
    if (answer?.ok === true) navigate(`~/survei/layar/${answer.value.token}`)
  }
  useShortcuts([{ keys: 'Ctrl+S', label: words.here, run: () => void here() }])
  const state = survey.data?.state
  if (state === undefined) return null
  return (
    <section className={styles.part} aria-label={words.title}>
      <h3 className={styles.partTitle}>{words.title}</h3>
      {state === 'answered' && <StatusMark meaning="done">{words.answered}</StatusMark>}
      {state === 'declined' && <StatusMark meaning="not-yet">{words.declined}</StatusMark>}
      {state === 'open' && <StatusMark meaning="working">{words.sent}</StatusMark>}
      {(state === 'none' || state === 'open') && (
        <span className={styles.outcomeLine}>
          <Button kbd="Ctrl+S" busy={asking.isPending} onPress={() => void here()}>
            {words.here}
          </Button>
          {state === 'none' && (
            <Button busy={asking.isPending} onPress={() => asking.mutate({ applicationId })}>
              {words.second}
            </Button>
          )}
        </span>
      )}
      {sentence !== undefined && <p className={styles.quiet}>{sentence}</p>}
    </section>
  )
}
