import type { SampleView } from '#contract/papers.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { paperOfKind, type OfficePapers } from '#domain/office-papers.ts'
import { documentKinds } from '#domain/stage-table.ts'
import { sayDossierRefusal } from '#domain/wording/dossier-refusals.ts'
import { sizeWords } from '#domain/wording/office-papers.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { Office } from '#services/office.ts'
import { samplePaper } from '#services/sample-papers.ts'
import { wordsOf } from './dossier-view.ts'

/** What the office can show of a type on a day; what it does not make is left out. */
export const sampleViews = (
  office: Office,
  papers: OfficePapers,
  { code, on }: { readonly code: string; readonly on: OfficeDate },
): SampleView[] =>
  documentKinds.flatMap((kind) => {
    const made = samplePaper(office, kind, code, on)
    if (made === undefined) return []
    const size = sizeWords(paperFor(office.profile, kind))
    const name = paperOfKind(papers, kind)?.name
    return [
      {
        kind,
        paper: name === undefined ? size : `${name}, ${size}`,
        lacking: made.ok ? null : sayDossierRefusal(made.refusal, wordsOf(office, null)),
      },
    ]
  })
