import type { ReceiptData } from '#domain/documents/receipt-data.ts'
import type { MissingItemsData } from '#domain/documents/missing-items-strip.ts'
import { factsOfForm } from '#domain/intake.ts'
import type { IntakeForm } from '#domain/intake-form.ts'
import type { Instant } from '#domain/instant.ts'
import { narrowDate, clockTime, fullDate } from '#domain/indonesian.ts'
import { maskNik, parseNik } from '#domain/nik.ts'
import { officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import { initialsOf } from '#domain/person-name.ts'
import { maskPhone, parsePhone } from '#domain/phone.ts'
import { requirementsFor } from '#domain/permit-type.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { promiseFrom } from '#domain/promise.ts'
import { ok, type Result } from '#domain/result.ts'
import { kindLabel } from '#domain/wording/application.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import {
  counterOf,
  longMoment,
  noLimitText,
  printedLetterhead,
  requirementFormWord,
  shortTitle,
} from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'
import { intakeRules } from './register-application.ts'

/**
 * The receipt as it would be printed if the form were saved now. What is not yet typed stays a line of dots,
 * the number says that it comes with saving; NIK and phone are masked as on the real one.
 */
export function previewReceipt(office: Office, form: IntakeForm, who: SignedIn, now: Instant): ReceiptData {
  const { profile } = office
  const { type, regime } = intakeRules(office, form, officeToday(office, now))
  const nik = parseNik(form.nik)
  const phone = parsePhone(form.phone)
  const promise = promiseFrom(profile.stageTable, profile.calendar, now)
  const items = regime ? requirementsFor(regime, factsOfForm(form)) : []
  return {
    letterhead: printedLetterhead(profile, officeToday(office, now), false),
    crest: null,
    number: 'diberi saat disimpan',
    qr: 'PRATINJAU',
    receivedLong: longMoment(office, now),
    receivedShort: `${narrowDate(officeDateOf(now, profile.timeZone))}, ${clockTime(officeTimeOf(now, profile.timeZone))}`,
    counter: counterOf(who),
    officer: { name: who.user.name, short: who.user.name, initials: initialsOf(who.user.name) },
    applicantName: form.nameOnPermit.trim() || form.name.trim() || '…',
    nikMasked: nik.ok ? maskNik(nik.value) : '…',
    phoneMasked: phone.ok ? maskPhone(phone.value) : '…',
    representative: form.representativeName.trim() || null,
    permitCode: type?.code ?? '…',
    permitName: type?.name ?? '…',
    permitShortName: type ? shortTitle(type.name) : '…',
    request: kindLabel(form.kind, form.practiceOrdinal).replace('SIP', 'izin'),
    place: [form.facilityName.trim(), form.facilityAddress.trim()].filter(Boolean).join(', ') || '…',
    items: items.map((one) => ({
      label: one.label,
      received: form.documents.some((document) => document.requirementCode === one.code),
      form: requirementFormWord(one.form),
      count: one.count,
    })),
    promise:
      promise.workingDays !== null && promise.dueOn !== null
        ? {
            kind: 'limit',
            duration: `${promise.workingDays} hari kerja`,
            dueLong: fullDate(promise.dueOn),
            dueShort: narrowDate(promise.dueOn),
          }
        : { kind: 'rule', text: noLimitText },
    countedFrom: 'Dihitung sejak berkas lengkap dan benar.',
    fee: 'Rp0 (GRATIS)',
    pickup: profile.receipt.notes[0] ?? '',
    contact: profile.receipt.complaints,
    integrity: profile.receipt.notes[1] ?? '',
    sheetLabel: 'Lembar untuk pemohon',
    reprint: null,
    createdAt: now,
  }
}

/**
 * Prints what is missing for a walk-in whose dossier is not complete. It is no receipt and carries no number.
 * Each call prints a slip of its own.
 */
export const printMissingItems =
  (deps: DossierDeps) =>
  (
    order: { readonly form: IntakeForm; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, never>> =>
    deps.work.run<PrintJob, never>(async ({ printers, printJobs }) => {
      const at = deps.clock.now()
      const job = newJob(deps.ids.uuid(), {
        document: 'missing-items',
        applicationId: null,
        subjectId: null,
        title: `Daftar kekurangan ${order.form.name.trim()}`.trim(),
        printerId: choosePrinter(await printers.list(), 'missing-items', order.printerId),
        copy: 1,
        reason: null,
        content: {
          kind: 'missing-items',
          data: missingItems(deps.office, order.form, who, at, deps.ids.uuid()),
        },
        requestedBy: who.user.name,
        at,
      })
      await printJobs.add(job)
      return ok(job)
    })

function missingItems(
  office: Office,
  form: IntakeForm,
  who: SignedIn,
  at: Instant,
  draftId: string,
): MissingItemsData {
  const { type, regime } = intakeRules(office, form, officeToday(office, at))
  const wanted = regime ? requirementsFor(regime, factsOfForm(form)) : []
  const has = (code: string): boolean => form.documents.some((one) => one.requirementCode === code)
  return {
    letterhead: printedLetterhead(office.profile, officeToday(office, at), false),
    draftCode: draftId.slice(-8).toUpperCase(),
    keptDays: 30,
    hours: office.profile.receipt.counterHours.join('; '),
    officer: who.user.name,
    at: `${narrowDate(officeDateOf(at, office.profile.timeZone))}, ${clockTime(officeTimeOf(at, office.profile.timeZone))}`,
    counter: counterOf(who),
    applicantName: form.nameOnPermit.trim() || form.name.trim() || '–',
    permitCode: type?.code ?? '–',
    permitShortName: type ? shortTitle(type.name) : '–',
    request: kindLabel(form.kind, form.practiceOrdinal).toLowerCase().replace('sip ', ''),
    missing: wanted.filter((one) => !has(one.code)).map((one) => ({ label: one.label, reason: null })),
    accepted: wanted.filter((one) => has(one.code)).map((one) => one.label),
  }
}
