import { z } from 'zod'
import { ok } from '#domain/result.ts'
import type { CertificateFacts } from '#domain/signing.ts'
import { resultOf } from '#contract/common.ts'
import {
  CertificateView,
  SaveCertificateInput,
  SigningMeansView,
  SigningServiceInput,
  TrySigningServiceInput,
} from '#contract/dossier-work.ts'
import { maskNik, type Nik } from '#domain/nik.ts'
import type { EsignRefusal, SignerNikRefusal, SigningServiceRefusal } from '#domain/signing-service.ts'
import { certificateSetting, keptCertificateOf, type SaveCertificateRefusal } from '#services/certificates.ts'
import {
  issuerFor,
  signerNikSetting,
  signingServiceOf,
  signingServiceSetting,
} from '#services/signing-service.ts'
import { permittedProcedure, router } from './trpc.ts'

const procedure = permittedProcedure('work-dossiers')
const administration = permittedProcedure('administration')

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

  /** With what the one who is signed in signs. */
  means: procedure.output(SigningMeansView).query(async ({ ctx }) => {
    const userId = ctx.who.user.id
    const nik = await ctx.queries.getSetting(signerNikSetting(userId))
    return {
      service: signingServiceOf(await ctx.queries.getSetting(signingServiceSetting)),
      issuer: (await issuerFor(ctx.queries, userId))?.issuer ?? null,
      maskedNik: typeof nik === 'string' ? maskNik(nik as Nik) : null,
    }
  }),

  /** The service that signs for the whole office; null: certificate files. */
  service: administration
    .output(SigningServiceInput.nullable())
    .query(async ({ ctx }) => signingServiceOf(await ctx.queries.getSetting(signingServiceSetting))),

  saveService: administration
    .input(SigningServiceInput.nullable())
    .output(resultOf<SigningServiceRefusal>()(SigningServiceInput.nullable()))
    .mutation(({ ctx, input }) => ctx.open.services.saveSigningService(input)),

  tryService: administration
    .input(TrySigningServiceInput)
    .output(resultOf<EsignRefusal | SigningServiceRefusal | SignerNikRefusal>()(z.literal('active')))
    .mutation(({ ctx, input }) => ctx.open.services.trySigningService(input)),
})
