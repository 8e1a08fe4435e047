import { checkCalendar, type OfficeCalendar, type SpecialPeriod } from '#domain/calendar.ts'
import { parsePattern } from '#domain/number-pattern.ts'
import type { OfficeProfile } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Catalogue, DataFile } from './assemble-catalogue.ts'
import { HolidayFile } from './calendar-file.ts'
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
    ...checkReferences(profile.file, parsed.data, catalogue),
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
  return problems.length > 0 ? refuse(problems) : ok({ ...rest, calendar })
}

// A weekday left out of a period keeps its usual hours; `undefined` as a value would not.
function definedDays(week: Partial<Record<string, unknown>>): SpecialPeriod['week'] {
  return Object.fromEntries(
    Object.entries(week).filter(([, hours]) => hours !== undefined),
  ) as SpecialPeriod['week']
}

function checkReferences(file: string, profile: ProfileFile, catalogue: Catalogue): DataFileProblem[] {
  const problems: DataFileProblem[] = []
  const at = (field: string, expected: string): void => {
    problems.push({ file, field, expected })
  }
  const seriesCodes = profile.series.map((one) => one.code)
  const posts = profile.posts.map((one) => one.code)
  const oneOf = (values: readonly string[]): string => `salah satu dari: ${values.join(', ')}`
  profile.offers.forEach((offer, index) => {
    const known = catalogue.types.map((one) => one.code)
    if (!known.includes(offer.code)) at(`offers[${index}].code`, oneOf(known))
  })
  profile.series.forEach((series, index) => {
    const pattern = parsePattern(series.pattern)
    if (!pattern.ok) at(`series[${index}].pattern`, `pola nomor yang dapat dibaca (${pattern.refusal.code})`)
    if (seriesCodes.indexOf(series.code) !== index)
      at(`series[${index}].code`, `kode ${series.code} hanya satu kali`)
  })
  profile.documents.forEach((document, index) => {
    if (document.series !== null && !seriesCodes.includes(document.series))
      at(`documents[${index}].series`, oneOf(seriesCodes))
    if (document.signer !== null && !posts.includes(document.signer))
      at(`documents[${index}].signer`, oneOf(posts))
  })
  if (!seriesCodes.includes(profile.receipt.series)) at('receipt.series', oneOf(seriesCodes))
  profile.officials.forEach((official, index) => {
    if (!posts.includes(official.post)) at(`officials[${index}].post`, oneOf(posts))
    if (official.until !== null && official.until < official.from)
      at(`officials[${index}].until`, `hari sesudah ${official.from}`)
  })
  profile.stageTable.stages.forEach((stage, index) => {
    const made = profile.documents.map((one) => one.kind)
    for (const document of [...stage.prints, ...stage.numbers])
      if (document !== 'product' && !made.includes(document))
        at(`stageTable.stages[${index}]`, `dokumen yang ada di documents, bukan ${document}`)
  })
  return problems
}
