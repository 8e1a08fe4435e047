import { ok, refuse, type Result } from '../result.ts'

/** Facts of a document by name, already worded for print. */
export type Facts = Readonly<Record<string, string>>

/** The fixed texts of a kind of permit. `{name}` stands for a fact. */
export interface PermitTemplate {
  readonly id: string
  /** Counts up with every change; a reprint uses the version of its day. */
  readonly version: number
  readonly title: string
  /** Legal basis, one item per line of the list. */
  readonly basis: readonly string[]
  readonly operative: string
  /** Rows of the data block. A row whose value is empty is left out. */
  readonly rows: readonly { readonly label: string; readonly value: string; readonly strong?: boolean }[]
  readonly obligationsLead: string
  readonly obligations: readonly string[]
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

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g

/** Replaces each `{name}`; a name without a fact is a fault, because templates are checked when they are loaded. */
export function fillTemplate(text: string, facts: Facts): string {
  return text.replace(PLACEHOLDER, (_, name: string) => {
    const value = facts[name]
    if (value === undefined)
      throw new Error(`The template asks for "${name}", which this document does not have`)
    return value
  })
}

/** Every text of a template with the path at which it stands. */
function templateTexts(template: PermitTemplate): { field: string; text: string }[] {
  const list = (field: string, texts: readonly string[]): { field: string; text: string }[] =>
    texts.map((text, i) => ({ field: `${field}[${i}]`, text }))
  return [
    { field: 'title', text: template.title },
    ...list('basis', template.basis),
    { field: 'operative', text: template.operative },
    ...template.rows.map((row, i) => ({ field: `rows[${i}].value`, text: row.value })),
    { field: 'obligationsLead', text: template.obligationsLead },
    ...list('obligations', template.obligations),
    ...list('copies', template.copies),
    { field: 'footLeft', text: template.footLeft },
  ]
}

/**
 * Checks at load that a template asks only for facts that its documents have.
 *
 * Refuses: `template-unknown-fact` with the field and the unknown name. Never throws.
 */
export function checkTemplate(
  template: PermitTemplate,
  knownFacts: readonly string[],
): Result<PermitTemplate, TemplateRefusal> {
  const refusal = findUnknownFact(template.id, templateTexts(template), knownFacts)
  return refusal ? refuse(refusal) : ok(template)
}

/** The first text that asks for a fact which nobody knows; null: there is none. */
export function findUnknownFact(
  template: string,
  texts: readonly { readonly field: string; readonly text: string }[],
  knownFacts: readonly string[],
): TemplateRefusal | null {
  for (const { field, text } of texts)
    for (const [, fact = ''] of text.matchAll(PLACEHOLDER))
      if (!knownFacts.includes(fact)) return { code: 'template-unknown-fact', template, field, fact }
  return null
}
