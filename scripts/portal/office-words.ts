import { folderSource, readOfficeFiles, sayProblems } from '#hosts/shared/office-files.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
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
}

/** Throws with the files' problems when they are wrong. */
export function readOfficeWords(profileCode: string): OfficeWords {
  const files = readOfficeFiles(folderSource(inProject('assets')), profileCode)
  if (!files.ok) throw new Error(sayProblems(files.refusal))
  const { office } = files.value
  const { stages } = office.profile.stageTable
  return {
    office,
    permitType: (code) => office.types.find((one) => one.code === code)?.name ?? code,
    stage: (code) => stages.find((one) => one.code === code)?.publicLabel ?? code,
    dayOf: (instant) => officeDateOf(instant as Instant, office.profile.calendar.zone),
  }
}
