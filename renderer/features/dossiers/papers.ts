import type { DossierView } from '#contract/dossier.ts'

export type Requirement = DossierView['requirements'][number]
export type PaperDocument = Requirement['documents'][number]

/** One line of the checklist: a file or paper that answers a requirement, or the requirement that nothing answers yet. */
export interface Paper {
  key: string
  label: string
  requirement: Requirement
  /** null: nothing was brought. */
  document: PaperDocument | null
  /** The one it took the place of; null: it is the first. */
  before: PaperDocument | null
  /** Another person's file that was here and is erased, the last one; null: none. */
  removed: PaperDocument | null
}

/** The checklist in the order of the requirements; several files of one requirement are told apart by their names. */
export function papersOf(requirements: readonly Requirement[]): readonly Paper[] {
  return requirements.flatMap((requirement): Paper[] => {
    const there = requirement.documents.filter((one) => one.removed === null)
    const current = there.filter((one) => !one.replaced)
    const old = there.filter((one) => one.replaced)
    const removed = requirement.documents.findLast((one) => one.removed !== null) ?? null
    if (current.length === 0)
      return [
        {
          key: requirement.code,
          label: requirement.label,
          requirement,
          document: null,
          before: old.at(-1) ?? null,
          removed,
        },
      ]
    return current.map((document) => ({
      key: document.id,
      label: current.length === 1 ? requirement.label : `${requirement.label}: ${document.fileName}`,
      requirement,
      document,
      before: current.length === 1 ? (old.at(-1) ?? null) : null,
      removed,
    }))
  })
}

/** How far the checking has come. */
export function progressOf(papers: readonly Paper[]): { done: number; all: number } {
  const done = papers.filter((one) => one.document !== null && one.document.check !== 'unchecked').length
  return { done, all: papers.length }
}

/** The next paper that nobody has looked at, after this one and then from the top; undefined: all are checked. */
export function nextUnchecked(papers: readonly Paper[], after: string | undefined): Paper | undefined {
  const at = papers.findIndex((one) => one.key === after)
  const round = [...papers.slice(at + 1), ...papers.slice(0, Math.max(0, at))]
  return round.find((one) => one.document !== null && one.document.check === 'unchecked')
}

/** Where to begin: with what was sent back while the applicant has it, else with what nobody has looked at. */
export function firstPaper(papers: readonly Paper[], withApplicant: boolean): Paper | undefined {
  const sentBack = papers.find((one) => one.document === null || one.document.check === 'refused')
  return (withApplicant ? sentBack : undefined) ?? nextUnchecked(papers, undefined) ?? papers[0]
}
