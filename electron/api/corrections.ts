import { z } from 'zod'
import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import { lastChange, refuseCorrection } from '#domain/correction-rules.ts'
import { erratumAtWork } from '#domain/erratum.ts'
import { changesBetween } from '#domain/intake-changes.ts'
import { factsOfForm, readIntake } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import { mayWait } from '#domain/intake-minimum.ts'
import { intakeParts } from '#domain/intake-parts.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import { minimumOf } from '#domain/stage-table.ts'
import { sayCorrectionRefusal } from '#domain/wording/corrections.ts'
import { sayFieldRefusal, sayRegisterRefusal } from '#domain/wording/intake.ts'
import { IdField, resultOf } from '#contract/common.ts'
import {
  ConsequencesView,
  CorrectionFormView,
  CorrectionInput,
  RemoveFileInput,
} from '#contract/corrections.ts'
import { DossierView } from '#contract/dossier.ts'
import { CorrectionDraft, IntakeFormSchema } from '#contract/intake.ts'
import type { CorrectIntakeRefusal } from '#services/correct-intake.ts'
import { mayConsent } from '#services/consent.ts'
import { formOfApplication } from '#services/form-of-application.ts'
import { intakeRules, requestedForm } from '#services/intake-rules.ts'
import { requirementOfField } from '#services/lacking-data.ts'
import { requirementsOf } from '#services/move-facts.ts'
import { getType, type SignedIn } from '#services/office.ts'
import { decideIntake } from '#services/register-application.ts'
import type { RemoveFileRefusal } from '#services/remove-file.ts'
import type { ApiContext } from './context.ts'
import { after } from './dossiers.ts'
import { findHolder } from './known-applicant.ts'
import { overlapsOfForm } from './overlaps.ts'
import { permittedProcedure, router, type OpenOffice } from './trpc.ts'

const procedure = permittedProcedure('intake')

/** Second thoughts about an intake: data that were wrong or not whole, and files of somebody else. */
export const correctionsRouter = router({
  /** The application as a form; null: no such application. */
  form: procedure
    .input(z.object({ applicationId: IdField }))
    .output(CorrectionFormView.nullable())
    .query(async ({ ctx, input }) => {
      const { office } = ctx.open
      const state = await ctx.queries.findApplication(input.applicationId)
      if (!state) return null
      const refusal = refuseCorrection(state)
      const kept = await keptCorrection(ctx.queries, ctx.who, state.id)
      return {
        applicationId: state.id,
        registrationNumber: state.registrationNumber.text,
        holderName: state.applicant.nameOnPermit ?? state.applicant.name,
        typeName: getType(office, state.data.permitTypeCode).name,
        form: formOfApplication(office, state),
        corrections: lastChange(state)?.count ?? 0,
        incomplete: state.incomplete === true,
        draftId: kept?.id ?? ctx.ids.uuid(),
        draft: kept && { updatedAt: kept.updatedAt, data: kept.data },
        needsConsent:
          state.acceptedAt !== null && erratumAtWork(state) === null && !mayConsent(office, ctx.who.user),
        refusal: refusal && sayCorrectionRefusal(refusal, office.profile.timeZone),
      }
    }),

  /** What saving this form would bring along; files travel without their names, as in the outlook. */
  consequences: procedure
    .input(z.object({ applicationId: IdField, form: IntakeFormSchema }))
    .output(ConsequencesView)
    .query(async ({ ctx, input }) => {
      const state = await ctx.queries.findApplication(input.applicationId)
      return state ? consequencesOf(ctx, state, requestedForm(ctx.open.office, input.form)) : nothing
    }),

  save: procedure
    .input(CorrectionInput)
    .output(resultOf<CorrectIntakeRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.correctIntake(input, ctx.who)),
    ),

  removeFile: permittedProcedure('intake', 'work-dossiers')
    .input(RemoveFileInput)
    .output(resultOf<RemoveFileRefusal>()(DossierView))
    .mutation(async ({ ctx, input }) =>
      after(ctx, input.applicationId, await ctx.open.services.removeFile(input, ctx.who)),
    ),
})

/** What this person has typed of a correction and not saved; null: nothing. */
async function keptCorrection(queries: ApiContext['queries'], { user }: SignedIn, applicationId: string) {
  for (const { id, kind, updatedAt, data } of await queries.listDrafts(user.id)) {
    const typed = kind === 'correction' ? CorrectionDraft.safeParse(data) : null
    if (!typed?.success || typed.data.applicationId !== applicationId) continue
    const { changed, reason } = typed.data
    return changed.length > 0 || reason.trim() !== '' ? { id, updatedAt, data: typed.data } : null
  }
  return null
}

const nothing: ConsequencesView = {
  asked: [],
  unneeded: [],
  changes: [],
  refusal: null,
  overlaps: [],
  promise: '',
}

interface Reading extends Pick<ApiContext, 'queries' | 'clock'> {
  readonly open: OpenOffice
  readonly who: SignedIn
}

async function consequencesOf(
  { queries, open, clock }: Reading,
  state: ApplicationState,
  form: IntakeForm,
): Promise<ConsequencesView> {
  const { office } = open
  const rules = intakeRules(office, form, state.filedOn)
  const { type, regime } = rules
  const before = requirementsOf(office, state)
  const after = regime ? requirementsFor(regime, factsOfForm(form, type?.fields ?? [])) : before
  const held = (code: string): boolean => currentDocuments(state).some((one) => one.requirementCode === code)
  const fields = [getType(office, state.data.permitTypeCode), ...(type ? [type] : [])].flatMap(
    (one) => one.fields,
  )
  return {
    asked: after.filter(({ code }) => !held(code)).map(({ code, label }) => ({ code, label })),
    unneeded: before
      .filter(({ code }) => held(code) && !after.some((one) => one.code === code))
      .map(({ label }) => label),
    changes: [...changesBetween(formOfApplication(office, state), form, fields)],
    refusal: await registerSays(queries, open, state, form),
    overlaps: await overlapsOfForm({ queries, open, clock }, form, state.id),
    promise:
      state.dueOn === null
        ? ''
        : 'Batas waktu layanan tetap: dihitung sejak berkas dinyatakan lengkap dan benar.',
  }
}

/** The register's own word on the form as it is now; null: nothing, or it cannot be read yet. */
async function registerSays(
  queries: ApiContext['queries'],
  { office }: OpenOffice,
  state: ApplicationState,
  form: IntakeForm,
): Promise<string | null> {
  const rules = intakeRules(office, form, state.filedOn)
  const { type, regime, route } = rules
  if (route && route.to !== 'own-office')
    return sayRegisterRefusal(
      { code: 'filed-elsewhere', destination: route.destination, reason: route.reason },
      office.profile.timeZone,
    )
  const waits = mayWait(form, minimumOf(office.profile.stageTable) ?? intakeParts)
  const reading = readIntake(
    form,
    rules,
    null,
    (one) => requirementOfField(one.field) !== undefined || (state.incomplete === true && waits(one)),
  )
  if (!reading.ok || !type || !regime) return null
  const holder = await findHolder(queries, form, type.holder)
  const all = holder ? await queries.listStatesByApplicant(holder.id) : []
  const decided = await decideIntake(
    office,
    {
      findByProductNumber: async (number) => {
        const id = await queries.findByProductNumber(number)
        return id === undefined ? undefined : queries.findApplication(id)
      },
      listByCollectiveFiling: (filingId) => queries.listStatesOfCollectiveFiling(filingId),
    },
    {
      form,
      reading: reading.value,
      type,
      regime,
      applications: all.filter(({ id }) => id !== state.id),
      today: state.filedOn,
    },
  )
  if (decided.ok) return null
  const { refusal } = decided
  return refusal.code === 'form-incomplete'
    ? refusal.fields.map((one) => sayFieldRefusal(one.refusal)).join(' ')
    : sayRegisterRefusal(refusal, office.profile.timeZone)
}
