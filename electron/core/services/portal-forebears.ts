import type { PortalCall, PortalTrouble } from '#domain/portal-sync.ts'
import type { Stores } from '#ports/stores.ts'

/**
 * How many of the calls in whose place this one came, none of which was ever taken, had such a trouble: what heals by being
 * planned anew heals so often, and is then put before somebody. Of what somebody has had sent once more: none.
 */
export async function timesBefore(
  { portal }: Pick<Stores, 'portal'>,
  { key, lane, tries, trouble }: PortalCall,
  isSuch: (trouble: PortalTrouble) => boolean,
): Promise<number> {
  if (tries > 0 && trouble === null) return 0
  const replaced = await portal.listCallsIn([lane], ['replaced'])
  const before = (by: string): number =>
    replaced
      .filter((one) => one.replacedBy === by)
      .reduce((sum, one) => sum + (one.trouble && isSuch(one.trouble) ? 1 : 0) + before(one.key), 0)
  return before(key)
}
