import { z } from 'zod'
import { ok } from '#domain/result.ts'
import { mustReadAgain, type SigningBatchRefusal } from '#domain/signing-batch.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import type { CertificateFacts } from '#domain/signing.ts'
import { resultOf } from '#contract/common.ts'
import {
  CertificateView,
  RequestTotpInput,
  SaveCertificateInput,
  SaveSigningServiceInput,
  SigningMeansView,
  SigningServiceInput,
  SigningServiceView,
  TrySigningServiceInput,
} from '#contract/dossier-work.ts'
import { SigningBatchView, StartSigningBatchInput } from '#contract/signing-batch.ts'
import { maskNik, type Nik } from '#domain/nik.ts'
import type {
  EsignRefusal,
  SignerNikRefusal,
  SigningAccountRefusal,
  SigningServiceRefusal,
} from '#domain/signing-service.ts'
import { certificateSetting, keptCertificateOf, type SaveCertificateRefusal } from '#services/certificates.ts'
import { keptSigningAccount, signingAccountSetting } from '#services/signing-account.ts'
import {
  issuerFor,
  signerNikSetting,
  signingServiceOf,
  signingServiceSetting,
  type SigningMeansRefusal,
} from '#services/signing-service.ts'
import type { Office } from '#services/office.ts'
import type { SigningBatch } from '#services/signing-batches.ts'
import { permittedProcedure, router } from './trpc.ts'
import { wordsOf } from './views/dossier-view.ts'

const procedure = permittedProcedure('work-dossiers')
const administration = permittedProcedure('administration')

const view = ({ holder, issuer, validUntil }: CertificateFacts): CertificateView => ({
  holder,
  issuer,
  validUntil,
})

const faultSentence =
  'Terjadi gangguan di aplikasi saat surat ini ditandatangani; surat ini belum ditandatangani. Coba lagi.'

const batchView = (office: Office, { id, letters, end }: SigningBatch): SigningBatchView => ({
  id,
  letters: letters.map(({ refusal, ...one }) => ({
    ...one,
    readAgain: refusal !== null && mustReadAgain(refusal),
    sentence:
      refusal !== null
        ? sayDossierRefusal(refusal, wordsOf(office, null))
        : one.state === 'fault'
          ? faultSentence
          : null,
  })),
  end,
  refusalCode: end === 'refused' ? (letters.findLast((one) => one.refusal)?.refusal?.code ?? null) : null,
})

/** With what people sign; nobody else's certificate than one's own can be asked for or changed. */
export const signingRouter = router({
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
    const kept = keptCertificateOf(await ctx.queries.getSetting(certificateSetting(userId)))
    const service = signingServiceOf(await ctx.queries.getSetting(signingServiceSetting))
    const account = keptSigningAccount(await ctx.queries.getSetting(signingAccountSetting))
    return {
      service,
      officeAccount: service !== null && ctx.open.services.opensSigningAccount(account, service),
      issuer: (await issuerFor(ctx.queries, userId))?.issuer ?? null,
      certificate: kept && view(kept),
      maskedNik: typeof nik === 'string' ? maskNik(nik as Nik) : null,
    }
  }),

  /** Has the service send a code of one use to whoever signs. */
  requestTotp: procedure
    .input(RequestTotpInput)
    .output(resultOf<EsignRefusal | SigningMeansRefusal>()(z.literal('sent')))
    .mutation(({ ctx, input }) => ctx.open.services.requestTotp(input.account, ctx.who)),

  /** Signs several letters with one passphrase; what becomes of each is told by `batch`. */
  startBatch: procedure
    .input(StartSigningBatchInput)
    .output(resultOf<SigningBatchRefusal>()(SigningBatchView))
    .mutation(async ({ ctx, input }) => {
      const begun = await ctx.open.signing.start(input, ctx.who)
      return begun.ok ? ok(batchView(ctx.open.office, begun.value)) : begun
    }),

  /** The last batch of the one who is signed in; null: none since the station was started. */
  batch: procedure.output(SigningBatchView.nullable()).query(({ ctx }) => {
    const batch = ctx.open.signing.find(ctx.who.user.id)
    return batch && batchView(ctx.open.office, batch)
  }),

  stopBatch: procedure.output(z.null()).mutation(({ ctx }) => {
    ctx.open.signing.stop(ctx.who.user.id)
    return null
  }),

  /** The service that signs for the whole office; null: certificate files. */
  service: administration.output(SigningServiceView.nullable()).query(async ({ ctx }) => {
    const service = signingServiceOf(await ctx.queries.getSetting(signingServiceSetting))
    const kept = keptSigningAccount(await ctx.queries.getSetting(signingAccountSetting))
    const account =
      kept && service && kept.url === service.url
        ? { username: kept.username, opensHere: ctx.open.services.opensSigningAccount(kept, service) }
        : null
    return service && { ...service, account }
  }),

  saveService: administration
    .input(SaveSigningServiceInput.nullable())
    .output(resultOf<SigningServiceRefusal | SigningAccountRefusal>()(SigningServiceInput.nullable()))
    .mutation(({ ctx, input }) => ctx.open.services.saveSigningService(input)),

  tryService: administration
    .input(TrySigningServiceInput)
    .output(
      resultOf<EsignRefusal | SigningServiceRefusal | SignerNikRefusal | SigningAccountRefusal>()(
        z.literal('active'),
      ),
    )
    .mutation(({ ctx, input }) => ctx.open.services.trySigningService(input)),
})
