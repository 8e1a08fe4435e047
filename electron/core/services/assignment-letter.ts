import type { ApplicationState } from '#domain/application-state.ts'
import type { Appointment } from '#domain/appointment.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { OfficialNumber, SignedBy } from '#domain/permit.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { documentRule, getSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { documentLabel } from '#domain/wording/application.ts'
import type { Stores } from '#ports/stores.ts'
import { assignmentContent } from './assignment-content.ts'
import type { DossierDeps } from './dossier-change.ts'
import { takeNumber } from './number-product.ts'
import type { Office, SignedIn } from './office.ts'
import type { ProductContentRefusal } from './print-content.ts'
import { choosePrinter, decideCopy, newJob, type PrintRefusal } from './print-document.ts'
import { signerOn } from './record-signature.ts'

/** Who signs the *Surat Tugas* of a day. Refuses `post-vacant`. */
export function assignmentSigner(
  { profile }: Pick<Office, 'profile'>,
  day: OfficeDate,
): Result<SignedBy, ProductContentRefusal> {
  const post = documentRule(profile, 'assignment-letter').signer ?? ''
  const signer = signerOn(profile, post, day)
  return signer ? ok(signer) : refuse({ code: 'post-vacant', post, on: day })
}

/** The next number of the series of the *Surat Tugas*; nobody else gets one until the transaction ends. */
export function takeAssignmentNumber(
  { profile }: Pick<Office, 'profile'>,
  { numbers }: Pick<Stores, 'numbers'>,
  day: OfficeDate,
): Promise<OfficialNumber> {
  const { series } = documentRule(profile, 'assignment-letter')
  if (series === null) throw new Error(`profile ${profile.code} gives assignment-letter no series`)
  return takeNumber(numbers, getSeries(profile, series), day, '')
}

export interface LetterOrder {
  readonly printerId: string | null
  /** Why it is printed again; null: it is the first. */
  readonly reason: string | null
}

/**
 * Puts the letter into the spool, once more with its reason where a sheet came out before.
 *
 * @param states  the dossiers of the appointment, in their order
 * Refuses while a sheet of it is under way or of unknown fate, and `post-vacant`.
 */
export async function addLetterJob(
  { office, ids }: Pick<DossierDeps, 'office' | 'ids'>,
  stores: Stores,
  appointment: Appointment,
  states: readonly ApplicationState[],
  order: LetterOrder,
  who: SignedIn,
  at: Instant,
): Promise<Result<PrintJob, PrintRefusal | ProductContentRefusal>> {
  const { letter } = appointment
  const signer = assignmentSigner(office, letter.issuedOn)
  if (!signer.ok) return signer
  const jobs = await stores.printJobs.listForSubject(letter.id)
  const copy = decideCopy(jobs, order.reason)
  if (!copy.ok) return copy
  const job = newJob(ids.uuid(), {
    document: 'assignment-letter',
    applicationId: states[0]?.id ?? null,
    subjectId: letter.id,
    title: `${documentLabel('assignment-letter')} ${letter.number.text}`,
    printerId: choosePrinter(await stores.printers.list(), 'assignment-letter', order.printerId),
    copy: copy.value,
    reason: order.reason,
    content: assignmentContent(office, appointment, states, signer.value, at),
    requestedBy: who.user.name,
    at,
  })
  await stores.printJobs.add(job)
  return ok(job)
}

/** A letter with an old date must not come out any more: what waits, is held or could be retried is called off. */
export async function callOffLetter({ printJobs }: Stores, letterId: string, at: Instant): Promise<void> {
  for (const { id } of await printJobs.listForSubject(letterId)) {
    const job = await printJobs.find(id)
    if (job?.state === 'queued' || job?.state === 'held' || job?.state === 'failed')
      await printJobs.mark(id, { state: 'cancelled', reason: null, detail: null, endedAt: at })
  }
}
