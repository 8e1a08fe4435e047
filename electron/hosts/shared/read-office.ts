import type { OpenDatabase } from '#db/open.ts'
import { assetsDir } from '#adapters/system/program-paths.ts'
import { calendarWith } from '#domain/calendar-book.ts'
import type { OfficeCalendar } from '#domain/calendar.ts'
import { chosenPapers, papersRecordOf, papersSetting } from '#domain/office-papers.ts'
import { readReportRule, reportRuleSetting } from '#domain/report-rule.ts'
import { officeProfileSetting } from '#services/create-office.ts'
import type { Office } from '#services/office.ts'
import { createKeptFiles, filesInForce } from './kept-files.ts'
import { hasProfile, sayProblems } from './office-files.ts'
import { StartRefusal } from './start-refusal.ts'
import { startWords } from './start-words.ts'
import { readStationDatabase } from './station-database.ts'

/** An office as it stands, with nothing at work: for commands that only read. */
export interface ReadingOffice extends Pick<OpenDatabase, 'queries' | 'close'> {
  readonly office: Office
  /** As it comes with the program, without what the office changed. */
  readonly calendar: { readonly shipped: OfficeCalendar }
}

/**
 * Opens an office for reading, also while the application runs; nothing is written, neither to the database nor to the folder.
 * Rules, calendar and papers are those in force. Throws `StartRefusal` with a sentence where there is no office to be read.
 */
export async function readOffice(
  place: { readonly dataDir: string; readonly databaseUrl: string | null },
  root = assetsDir,
): Promise<ReadingOffice> {
  const { queries, close } = await readStationDatabase(place)
  try {
    const code = await queries.getSetting(officeProfileSetting)
    if (typeof code !== 'string') throw new StartRefusal('data-folder-unusable', startWords.noOffice)
    if (!readReportRule(await queries.getSetting(reportRuleSetting)))
      throw new StartRefusal('database-unusable', startWords.databaseOlder)
    const { find } = createKeptFiles(place.dataDir)
    const read = filesInForce(root, code, { find, keep: () => undefined })
    if (!read.ok)
      throw new StartRefusal(
        'profile-invalid',
        hasProfile(root, code) ? sayProblems(read.refusal) : startWords.profileUnknown(code),
      )
    const { office } = read.value.files
    const { profile } = office
    const [changes, papers] = await Promise.all([
      queries.listCalendarChanges(),
      queries.getSetting(papersSetting),
    ])
    return {
      queries,
      close,
      calendar: { shipped: profile.calendar },
      office: {
        ...office,
        profile: {
          ...profile,
          calendar: calendarWith(profile.calendar, changes),
          chosenPapers: chosenPapers(profile, papersRecordOf(papers)),
        },
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}
