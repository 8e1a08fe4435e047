import {
  changeBeginning,
  refuseCarrying,
  type BeginningChange,
  type BeginningLog,
  type BeginningRefusal,
} from '#domain/beginning.ts'
import { oldBookSeries } from '#domain/carried-over.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { SettingStore } from '#ports/house-stores.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'
import type { SignedIn } from './office.ts'

/** Setting under which the office keeps when old books may be carried over. */
export const beginningSetting = 'beginning'

/** The changes so far; a setting that was never made is an office that has just begun. */
export const beginningLogOf = (kept: unknown): BeginningLog =>
  Array.isArray(kept) ? (kept as BeginningLog) : []

/**
 * Whether old books may be carried over now. Whoever carries over waits here for whoever does so too, so that of two who
 * enter one old number the second sees the first one's work.
 */
export async function refuseWhenClosed({
  settings,
  numbers,
}: Pick<Stores, 'settings' | 'numbers'>): Promise<BeginningRefusal | null> {
  await numbers.standing(oldBookSeries, 'all')
  return refuseCarrying(await readLog(settings))
}

const readLog = async (settings: SettingStore): Promise<BeginningLog> =>
  beginningLogOf(await settings.get(beginningSetting))

/**
 * *Pengaturan › Awal pemakaian*: ends the time in which old books are carried over, or begins it once more with a reason.
 * Not repeatable: the second of two is refused and hears who was first.
 */
export const setBeginning =
  ({ work, clock }: { readonly work: UnitOfWork; readonly clock: Clock }) =>
  (
    { opens, reason }: Pick<BeginningChange, 'opens' | 'reason'>,
    who: SignedIn,
  ): Promise<Result<BeginningLog, BeginningRefusal>> =>
    work.run<BeginningLog, BeginningRefusal>(async ({ settings, numbers }) => {
      await numbers.standing(oldBookSeries, 'all')
      const change = { opens, reason, at: clock.now(), by: who.user.name }
      const changed = changeBeginning(await readLog(settings), change)
      if (!changed.ok) return changed
      await settings.set(beginningSetting, changed.value)
      return ok(changed.value)
    })
