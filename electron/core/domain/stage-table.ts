import type { IntakePart } from './intake-parts.ts'

/**
 * The stage table of an office profile (design 3a): what an office's own procedure says, as data.
 * Nothing here knows an office; `workflow.ts` is the one interpreter.
 */

/** Where a stage is done. `portal` and `paper` stages belong to somebody outside and are recorded here. */
export const stagePlaces = ['counter', 'portal', 'paper', 'applicant', 'automatic'] as const
export type StagePlace = (typeof stagePlaces)[number]

export const documentKinds = [
  'receipt',
  'missing-items',
  'referral-slip',
  'service-standard',
  'application-forms',
  'blank-form',
  'blank-card',
  'collective-list',
  'notice-slip',
  'dispatch-book',
  'dispatch-slip',
  'complaint-slip',
  'permit',
  'refusal-letter',
  'revocation-decree',
  'recommendation-request',
  'inspection-report',
  'assignment-letter',
  'expiry-letter',
  'legalisation',
  'legalisation-register',
  'incoming-register',
  'handover-receipt',
  'loss-statement',
  'archive',
  'daily-report',
  'report-book',
] as const
/** Every kind of sheet or letter that the office makes. */
export type DocumentKind = (typeof documentKinds)[number]

/**
 * A document named by a stage. `product` is what the application ends in: the permit, the refusal letter
 * when it was refused, the decree when its kind is revocation. So a refusal walks the same chain.
 */
export type StageDocument = DocumentKind | 'product'

export const outputKinds = [
  'inspection-report',
  'recommendation',
  'checklist',
  'payment-proof',
  'meeting-minutes',
] as const
/** What a stage must leave behind before it may be left forward. */
export type OutputKind = (typeof outputKinds)[number]

/** Whether an output says yes or no to the request; a checklist, minutes or a proof of payment is there or not. */
export const decides = (kind: OutputKind): boolean =>
  kind === 'recommendation' || kind === 'inspection-report'

/** `all`: each kind is needed; `any`: at least one of them (BA *dan/atau* rekomendasi). */
export interface StageOutputs {
  readonly mode: 'all' | 'any'
  readonly kinds: readonly OutputKind[]
}

/**
 * When a stage is entered at all.
 * `permit-type`: only when the permit type carries the named flag; `officer`: when the officer of the stage
 * before asks for it. A stage that was to come and is skipped by an officer needs a reason.
 * `orAsked`: what a rule demands of some types only (*apabila disyaratkan*) may be asked for in a single case as well;
 * not asking is no skipping.
 */
export type StageCondition =
  | { readonly when: 'always' }
  | { readonly when: 'permit-type'; readonly flag: string; readonly orAsked: boolean }
  | { readonly when: 'officer' }

export const limitUnits = ['minutes', 'hours', 'working-days'] as const
export type LimitUnit = (typeof limitUnits)[number]

/** A time limit; stages with the same `group` share one amount (Purwakarta: six days for four stages). */
export interface StageLimit {
  readonly amount: number
  readonly unit: LimitUnit
  /** null: the limit is this stage's own. */
  readonly group: string | null
}

export const actionKinds = ['forward', 'back', 'return-to-applicant', 'refuse', 'withdraw'] as const
export type ActionKind = (typeof actionKinds)[number]

/**
 * The limit of the whole procedure: working days and, behind them, office minutes (Purwakarta: 14 days 2 hours; Pasuruan:
 * 8 days 90 minutes). One of the two may be 0, not both.
 */
export interface TimeLimit {
  readonly workingDays: number
  /** Minutes of office hours; an hour is 60 of them. */
  readonly minutes: number
}

/** A stage's limit in the same terms. */
export const timeLimitOf = ({ amount, unit }: StageLimit): TimeLimit => ({
  workingDays: unit === 'working-days' ? amount : 0,
  minutes: unit === 'minutes' ? amount : unit === 'hours' ? amount * 60 : 0,
})

/** One button of a stage, with where it leads. */
export interface StageAction {
  readonly code: string
  readonly kind: ActionKind
  /** Verb and object, the same on the button, in the confirmation and in the history. */
  readonly label: string
  /** Stages opened by it; several are open at once; empty ends the procedure. */
  readonly to: readonly string[]
  /** true: declares the dossier complete and correct, which starts the clock (UU 30/2014 art. 53). */
  readonly accepts: boolean
  /** true: cannot be done without words (what is wrong, why it is refused). */
  readonly needsNote: boolean
  /**
   * How many of the optional stages ahead the officer must ask for (*rapat dan/atau peninjauan*: 1). 0: none need be
   * asked for, but skipping one needs a reason.
   */
  readonly asksAtLeast: number
}

/** Who signs a document at a stage, by the key of an official's post, and with what. */
export interface StageSignature {
  readonly document: StageDocument
  readonly signer: string
  readonly method: 'wet' | 'electronic'
}

export type StageClock = 'off' | 'running' | 'paused'

export const stageNoticeKinds = ['returned', 'accepted', 'ready', 'refused'] as const
/** What the applicant is told when the stage is entered; the same word once, though two stages carry it. */
export type StageNoticeKind = (typeof stageNoticeKinds)[number]

export const noticeKinds = [...stageNoticeKinds, 'appointment', 'expiring'] as const
/** Everything that an applicant is told of: what stages mark, when somebody comes or an appointment moves, and that a permit ends. */
export type NoticeKind = (typeof noticeKinds)[number]

export const appointmentKinds = ['technical-review-meeting', 'site-inspection'] as const
/** *Rapat kajian teknis*, *peninjauan lapangan* (domain 1, rows 22 and 23). */
export type AppointmentKind = (typeof appointmentKinds)[number]

export interface Stage {
  readonly code: string
  /** The office's own words. */
  readonly label: string
  /** The words that the applicant reads on receipt, portal and tracking page. */
  readonly publicLabel: string
  readonly where: StagePlace
  /** Role code of the profile; `applicant` and `system` are always known. */
  readonly role: string
  /** Name of the agency when the work is not the office's own; null: own. */
  readonly agency: string | null
  readonly condition: StageCondition
  readonly outputs: StageOutputs | null
  readonly prints: readonly StageDocument[]
  readonly numbers: readonly StageDocument[]
  readonly signs: readonly StageSignature[]
  /** true: leaving it forward sets the permit active. */
  readonly activates: boolean
  /** true: the product is handed to the applicant here. */
  readonly handsOver: boolean
  readonly limit: StageLimit | null
  /** Before acceptance the clock is off everywhere; from then on it runs at every stage that does not pause it. */
  readonly clock: StageClock
  readonly notifies: readonly StageNoticeKind[]
  /** Appointments that are made here, by the role of this stage. */
  readonly schedules: readonly AppointmentKind[]
  /** Appointments that are held here: the role of this stage says what came of them. */
  readonly holds: readonly AppointmentKind[]
  /** true: done in one go when a walk-in is taken in; for what an applicant does at home with an account. */
  readonly atIntake: boolean
  /**
   * Here the rest of an application is entered whose receipt was printed on minimum data; null: data are whole before.
   * `minimum` are the parts demanded before the receipt. The stage is not left forward before the data are whole.
   */
  readonly entersData: { readonly minimum: readonly IntakePart[] } | null
  /** Numbers of the steps of the office's own published procedure that this stage is; empty: our addition. */
  readonly steps: readonly number[]
  readonly actions: readonly StageAction[]
}

/** The whole procedure of an office. */
export interface StageTable {
  readonly code: string
  /** Where every application begins. */
  readonly start: string
  readonly stages: readonly Stage[]
  /** The limit of the whole procedure as published; null: the office publishes none (Pontianak). */
  readonly limit: TimeLimit | null
  /** The same limit in the office's published words, where they differ from ours (*8 hari 90 menit*). */
  readonly limitText: string | null
  /** The document that the table follows. */
  readonly source: string
}

/** Returns the stage of that code; throws when the table has none: tables are checked at load. */
export function getStage(table: StageTable, code: string): Stage {
  const stage = table.stages.find((one) => one.code === code)
  if (!stage) throw new Error(`stage ${code} is not in the table ${table.code}`)
  return stage
}

/** What must be told before the receipt; null: everything, no stage enters data afterwards. */
export const minimumOf = ({ stages }: Pick<StageTable, 'stages'>): readonly IntakePart[] | null =>
  stages.find((one) => one.entersData !== null)?.entersData?.minimum ?? null

/** Stages at which papers leave the office. */
export const handingStages = ({ stages }: Pick<StageTable, 'stages'>): readonly string[] =>
  stages.filter((one) => one.handsOver).map((one) => one.code)
