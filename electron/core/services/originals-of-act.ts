import type { Actor } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { KeptOriginal, OriginalLeft, OriginalsOfAct } from '#domain/kept-originals.ts'
import type { Entry } from './history.ts'
import { requirementsOf } from './move-facts.ts'
import type { Office } from './office.ts'
import type { Receiver } from './reception.ts'

/** An act in which nothing is said about originals: what is kept stays kept. */
export const noOriginals: OriginalsOfAct = { given: [], left: [] }

/** An original as a receipt names it. */
export interface OriginalLine {
  readonly label: string
  readonly count: number
}

/** What a receipt says of originals. */
export interface OriginalsOnReceipt {
  readonly given: readonly OriginalLine[]
  readonly left: readonly (OriginalLine & { readonly reason: string })[]
}

/** What an original is called in the checklist of its dossier; its code where the law of the day has lost it. */
export const originalLabel = (office: Office, state: ApplicationState, requirementCode: string): string =>
  requirementsOf(office, state).find((one) => one.code === requirementCode)?.label ?? requirementCode

/** What went along and what stayed, in words. */
export function originalsOnReceipt(
  office: Office,
  state: ApplicationState,
  { given, left }: OriginalsOfAct,
): OriginalsOnReceipt {
  const line = (one: KeptOriginal): OriginalLine => ({
    label: originalLabel(office, state, one.requirementCode),
    count: one.count,
  })
  const stays = ({ id, reason }: OriginalLeft) =>
    (state.originals ?? []).filter((one) => one.id === id).map((one) => ({ ...line(one), reason }))
  return { given: given.map(line), left: left.flatMap(stays) }
}

type Alone = Extract<Entry['body'], { action: 'originals-returned' }>['alone']

/**
 * The lines of history for originals that went or stayed; none where there are none.
 *
 * @param alone  the act, where they go without the papers; undefined: with them
 */
export const originalEntries = (
  { given, left }: OriginalsOfAct,
  { receivedBy, relation }: Pick<Receiver, 'receivedBy' | 'relation'>,
  actor: Actor,
  alone?: Alone,
): readonly Entry[] => [
  ...(given.length > 0
    ? [
        {
          body: {
            action: 'originals-returned' as const,
            originalIds: given.map(({ id }) => id),
            receivedBy,
            relation,
            ...(alone ? { alone } : undefined),
          },
          actor,
        },
      ]
    : []),
  ...(left.length > 0 ? [{ body: { action: 'originals-left' as const, originals: left }, actor }] : []),
]
