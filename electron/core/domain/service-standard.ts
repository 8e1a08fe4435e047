import type { OfficeDate } from './office-date.ts'
import type { ApplicationKind, RequirementForm } from './requirement.ts'
import type { Route } from './route.ts'

/** One paper of a service standard, every limit said in words. */
export interface StandardRequirement {
  /** Its code in the catalogue; null: what another system asks for. */
  readonly code: string | null
  readonly label: string
  /** null: what another system asks for, in which form it says itself. */
  readonly form: RequirementForm | null
  /** From 1. */
  readonly count: number
  /** *paling lama 90 hari*; null: any age. */
  readonly maxAge: string | null
  /** *bila dikuasakan*; null: always asked for. */
  readonly condition: string | null
  /** Its own rule for the file, where it is narrower than the office's; null: the office's. */
  readonly upload: string | null
}

/** One step as the public reads it. */
export interface StandardStep {
  readonly label: string
  /** true: only where it is needed (*bila diperlukan*). */
  readonly optional: boolean
}

/**
 * The standar pelayanan of one kind of one permit type on a day, as the office publishes it (UU 25/2009 article 21): read out
 * to whoever asks at the counter, and printed. Built from catalogue and profile alone; nothing in it is stored.
 */
export interface ServiceStandard {
  readonly day: OfficeDate
  readonly permitTypeCode: string
  readonly name: string
  readonly kind: ApplicationKind
  readonly kindLabel: string
  /** Where it is filed. Elsewhere than here its steps and papers are those of that way. */
  readonly route: Route
  readonly requirements: readonly StandardRequirement[]
  /** What the office takes as a file of any requirement; empty where it is filed elsewhere. */
  readonly upload: string
  readonly steps: readonly StandardStep[]
  /** As published; null: the office publishes no limit, and none is invented. */
  readonly time: string | null
  readonly timeNote: string
  readonly cost: string
  readonly product: string
  readonly delivery: string
  readonly validity: string
  /** null: there is no such limit, or this kind takes no place. */
  readonly placeLimit: string | null
  readonly legalBasis: readonly string[]
  readonly complaints: readonly string[]
  readonly counterHours: readonly string[]
}

/** How somebody asked. */
export const consultationChannels = ['counter', 'phone'] as const
export type ConsultationChannel = (typeof consultationChannels)[number]
