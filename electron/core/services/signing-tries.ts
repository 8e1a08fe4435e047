import type { Instant } from '#domain/instant.ts'
import { oneMoreFailure, signingPatience, waitsUntil, type FailedTries } from '#domain/patience.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Clock } from '#ports/clock.ts'
import type { UnitOfWork } from '#ports/stores.ts'

/** How often a user's passphrase was wrong in a row. What was typed is not part of it. */
export const signingTriesSetting = (userId: string): string => `user.${userId}.signingTries`

/** Whether a setting is such a count: nobody's screen shows it. */
export const isSigningTries = (key: string): boolean =>
  key.startsWith('user.') && key.endsWith('.signingTries')

/** Three wrong passphrases in a row: nothing was sent, so that the issuer does not block the key. */
export interface SigningWaits {
  readonly code: 'signing-waits'
  readonly until: Instant
}

const triesOf = (setting: unknown): FailedTries | undefined =>
  typeof setting === 'object' && setting !== null && 'count' in setting ? (setting as FailedTries) : undefined

/**
 * Spends one of a user's tries on an attempt to sign. It is counted in the database before the attempt: neither guesses sent
 * all at once nor a station killed in between slip through. A signature forgets the count; a wrong passphrase keeps it; after
 * anything else, a fault too, the count is what it was before, since nobody judged the passphrase.
 *
 * Refuses with `signing-waits` without attempting anything. Throws what the attempt throws.
 */
export const spendSigningTry =
  ({ work, clock }: { readonly work: UnitOfWork; readonly clock: Clock }) =>
  async <T, R extends { readonly code: string }>(
    userId: string,
    attempt: () => Promise<Result<T, R>>,
  ): Promise<Result<T, R | SigningWaits>> => {
    const key = signingTriesSetting(userId)
    const counted = await work.run<Counted, SigningWaits>(async ({ settings }) => {
      const before = triesOf(await settings.get(key))
      const now = clock.now()
      const until = waitsUntil(before, now, signingPatience)
      if (until !== null) return refuse({ code: 'signing-waits', until })
      const after = oneMoreFailure(before, now)
      await settings.set(key, after)
      return ok({ before, after })
    })
    if (!counted.ok) return counted
    const put = (what: (kept: FailedTries | undefined) => FailedTries | null) =>
      work.run<null, never>(async ({ settings }) => {
        await settings.set(key, what(triesOf(await settings.get(key))))
        return ok(null)
      })
    const giveBack = () => put((kept) => withoutTry(kept, counted.value))
    let answer: Result<T, R>
    try {
      answer = await attempt()
    } catch (fault) {
      // What failed first is what must be told.
      await giveBack().catch(() => undefined)
      throw fault
    }
    if (answer.ok) await put(() => null)
    else if (answer.refusal.code !== 'passphrase-wrong' && answer.refusal.code !== 'totp-wrong')
      await giveBack()
    return answer
  }

interface Counted {
  readonly before: FailedTries | undefined
  readonly after: FailedTries
}

/** The count as it was; where another window has counted meanwhile, one less than now. */
function withoutTry(kept: FailedTries | undefined, { before, after }: Counted): FailedTries | null {
  if (kept === undefined) return null
  if (kept.count === after.count && kept.lastAt === after.lastAt) return before ?? null
  return kept.count > 1 ? { ...kept, count: kept.count - 1 } : null
}
