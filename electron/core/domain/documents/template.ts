import { ok, refuse, type Result } from '../result.ts'
import type { OfficeDate } from '../office-date.ts'

/** Facts of a document by name, already worded for print. */
export type Facts = Readonly<Record<string, string>>

/** A text with the days on which it is printed; versions of one text never overlap. */
export interface Dated {
  /** Counts up with every change; a reprint uses the version of its day. */
  readonly version: number
  readonly from: OfficeDate
  /** null: still in force. */
  readonly until: OfficeDate | null
}

/** Returns the version in force on a day; the earliest one for a day before all of them. Throws when there is none. */
export function versionOn<T extends Dated>(versions: readonly T[], day: OfficeDate): T {
  const inOrder = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1))
  const chosen = inOrder.findLast((one) => one.from <= day) ?? inOrder[0]
  if (!chosen) throw new Error('a text has no version')
  return chosen
}

/** A row "label : value" of a data block. A row whose value is empty is left out. */
export interface TemplateRow {
  readonly label: string
  readonly value: string
  readonly strong?: boolean | undefined
}

/** A row, or the place of the type's own questions that are printed. */
export type PermitRow = TemplateRow | { readonly own: true }

/** The fixed texts of a kind of permit for a span of days. `{name}` stands for a fact. */
export interface PermitText extends Dated {
  readonly id: string
  /** *MEMBERIKAN IZIN KEPADA*, *MENERANGKAN BAHWA* */
  readonly operative: string
  readonly rows: readonly PermitRow[]
  /** What is stated of the holder, behind the data; null: the operative words say it all. */
  readonly statement: string | null
  readonly obligationsLead: string
  readonly obligations: readonly string[]
}

/** A permit's texts with what catalogue and office add on the day. */
export interface PermitTemplate extends PermitText {
  readonly title: string
  /** Legal basis, one item per line of the list. */
  readonly basis: readonly string[]
  readonly copies: readonly string[]
  /** Positions of the paraf table; empty for none. */
  readonly initials: readonly string[]
  readonly footLeft: string
}

export type TemplateRefusal = {
  readonly code: 'template-unknown-fact'
  readonly template: string
  readonly field: string
  readonly fact: string
}

/** A template asks for what its document does not have. */
export class UnknownFact extends Error {
  readonly fact: string

  constructor(fact: string) {
    super(`The template asks for "${fact}", which this document does not have`)
    this.name = 'UnknownFact'
    this.fact = fact
  }
}

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g

/** Replaces each `{name}`; a name without a fact is a fault (`UnknownFact`), because templates are checked when they are loaded. */
export function fillTemplate(text: string, facts: Facts): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = facts[name]
    if (value === undefined) throw new UnknownFact(name)
    return value
  })
}

interface TemplateField {
  readonly field: string
  readonly text: string
}

/** Every text inside a template with the path at which it stands, whatever its shape. */
export function textFields(value: unknown, path = ''): TemplateField[] {
  if (typeof value === 'string') return [{ field: path, text: value }]
  if (Array.isArray(value)) return value.flatMap((one, i) => textFields(one, `${path}[${i}]`))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => textFields(one, path === '' ? key : `${path}.${key}`))
}

/**
 * Checks at load that a template asks only for facts that its documents have.
 *
 * Refuses: `template-unknown-fact` with the field and the unknown name. Never throws.
 */
export function checkTemplate<T>(
  id: string,
  template: T,
  knownFacts: readonly string[],
): Result<T, TemplateRefusal> {
  for (const { field, text } of textFields(template))
    for (const [, fact = ''] of text.matchAll(PLACEHOLDER))
      if (!knownFacts.includes(fact))
        return refuse({ code: 'template-unknown-fact', template: id, field, fact })
  return ok(template)
}
