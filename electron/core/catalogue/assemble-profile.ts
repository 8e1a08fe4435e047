import { checkCalendar, type OfficeCalendar, type SpecialPeriod } from '#domain/calendar.ts'
import type { OfferedType, OfficeProfile } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Catalogue, DataFile } from './assemble-catalogue.ts'
import { HolidayFile } from './calendar-file.ts'
import { checkProfile } from './check-profile.ts'
import { checkStageTable } from './check-stage-table.ts'
import { problemsOf, type DataFileProblem } from './problems.ts'
import { ProfileFile } from './profile-file.ts'

/**
 * Checks an office's profile against its schema, against itself and against the catalogue.
 *
 * @param holidays  the country's holidays, the same for all offices
 * Refuses with every problem found. A profile that passes can be interpreted without a further check.
 */
export function assembleProfile(
  profile: DataFile,
  holidays: DataFile,
  catalogue: Catalogue,
): Result<OfficeProfile, readonly DataFileProblem[]> {
  const holidayFile = HolidayFile.safeParse(holidays.json)
  if (!holidayFile.success) return refuse(problemsOf(holidays.file, holidayFile.error))
  const parsed = ProfileFile.safeParse(profile.json)
  if (!parsed.success) return refuse(problemsOf(profile.file, parsed.error))
  const { calendar: own, ...rest } = parsed.data
  const calendar: OfficeCalendar = {
    zone: rest.timeZone,
    week: own.week,
    periods: own.periods.map((one): SpecialPeriod => ({ ...one, week: definedDays(one.week) })),
    holidays: [...holidayFile.data.holidays, ...own.closedDays],
    extraDays: own.extraDays,
  }
  const problems = [
    ...checkProfile(profile.file, parsed.data, catalogue),
    ...checkStageTable(
      profile.file,
      rest.stageTable,
      new Set(rest.roles.map((one) => one.code)),
      new Set(rest.posts.map((one) => one.code)),
    ),
    ...checkCalendar(calendar).map((one) => ({
      file: profile.file,
      field: 'calendar',
      expected: `jam layanan yang masuk akal (${one.code})`,
    })),
  ]
  return problems.length > 0
    ? refuse(problems)
    : ok({ ...rest, offers: rest.offers.map(offeredType), calendar })
}

// A weekday left out of a period keeps its usual hours; `undefined` as a value would not.
function definedDays(week: Partial<Record<string, unknown>>): SpecialPeriod['week'] {
  return Object.fromEntries(
    Object.entries(week).filter(([, hours]) => hours !== undefined),
  ) as SpecialPeriod['week']
}

const offeredType = (offer: ProfileFile['offers'][number]): OfferedType => ({
  ...offer,
  code: offer.localCode ?? offer.code,
  catalogueCode: offer.code,
})
