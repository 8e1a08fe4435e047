import type { ApplicationState } from '#domain/application-state.ts'
import { dispatchState, type Dispatch, type DispatchForm } from '#domain/dispatch.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { dispatchText } from '#domain/wording/dispatch.ts'
import type { DispatchView } from '#contract/dispatch.ts'
import type { Office } from '#services/office.ts'

export function dispatchView({ profile }: Office, dispatch: Dispatch, today: OfficeDate): DispatchView {
  const { number, received, voided, dossier, ...one } = dispatch
  return {
    ...one,
    number: number.text,
    text: dispatchText(dispatch),
    dossier: dossier && { ...dossier },
    received: received && {
      receiver: received.receiver,
      receivedAt: received.receivedAt,
      slipSha256: received.slipSha256,
      at: received.at,
      by: received.by,
    },
    voided: voided && { reason: voided.reason, at: voided.at, by: voided.by },
    state: dispatchState(dispatch, today, profile.dispatch.confirmWithinDays),
  }
}

/** A line for a dossier's paper, filled with what is known: its last letter goes to the agency that examines. */
export function offeredForm({ profile }: Office, state: ApplicationState): DispatchForm {
  const letter = (state.letters ?? []).at(-1)
  return {
    kind: letter ? 'request-letter' : 'dossier-copy',
    letterNumber: letter?.number.text ?? '',
    subject: '',
    registrationNumber: state.registrationNumber.text,
    recipient: profile.healthOffice,
    broughtBy: '',
  }
}
