import type { OfficeCalendar } from '#domain/calendar.ts'
import type { Instant } from '#domain/instant.ts'
import type { IdSource } from '#ports/clock.ts'
import type { User } from '#ports/records.ts'
import type { OfficeDeps } from '#services/office-deps.ts'
import type { Office } from '#services/office.ts'
import type { SampleFiles } from './files.ts'
import type { MemoryOffice } from './memory-stores.ts'
import type { SampleCase } from './cases/sample-case.ts'
import type { NewPerson, SampleVillage } from './people.ts'
import type { Course } from './plan.ts'
import type { Random } from './random.ts'

export interface PastParts {
  readonly office: Office
  readonly memory: MemoryOffice
  readonly deps: Omit<OfficeDeps, 'office' | 'work' | 'clock' | 'ids' | 'spool' | 'calendar' | 'papers'>
  readonly users: readonly User[]
  readonly cases: readonly SampleCase[]
  /** A case that was refused has ended there; a refusal changes nothing. */
  readonly caseFault: (name: string, fault: unknown) => void
  /** Makes people of whom no two are the same. */
  readonly person: NewPerson
  readonly seed: number
  readonly villages: readonly SampleVillage[]
  readonly station: string
  /** When somebody has been at work; what is promised follows the office's own calendar. */
  readonly worked: OfficeCalendar
  readonly files: SampleFiles
  readonly random: Random
  readonly now: Instant
  /** Becomes the present of every step. */
  readonly setTime: (at: Instant) => void
  readonly clock: OfficeDeps['clock']
  readonly ids: IdSource
}

/** A dossier of the past on its way. */
export interface Dossier {
  readonly id: string
  readonly course: Course
  /** null: not yet registered. */
  stage: string | null
  /** The unusual part of the course has happened. */
  diverted: boolean
  /** A case works on it: the office leaves it alone. */
  held: boolean
}
