import { useRef, useState } from 'react'
import type { AppointmentField, AppointmentFieldRefusal } from '#domain/appointment-form.ts'
import { warningKey, type AppointmentWarning } from '#domain/appointment-rules.ts'
import { sayAppointmentField } from '#domain/wording/appointments.ts'
import { useFocusRefused } from '../../lib/focus-refused.ts'
import { agendaWords as words } from '../../locales/agenda.ts'
import { useAgendaRefusal, type AgendaRefusal } from './use-agenda-words.ts'

type Refusal =
  | AgendaRefusal
  | { readonly code: 'appointment-unfit'; readonly fields: readonly AppointmentFieldRefusal[] }
  | { readonly code: 'appointment-warned'; readonly warnings: readonly AppointmentWarning[] }

interface Answer {
  readonly code: Refusal['code'] | 'failed'
  readonly sentence: string | null
  readonly fields: readonly AppointmentFieldRefusal[]
  readonly warnings: readonly AppointmentWarning[]
}

/**
 * What an act on an appointment was answered with, until something else is typed: fields to mend, warnings to be seen, or
 * a sentence. The first refused field takes the focus.
 *
 * @param asked  codes that are about a field of the form itself: their sentence stands beside it, not under the form
 */
export function useAppointmentRefusal(asked: readonly Refusal['code'][] = []) {
  const say = useAgendaRefusal()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [refusals, setRefusals] = useState(0)
  const holder = useRef<HTMLDivElement>(null)
  useFocusRefused(holder, refusals)
  const isAsked = answer !== null && asked.some((code) => code === answer.code)
  const warnings = answer?.warnings ?? []
  return {
    /** The `ref` of what holds the fields. */
    holder,
    warnings,
    /** By which the same warnings are known at the next press. */
    seen: warnings.map(warningKey),
    /** Under the form; null: nothing to say there. */
    sentence: isAsked ? null : (answer?.sentence ?? null),
    fields: answer?.fields ?? [],
    errorOf: (field: AppointmentField): string | undefined => {
      const found = answer?.fields.find((one) => one.field === field)
      return found && sayAppointmentField(found)
    },
    /** Beside the field that a code is about. */
    sentenceOf: (code: Refusal['code']): string | undefined =>
      answer?.code === code ? (answer.sentence ?? undefined) : undefined,
    refuse: (refusal: Refusal) => {
      const isUnfit = refusal.code === 'appointment-unfit'
      const isWarned = refusal.code === 'appointment-warned'
      setAnswer({
        code: refusal.code,
        fields: isUnfit ? refusal.fields : [],
        warnings: isWarned ? refusal.warnings : [],
        sentence: isUnfit || isWarned ? null : say(refusal),
      })
      setRefusals((count) => count + 1)
    },
    fail: () => setAnswer({ code: 'failed', fields: [], warnings: [], sentence: words.actFailed }),
    forget: () => setAnswer(null),
  }
}
