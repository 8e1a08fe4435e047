import type { ApplicationState } from '#domain/application-state.ts'
import {
  mostForms,
  type BlankForm,
  type BlankFormLine,
  type FormRefusal,
  type ReserveRefusal,
  type VoidFormRefusal,
} from '#domain/blank-form.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import type { Instant } from '#domain/instant.ts'
import type { LateReading } from '#domain/late-fields.ts'
import { parsePattern, scopeKey } from '#domain/number-pattern.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { getSeries, type NumberSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import {
  parseVerificationCode,
  trackAddress,
  verificationCode,
  type VerificationCode,
} from '#domain/verification-code.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import { takeNumber } from './number-product.ts'
import type { Office, SignedIn } from './office.ts'
import { contactSentences } from './paper-words.ts'
import { counterWord, printedLetterhead, shortMoment } from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'

export interface ReserveOrder {
  /** Minted by the screen with the first try: a repeat is the same batch. */
  readonly batchId: string
  readonly count: number
  readonly counter: string
  readonly printerId: string | null
}

/** A number that shows or counts by the type cannot be given before the type is known. */
function countsByType(series: NumberSeries): boolean {
  const pattern = parsePattern(series.pattern)
  if (!pattern.ok) throw new Error(`series ${series.code} has a broken pattern`)
  const shown = pattern.value.parts.some((one) => one.kind === 'token' && one.token === 'typeCode')
  return shown || series.scope === 'type' || series.scope === 'type-year'
}

/**
 * Prints blank intake forms with their numbers, a sheet each: the next numbers of the office's own series, reserved in one
 * transaction with the sheets. A reserved number is a line of the register; intake goes on behind it.
 * Repeatable by `batchId`: the same forms, nothing printed again.
 */
export const reserveForms =
  (deps: DossierDeps) =>
  (order: ReserveOrder, who: SignedIn): Promise<Result<readonly BlankForm[], ReserveRefusal>> =>
    deps.work.run<readonly BlankForm[], ReserveRefusal>(async (stores) => {
      const { office, ids } = deps
      const known = await stores.blankForms.listBatch(order.batchId)
      if (known.length > 0) return ok(known)
      const counter = order.counter.trim()
      if (!(Number.isInteger(order.count) && order.count >= 1 && order.count <= mostForms))
        return refuse({ code: 'form-count-wrong', most: mostForms })
      if (counter === '') return refuse({ code: 'form-counter-needed' })
      const series = getSeries(office.profile, office.profile.receipt.series)
      if (countsByType(series)) return refuse({ code: 'form-series-by-type' })
      const at = deps.clock.now()
      const forms: BlankForm[] = []
      for (let left = order.count; left > 0; left -= 1) {
        const number = await takeNumber(stores.numbers, series, officeToday(office, at), '')
        const applicationId = ids.uuid()
        await stores.numbers.record({
          number,
          document: 'receipt',
          applicationId,
          subjectId: null,
          takenAt: at,
        })
        forms.push({
          applicationId,
          batchId: order.batchId,
          number,
          trackingCode: verificationCode(ids.randomBytes(16)),
          counter,
          reservedAt: at,
          reservedBy: who.user.name,
        })
      }
      await stores.blankForms.add(forms)
      await addSheets(stores, deps, forms, { by: who.user.name, at, printerId: order.printerId })
      return ok(forms)
    })

interface Sheets {
  readonly by: string
  readonly at: Instant
  readonly printerId: string | null
}

async function addSheets(
  { printers, printJobs }: Pick<Stores, 'printers' | 'printJobs'>,
  { office, ids }: Pick<DossierDeps, 'office' | 'ids'>,
  forms: readonly BlankForm[],
  { by, at, printerId }: Sheets,
): Promise<void> {
  const printer = choosePrinter(await printers.list(), 'blank-form', printerId)
  for (const form of forms)
    await printJobs.add(
      newJob(ids.uuid(), {
        document: 'blank-form',
        applicationId: null,
        subjectId: form.applicationId,
        title: `Formulir ${form.number.text}`,
        printerId: printer,
        copy: 1,
        reason: null,
        content: formContent(office, form, at),
        requestedBy: by,
        at,
      }),
    )
}

/** A form as it goes on paper. */
function formContent(office: Office, form: BlankForm, at: Instant): PrintContent {
  const { profile } = office
  const today = officeToday(office, at)
  return {
    kind: 'blank-form',
    paper: paperFor(profile, 'blank-form'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, today, false),
      number: form.number.text,
      qr: trackAddress(profile.portalPublicBase, form.trackingCode as VerificationCode),
      counter: counterWord(form.counter),
      printedAt: shortMoment(office, at),
      pickup: profile.receipt.notes[0] ?? '',
      integrity: profile.receipt.notes[1] ?? 'Petugas tidak menerima pemberian dalam bentuk apa pun.',
      contact: contactSentences(profile),
    },
  }
}

/**
 * Gives up a form that will not be used any more (torn, printed twice, left over): its number stays in the register, void
 * with the reason and who gave it up. Refuses what was used, what is void already, and an empty reason.
 */
export const voidForm =
  (deps: DossierDeps) =>
  (
    order: { readonly number: string; readonly reason: string },
    who: SignedIn,
  ): Promise<Result<null, VoidFormRefusal>> =>
    deps.work.run<null, VoidFormRefusal>(async (stores) => {
      const reason = order.reason.trim()
      if (reason === '') return refuse({ code: 'form-void-reason-needed' })
      const form = await findForm(stores, order.number)
      if (!form.ok) return form
      await stores.numbers.markVoid(form.value.number, reason, deps.clock.now(), who.user.name)
      return ok(null)
    })

/** The form of a typed number or a scanned receipt, locked, if an application may be entered on it. */
async function findForm(
  stores: Pick<Stores, 'blankForms' | 'applications'>,
  typed: string,
): Promise<Result<BlankFormLine, FormRefusal>> {
  const form = await formNamed(stores, typed)
  if (!form) return refuse({ code: 'form-unknown', typed: typed.trim() })
  const number = form.number.text
  if (form.voided) return refuse({ code: 'form-void', number, reason: form.voided.reason })
  const used = await stores.applications.find(form.applicationId)
  return used
    ? refuse({
        code: 'form-used',
        number,
        by: used.registeredBy.name,
        at: used.late?.enteredAt ?? used.submittedAt,
      })
    : ok(form)
}

/** By the number in its corner, or by the text of its QR. */
async function formNamed(
  { blankForms }: Pick<Stores, 'blankForms'>,
  typed: string,
): Promise<BlankFormLine | undefined> {
  const text = typed.trim()
  const code = parseVerificationCode(text.split('/').at(-1) ?? '')
  const found = await blankForms.find({ number: text.toUpperCase() })
  return found ?? (code === null ? undefined : blankForms.find({ trackingCode: code }))
}

/** What the very same entry made of a form before: the answer to a repeat. null: nothing. */
export async function enteredOnForm(
  stores: Pick<Stores, 'blankForms' | 'applications'>,
  typed: string,
  entryId: string,
): Promise<ApplicationState | null> {
  const form = typed.trim() === '' ? undefined : await formNamed(stores, typed)
  const state = form && (await stores.applications.find(form.applicationId))
  return state?.late?.entryId === entryId ? state : null
}

/**
 * The form on which a late application was taken in; null: on none. Refuses one that was printed after that, and one whose
 * number belongs to another year than the day on which the applicant came.
 */
export async function formOfEntry(
  office: Pick<Office, 'profile'>,
  stores: Pick<Stores, 'blankForms' | 'applications'>,
  { formNumber, takenAt }: LateReading,
): Promise<Result<BlankForm | null, FormRefusal>> {
  if (formNumber === null) return ok(null)
  const form = await findForm(stores, formNumber)
  if (!form.ok) return form
  const { number, reservedAt } = form.value
  if (takenAt.slice(0, 16) < reservedAt.slice(0, 16))
    return refuse({
      code: 'form-later',
      number: number.text,
      printedOn: officeDateOf(reservedAt, office.profile.timeZone),
      printedTime: officeTimeOf(reservedAt, office.profile.timeZone),
    })
  const filedOn = officeDateOf(takenAt, office.profile.timeZone)
  const { scope } = getSeries(office.profile, number.series)
  return scopeKey(scope, filedOn, '') === number.scope
    ? ok(form.value)
    : refuse({ code: 'form-of-other-scope', number: number.text, filedOn })
}
