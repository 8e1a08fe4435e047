import type { ApplicationState } from '#domain/application-state.ts'
import type { Instant } from '#domain/instant.ts'
import { isSameValue, type FoundConflict } from '#domain/portal-merge.ts'
import type { PortalData, PortalEntity } from '#domain/portal-sync.ts'
import type { PortalTurn } from './portal-context.ts'

/** Who last changed what an application says, as far as the dossier knows. */
export function lastHandOn(state: ApplicationState): { readonly by: string; readonly at: Instant } {
  const hands = [...(state.corrections ?? []), ...(state.dataEntries ?? [])].toSorted((a, b) =>
    a.at < b.at ? -1 : 1,
  )
  const last = hands.at(-1)
  return last ?? { by: state.registeredBy.name, at: state.submittedAt }
}

/**
 * Keeps what both sides changed until a clerk picks. A conflict that is there already gets the portal's newer value; one in
 * which both sides say the same by now is over.
 *
 * @param ours  what this side says now
 * @param theirs  what the portal says now
 */
export async function keepConflicts(
  { stores, ids, at }: PortalTurn,
  about: {
    readonly entity: PortalEntity
    readonly entityId: string
    readonly applicationId: string | null
    readonly version: number
    readonly oursBy: string | null
    readonly oursAt: Instant | null
  },
  found: readonly FoundConflict[],
  ours: PortalData,
  theirs: PortalData,
): Promise<void> {
  const { entity, entityId, version } = about
  const open = await stores.portal.listOpenConflicts(entity, entityId)
  for (const one of open) {
    if (!(one.field in theirs)) continue
    if (isSameValue(ours[one.field], theirs[one.field])) {
      await stores.portal.saveConflict({ ...one, settled: { picked: 'ours', by: 'Sistem', at } })
      continue
    }
    const again = { ...one, ours: ours[one.field] ?? null, theirs: theirs[one.field] ?? null, version }
    if (!isSameValue(again.theirs, one.theirs) || !isSameValue(again.ours, one.ours))
      await stores.portal.saveConflict(again)
  }
  for (const one of found) {
    if (open.some(({ field }) => field === one.field)) continue
    await stores.portal.addConflict({ id: ids.uuid(), ...about, ...one, foundAt: at, settled: null })
  }
}
