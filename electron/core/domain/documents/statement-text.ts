import type { Dated, TemplateRow } from './template.ts'

/** What is known of a blank before anybody writes on it. */
export const KNOWN_FACTS = ['permitType', 'kind', 'agency', 'city'] as const
export type KnownFact = (typeof KNOWN_FACTS)[number]

/** What is written by hand, with the lines it needs where it has a row of its own. */
export const BLANKS = {
  name: 1,
  nik: 1,
  birth: 1,
  address: 2,
  phone: 1,
  str: 1,
  place: 1,
  placeAddress: 2,
  otherPlace: 2,
  permitNumber: 1,
  permitDate: 1,
  credits: 1,
  method: 2,
  reason: 2,
  leader: 1,
  leaderPost: 1,
  receiver: 1,
  receiverNik: 1,
  receiverAddress: 2,
} as const

/** Blanks that a counter may know already. Never a NIK: its bearer writes it. */
export const WRITTEN_BLANKS = ['name', 'birth', 'address', 'phone', 'str', 'place', 'placeAddress'] as const
export type WrittenBlank = (typeof WRITTEN_BLANKS)[number]
export type WrittenBlanks = Readonly<Partial<Record<WrittenBlank, string>>>

/** Facts that the texts of statements may ask for. */
export const STATEMENT_FACTS = [...KNOWN_FACTS, ...Object.keys(BLANKS)]

/** A paper that the applicant, or the one who leads the place, signs and brings along. */
export interface StatementForm {
  readonly code: string
  readonly title: string
  /**
   * The requirements that it answers, by their code and, where one code stands for unlike papers, by how the label begins.
   * Empty: asked for by no requirement; offered beside every application.
   */
  readonly for: readonly { readonly requirement: string; readonly starting?: string | undefined }[]
  /** true: always with a duty stamp; else where the label of the requirement says so. */
  readonly stamped?: boolean | undefined
  /** true: a letter to the head of the office. */
  readonly addressed?: boolean | undefined
  readonly parts: readonly { readonly lead: string; readonly rows: readonly TemplateRow[] }[]
  readonly paragraphs: readonly string[]
  readonly items?: readonly string[] | undefined
  readonly closing: string
  /** One or two; the last one signs under place and date. */
  readonly signers: readonly string[]
}

/** The blank application form and the statements of a span of days. `{name}` stands for a fact or a dotted line. */
export interface StatementsText extends Dated {
  readonly id: string
  readonly form: {
    readonly title: string
    readonly opening: string
    readonly declaration: string
    readonly signer: string
  }
  readonly statements: readonly StatementForm[]
}

/** Whether a statement is the paper that a requirement asks for. */
export const answersRequirement = (
  statement: Pick<StatementForm, 'for'>,
  { code, label }: { readonly code: string | null; readonly label: string },
): boolean =>
  statement.for.some(
    ({ requirement, starting }) =>
      requirement === code && (starting === undefined || label.startsWith(starting)),
  )
