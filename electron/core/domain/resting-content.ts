import type { ApplicationEvent } from './application-event.ts'
import type { ApplicationState } from './application-state.ts'

const ownContent = (state: ApplicationState): ReadonlySet<string> => {
  const products = [...state.formerProducts, ...(state.product ? [state.product] : [])]
  const hashes = [
    ...state.documents.filter((one) => !one.removed).map((one) => one.sha256),
    ...state.outputs.map((one) => one.fileSha256),
    ...products.flatMap((one) => [one.signature?.fileSha256, one.signature?.scanSha256]),
    state.withdrawal?.letterSha256,
    ...(state.receiverSignatures ?? []),
  ]
  return new Set(hashes.flatMap((one) => one ?? []))
}

/**
 * Hashes of the stored content that a dossier rests on: files in force or replaced, outputs, signed papers, letters,
 * signatures and the person's photo. What was removed does not count.
 */
export const restingContent = (state: ApplicationState): ReadonlySet<string> =>
  new Set([
    ...ownContent(state),
    ...(state.applicant.photoSha256 === null ? [] : [state.applicant.photoSha256]),
  ])

/**
 * Content that these events brought to a dossier. The person's photo came with a file of this or an earlier one, also where a
 * correction repeats it; a mail names the signed paper that is there already. Both perhaps at another station.
 */
export function contentBrought(
  state: ApplicationState,
  events: readonly ApplicationEvent[],
): readonly string[] {
  const told = JSON.stringify(
    events.flatMap(({ body }) =>
      body.action === 'mail-asked' ? [] : [{ ...body, ...('applicant' in body && { applicant: null }) }],
    ),
  )
  return [...ownContent(state)].filter((sha256) => told.includes(sha256))
}
