import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { IntakeForm } from '#domain/intake-form.ts'
import { useTRPC } from '../../lib/api-client.ts'
import { faultOf } from '../../lib/fault.ts'
import { useOffice } from '../../lib/session.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import type { DraftKeeper } from './use-draft.ts'

export interface Referral {
  readonly busy: boolean
  /** null: nothing to say. */
  readonly refused: string | null
  print(): void
}

export interface ReferralOptions {
  form: IntakeForm
  printerId: string | null
  draft: DraftKeeper
  /** The id under which the form was kept; nothing of it is needed once the person is sent on. */
  draftId: string | undefined
  onReferred: (jobId: string | null) => void
}

/** Sends somebody to where their permit is filed: a slip, no number, and the contact counted once. */
export function useReferral(options: ReferralOptions): Referral {
  const { form, draft } = options
  const trpc = useTRPC()
  const { timeZone } = useOffice()
  const [refused, setRefused] = useState<string | null>(null)
  const refer = useMutation(trpc.intake.refer.mutationOptions())
  const discard = useMutation(trpc.intake.discardDraft.mutationOptions({ meta: { saves: false } }))
  // A second press after a lost answer is the same contact; another type is another.
  const ids = useRef(new Map<string, string>())
  const idOf = (asked: string): string => {
    const id = ids.current.get(asked) ?? crypto.randomUUID()
    ids.current.set(asked, id)
    return id
  }
  const print = async () => {
    setRefused(null)
    await draft.settle()
    try {
      const { jobId } = await refer.mutateAsync({
        id: idOf(`${form.permitTypeCode} ${form.kind}`),
        permitTypeCode: form.permitTypeCode,
        kind: form.kind,
        applicantName: form.nameOnPermit.trim() || form.name.trim(),
        printerId: options.printerId,
      })
      // A draft that stays behind is offered again: annoying, never wrong.
      if (options.draftId !== undefined)
        await discard.mutateAsync({ id: options.draftId }).catch(() => undefined)
      options.onReferred(jobId)
    } catch (error) {
      draft.resume()
      setRefused(words.referFailed(faultOf(error, timeZone).code))
    }
  }
  return { busy: refer.isPending, refused, print: () => void print() }
}
