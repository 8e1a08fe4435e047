import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { refuse, ok } from '#domain/result.ts'
import { receiptStrip } from '#domain/documents/receipt-strip.ts'
import { stripText } from '#domain/documents/strip.ts'
import { factsOfForm } from '#domain/intake.ts'
import type { Applicant } from '#domain/application.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { parseNik } from '#domain/nik.ts'
import { countedPlaces } from '#domain/place-limit.ts'
import { addDays } from '#domain/office-date.ts'
import { startOfDay } from '#domain/office-zone.ts'
import { parseVerificationCode } from '#domain/verification-code.ts'
import {
  applicationKinds,
  isPracticePermit,
  requirementApplies,
  requirementsFor,
  type PermitType,
} from '#domain/permit-type.ts'
import { uploadRuleFor } from '#domain/profile.ts'
import { ownOffice } from '#domain/route.ts'
import { earliestLateDay } from '#domain/late-entry.ts'
import { promiseFrom, publishedLimit } from '#domain/promise.ts'
import { fullDate } from '#domain/indonesian.ts'
import { sayUncertainYear } from '#domain/wording/calendar.ts'
import { IdField, OfficeDateField, resultOf, typedText } from '#contract/common.ts'
import {
  DraftInput,
  DraftView,
  EarlierPermitView,
  IntakeFormSchema,
  IntakeOutlook,
  KnownApplicantView,
  OfferView,
  ReferInput,
  ReferralCountView,
  ReferredView,
  RegisteredView,
  RegisterInput,
} from '#contract/intake.ts'
import { LookalikeQuestion, LookalikeView } from '#contract/lookalike.ts'
import { officeToday } from '#services/move-facts.ts'
import { offeredPermits } from '#services/holder-permits.ts'
import { intakeRules, momentOfIntake, requestedForm } from '#services/intake-rules.ts'
import { lackingData } from '#services/lacking-data.ts'
import { offersOn } from '#services/offers.ts'
import { previewReceipt } from '#services/receipt-content.ts'
import type { RegisterRefusal } from '#services/register-application.ts'
import { professionTypes } from '#services/office.ts'
import { cityName } from '#services/paper-words.ts'
import type { ApiContext } from './context.ts'
import { findHolder } from './known-applicant.ts'
import { lookalikesOfForm } from './lookalikes.ts'
import { declaredOf, overlapsOfForm } from './overlaps.ts'
import { permittedProcedure, router, type OpenOffice } from './trpc.ts'
import { lineView } from './views/dossier-view.ts'
import { applicantView } from './views/request-view.ts'
import { earlierPermitView, offerView, referralCounts, routeView } from './views/intake-view.ts'

const procedure = permittedProcedure('intake')

const { citizenship, identityKind, identityNumber, companyNib, companyNpwp } = IntakeFormSchema.shape
/** By what somebody without a NIK is known, as typed; absent: not typed. */
const paperKeys = { citizenship, identityKind, identityNumber, companyNib, companyNpwp }

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

  /** The permits of a known person that are of the type asked for, with why one cannot be taken. */
  earlierPermits: procedure
    .input(
      z.object({
        nik: z.string().max(40),
        ...paperKeys,
        permitTypeCode: z.string().max(64),
        kind: z.enum(applicationKinds),
      }),
    )
    .output(z.array(EarlierPermitView))
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const holder = office.types.find((one) => one.code === input.permitTypeCode)?.holder ?? 'person'
      const applicant = await findHolder(ctx.queries, input, holder)
      if (!applicant) return []
      const applications = await ctx.queries.listStatesByApplicant(applicant.id)
      const today = officeToday(office, ctx.clock.now())
      return offeredPermits(office, applications, input.permitTypeCode, input.kind, today).map((one) =>
        earlierPermitView(office, one),
      )
    }),

  /** One permit of anybody by the number on its paper, or by the text of its QR. null: the register has none. */
  earlierPermitByNumber: procedure
    .input(z.object({ number: typedText(300), kind: z.enum(applicationKinds) }))
    .output(EarlierPermitView.nullable())
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const code = parseVerificationCode(input.number.trim().split('/').at(-1) ?? '')
      const id =
        code === null
          ? await ctx.queries.findByProductNumber(input.number.trim())
          : await ctx.queries.findByVerificationCode(code)
      const owner = id === undefined ? undefined : await ctx.queries.findApplication(id)
      if (!owner) return null
      const applications = await ctx.queries.listStatesByApplicant(owner.applicant.id)
      const today = officeToday(office, ctx.clock.now())
      const found = offeredPermits(office, applications, null, input.kind, today).find(
        (one) => one.state.id === owner.id,
      )
      return found ? earlierPermitView(office, found) : null
    }),

  /** Sends somebody to where their permit is filed: counted once, with a slip, without a number. */
  refer: procedure
    .input(ReferInput)
    .output(ReferredView)
    .mutation(async ({ ctx, input }) => {
      const job = await ctx.open.services.referApplicant(input, ctx.who)
      // The screen offers the slip only for what is filed elsewhere; anything else is a page of yesterday.
      if (!job.ok)
        throw new TRPCError({
          code: 'CONFLICT',
          message:
            job.refusal.code === 'filed-here'
              ? 'Jenis izin ini diajukan di kantor ini. Muat ulang layar, lalu terima permohonannya.'
              : 'Jenis izin ini tidak ditawarkan hari ini. Muat ulang layar, lalu pilih lagi.',
        })
      ctx.open.services.spool.wake()
      return { referralId: input.id, jobId: job.value?.id ?? null }
    }),

  /** How often people were sent elsewhere, by day and type. */
  referralCounts: permittedProcedure('intake', 'reports')
    .input(z.object({ from: OfficeDateField, to: OfficeDateField }))
    .output(z.array(ReferralCountView))
    .query(async ({ ctx, input }) => {
      const { timeZone } = ctx.open.office.profile
      const span = {
        from: startOfDay(input.from, timeZone),
        until: startOfDay(addDays(input.to, 1), timeZone),
      }
      return referralCounts(ctx.open.office, await ctx.queries.listReferrals(span))
    }),

  findByNik: procedure
    .input(z.object({ nik: z.string().max(40) }))
    .output(KnownApplicantView.nullable())
    .query(async ({ ctx, input }) => {
      const nik = parseNik(input.nik)
      const applicant = nik.ok ? await ctx.queries.findApplicantByNik(nik.value) : undefined
      return applicant ? knownView(ctx, applicant) : null
    }),

  /** A foreigner without NIK by passport or KITAS, or a business by NIB or NPWP. null: the register knows none. */
  findByPaper: procedure
    .input(z.object({ holder: z.enum(['person', 'company']), ...paperKeys }))
    .output(KnownApplicantView.nullable())
    .query(async ({ ctx, input }) => {
      const applicant = await findHolder(ctx.queries, { ...input, nik: '' }, input.holder)
      return applicant ? knownView(ctx, applicant) : null
    }),

  /** Dossiers of the register that may be the one being typed, each with its reason; a warning, never a refusal. */
  lookalikes: procedure
    .input(LookalikeQuestion)
    .output(z.array(LookalikeView))
    .query(({ ctx, input }) => lookalikesOfForm(ctx, input)),

  outlook: procedure
    .input(
      z.object({
        form: IntakeFormSchema,
        columns: z.union([z.literal(32), z.literal(42), z.literal(48)]),
        /** The application that is corrected: it does not count beside itself. null: a new one. */
        applicationId: IdField.nullable().default(null),
      }),
    )
    .output(IntakeOutlook)
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const form = requestedForm(office, input.form)
      const now = momentOfIntake(office, form, ctx.clock.now())
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
        fields: (form.kind === 'revocation' ? [] : (type?.fields ?? []))
          .filter((one) => requirementApplies(one.when, facts))
          .map(({ when: _asked, ...field }) => ({ ...field, choices: [...field.choices] })),
        asksFor: { permitTypeCode: form.permitTypeCode, kind: form.kind },
        holder: type?.holder ?? 'person',
        route: routeView(route ?? ownOffice),
        needsSchedule: type === null || isPracticePermit(type),
        places: await placesOf(ctx, form, type, input.applicationId),
        overlaps: await overlapsOfForm(ctx, form, input.applicationId),
        needsStr: regime?.needsStr ?? true,
        profession: type?.profession ?? '',
        placeLimit: regime?.placeLimit ?? 0,
        promise: {
          workingDays: promise.limit?.workingDays ?? null,
          dueOn: promise.dueOn,
          label:
            promise.dueOn === null
              ? 'Kantor ini tidak menetapkan batas waktu; tanggal selesai tidak dijanjikan.'
              : `${publishedLimit(office.profile.stageTable)}, paling lambat ${fullDate(promise.dueOn)} bila berkas lengkap dan benar hari ini.${sayUncertainYear(office.profile.calendar, promise.dueOn)}`,
        },
        earliestLateDay: earliestLateDay(office.profile.calendar, ctx.clock.now(), office.profile.timeZone),
        receiptLines: stripText(receiptStrip(receipt, input.columns)).split('\n'),
      }
    }),

  register: procedure
    .input(RegisterInput)
    .output(resultOf<RegisterRefusal>()(RegisteredView))
    .mutation(async ({ ctx, input }) => {
      const { consent = null, ...order } = input
      const { services } = ctx.open
      const registered = order.form.oldBook
        ? await services.carryRunning(order, ctx.who)
        : order.form.lateEntry
          ? await services.enterLateApplication({ ...order, consent }, ctx.who)
          : await services.registerApplication(order, ctx.who)
      if (!registered.ok) return refuse(registered.refusal)
      ctx.open.services.spool.wake()
      const jobs = await ctx.queries.listPrintJobs({ applicationId: registered.value.id, limit: 100 })
      return ok({
        applicationId: registered.value.id,
        registrationNumber: registered.value.registrationNumber.text,
        jobId: jobs.find((one) => one.document === 'receipt' && one.copy === 1)?.id ?? null,
        lacking: lackingData(ctx.open.office, registered.value).length,
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
      if (draft.kind !== 'intake') return []
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

type Reading = Pick<ApiContext, 'queries' | 'clock'> & { readonly open: OpenOffice }

/** Somebody of the register with everything they ever asked for. */
async function knownView({ queries, open, clock }: Reading, applicant: Applicant) {
  const now = clock.now()
  const dossiers = await queries.listByApplicant(applicant.id)
  return {
    applicant: applicantView(applicant),
    dossiers: dossiers.map((one) => lineView(open.office, one, now)),
  }
}

/** The places that count already for the person on the form, so far as the register and the form tell. */
async function placesOf(
  { queries, open, clock }: Reading,
  form: IntakeForm,
  type: PermitType | null,
  exceptApplicationId: string | null,
) {
  if (type === null) return []
  const applicant = await findHolder(queries, form, type.holder)
  const today = officeToday(open.office, clock.now())
  const places = countedPlaces({
    applications: applicant ? await queries.listStatesByApplicant(applicant.id) : [],
    typeCodes: professionTypes(open.office, type.code),
    declared: declaredOf(form),
    day: today,
    city: cityName(open.office),
    exceptPermitId: form.targetPermitId,
    exceptApplicationId,
  })
  return places.map(({ name, city, number, source }) => ({ name, city, number, source }))
}
