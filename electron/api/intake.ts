import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { refuse, ok } from '#domain/result.ts'
import { receiptStrip } from '#domain/documents/receipt-strip.ts'
import { stripText } from '#domain/documents/strip.ts'
import { factsOfForm } from '#domain/intake.ts'
import { parseNik } from '#domain/nik.ts'
import { isPracticePermit, requirementApplies, requirementsFor } from '#domain/permit-type.ts'
import { uploadRuleFor } from '#domain/profile.ts'
import { ownOffice } from '#domain/route.ts'
import { promiseFrom, publishedLimit } from '#domain/promise.ts'
import { fullDate } from '#domain/indonesian.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  DraftInput,
  DraftView,
  IntakeFormSchema,
  IntakeOutlook,
  KnownApplicantView,
  OfferView,
  RegisteredView,
  RegisterInput,
} from '#contract/intake.ts'
import { officeToday } from '#services/move-facts.ts'
import { intakeRules, requestedForm } from '#services/intake-rules.ts'
import { offersOn } from '#services/offers.ts'
import { previewReceipt } from '#services/receipt-content.ts'
import type { RegisterRefusal } from '#services/register-application.ts'
import { permittedProcedure, router } from './trpc.ts'
import { lineView } from './views/dossier-view.ts'
import { offerView, routeView } from './views/intake-view.ts'

const procedure = permittedProcedure('intake')

/** *Terima Permohonan*: who it is, what it needs, what is kept while typing, and the registration. */
export const intakeRouter = router({
  /** An id for a new application, made before the first try. */
  begin: procedure
    .output(z.object({ applicationId: z.string(), draftId: z.string() }))
    .mutation(({ ctx }) => ({
      applicationId: ctx.ids.uuid(),
      draftId: ctx.ids.uuid(),
    })),

  /** Every permit type that may be asked for today, also those that are filed elsewhere. */
  offers: procedure
    .output(z.array(OfferView))
    .query(({ ctx }) =>
      offersOn(ctx.open.office, officeToday(ctx.open.office, ctx.clock.now())).map((one) =>
        offerView(ctx.open.office, one),
      ),
    ),

  findByNik: procedure
    .input(z.object({ nik: z.string().max(40) }))
    .output(KnownApplicantView.nullable())
    .query(async ({ ctx, input }) => {
      const nik = parseNik(input.nik)
      const applicant = nik.ok ? await ctx.queries.findApplicantByNik(nik.value) : undefined
      if (!applicant) return null
      const now = ctx.clock.now()
      const dossiers = await ctx.queries.listByApplicant(applicant.id)
      return { applicant, dossiers: dossiers.map((one) => lineView(ctx.open.office, one, now)) }
    }),

  outlook: procedure
    .input(
      z.object({ form: IntakeFormSchema, columns: z.union([z.literal(32), z.literal(42), z.literal(48)]) }),
    )
    .output(IntakeOutlook)
    .query(({ ctx, input }) => {
      const { office } = ctx.open
      const now = ctx.clock.now()
      const form = requestedForm(office, input.form)
      const { type, regime, route } = intakeRules(office, form, officeToday(office, now))
      const facts = factsOfForm(form, type?.fields ?? [])
      const promise = promiseFrom(office.profile.stageTable, office.profile.calendar, now)
      const receipt = previewReceipt(office, form, ctx.who, now)
      return {
        requirements: regime
          ? requirementsFor(regime, facts).map((one) => {
              const upload = uploadRuleFor(office.profile, one)
              return {
                code: one.code,
                label: one.label,
                form: one.form,
                count: one.count,
                file: one.file,
                photo: one.photo,
                maxAgeDays: one.maxAgeDays,
                asks: [...one.asks],
                upload: { ...upload, mediaTypes: [...upload.mediaTypes] },
              }
            })
          : [],
        fields: (type?.fields ?? [])
          .filter((one) => requirementApplies(one.when, facts))
          .map(({ when: _asked, ...field }) => ({ ...field, choices: [...field.choices] })),
        asksFor: { permitTypeCode: form.permitTypeCode, kind: form.kind },
        holder: type?.holder ?? 'person',
        route: routeView(route ?? ownOffice),
        needsSchedule: type === null || isPracticePermit(type),
        places: [],
        needsStr: regime?.needsStr ?? true,
        profession: type?.profession ?? '',
        placeLimit: regime?.placeLimit ?? 0,
        promise: {
          workingDays: promise.limit?.workingDays ?? null,
          dueOn: promise.dueOn,
          label:
            promise.dueOn === null
              ? 'Kantor ini tidak menetapkan batas waktu; tanggal selesai tidak dijanjikan.'
              : `${publishedLimit(office.profile.stageTable)}, paling lambat ${fullDate(promise.dueOn)} bila berkas lengkap dan benar hari ini.`,
        },
        receiptLines: stripText(receiptStrip(receipt, input.columns)).split('\n'),
      }
    }),

  register: procedure
    .input(RegisterInput)
    .output(resultOf<RegisterRefusal>()(RegisteredView))
    .mutation(async ({ ctx, input }) => {
      const registered = await ctx.open.services.registerApplication(input, ctx.who)
      if (!registered.ok) return refuse(registered.refusal)
      ctx.open.services.spool.wake()
      const jobs = await ctx.queries.listPrintJobs({ applicationId: input.applicationId, limit: 100 })
      return ok({
        applicationId: registered.value.id,
        registrationNumber: registered.value.registrationNumber.text,
        jobId: jobs.find((one) => one.document === 'receipt' && one.copy === 1)?.id ?? null,
      })
    }),

  printMissing: procedure
    .input(
      z.object({
        form: IntakeFormSchema,
        draftId: IdField.nullable().default(null),
        printerId: IdField.nullable(),
      }),
    )
    .output(z.object({ jobId: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.printMissingItems(input, ctx.who)
      if (!job.ok) throw new Error('a list of missing items is never refused')
      ctx.open.services.spool.wake()
      return { jobId: job.value.id }
    }),

  saveDraft: procedure
    .input(DraftInput)
    .output(z.object({ updatedAt: z.string() }))
    .mutation(async ({ ctx, input }) => {
      const saved = await ctx.open.services.saveDraft(input, ctx.who)
      if (!saved.ok) throw new TRPCError({ code: 'FORBIDDEN', message: 'Draf ini milik petugas lain.' })
      return { updatedAt: saved.value.updatedAt }
    }),

  drafts: procedure.output(z.array(DraftView)).query(async ({ ctx }) => {
    const drafts = await ctx.queries.listDrafts(ctx.who.user.id)
    return drafts.flatMap((draft) => {
      const data = IntakeFormSchema.safeParse(draft.data)
      // A draft of an older form is left out of the list, never thrown away.
      return data.success ? [{ ...draft, data: data.data }] : []
    })
  }),

  discardDraft: procedure
    .input(z.object({ id: IdField }))
    .output(z.null())
    .mutation(async ({ ctx, input }) => {
      await ctx.open.services.discardDraft(input.id, ctx.who)
      return null
    }),
})
