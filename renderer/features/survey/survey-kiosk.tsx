import { IconMoodCry, IconMoodHappy, IconMoodSad, IconMoodSmile } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import {
  satisfactionElements,
  satisfactionScores,
  type SatisfactionElement,
  type SatisfactionScore,
} from '#domain/satisfaction.ts'
import { surveyQuestions } from '#domain/wording/satisfaction.ts'
import { DialogKeys } from '../../lib/keyboard/dialog-keys.tsx'
import type { Shortcut } from '../../lib/keyboard/shortcuts.ts'
import { useOffice } from '../../lib/session.ts'
import { surveyWords } from '../../locales/survey.ts'
import { Button } from '../../ui/button.tsx'
import { TextAreaField } from '../../ui/text-field.tsx'
import { RespondentFields } from './respondent-fields.tsx'
import styles from './survey.module.css'
import { useSurvey, type Survey } from './use-survey.ts'

const words = surveyWords.kiosk

const faces = [IconMoodCry, IconMoodSad, IconMoodSmile, IconMoodHappy] as const

/** The whole window, turned to whoever came: nothing of the office stands on it, and no key leads into it. */
export function KioskFrame({
  children,
  shortcuts = [],
}: {
  children: ReactNode
  shortcuts?: readonly Shortcut[]
}) {
  const office = useOffice()
  return (
    <div className={styles.kiosk} role="dialog" aria-modal="true" aria-label={words.label}>
      <p className={styles.office}>{office.shortName}</p>
      <DialogKeys className={styles.kioskBody} shortcuts={shortcuts}>
        {children}
      </DialogKeys>
    </div>
  )
}

interface StepProps {
  title: string
  note?: string
  above?: ReactNode
  children?: ReactNode
}

/** One page of the survey: its head takes the focus, so that a screen reader begins there. */
function Step({ title, note, above, children }: StepProps) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [title])
  return (
    <div className={styles.step}>
      {above}
      <h1 ref={head} tabIndex={-1} className={styles.question}>
        {title}
      </h1>
      {note !== undefined && <p className={styles.stepNote}>{note}</p>}
      {children}
    </div>
  )
}

/** The survey of one applicant, page by page. */
export function SurveyKiosk({ token, onReturn }: { token: string; onReturn: (() => void) | null }) {
  const survey = useSurvey(token)
  const { place } = survey
  const element = satisfactionElements.find((one) => one === place)
  if (element !== undefined) return <Question key={element} survey={survey} element={element} />
  if (place === 'about') return <About survey={survey} />
  if (place === 'intro')
    return (
      <KioskFrame shortcuts={[{ keys: 'Enter', label: words.start, run: survey.start }]}>
        <Step title={words.intro} note={words.introNote}>
          <div className={styles.stepFoot}>
            <Button size="tall" onPress={survey.decline} busy={survey.busy}>
              {words.decline}
            </Button>
            <Button size="tall" rank="main" onPress={survey.start}>
              {words.start}
            </Button>
          </div>
          <Failure sentence={survey.failure} />
        </Step>
      </KioskFrame>
    )
  return (
    <KioskFrame>
      <Step
        title={words.thanks}
        note={place === 'answered' ? words.thanksNote : words.declined}
        above={<IconMoodHappy className={styles.thanks} size={96} stroke={1.25} aria-hidden />}
      >
        {onReturn !== null && (
          <div className={styles.stepFoot}>
            <Button onPress={onReturn}>{words.return}</Button>
          </div>
        )}
      </Step>
    </KioskFrame>
  )
}

function Question({ survey, element }: { survey: Survey; element: SatisfactionElement }) {
  const { question, answers } = surveyQuestions[element]
  const at = satisfactionElements.indexOf(element)
  const choose = (score: SatisfactionScore) => survey.choose(element, score)
  return (
    <KioskFrame
      shortcuts={[
        ...satisfactionScores.map((score) => ({
          keys: String(score),
          label: words.choose(score),
          run: () => choose(score),
        })),
        { keys: 'Escape', label: words.back, run: survey.back },
      ]}
    >
      <Step
        title={question}
        above={
          <div className={styles.progress}>
            <progress
              className={styles.bar}
              max={satisfactionElements.length}
              value={at + 1}
              aria-label={words.progress(at + 1, satisfactionElements.length)}
            />
            <span>{words.progress(at + 1, satisfactionElements.length)}</span>
          </div>
        }
      >
        <div className={styles.answers} role="group" aria-label={question}>
          {satisfactionScores.map((score) => {
            const Face = faces[score - 1] ?? IconMoodSmile
            return (
              <button
                key={score}
                type="button"
                className={styles.answer}
                data-score={score}
                aria-pressed={survey.answers[element] === score}
                onClick={() => choose(score)}
              >
                <Face size={72} stroke={1.25} aria-hidden />
                <span>{answers[score - 1]}</span>
              </button>
            )
          })}
        </div>
        <div className={styles.stepFoot}>
          <Button size="tall" onPress={survey.back}>
            {words.back}
          </Button>
        </div>
      </Step>
    </KioskFrame>
  )
}

function About({ survey }: { survey: Survey }) {
  return (
    <KioskFrame
      shortcuts={[
        { keys: 'Ctrl+Enter', label: words.send, run: survey.send },
        { keys: 'Escape', label: words.back, run: survey.back },
      ]}
    >
      <Step title={words.about} note={words.aboutNote}>
        <div className={styles.about}>
          <RespondentFields size="lg" respondent={survey.respondent} onChange={survey.setRespondent} />
          <TextAreaField
            label={words.suggestion}
            rows={3}
            maxLength={500}
            value={survey.suggestion}
            onChange={survey.setSuggestion}
          />
        </div>
        <div className={styles.stepFoot}>
          <Button size="tall" onPress={survey.back}>
            {words.back}
          </Button>
          <Button size="tall" rank="main" busy={survey.busy} onPress={survey.send}>
            {words.send}
          </Button>
        </div>
        <Failure sentence={survey.failure} />
      </Step>
    </KioskFrame>
  )
}

function Failure({ sentence }: { sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <p className={styles.failure} role="alert">
      {sentence}
    </p>
  )
}
