import { refuse, ok, type Result } from '#domain/result.ts'
import type { Passwords } from '#ports/passwords.ts'
import type { UnitOfWork } from '#ports/stores.ts'
import type { User } from '#ports/records.ts'

/** One answer for an unknown name and a wrong password, so that names cannot be found out. */
export type SignInRefusal =
  { readonly code: 'sign-in-refused' } | { readonly code: 'user-inactive' } | { readonly code: 'no-office' }

// Verified against when the name is unknown, so that both refusals take the same time.
const unknownUserHash =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

/** Checks a name and password. Repeatable; changes nothing. */
export const signIn =
  ({ work, passwords }: { readonly work: UnitOfWork; readonly passwords: Passwords }) =>
  async (order: {
    readonly username: string
    readonly password: string
  }): Promise<Result<User, SignInRefusal>> => {
    const found = await work.run<User | null, never>(async ({ users }) =>
      ok((await users.findByUsername(order.username.trim().toLowerCase())) ?? null),
    )
    const user = found.ok ? found.value : null
    const right = await passwords.verify(user?.passwordHash ?? unknownUserHash, order.password)
    if (!user || !right) return refuse({ code: 'sign-in-refused' })
    return user.active ? ok(user) : refuse({ code: 'user-inactive' })
  }
