import { z } from 'zod'
import { receiptVersion } from '#domain/correction-rules.ts'
import { parsePattern } from '#domain/number-pattern.ts'
import { parseScan } from '#domain/scan.ts'
import { FoundDossierView } from '#contract/dossier.ts'
import { findDossiers } from '#services/find-dossiers.ts'
import type { OpenOfficeParts } from './context.ts'
import { router, signedInProcedure } from './trpc.ts'
import { lineView } from './views/dossier-view.ts'

function scanRules({ office }: OpenOfficeParts) {
  const patterns = office.profile.series.map((one) => ({
    code: one.code,
    pattern: parsePattern(one.pattern),
  }))
  const readable = patterns.flatMap((one) =>
    one.pattern.ok ? [{ code: one.code, pattern: one.pattern.value }] : [],
  )
  const isRegistration = (code: string): boolean => code === office.profile.receipt.series
  return {
    publicBase: office.profile.portalPublicBase,
    registration: readable.filter((one) => isRegistration(one.code)).map((one) => one.pattern),
    permit: readable.filter((one) => !isRegistration(one.code)).map((one) => one.pattern),
  }
}

/** One box for names, NIK and numbers; and what a scanner reads anywhere. */
export const searchRouter = router({
  find: signedInProcedure
    .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(100).default(20) }))
    .output(z.array(FoundDossierView))
    .query(async ({ ctx, input }) => {
      const now = ctx.clock.now()
      const found = await findDossiers(ctx.queries, input.text, input.limit)
      return found.map((one) => ({ ...lineView(ctx.open.office, one, now), alike: [...one.alike] }))
    }),

  /** The dossier behind a scanned code; null: it is not from this office. */
  scan: signedInProcedure
    .input(z.object({ text: z.string().max(500) }))
    .output(
      z.object({
        applicationId: z.string().nullable(),
        /** The receipt that was read is no longer valid: which one is. null: it is, or it was no receipt. */
        validReceipt: z.number().nullable(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const { queries } = ctx
      const scan = parseScan(input.text, scanRules(ctx.open))
      const find = async (): Promise<string | undefined> => {
        switch (scan.kind) {
          case 'track':
            return queries.findByTrackingCode(scan.code)
          case 'verify':
            return queries.findByVerificationCode(scan.code)
          case 'registration-number':
            return queries.findByRegistrationNumber(scan.number)
          case 'permit-number':
            return queries.findByProductNumber(scan.number)
          case 'nik': {
            const applicant = await queries.findApplicantByNik(scan.nik)
            const dossiers = applicant ? await queries.listByApplicant(applicant.id) : []
            return dossiers[0]?.id
          }
          default:
            return undefined
        }
      }
      const applicationId = (await find()) ?? null
      const state =
        scan.kind === 'track' && applicationId !== null
          ? await queries.findApplication(applicationId)
          : undefined
      const valid = state ? receiptVersion(state) : 0
      return { applicationId, validReceipt: scan.kind === 'track' && scan.receipt < valid ? valid : null }
    }),
})
