import type { RequirementDocument } from './application.ts'
import type { OfficeCalendar } from './calendar.ts'
import { addDays, type OfficeDate } from './office-date.ts'
import { addWorkingDaysTo, workingDaysBetween } from './working-days.ts'

/** How long an office waits for an applicant, in working days. */
export interface RepairRule {
  /** Given for mending; the officer may write another day. */
  readonly days: number
  /** Behind the last day: from then on the dossier is offered for closing. Nothing is ever closed by itself. */
  readonly closing: number
}

/** One thing that the applicant must mend. */
export interface RepairItem {
  /** null: not a requirement of the checklist but what was written in the application. */
  readonly requirementCode: string | null
  /** Name of the requirement as it stood. */
  readonly label: string
  /** What is wrong with it, as the applicant reads it. */
  readonly reason: string
}

/** What a return asks for. */
export interface Repair {
  readonly items: readonly RepairItem[]
  /** Last day on which the mended dossier is expected. */
  readonly until: OfficeDate
}

/** A return as the officer wrote it; `items` null: what the checklist says. */
export interface RepairOrder {
  readonly items: readonly { readonly requirementCode: string | null; readonly reason: string }[]
  readonly until: OfficeDate
}

/** What a return must know of the office and the checklist. */
export interface RepairFacts {
  readonly today: OfficeDate
  /** Last day by the office's own days. */
  readonly until: OfficeDate
  readonly requirements: readonly { readonly code: string; readonly label: string }[]
}

export type RepairRefusal =
  | { readonly code: 'repair-items-needed' }
  | { readonly code: 'repair-item-unknown'; readonly requirement: string }
  | { readonly code: 'repair-reason-needed'; readonly label: string }
  | { readonly code: 'repair-day-past'; readonly until: OfficeDate; readonly today: OfficeDate }
  | { readonly code: 'repair-day-far'; readonly until: OfficeDate; readonly latest: OfficeDate }

/** Label of an item that is no requirement. */
export const ownWordsLabel = 'Isian permohonan'

const longestWaitDays = 366

/** Last day for mending by the office's days, counted from the day of return, which is not counted itself. */
export const repairDay = (calendar: OfficeCalendar, rule: RepairRule, returnedOn: OfficeDate): OfficeDate =>
  addWorkingDaysTo(calendar, returnedOn, rule.days)

/**
 * What a return asks for: each wrong item with its reason, and until when. Without an order (a dossier returned from
 * outside) the checklist speaks for itself, and the officer's words stand alone where it says nothing.
 *
 * @param documents  the requirement files in force
 */
export function planRepair(
  documents: readonly Pick<RequirementDocument, 'requirementCode' | 'check' | 'checkNote'>[],
  order: RepairOrder | null,
  facts: RepairFacts,
  note: string | null,
): Repair {
  const labelOf = (code: string | null): string =>
    facts.requirements.find((one) => one.code === code)?.label ?? code ?? ownWordsLabel
  if (order)
    return {
      until: order.until,
      items: order.items.map(({ requirementCode, reason }) => ({
        requirementCode,
        label: labelOf(requirementCode),
        reason: reason.trim(),
      })),
    }
  const found = documents
    .filter((one) => one.check === 'refused')
    .map(({ requirementCode, checkNote }) => ({
      requirementCode,
      label: labelOf(requirementCode),
      reason: checkNote ?? note ?? '',
    }))
  const words = { requirementCode: null, label: ownWordsLabel, reason: note ?? '' }
  return { until: facts.until, items: found.length > 0 ? found : [words] }
}

/** Why a return cannot be asked for so; null: it can. */
export function refuseRepair(order: RepairOrder | null, facts: RepairFacts): RepairRefusal | null {
  if (!order) return null
  if (order.items.length === 0) return { code: 'repair-items-needed' }
  for (const { requirementCode, reason } of order.items) {
    const known = facts.requirements.find((one) => one.code === requirementCode)
    if (requirementCode !== null && !known)
      return { code: 'repair-item-unknown', requirement: requirementCode }
    if (reason.trim() === '') return { code: 'repair-reason-needed', label: known?.label ?? ownWordsLabel }
  }
  if (order.until < facts.today) return { code: 'repair-day-past', until: order.until, today: facts.today }
  const latest = addDays(facts.today, longestWaitDays)
  return order.until > latest ? { code: 'repair-day-far', until: order.until, latest } : null
}

/** The items as one text, a line each: what goes to the applicant where only words can go. */
export const repairWords = (items: readonly Pick<RepairItem, 'label' | 'reason'>[]): string =>
  items.map(({ label, reason }) => (label === ownWordsLabel ? reason : `${label}: ${reason}`)).join('\n')

/** How a returned dossier stands against its day. */
export interface RepairStanding {
  /** Working days past the last day; 0: not past it. */
  readonly overdue: number
  /** From this day on the office may close it. */
  readonly closableFrom: OfficeDate
  /** *Lama tidak diperbaiki*: the day and the office's days behind it are over. */
  readonly long: boolean
}

/** How long a dossier has been waiting for its applicant beyond what was asked. */
export function repairStanding(
  calendar: OfficeCalendar,
  rule: RepairRule,
  until: OfficeDate,
  today: OfficeDate,
): RepairStanding {
  const lastDay = addWorkingDaysTo(calendar, until, rule.closing)
  return {
    overdue: Math.max(0, workingDaysBetween(calendar, until, today)),
    closableFrom: addDays(lastDay, 1),
    long: today > lastDay,
  }
}
