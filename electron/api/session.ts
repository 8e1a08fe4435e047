import { z } from 'zod'
import { colourSchemeOf, colourSchemes } from '#domain/colour-scheme.ts'
import { ok, refuse } from '#domain/result.ts'
import { resultOf } from '#contract/common.ts'
import {
  ColourSchemeInput,
  CreateOfficeInput,
  KeepInput,
  KeptInput,
  PageFaultInput,
  SignInInput,
  StationView,
} from '#contract/session.ts'
import { colourSchemeSetting } from '#services/colour-scheme.ts'
import { RunningSeriesView } from '#contract/numbers.ts'
import { officeToday } from '#services/move-facts.ts'
import type { SignInRefusal } from '#services/sign-in.ts'
import type { CreateOfficeRefusal } from '#services/create-office.ts'
import type { ApiContext } from './context.ts'
import { publicProcedure, router, signedInProcedure } from './trpc.ts'
import { runningSeriesView } from './views/number-view.ts'
import { officeView, signedInView } from './views/office-view.ts'

async function stationView(ctx: ApiContext): Promise<StationView> {
  const open = ctx.office()
  const who = open ? await ctx.who() : null
  const scheme = who && (await ctx.queries.getSetting(colourSchemeSetting(who.user.id)))
  return {
    state: !open ? 'needs-office' : who ? 'signed-in' : 'signed-out',
    user: open && who ? { ...signedInView(open.office, who), colourScheme: colourSchemeOf(scheme) } : null,
    office: open ? officeView(open, officeToday(open.office, ctx.clock.now())) : null,
    station: ctx.station(),
    demo: ctx.demoUsers.length > 0,
    demoUsers: [...ctx.demoUsers],
    profiles: [...ctx.profiles],
    appVersion: ctx.version,
  }
}

/** The kind of draft that a dialog keeps, beside those of the forms. */
const keptKind = 'dialog'

const keptUnder = async ({ queries }: Pick<ApiContext, 'queries'>, userId: string, key: string) =>
  (await queries.listDrafts(userId)).filter(({ kind, title }) => kind === keptKind && title === key)

/** Sign-in, sign-out, first start. */
export const sessionRouter = router({
  station: publicProcedure.output(StationView).query(({ ctx }) => stationView(ctx)),

  signIn: publicProcedure
    .input(SignInInput)
    .output(resultOf<SignInRefusal>()(StationView))
    .mutation(async ({ ctx, input }) => {
      const open = ctx.office()
      if (!open) return refuse({ code: 'no-office' as const })
      const user = await open.services.signIn(input)
      if (!user.ok) return user
      const before = await ctx.who()
      // Another one who sits down takes nothing over that was unlocked.
      if (before && before.user.id !== user.value.id) open.signing.signedOut(before.user.id)
      ctx.bind(user.value.id)
      return ok(await stationView(ctx))
    }),

  signOut: publicProcedure.output(z.null()).mutation(async ({ ctx }) => {
    const who = await ctx.who()
    if (who) ctx.office()?.signing.signedOut(who.user.id)
    ctx.release()
    return null
  }),

  /** For oneself only. */
  setColourScheme: signedInProcedure
    .input(ColourSchemeInput)
    .output(z.enum(colourSchemes))
    .mutation(async ({ ctx, input }) => {
      const kept = await ctx.open.services.setColourScheme(input.colourScheme, ctx.who)
      return kept.ok ? kept.value : kept.refusal
    }),

  /** Writes a fault of the page into the log, once per reference; also before anybody is signed in. */
  /** What the one who is signed in has typed in a dialog and not recorded; null: nothing. */
  kept: signedInProcedure
    .input(KeptInput)
    .output(z.string().nullable())
    .query(async ({ ctx, input }) => {
      const [latest] = await keptUnder(ctx, ctx.who.user.id, input.key)
      return typeof latest?.data === 'string' ? latest.data : null
    }),

  /** Keeps it, so that it outlives the station. Repeatable; the last one holds. */
  keep: signedInProcedure
    .input(KeepInput)
    .output(z.null())
    .mutation(async ({ ctx, input: { userId, key, text } }) => {
      if (userId !== ctx.who.user.id) return null
      const { saveDraft, discardDraft } = ctx.open.services
      const before = await keptUnder(ctx, userId, key)
      if (text === null) for (const { id } of before) await discardDraft(id, ctx.who)
      else
        await saveDraft(
          { id: before[0]?.id ?? ctx.ids.uuid(), kind: keptKind, title: key, data: text },
          ctx.who,
        )
      return null
    }),

  reportFault: publicProcedure
    .input(PageFaultInput)
    .output(z.null())
    .mutation(({ ctx, input }) => {
      ctx.noteFault(input)
      return null
    }),

  /** The series that an office of a profile would begin; empty: there is an office already, or no such profile. */
  seriesOf: publicProcedure
    .input(z.object({ profile: z.string().max(64) }))
    .output(z.array(RunningSeriesView))
    .query(({ ctx, input }) => {
      const office = ctx.officeToChoose(input.profile)
      if (!office?.ok) return []
      return runningSeriesView(office.value, officeToday(office.value, ctx.clock.now()))
    }),

  createOffice: publicProcedure
    .input(CreateOfficeInput)
    .output(resultOf<CreateOfficeRefusal>()(StationView))
    .mutation(async ({ ctx, input }) => {
      const created = await ctx.createOffice(input)
      if (!created.ok) return created
      ctx.bind(created.value.id)
      return ok(await stationView(ctx))
    }),
})
