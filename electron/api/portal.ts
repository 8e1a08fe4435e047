import { z } from 'zod'
import { ok, refuse } from '#domain/result.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  PortalAsideView,
  PortalCallInput,
  PortalDossierView,
  PortalFileInput,
  PortalFileView,
  PortalMendInput,
  PortalRunView,
  PortalServerInput,
  PortalServerView,
  PortalStatusView,
  PortalTrialView,
} from '#contract/portal.ts'
import type { FetchNowRefusal } from '#services/portal-fetch.ts'
import type { MendRefusal } from '#services/mend-refused.ts'
import type { ResendRefusal, TryPortalRefusal } from '#services/portal-desk.ts'
import { mayConsent } from '#services/consent.ts'
import { resendEntryKind } from '#services/portal-planning.ts'
import {
  keptPause,
  keptPortal,
  portalAddressSetting,
  portalPauseSetting,
  type SavePortalRefusal,
} from '#services/portal-setting.ts'
import type { ApiContext } from './context.ts'
import type { SignedIn } from '#services/office.ts'
import { permittedProcedure, router, type OpenOffice } from './trpc.ts'
import {
  portalAsideCsv,
  portalAsideView,
  portalDossierView,
  portalFileView,
  portalRunView,
  portalServerView,
  portalStatusView,
} from './views/portal-view.ts'

const reading = permittedProcedure(
  'work-dossiers',
  'intake',
  'print-desk',
  'handover',
  'reports',
  'administration',
)
const sending = permittedProcedure('work-dossiers', 'intake', 'print-desk', 'handover', 'administration')
const administering = permittedProcedure('administration')

/** As many as somebody can work through; what is beyond comes when these are done. */
const listed = 200

const correcting = permittedProcedure('intake')

type Read = Pick<ApiContext, 'queries'>
interface Reading extends Read {
  readonly open: OpenOffice
  readonly who: SignedIn
}

const kept = async ({ queries }: Read) => keptPortal(await queries.getSetting(portalAddressSetting))
const pause = async ({ queries }: Read) => keptPause(await queries.getSetting(portalPauseSetting))

async function asideOf({ queries, open, who }: Reading, limit: number): Promise<PortalAsideView[]> {
  const calls = await queries.listPortalCallsAside(limit)
  const states = await queries.findApplications([...new Set(calls.map((one) => one.lane))])
  const resent = new Set(await queries.listPortalLanesWith(resendEntryKind))
  return calls.map((call) =>
    portalAsideView(
      call,
      states.find((one) => one.id === call.lane),
      resent.has(call.lane),
      { office: open.office, consents: mayConsent(open.office, who.user) },
    ),
  )
}

/** The traffic with the portal: how it stands, what was refused, what each side has, and the settings. */
export const portalRouter = router({
  status: reading.output(PortalStatusView).query(async ({ ctx }) => {
    const [figures, paused] = await Promise.all([ctx.queries.portalFigures(), pause(ctx)])
    return portalStatusView(ctx.open.portal.condition(), figures, paused)
  }),

  /** What the portal knows of a dossier and what is on its way. null: there is no such dossier. */
  ofDossier: reading
    .input(z.object({ applicationId: IdField }))
    .output(PortalDossierView.nullable())
    .query(async ({ ctx, input }) => {
      const { queries, open } = ctx
      const state = await queries.findApplication(input.applicationId)
      if (!state) return null
      const [events, ofApplication, person, calls, server] = await Promise.all([
        queries.history(state.id),
        queries.listPortalKnownOf(state.id),
        queries.findPortalKnown('applicant', state.applicant.id),
        queries.listPortalCallsOf(state.id),
        kept(ctx),
      ])
      const known = [...(person ? [person] : []), ...ofApplication]
      return portalDossierView(open.office, { state, events, known, calls }, server !== null)
    }),

  /** *Ditolak portal*: the longest refused first. */
  aside: reading.output(z.array(PortalAsideView)).query(({ ctx }) => asideOf(ctx, listed)),

  /** The whole tray as a table. */
  asideTable: reading.output(z.object({ fileName: z.string(), text: z.string() })).query(async ({ ctx }) => ({
    fileName: 'ditolak-portal.csv',
    text: portalAsideCsv(await asideOf(ctx, 10_000)),
  })),

  /** Sends what was refused once more; what was mended in the dossier meanwhile goes as it is now. */
  resend: sending
    .input(PortalCallInput)
    .output(resultOf<ResendRefusal>()(z.null()))
    .mutation(async ({ ctx, input }) => {
      const sent = await ctx.open.services.resendToPortal(input.key)
      ctx.open.portal.wake(true)
      return sent
    }),

  /** Mends a datum that the portal refused where it was typed, by the rules of the intake; it goes by itself then. */
  mend: correcting
    .input(PortalMendInput)
    .output(resultOf<MendRefusal>()(z.null()))
    .mutation(async ({ ctx, input }) => {
      const mended = await ctx.open.services.mendRefused(input, ctx.who)
      if (!mended.ok) return refuse(mended.refusal)
      ctx.open.services.spool.wake()
      ctx.open.portal.wake(true)
      return ok(null)
    }),

  /** Files of the portal that did not come yet, the longest waited for first. */
  files: reading.output(z.array(PortalFileView)).query(async ({ ctx }) => {
    const files = await ctx.queries.listPortalFetchesStuck(listed)
    const states = await ctx.queries.findApplications([...new Set(files.map((one) => one.applicationId))])
    return files.map((file) =>
      portalFileView(
        ctx.open.office,
        file,
        states.find((one) => one.id === file.applicationId),
      ),
    )
  }),

  /** *Ambil sekarang*. */
  fetchNow: sending
    .input(PortalFileInput)
    .output(resultOf<FetchNowRefusal>()(z.null()))
    .mutation(async ({ ctx, input }) => {
      const asked = await ctx.open.services.fetchFileNow(input.sha256)
      ctx.open.portal.wake(true)
      return asked
    }),

  /** The last synchronisations. */
  runs: reading
    .output(z.array(PortalRunView))
    .query(async ({ ctx }) => (await ctx.queries.listPortalRuns(50)).map(portalRunView)),

  /** *Kirim sekarang*. */
  sendNow: sending.output(z.object({ ok: z.literal(true) })).mutation(async ({ ctx }) => {
    await ctx.open.services.hurryPortal()
    ctx.open.portal.wake(true)
    return { ok: true }
  }),

  /** *Jeda* and *Lanjutkan*. */
  pause: sending
    .input(z.object({ paused: z.boolean() }))
    .output(z.object({ pausedBy: z.string().nullable() }))
    .mutation(async ({ ctx, input }) => {
      const done = await ctx.open.services.pausePortal(input.paused, ctx.who)
      ctx.open.portal.wake(true)
      return { pausedBy: done.ok ? (done.value?.by ?? null) : null }
    }),

  server: administering.output(PortalServerView.nullable()).query(async ({ ctx }) => {
    const server = await kept(ctx)
    return server && portalServerView(server, ctx.open.services.opensPortal(server))
  }),

  saveServer: administering
    .input(PortalServerInput)
    .output(resultOf<SavePortalRefusal>()(PortalServerView))
    .mutation(async ({ ctx, input }) => {
      const saved = await ctx.open.services.savePortal(input, ctx.who)
      if (!saved.ok) return refuse(saved.refusal)
      ctx.open.portal.wake(true)
      return ok(portalServerView(saved.value, true))
    }),

  removeServer: administering.output(z.object({ ok: z.literal(true) })).mutation(async ({ ctx }) => {
    await ctx.open.services.removePortal()
    ctx.open.portal.wake(true)
    return { ok: true }
  }),

  /** *Uji sambungan*: with what is typed, saved or not; says which part fails. */
  tryServer: administering
    .input(PortalServerInput)
    .output(resultOf<TryPortalRefusal>()(PortalTrialView))
    .mutation(async ({ ctx, input }) => {
      const tried = await ctx.open.services.tryPortal(input)
      if (!tried.ok) return refuse(tried.refusal)
      const { version, publicBase, fileBytes, mediaTypes, pagesPerDocument } = tried.value
      const own = ctx.open.office.profile.portalPublicBase
      const sentence =
        publicBase.replace(/\/+$/, '') === own.replace(/\/+$/, '')
          ? `Tersambung dengan portal versi ${version}.`
          : `Tersambung dengan portal versi ${version}. Alamat publiknya ${publicBase}, sedangkan kode QR kantor ini memuat ${own}.`
      return ok({
        version,
        publicBase,
        fileBytes,
        mediaTypes: [...mediaTypes],
        pagesPerDocument,
        sentence,
      })
    }),
})
