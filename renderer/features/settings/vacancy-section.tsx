import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ProcedureStageView } from '#contract/office-book.ts'
import { longDate } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { sayVacantStageRefusal } from '#domain/wording/vacant-stage.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { figure } from '../../lib/format.ts'
import { useOffice } from '../../lib/session.ts'
import { officeBookWords } from '../../locales/office-book.ts'
import { Button } from '../../ui/button.tsx'
import { ReasonDialog, useReason } from '../../ui/reason-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { BookSection } from './book-section.tsx'
import styles from './book.module.css'

const words = officeBookWords.procedure.vacancy

/** A level of the chain that nobody holds: dossiers pass it while the administrator says so. */
export function VacancySection({ stage }: { stage: ProcedureStageView }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { timeZone } = useOffice()
  const reason = useReason()
  const saving = useMutation(
    trpc.officeBook.setVacancy.mutationOptions({
      onSuccess: (answer, { reason: said }) => {
        if (!answer.ok) return reason.refuse(sayVacantStageRefusal(answer.refusal))
        reason.close()
        showToast(said === null ? words.back : words.went(figure(answer.value)))
        void queries.invalidateQueries(trpc.officeBook.procedure.queryFilter())
      },
      onError: () => reason.refuse(words.failed),
    }),
  )
  const save = (said: string | null) => saving.mutate({ stage: stage.code, reason: said })
  const { vacancy } = stage
  return (
    <BookSection title={words.title}>
      {vacancy === null ? (
        <p>{words.held}</p>
      ) : (
        <>
          <p className={styles.strong}>{vacancy.reason}</p>
          <p className={styles.quiet}>
            {words.passed(longDate(officeDateOf(vacancy.since, timeZone)), vacancy.by)}
          </p>
        </>
      )}
      {vacancy === null ? (
        <Button onPress={reason.ask}>{words.pass}</Button>
      ) : (
        <Button busy={saving.isPending} onPress={() => save(null)}>
          {words.hold}
        </Button>
      )}
      <ReasonDialog
        {...reason.dialog}
        title={words.dialog(stage.label)}
        sentence={words.sentence}
        action={words.pass}
        busy={saving.isPending}
        reason={{ label: words.reason, hint: words.reasonHint, ...reason.field, maxLength: 300 }}
        onAct={() => save(reason.text)}
      />
    </BookSection>
  )
}
