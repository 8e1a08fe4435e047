import { useGuardQuestion } from '../../lib/unsaved-guard.ts'
import { shellWords } from '../../locales/shell.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'

/** Asked when a screen is left with something typed that is nowhere yet. */
export function GuardQuestion() {
  const { question, answer } = useGuardQuestion()
  return (
    <ConfirmDialog
      opened={question !== null}
      title={shellWords.unsavedTitle}
      sentence={question?.sentence ?? ''}
      action={shellWords.unsavedTitle}
      destructive
      onClose={() => answer(false)}
      onConfirm={() => answer(true)}
    />
  )
}
