import type { ApplicationEvent } from '#domain/application-event.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { BandMark } from '#domain/documents/sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { paperEntities, type PaperEntity } from '#domain/portal-paper-entities.ts'
import type { PaperFile } from '#domain/portal-plan.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import type { Letter } from '#domain/letter.ts'
import type { Instant } from '#domain/instant.ts'
import { documentRule } from '#domain/profile.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Log } from '#ports/log.ts'
import type { SheetMaker } from '#ports/printing.ts'
import type { Queries } from '#ports/queries.ts'
import type { Office } from './office.ts'
import { holderName } from './paper-words.ts'
import { counterWord, productContent } from './print-content.ts'
import { repairSlip } from './print-missing-items.ts'
import { signerOn } from './record-signature.ts'
import { requestContent } from './request-content.ts'

/** Stands on every page of what the portal gets of a paper that was signed by hand (portal contract, *Entities*). */
export const notTheOriginal: BandMark = {
  kind: 'band',
  word: 'BUKAN ASLI',
  detail: 'rekaman untuk portal; yang sah adalah lembar asli bertanda tangan basah',
}

const signerOfLetter = (office: Office, letter: Letter) => {
  const { signer } = documentRule(office.profile, letter.kind)
  return signer === null ? null : (signerOn(office.profile, signer, letter.issuedOn) ?? null)
}

/** Permits and letters of a dossier that the portal is to have, as they stand. */
export const papersOf = (
  office: Office,
  state: ApplicationState,
  events: readonly ApplicationEvent[],
  at: Instant,
): readonly PaperEntity[] =>
  paperEntities(
    state,
    events,
    {
      holderName: holderName(state),
      dayOf: (moment) => officeDateOf(moment, office.profile.timeZone),
      today: officeDateOf(at, office.profile.timeZone),
    },
    (letter) => signerOfLetter(office, letter),
  )

/** What a paper shows that was signed by hand; null: nothing can be laid out. The same record gives the same bytes. */
function contentOf(office: Office, state: ApplicationState, { source }: PaperEntity): PrintContent | null {
  if (source.of === 'output') return null
  if (source.of === 'letter') {
    const signer = signerOfLetter(office, source.letter)
    if (signer === null) return null
    const content = requestContent(office, state, source.letter, signer, state.submittedAt)
    return content.kind === 'recommendation-request'
      ? { ...content, data: { ...content.data, marks: [notTheOriginal] } }
      : null
  }
  if (source.of === 'return') {
    const { repair, at, by } = source
    return repairSlip(office, state, repair, { officer: by.name, counter: counterWord(by.station), at })
  }
  const { product } = source
  const moment = product.signature?.recordedAt ?? state.submittedAt
  const content = productContent(office, { ...state, product }, moment, 'copy', null, [notTheOriginal])
  return content.ok ? content.value : null
}

/** Signed by hand: of such a sheet the portal has its scan, or a copy that says what it is (contract, *Entities*). */
const isSheet = ({ source }: PaperEntity): boolean =>
  source.of === 'product' && source.product.signature?.fileSha256 === null

interface Deps {
  readonly office: Office
  readonly queries: Pick<Queries, 'findPortalFile'>
  readonly sheets: Pick<SheetMaker, 'pdf'>
  readonly cabinet: Pick<FileCabinet, 'put'>
  readonly log: Log
}

/**
 * Gives the file under which the portal gets a paper: the signed one, or a rendition that says on each page that it is not the
 * original, put into the cabinet; that one also where the scan of a sheet is beyond the portal's limits. Repeatable; what cannot
 * be made is told, never thrown.
 */
export const paperFileFor =
  ({ office, queries, sheets, cabinet, log }: Deps) =>
  async (state: ApplicationState, paper: PaperEntity): Promise<PaperFile> => {
    const { fileSha256 } = paper
    if (fileSha256 !== null) {
      const sent = isSheet(paper) ? await queries.findPortalFile('send', fileSha256) : undefined
      if (sent?.trouble?.kind !== 'as-copy') return { sha256: fileSha256 }
    }
    try {
      const content = contentOf(office, state, paper)
      if (content) return { sha256: await cabinet.put(await sheets.pdf(content)) }
    } catch (error) {
      log.error({ err: error, paperId: paper.id }, 'the portal’s copy of a paper could not be made')
    }
    return { trouble: { kind: 'no-file', sha256: '' } }
  }
