import type { ApplicationEvent } from '#domain/application-event.ts'
import type { DelayReason } from '#domain/delay-reason.ts'
import type { Instant } from '#domain/instant.ts'
import type { AlarmSearch } from '#domain/limit-alarm.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { ZoneName } from '#domain/office-zone.ts'
import type { OutgoingLine as PaperLine } from '#domain/outgoing-line.ts'
import type { FactDimension, FactKind, ReportFact } from '#domain/report-facts.ts'
import type { DaySpan } from '#domain/report-period.ts'
import type { StageSpan } from '#domain/stage-spans.ts'
import type { DossierLine } from './dossier-line.ts'

/** What belongs to a cell of a report: the one condition of its figure and of the list behind it. */
export interface FactCondition {
  readonly days: DaySpan
  readonly kinds: readonly FactKind[]
  /** Decisions after the promised day alone. */
  readonly lateOnly?: boolean | undefined
  /** Only of dossiers that had come to no end by the last of these days (`endingKinds`). */
  readonly undecided?: boolean | undefined
  /** Only what is grouped under these values; empty text: under none. */
  readonly where?: Readonly<Partial<Record<FactDimension, string>>> | undefined
  /** What the office knew before this moment; null: what it knows now. */
  readonly asOf: Instant | null
}

/** How the figures of a condition are laid out. */
export interface FactLayout {
  /** null: all together, under an empty `group`. */
  readonly by: FactDimension | null
  /** `2026-11-19`, `2026-11` or `2026`; null: the whole span, under an empty `period`. */
  readonly per: 'day' | 'month' | 'year' | null
}

/** A cell that is not empty. */
export interface FactCount {
  readonly kind: FactKind
  readonly period: string
  readonly group: string
  readonly n: number
  /** Of them decisions after the promised day. */
  readonly late: number
}

/** A fact with the dossier as it is now. */
export interface FactLine {
  readonly fact: ReportFact
  readonly dossier: DossierLine
}

/** One line that a report of two moments has in one of them only. */
export interface FactDifference extends FactLine {
  /** `added`: counts only in the later one; `taken-off`: only in the earlier one. */
  readonly change: 'added' | 'taken-off'
  readonly at: Instant
  readonly by: string
  readonly reason: string | null
}

export type OutgoingLine = PaperLine

/** What reports ask; everything is counted from the facts beside the events. */
export interface ReportQueries {
  /** The cells of a condition, by period and group; a cell without a fact is left out. */
  countFacts(condition: FactCondition, layout: FactLayout): Promise<readonly FactCount[]>
  /**
   * What is behind a cell, the earliest first. As many as the cell says where there is no limit.
   *
   * @param limit  the first so many; null: all
   */
  listFacts(condition: FactCondition, limit: number | null): Promise<readonly FactLine[]>
  /** Under which name each clerk of a condition worked, by user id; of several names the last. */
  clerkNames(condition: FactCondition): Promise<ReadonlyMap<string, string>>
  /** What a report of these days lacks or has too much as of `from` against `until`, in the order of the changes. */
  factDifferences(days: DaySpan, from: Instant, until: Instant): Promise<readonly FactDifference[]>
  /**
   * Papers that became final on these days, by the hour in which they did: permits, decrees, refusal letters.
   *
   * @param asOf  the lines as the office knew them before this moment; null: as it knows them now
   */
  outgoingRegister(days: DaySpan, asOf: Instant | null): Promise<readonly OutgoingLine[]>
  /**
   * Of these dossiers those of which the office has learnt something since a moment, each with its line as it was known
   * before it; null: it had no numbered paper then.
   */
  linesBefore(
    applicationIds: readonly string[],
    asOf: Instant,
  ): Promise<ReadonlyMap<string, OutgoingLine | null>>
  /** The same dossiers, each with the part of its history that was known before the moment; empty: nobody had heard of it. */
  historiesBefore(
    applicationIds: readonly string[],
    asOf: Instant,
  ): Promise<ReadonlyMap<string, readonly ApplicationEvent[]>>
  /** Everything that was ever counted of a dossier, reversed facts included, in order. */
  factsOfApplication(applicationId: string): Promise<readonly ReportFact[]>
  /** Every stay of a dossier at a stage, in the order of arrival. */
  spansOfApplication(applicationId: string): Promise<readonly StageSpan[]>
  /** Stays at stages that ended on these days, in no order. */
  listStaysEnded(days: DaySpan): Promise<readonly StageSpan[]>
  /** Every stay of these dossiers, by dossier in the order of arrival. */
  spansOfApplications(ids: readonly string[]): Promise<ReadonlyMap<string, readonly StageSpan[]>>
  /**
   * Why these dossiers took longer, as the office knew it before a moment (null: as it knows it now), each in the order of its
   * history; whoever gave no reason is left out.
   */
  delayReasons(
    ids: readonly string[],
    asOf: Instant | null,
  ): Promise<ReadonlyMap<string, readonly DelayReason[]>>
  /** These dossiers as lists show them, in no order. */
  listLines(ids: readonly string[]): Promise<readonly DossierLine[]>
  /**
   * Dossiers nobody has decided yet of which an alarm may sound (`domain/limit-alarm.ts` says whether it does): promised by
   * a day, accepted before a moment, or at a stage with a limit for so long. The first to run out comes first.
   */
  listNearLimits(search: AlarmSearch): Promise<readonly DossierLine[]>
  /**
   * Dossiers that were accepted and not decided at a moment and had been promised for an earlier day than that one, now or
   * at first: whoever asks looks at each.
   */
  listOverdueAt(at: Instant, day: OfficeDate): Promise<readonly DossierLine[]>
  /** How many dossiers wait at each stage now, and since when the first of them does; stages without any are left out. */
  stageQueues(): Promise<
    readonly { readonly stage: string; readonly waiting: number; readonly since: Instant }[]
  >
  /** When a fact was last written down, by the clock that wrote it; asked for all day. null: there is none. */
  latestFactAt(): Promise<Instant | null>
  /**
   * When the office's books last learned something that a report says: of dossiers, surveys, complaints, questions, numbers,
   * closed days, the calendar; null: nothing was ever written.
   */
  lastRecorded(): Promise<Instant | null>
  /** Days whose sums say something else than the facts, for the doctor; at most so many. */
  reportSumsThatDiffer(
    limit: number,
  ): Promise<readonly { readonly dimension: string; readonly kind: string; readonly day: string }[]>
  /**
   * Those of these dossiers of which lists and search say something else than their histories, for the doctor. A dossier that
   * changes meanwhile may be among them; whose history cannot be read is not.
   */
  listColumnsThatDiffer(ids: readonly string[], zone: ZoneName): Promise<readonly ListColumns[]>
}

/** What lists and search keep of a dossier, and in which columns it is not what the history says. */
export interface ListColumns {
  readonly applicationId: string
  readonly registrationNumber: string
  readonly columns: readonly string[]
}
