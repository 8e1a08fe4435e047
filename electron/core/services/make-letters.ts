import type { ApplicationState } from '#domain/application-state.ts'
import type { Actor } from '#domain/application-event.ts'
import type { Instant } from '#domain/instant.ts'
import { letterKinds, type Letter, type LetterKind } from '#domain/letter.ts'
import { documentRule, getSeries } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Stage } from '#domain/stage-table.ts'
import { documentLabel } from '#domain/wording/application.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import type { Entry } from './history.ts'
import { officeToday } from './move-facts.ts'
import { takeNumber } from './number-product.ts'
import type { ProductContentRefusal } from './print-content.ts'
import { choosePrinter, decideCopy, newJob, type PrintRefusal } from './print-document.ts'
import { signerOn } from './record-signature.ts'
import { requestContent } from './request-content.ts'

export type LetterRefusal = ProductContentRefusal | PrintRefusal

/** Makes the letters of a stage that is left forward, inside the transaction of the move. */
export type MakeLetters = (
  stores: Stores,
  state: ApplicationState,
  stage: Stage,
  actor: Actor,
  at: Instant,
) => Promise<Result<readonly Entry[], LetterRefusal>>

/** Reason of a further print: the letter went back to its writer. */
const rewritten = 'surat diperbaiki'

/**
 * Letters that a stage prints, the request for a recommendation: numbered from their own series and printed for the
 * signature when the stage is left forward. A letter that comes back keeps its number and is printed anew.
 * Refuses `post-vacant` when nobody could sign, and while an earlier sheet of the letter is under way.
 */
export const makeLetters =
  ({ office, ids }: DossierDeps): MakeLetters =>
  async (stores, state, stage, actor, at) => {
    const entries: Entry[] = []
    for (const kind of letterKinds.filter((one) => stage.prints.includes(one))) {
      const rule = documentRule(office.profile, kind)
      const today = officeToday(office, at)
      const signer = rule.signer === null ? undefined : signerOn(office.profile, rule.signer, today)
      if (!signer) return refuse({ code: 'post-vacant', post: rule.signer ?? kind, on: today })
      const known = state.letters?.find((one) => one.kind === kind)
      const letter = known ?? (await writeLetter({ office, ids }, stores, state, kind, at))
      const jobs = await stores.printJobs.listForSubject(letter.id)
      const copy = decideCopy(jobs, rewritten)
      if (!copy.ok) return copy
      const job = newJob(ids.uuid(), {
        document: kind,
        applicationId: state.id,
        subjectId: letter.id,
        title: `${documentLabel(kind)} ${letter.number.text}`,
        printerId: choosePrinter(await stores.printers.list(), kind, null),
        copy: copy.value,
        reason: rewritten,
        content: requestContent(office, state, letter, signer, at),
        requestedBy: actor.name,
        at,
      })
      await stores.printJobs.add(job)
      if (!known) entries.push({ body: { action: 'letter-made', letter }, actor })
      const { id: jobId } = job
      entries.push({
        body: { action: 'print-requested', document: kind, jobId, copy: job.copy },
        actor,
        note: job.reprintReason,
      })
    }
    return ok(entries)
  }

/** A letter of today with the next number of its series. */
async function writeLetter(
  { office, ids }: Pick<DossierDeps, 'office' | 'ids'>,
  { numbers }: Stores,
  state: ApplicationState,
  kind: LetterKind,
  at: Instant,
): Promise<Letter> {
  const { profile } = office
  const { series } = documentRule(profile, kind)
  if (series === null) throw new Error(`profile ${profile.code} gives ${kind} no series`)
  const issuedOn = officeToday(office, at)
  const number = await takeNumber(numbers, getSeries(profile, series), issuedOn, state.data.permitTypeCode)
  const id = ids.uuid()
  await numbers.record({ number, document: kind, applicationId: state.id, subjectId: id, takenAt: at })
  return { id, kind, number, issuedOn }
}
