import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import {
  satisfactionElements,
  type Respondent,
  type SatisfactionAnswers,
  type SatisfactionElement,
  type SatisfactionScore,
} from '#domain/satisfaction.ts'
import { saySurveyRefusal } from '#domain/wording/satisfaction.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { surveyWords } from '../../locales/survey.ts'

export const nobody: Respondent = { sex: null, age: null, education: null, occupation: null }

/** The answers so far; the first element that has none comes next. */
export type AnswersSoFar = Partial<Record<SatisfactionElement, SatisfactionScore>>

export const nextElement = (answers: AnswersSoFar): SatisfactionElement | undefined =>
  satisfactionElements.find((one) => answers[one] === undefined)

/** All nine, or undefined while one is missing. */
export const allAnswers = (answers: AnswersSoFar): SatisfactionAnswers | undefined =>
  nextElement(answers) === undefined ? (answers as SatisfactionAnswers) : undefined

type Place = 'intro' | SatisfactionElement | 'about' | 'answered' | 'declined'

/** One survey on a screen: where it stands, what was said, and how it ends. */
export function useSurvey(token: string) {
  const trpc = useTRPC()
  const [place, setPlace] = useState<Place>('intro')
  const [answers, setAnswers] = useState<AnswersSoFar>({})
  const [respondent, setRespondent] = useState(nobody)
  const [suggestion, setSuggestion] = useState('')
  const [failure, setFailure] = useState<string>()
  const onError = () => setFailure(surveyWords.kiosk.failed)
  const answering = useMutation(
    trpc.satisfaction.answer.mutationOptions({
      onSuccess: (answer) => {
        // After a lost answer the second try says that the first one came through.
        if (answer.ok || answer.refusal.code === 'survey-ended') setPlace('answered')
        else setFailure(saySurveyRefusal(answer.refusal))
      },
      onError,
    }),
  )
  const declining = useMutation(
    trpc.satisfaction.decline.mutationOptions({ onSuccess: () => setPlace('declined'), onError }),
  )
  const at = satisfactionElements.findIndex((one) => one === place)
  return {
    place,
    answers,
    respondent,
    suggestion,
    failure,
    busy: answering.isPending || declining.isPending,
    setRespondent,
    setSuggestion,
    start: () => setPlace(satisfactionElements[0]),
    decline: () => declining.mutate({ token }),
    choose: (element: SatisfactionElement, score: SatisfactionScore) => {
      setAnswers((now) => ({ ...now, [element]: score }))
      setPlace(satisfactionElements[at + 1] ?? 'about')
    },
    back: () => {
      const from = place === 'about' ? satisfactionElements.length : at
      setPlace(satisfactionElements[from - 1] ?? 'intro')
    },
    send: () => {
      const scores = allAnswers(answers)
      if (scores === undefined || answering.isPending) return
      setFailure(undefined)
      answering.mutate({ token, scores, respondent, suggestion })
    },
  }
}

export type Survey = ReturnType<typeof useSurvey>
