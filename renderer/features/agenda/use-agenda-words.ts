import type { AppointmentWhy } from '#domain/appointment-rules.ts'
import { sayAppointmentWhy } from '#domain/wording/appointments.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import type { DossierWorkRefusal } from '#domain/wording/dossier-work-refusal.ts'
import { useOfficeWords } from '../../lib/office-words.ts'

type PaperRefusal = Extract<
  DossierWorkRefusal,
  {
    code:
      'role-not-allowed' | 'post-vacant' | 'print-in-progress' | 'print-unresolved' | 'reprint-needs-reason'
  }
>

const ofPaper = [
  'role-not-allowed',
  'post-vacant',
  'print-in-progress',
  'print-unresolved',
  'reprint-needs-reason',
]

const isOfPaper = (refusal: AgendaRefusal): refusal is PaperRefusal => ofPaper.includes(refusal.code)

/** What an act on an appointment or its letter is refused with, apart from its fields. */
export type AgendaRefusal = AppointmentWhy | PaperRefusal

/** The sentence of a refusal about an appointment or its letter. */
export function useAgendaRefusal(): (refusal: AgendaRefusal) => string {
  const words = useOfficeWords()
  return (refusal) =>
    isOfPaper(refusal) ? sayDossierRefusal(refusal, words) : sayAppointmentWhy(refusal, words.zone)
}
