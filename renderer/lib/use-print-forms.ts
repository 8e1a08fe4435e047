import { useMutation } from '@tanstack/react-query'
import type { WrittenBlanks } from '#domain/documents/statement-text.ts'
import type { ApplicationKind } from '#domain/permit-type.ts'
import { useTRPC } from './api-client.ts'

export interface FormsAsked {
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  /** null: the printer that the office has set for it. */
  readonly printerId: string | null
  /** What was typed of whoever takes them home; absent: they are printed blank. */
  readonly written?: WrittenBlanks
}

/** Prints papers to be filled in, of the service standard or of an application that lacks them. */
export function usePrintForms(
  asked: FormsAsked,
  told: { readonly onPrinted: (jobId: string) => void; readonly onFailed: () => void },
) {
  const printing = useMutation(
    useTRPC().information.printForms.mutationOptions({
      onSuccess: ({ jobId }) => told.onPrinted(jobId),
      onError: told.onFailed,
    }),
  )
  return {
    busy: printing.isPending,
    print: (codes: readonly string[]) => printing.mutate({ ...asked, forms: [...codes] }),
  }
}
