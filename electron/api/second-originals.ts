import { z } from 'zod'
import { possibleStates, type PrintJob } from '#domain/print-job.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { decideLateConsent } from '#domain/second-original.ts'
import { resultOf } from '#contract/common.ts'
import { DossierView } from '#contract/dossier.ts'
import { ConsentToSecondInput, SecondOriginalView } from '#contract/second-originals.ts'
import type { Instant } from '#domain/instant.ts'
import type { Office, SignedIn } from '#services/office.ts'
import { overseesFor, type ConsentToSecondRefusal } from '#services/second-originals.ts'
import { after } from './dossiers.ts'
import { permittedProcedure, router } from './trpc.ts'

/** More than an office prints twice in a year. */
const mostListed = 500

/** *Persetujuan susulan*: second originals to which nobody has agreed yet. */
export const secondOriginalsRouter = router({
  open: permittedProcedure('print-desk', 'reports')
    .output(z.array(SecondOriginalView))
    .query(async ({ ctx }) => {
      const jobs = await ctx.queries.listPrintJobs({
        seconds: 'open',
        states: possibleStates,
        limit: mostListed,
      })
      return secondViews(ctx.open.office, jobs, ctx.who, ctx.clock.now()).toReversed()
    }),

  consent: permittedProcedure('reports')
    .input(ConsentToSecondInput)
    .output(resultOf<ConsentToSecondRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.consentToSecond(input, ctx.who)),
    ),
})

/** Jobs of second originals as somebody sees them. */
export function secondViews(
  office: Office,
  jobs: readonly PrintJob[],
  who: SignedIn,
  now: Instant,
): SecondOriginalView[] {
  const { timeZone } = office.profile
  const standsFor = overseesFor(office, who)
  return jobs.flatMap((job) => {
    const { second, applicationId } = job
    if (!second || applicationId === null) return []
    const { consent } = second
    return {
      jobId: job.id,
      applicationId,
      document: job.document,
      title: job.title,
      copy: job.copy,
      reason: job.reprintReason ?? '',
      requestedBy: job.requestedBy,
      requestedAt: job.requestedAt,
      consent: consent && { by: consent.by, at: consent.at },
      overdue: consent === null && officeDateOf(job.requestedAt, timeZone) < officeDateOf(now, timeZone),
      mayConsent: standsFor !== null && decideLateConsent(second, who.user.id, standsFor).ok,
    }
  })
}
