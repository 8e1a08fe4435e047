import { initTRPC, TRPCError } from '@trpc/server'
import type { Permission } from '#domain/profile.ts'
import { grantedTo, permissionsOf, type SignedIn } from '#services/office.ts'
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
  return next({ ctx: { who, open: office } satisfies SignedInContext })
})

/** What procedures behind a sign-in can rely on. */
export interface SignedInContext {
  readonly who: SignedIn
  readonly open: OpenOffice
}

export type OpenOffice = NonNullable<ReturnType<ApiContext['office']>>

/** Somebody whose roles grant one of these permissions; everybody else is refused here, whatever the screen shows. */
export const permittedProcedure = (...wanted: readonly [Permission, ...Permission[]]) =>
  signedInProcedure.use(({ ctx, next }) => {
    if (!isGranted(grantedTo(ctx.open.office.profile, ctx.who), wanted)) throw forbidden()
    return next()
  })

/** The same by a person's own roles alone: what nobody does in another's place. */
export const ownPermittedProcedure = (...wanted: readonly [Permission, ...Permission[]]) =>
  signedInProcedure.use(({ ctx, next }) => {
    if (!isGranted(permissionsOf(ctx.open.office.profile, ctx.who.user.roles), wanted)) throw forbidden()
    return next()
  })

const forbidden = (): TRPCError =>
  new TRPCError({ code: 'FORBIDDEN', message: 'Peran Anda tidak memiliki wewenang untuk tindakan ini.' })

const isGranted = (granted: ReadonlySet<Permission>, wanted: readonly Permission[]): boolean =>
  wanted.some((one) => granted.has(one))
