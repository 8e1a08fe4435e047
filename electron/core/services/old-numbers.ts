import type { ApplicationState } from '#domain/application-state.ts'
import { isOldBookNumber } from '#domain/carried-over.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { decideOldNumber, placeOldNumber, type OldNumberRefusal } from '#domain/old-number.ts'
import type { OfficialNumber } from '#domain/permit.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Stores } from '#ports/stores.ts'
import type { Office } from './office.ts'

/** Who has an old number already, as the second of two is told. */
export const oldNumberTaken = (number: string, owner: ApplicationState | undefined): OldNumberRefusal => ({
  code: 'old-number-taken',
  number,
  holder: owner === undefined ? '–' : (owner.applicant.nameOnPermit ?? owner.applicant.name),
  by: owner?.carried ? owner.registeredBy.name : null,
})

/**
 * Finds the place of a number that an old book gave: in one of our series below the last one used, or in none. Nothing is
 * taken from a series.
 *
 * @param owner  whoever has it by the register of dossiers; undefined: nobody
 */
export async function claimOldNumber(
  office: Office,
  { numbers, applications }: Pick<Stores, 'numbers' | 'applications'>,
  text: string,
  owner: ApplicationState | undefined,
  today: OfficeDate,
): Promise<Result<OfficialNumber, OldNumberRefusal>> {
  if (owner) return refuse(oldNumberTaken(text, owner))
  const number = placeOldNumber(office, text, today)
  if (isOldBookNumber(number)) return ok(number)
  const standing = await numbers.standing(number.series, number.scope)
  const decided = decideOldNumber(number, standing)
  if (!decided.ok) return decided
  // A void, a number kept on a blank form, or the same serial spelled otherwise.
  const line = await numbers.findOwner(number)
  return line === undefined ? decided : refuse(oldNumberTaken(text, await applications.find(line)))
}
