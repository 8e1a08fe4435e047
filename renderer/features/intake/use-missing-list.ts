import { useMutation } from '@tanstack/react-query'
import type { FieldRefusal } from '#domain/intake.ts'
import { emptyIntakeForm } from '#domain/intake-form.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import type { MissingList } from './save-bar.tsx'

interface MissingOrder {
  readonly form: IntakeForm
  /** Its last signs stand on the slip, so that the draft is found again. */
  readonly draftId: string | null
  readonly printerId: string | null
}

/** The slip of what is lacking, which the applicant takes home instead of a receipt. */
export function useMissingList(order: MissingOrder, refusals: readonly FieldRefusal[]): MissingList {
  const print = useMutation(useTRPC().intake.printMissing.mutationOptions({ meta: { saves: false } }))
  const lacks = refusals.some(
    ({ refusal }) => refusal.code === 'requirement-missing' || refusal.code === 'requirement-needs-file',
  )
  const reason =
    order.form.permitTypeCode === emptyIntakeForm.permitTypeCode
      ? words.missingNeedsType
      : words.nothingMissing
  return {
    reason: lacks ? null : reason,
    jobId: print.data?.jobId ?? null,
    busy: print.isPending,
    print: () => print.mutate(order),
  }
}
