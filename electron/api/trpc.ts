import { initTRPC, TRPCError } from '@trpc/server'
import type { Permission } from '#domain/profile.ts'
import { permissionsOf, type Office, type SignedIn } from '#services/office.ts'
import type { ApiContext } from './context.ts'

/**
 * The one place where faults become wire errors: the page learns that something failed and under which
 * reference it was logged, never what the machinery said.
 */
const t = initTRPC.context<ApiContext>().create({
  sse: { ping: { enabled: true, intervalMs: 15_000 } },
  errorFormatter: ({ shape, error, ctx }) => {
    const isFault = error.code === 'INTERNAL_SERVER_ERROR'
    // What a schema refuses is a mistake of the page, and its own words are for programmers.
    const isMisread = error.code === 'BAD_REQUEST'
    return {
      ...shape,
      message: isFault
        ? 'Terjadi gangguan di aplikasi. Data yang sudah tersimpan tetap aman.'
        : isMisread
          ? 'Isian ini tidak dapat dibaca aplikasi, tidak ada yang disimpan. Muat ulang layar, lalu coba lagi.'
          : shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        reference: isFault ? (ctx?.reference ?? null) : null,
      },
    }
  },
})

export const router = t.router

/** Anyone with a window: sign-in, first start. */
export const publicProcedure = t.procedure

/** Somebody who is signed in, at an office that exists. */
export const signedInProcedure = t.procedure.use(async ({ ctx, next }) => {
  const who = await ctx.who()
  if (!who)
    throw new TRPCError({
      code: 'UNAUTHORIZED',
      message: 'Anda belum masuk. Masuk dahulu, isian Anda tetap tersimpan.',
    })
  const office = ctx.office()
  if (!office) throw new TRPCError({ code: 'PRECONDITION_FAILED', message: 'Kantor belum dibuat.' })
  return next({ ctx: { who, open: office, roles: who.user.roles } satisfies SignedInContext })
})

/** What procedures behind a sign-in can rely on. */
export interface SignedInContext {
  readonly who: SignedIn
  readonly open: OpenOffice
  readonly roles: readonly string[]
}

export type OpenOffice = NonNullable<ReturnType<ApiContext['office']>>

/** Somebody whose roles grant one of these permissions; everybody else is refused here, whatever the screen shows. */
export const permittedProcedure = (...wanted: readonly [Permission, ...Permission[]]) =>
  signedInProcedure.use(({ ctx, next }) => {
    if (!mayDo(ctx.open.office, ctx.roles, wanted))
      throw new TRPCError({
        code: 'FORBIDDEN',
        message: 'Peran Anda tidak memiliki wewenang untuk tindakan ini.',
      })
    return next()
  })

/** Whether these roles grant at least one of the permissions. */
export function mayDo(office: Office, roles: readonly string[], wanted: readonly Permission[]): boolean {
  const granted = permissionsOf(office.profile, roles)
  return wanted.some((one) => granted.has(one))
}
