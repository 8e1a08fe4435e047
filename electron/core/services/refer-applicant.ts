import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { Instant } from '#domain/instant.ts'
import type { ApplicationKind, PermitType } from '#domain/permit-type.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import type { Route } from '#domain/route.ts'
import { kindLabel } from '#domain/wording/application.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { addOfficeSheet } from './office-sheet.ts'
import { contactSentences } from './paper-words.ts'
import { offerOf } from './offers.ts'
import { counterOf, printedLetterhead, shortMoment } from './print-content.ts'
import { shortTitle } from './receipt-content.ts'

export interface ReferOrder {
  /** Minted with the first try: a repeat counts the contact once and prints nothing again. */
  readonly id: string
  readonly permitTypeCode: string
  readonly kind: ApplicationKind
  /** As typed, for the slip alone; it is not kept with the count. */
  readonly applicantName: string
  readonly printerId: string | null
}

export type ReferRefusal =
  | { readonly code: 'type-not-offered'; readonly typed: string }
  /** It is filed here: there is nothing to refer. */
  | { readonly code: 'filed-here' }

/**
 * Sends somebody to where their permit is filed: counts the contact (who, when, type, way) and prints the slip that says
 * why, the steps there and what to bring. No number is taken and no person kept.
 *
 * @returns the job of the slip; null when this contact was counted before
 */
export const referApplicant =
  (deps: DossierDeps) =>
  (order: ReferOrder, who: SignedIn): Promise<Result<PrintJob | null, ReferRefusal>> =>
    deps.work.run<PrintJob | null, ReferRefusal>(async (stores) => {
      const { office, ids, clock } = deps
      const at = clock.now()
      const offer = offerOf(office, order.permitTypeCode, officeToday(office, at))
      const route = offer?.kinds.find((one) => one.kind === order.kind)?.route
      if (!offer || !route) return refuse({ code: 'type-not-offered', typed: order.permitTypeCode })
      if (route.to === 'own-office') return refuse({ code: 'filed-here' })
      const isNew = await stores.referrals.add({
        id: order.id,
        permitTypeCode: offer.type.code,
        kind: order.kind,
        to: route.to,
        destination: route.destination,
        at,
        by: who.user.name,
        station: who.user.counter ?? who.station,
      })
      if (!isNew) return ok(null)
      const sheet = {
        document: 'referral-slip',
        subjectId: order.id,
        title: `Surat pengantar ${route.destination}`,
        printerId: order.printerId,
        content: slip(office, offer.type, order, route, who, at),
      } as const
      return ok(await addOfficeSheet(stores, ids, sheet, who, at))
    })

function slip(
  office: Office,
  type: PermitType,
  order: ReferOrder,
  route: Exclude<Route, { to: 'own-office' }>,
  who: SignedIn,
  at: Instant,
): PrintContent {
  const { profile } = office
  return {
    kind: 'referral-slip',
    // One small sheet at this counter, like the list of missing papers.
    paper: paperFor(profile, 'referral-slip'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, officeToday(office, at), false),
      at: shortMoment(office, at),
      officer: who.user.name,
      counter: counterOf(who),
      applicantName: maskFullNik(order.applicantName.trim()),
      permitCode: type.code,
      permitShortName: shortTitle(type.name),
      request: kindLabel(order.kind, null).toLowerCase(),
      destination: route.destination,
      address: route.address,
      reason: route.reason,
      steps: route.steps,
      bring: route.bring,
      contact: contactSentences(profile),
    },
  }
}
