import type { ApplicationState } from '#domain/application-state.ts'
import { erratumAtWork, openErratum, refuseErratum } from '#domain/erratum.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { sayErratumRefusal } from '#domain/wording/erratum.ts'
import type { DossierView } from '#contract/dossier.ts'
import { answersErrata } from '#services/errata.ts'
import type { Office, SignedIn } from '#services/office.ts'
import { sheetOfJob } from '#services/printed-sheets.ts'

type ErrataOfDossier = Pick<DossierView, 'errata' | 'erratumRefusal' | 'erratumAtWork' | 'formerVersions'>

/** The errors of a dossier's permit that were found on paper, and the versions that bear them. */
export function errataView(
  office: Office,
  state: ApplicationState,
  jobs: readonly PrintJob[],
  who: SignedIn,
): ErrataOfDossier {
  const { product, errata = [], formerProducts } = state
  const isOnPaper =
    Boolean(product?.signature) ||
    jobs.some(
      (one) => one.subjectId === product?.id && one.state === 'printed' && sheetOfJob(one) === 'original',
    )
  const refusal = refuseErratum(state, isOnPaper)
  const open = openErratum(state)
  const answers = open !== null && open.askedBy.userId !== who.user.id && answersErrata({ office }, who)
  const mended = errata.flatMap(({ answer }) => (answer?.kind === 'approved' ? [answer.formerProductId] : []))
  return {
    errata: errata.map((one) => ({
      id: one.id,
      ordinal: one.ordinal,
      reason: one.reason,
      askedBy: one.askedBy.name,
      askedAt: one.askedAt,
      statement: one.sheet.state === 'back' ? null : one.sheet.statement,
      answer: one.answer && {
        kind: one.answer.kind,
        by: one.answer.by,
        at: one.answer.at,
        reason: one.answer.kind === 'declined' ? one.answer.reason : null,
      },
      mayAnswer: one.id === open?.id && answers,
    })),
    erratumRefusal: refusal && sayErratumRefusal(refusal, office.profile.timeZone),
    erratumAtWork: erratumAtWork(state) !== null,
    formerVersions: formerProducts
      .filter(({ id }) => mended.includes(id))
      .map(({ id, number, signature }) => ({
        productId: id,
        number: number?.text ?? '',
        signedBy: signature?.by.name ?? null,
        signedOn: signature?.on ?? null,
        fileSha256: signature?.fileSha256 ?? null,
      })),
  }
}
