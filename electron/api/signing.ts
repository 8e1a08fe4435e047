import { ok } from '#domain/result.ts'
import type { CertificateFacts } from '#domain/signing.ts'
import { resultOf } from '#contract/common.ts'
import { CertificateView, SaveCertificateInput } from '#contract/dossier-work.ts'
import { certificateSetting, keptCertificateOf, type SaveCertificateRefusal } from '#services/certificates.ts'
import { permittedProcedure, router } from './trpc.ts'

const procedure = permittedProcedure('work-dossiers')

const view = ({ holder, issuer, validUntil }: CertificateFacts): CertificateView => ({
  holder,
  issuer,
  validUntil,
})

/** The certificate of the one who is signed in; nobody else's can be asked for or changed. */
export const signingRouter = router({
  certificate: procedure.output(CertificateView.nullable()).query(async ({ ctx }) => {
    const kept = keptCertificateOf(await ctx.queries.getSetting(certificateSetting(ctx.who.user.id)))
    return kept && view(kept)
  }),

  saveCertificate: procedure
    .input(SaveCertificateInput)
    .output(resultOf<SaveCertificateRefusal>()(CertificateView))
    .mutation(async ({ ctx, input }) => {
      const saved = await ctx.open.services.saveCertificate(input, ctx.who)
      return saved.ok ? ok(view(saved.value)) : saved
    }),
})
