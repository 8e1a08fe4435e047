import type { ApplicationState } from '#domain/application-state.ts'
import { type CollectiveFiling, type UntakenDossier } from '#domain/collective-filing.ts'
import type { CollectiveRow } from '#domain/documents/collective-list-strip.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { Instant } from '#domain/instant.ts'
import { maskNik, type Nik } from '#domain/nik.ts'
import { maskPhone, type Phone } from '#domain/phone.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { Stores } from '#ports/stores.ts'
import type { DossierDeps } from './dossier-change.ts'
import { documentsOf, officeToday, requirementsOf } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { holderName } from './paper-words.ts'
import { counterOf, longMoment, printedLetterhead, shortMoment } from './print-content.ts'
import { choosePrinter, newJob } from './print-document.ts'

/** A filing with everything that stands on its list. */
export interface FilingParts {
  readonly filing: CollectiveFiling
  /** In the order in which they were taken in. */
  readonly taken: readonly ApplicationState[]
  readonly untaken: readonly UntakenDossier[]
}

/** Whether a dossier has a paper for all that it is asked for. */
export const isComplete = (office: Office, state: ApplicationState): boolean =>
  requirementsOf(office, state).every((one) => documentsOf(state, one.code).length > 0)

/** The *Daftar Pengajuan Kolektif* as it stands; A4 where the profile sets no other sheet. */
function collectiveListContent(
  office: Office,
  { filing, taken, untaken }: FilingParts,
  who: SignedIn,
  at: Instant,
): PrintContent {
  const { profile } = office
  const { bringer, closed } = filing
  return {
    kind: 'collective-list',
    paper: paperFor(profile, 'collective-list'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, officeToday(office, at), false),
      code: filing.code,
      openedAt: longMoment(office, filing.openedAt),
      closedAt: closed && longMoment(office, closed.at),
      printedAt: shortMoment(office, at),
      officer: closed?.by ?? who.user.name,
      counter: counterOf(who),
      facilityName: bringer.facilityName && maskFullNik(bringer.facilityName),
      bringerName: bringer.name,
      nikMasked: bringer.nik === null ? null : maskNik(bringer.nik as Nik),
      phoneMasked: maskPhone(bringer.phone as Phone),
      letterSeen: bringer.letterSeen,
      rows: taken.map((state): CollectiveRow => ({
        number: state.registrationNumber.text,
        holderName: maskFullNik(holderName(state)),
        permitCode: state.data.permitTypeCode,
        request: kindLabel(state.data.kind, state.data.practiceOrdinal).replace('SIP', 'izin'),
        complete: isComplete(office, state),
      })),
      untaken: untaken.map((one) => ({
        name: maskFullNik(one.name) || '–',
        permitCode: one.permitTypeCode ?? 'jenis belum dipilih',
        reason: maskFullNik(one.reason),
      })),
    },
  }
}

/** Puts the list on its way to the printer, inside the transaction of whatever asked for it. Each call prints one. */
export async function addListJob(
  { office, ids }: Pick<DossierDeps, 'office' | 'ids'>,
  { printers, printJobs }: Pick<Stores, 'printers' | 'printJobs'>,
  parts: FilingParts,
  order: { readonly printerId: string | null; readonly who: SignedIn; readonly at: Instant },
): Promise<PrintJob> {
  const { filing } = parts
  const job = newJob(ids.uuid(), {
    document: 'collective-list',
    applicationId: null,
    subjectId: filing.id,
    title: `Daftar kolektif ${filing.code}`,
    printerId: choosePrinter(await printers.list(), 'collective-list', order.printerId),
    copy: 1,
    reason: null,
    content: collectiveListContent(office, parts, order.who, order.at),
    requestedBy: order.who.user.name,
    at: order.at,
  })
  await printJobs.add(job)
  return job
}
