import { IconForms } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { IntakeForm } from '#domain/intake-form.ts'
import { writtenBlanks } from '#domain/written-blanks.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { useShortcuts } from '../../lib/keyboard/shortcuts.ts'
import { usePrintForms } from '../../lib/use-print-forms.ts'
import { informationWords as words } from '../../locales/information.ts'
import { Button } from '../../ui/button.tsx'
import { FormsDialog } from '../../ui/forms-dialog.tsx'
import { showToast } from '../../ui/toast.tsx'
import { paperOf } from './use-papers.ts'
import type { Requirement } from './use-papers.ts'

interface MissingFormsProps {
  form: IntakeForm
  requirements: readonly Requirement[]
}

/** Statements that are still to be brought, to be signed at once or at home: with what is typed already. */
export function MissingForms({ form, requirements }: MissingFormsProps) {
  const { permitTypeCode, kind } = form
  const [choosing, setChoosing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const forms =
    useQuery(
      useTRPC().information.standard.queryOptions(
        requirements.length === 0 ? skipToken : { permitTypeCode, kind },
      ),
    ).data?.forms ?? []
  const lacking = requirements.filter(({ code }) => paperOf(form, code) === undefined)
  const wanted = forms
    .filter(({ answers }) => lacking.some(({ code }) => answers.includes(code)))
    .map(({ code }) => code)
  const offered = wanted.length > 0
  const printing = usePrintForms(
    { permitTypeCode, kind, printerId: null, written: writtenBlanks(form) },
    {
      onPrinted: () => {
        setChoosing(false)
        showToast(words.blanksPrinted)
      },
      onFailed: () => showToast(words.blanksFailed),
    },
  )
  const choose = () => {
    button.current?.focus()
    setChoosing(true)
  }
  useShortcuts(offered ? [{ keys: 'Ctrl+B', label: words.blanksOffer, run: choose, inStrip: false }] : [])
  if (!offered) return null
  return (
    <>
      <Button icon={IconForms} size="row" kbd="Ctrl+B" buttonRef={button} onPress={choose}>
        {words.blanksOffer}
      </Button>
      {choosing && (
        <FormsDialog
          forms={forms}
          wanted={wanted}
          written
          busy={printing.busy}
          onClose={() => setChoosing(false)}
          onPrint={printing.print}
        />
      )}
    </>
  )
}
