import { folderSource, readOfficeFiles, sayProblems } from '#hosts/shared/office-files.ts'
import type { Instant } from '#domain/instant.ts'
import { clockTimeWithZone, longDate } from '#domain/indonesian.ts'
import { officeDateOf, officeTimeOf, zoneAbbreviation } from '#domain/office-zone.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { Office } from '#services/office.ts'
import { inProject } from '../lib/paths.ts'

/** The office for which the portal works: names, stages and calendar come from the same files as at the counter. */
export interface OfficeWords {
  readonly office: Office
  permitType(code: string): string
  /** What the public reads of a stage. */
  stage(code: string): string
  dayOf(instant: string): OfficeDate
  /** `2 Maret 2026, 08.15 WIB`, in the office's zone. */
  moment(instant: string): string
}

/** Throws with the files' problems when they are wrong. */
export function readOfficeWords(profileCode: string): OfficeWords {
  const files = readOfficeFiles(folderSource(inProject('assets')), profileCode)
  if (!files.ok) throw new Error(sayProblems(files.refusal))
  const { office } = files.value
  const { stages } = office.profile.stageTable
  const { zone } = office.profile.calendar
  return {
    office,
    permitType: (code) => office.types.find((one) => one.code === code)?.name ?? code,
    stage: (code) => stages.find((one) => one.code === code)?.publicLabel ?? code,
    dayOf: (instant) => officeDateOf(instant as Instant, zone),
    moment: (instant) => {
      const time = officeTimeOf(instant as Instant, zone)
      const day = longDate(officeDateOf(instant as Instant, zone))
      return `${day}, ${clockTimeWithZone(time, zoneAbbreviation(zone))}`
    },
  }
}
