import type { DossierView } from '#contract/dossier.ts'
import type { DocumentKind } from '#domain/stage-table.ts'

type Action = DossierView['actions'][number]
type Job = DossierView['jobs'][number]

/**
 * The one thing to do next with a letter at the print desk. It follows from why the way forward is closed, so an office
 * that numbers, prints or signs in another order needs nothing here.
 */
export type DeskStep =
  | { readonly kind: 'number' }
  | { readonly kind: 'print' }
  /** A sheet is on its way, or nobody knows whether it came out. */
  | { readonly kind: 'wait'; readonly job: Job }
  | { readonly kind: 'sign' }
  | { readonly kind: 'forward'; readonly action: Action }
  /** Nothing that the print desk does opens the way; `reason` is a sentence, null where there is none. */
  | { readonly kind: 'blocked'; readonly reason: string | null }

/** The letters that a procedure can end in. */
export const letterKinds: readonly DocumentKind[] = ['permit', 'refusal-letter', 'revocation-decree']

const isOpen = ({ state }: Job): boolean =>
  state === 'queued' || state === 'held' || state === 'sending' || state === 'unknown'

/** The letter's own print jobs, newest first; those of a version that was made anew are not its own. */
export const letterJobs = ({ jobs, product }: DossierView): readonly Job[] =>
  jobs.filter((one) => letterKinds.includes(one.document) && one.subjectId === product?.id)

export function nextStep(view: DossierView): DeskStep {
  const open = letterJobs(view).find(isOpen)
  if (open !== undefined) return { kind: 'wait', job: open }
  const forward = view.actions.find((one) => one.kind === 'forward')
  if (forward === undefined) return { kind: 'blocked', reason: null }
  switch (forward.refusal?.code) {
    case undefined:
      return { kind: 'forward', action: forward }
    case 'not-numbered':
      return { kind: 'number' }
    case 'not-printed':
      return { kind: 'print' }
    case 'not-signed':
      return { kind: 'sign' }
    default:
      return { kind: 'blocked', reason: forward.reason }
  }
}
