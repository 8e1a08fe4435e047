import type { ApplicationState } from '#domain/application-state.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import type { SignedBy } from '#domain/permit.ts'
import type { InkRefusal } from '#domain/signing.ts'
import { numbersAfterSigning } from '#domain/product-sheet.ts'
import { findOfficial, titleOn, type OfficeProfile } from '#domain/profile.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { changeDossier, type DossierRefusal, type ReceivingDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import { isSameSigner, jobsOfStage, signatoryOnSheet } from './printed-sheets.ts'
import type { SignedIn } from './office.ts'
import { codesOnScan, refuseScan } from './signed-scan.ts'

export type RecordSignatureRefusal = DossierRefusal | { readonly code: 'stage-does-not-sign' } | InkRefusal

/** The official in force on a day, frozen as printed under the document. undefined: the post is vacant. */
export function signerOn(profile: OfficeProfile, post: string, day: OfficeDate): SignedBy | undefined {
  const official = findOfficial(profile, post, day)
  const titleLines = titleOn(profile, post, day)
  if (!official || !titleLines) return undefined
  return {
    name: official.name,
    position: titleLines.join('\n'),
    capacity: official.capacity,
    ...(official.ownTitleLines && { ownPosition: official.ownTitleLines.join('\n') }),
    rank: official.rank,
    nip: official.nip,
  }
}

export interface RecordSignatureOrder {
  readonly applicationId: string
  readonly stage: string | null
  readonly on: OfficeDate
  /** Scan of the sheet with its ink, as it was uploaded; null or absent: none. */
  readonly scanSha256?: string | null
}

/**
 * Records that the head signed by hand: on which day, by the official in force on it. The sheet must have been
 * numbered and printed, since the ink is on that sheet. A scan of it goes with the record, where the office wants one always.
 */
export const recordSignature =
  (deps: ReceivingDeps) =>
  async (
    order: RecordSignatureOrder,
    who: SignedIn,
  ): Promise<Result<ApplicationState, RecordSignatureRefusal>> => {
    const { scanSha256 } = order
    const codes = scanSha256 ? await codesOnScan(deps, scanSha256) : undefined
    return changeDossier<RecordSignatureRefusal>(deps, order, who, async ({ state, stage, at, stores }) => {
      const product = state.product
      const rule = stage.signs.find((one) => one.document === 'product' && one.method === 'wet')
      if (!rule || !product) return refuse({ code: 'stage-does-not-sign' })
      if (product.signature) return refuse({ code: 'already-signed', by: product.signature.by.name })
      if (stage.numbers.includes('product') && !product.number)
        return refuse({ code: 'sign-after-print', what: 'number' })
      const table = deps.office.profile.stageTable
      const jobs = await stores.printJobs.listForSubject(product.id)
      const sheets = jobsOfStage(table, state, stage.code, jobs).filter((one) => one.state === 'printed')
      if ((stage.prints.includes('product') || numbersAfterSigning(table)) && sheets.length === 0)
        return refuse({ code: 'sign-after-print', what: 'print' })
      const today = officeToday(deps.office, at)
      if (order.on > today) return refuse({ code: 'signed-in-future', on: order.on, today })
      if (product.issuedOn !== null && order.on < product.issuedOn)
        return refuse({ code: 'signed-before-issued', on: order.on, issuedOn: product.issuedOn })
      const by = signerOn(deps.office.profile, rule.signer, order.on)
      if (!by) return refuse({ code: 'post-vacant', post: rule.signer, on: order.on })
      const printed = signatoryOnSheet(sheets)
      if (printed !== null && !isSameSigner(printed, by))
        return refuse({ code: 'sheet-names-another', printed: printed.name, inForce: by.name, on: order.on })
      const unfit = refuseScan(deps.office, product, codes)
      if (unfit) return refuse(unfit)
      return ok([
        {
          body: {
            action: 'signed',
            productId: product.id,
            method: 'wet',
            by,
            on: order.on,
            fileSha256: null,
            ...(scanSha256 && { scanSha256 }),
          },
        },
      ])
    })
  }
