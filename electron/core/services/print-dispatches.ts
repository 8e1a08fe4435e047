import { receivedOn, type Dispatch } from '#domain/dispatch.ts'
import type { DispatchBookRow } from '#domain/documents/dispatch-book-sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { clockTime, dayRange, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { officeTimeOf } from '#domain/office-zone.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { gapsOf, type RegisterGap } from '#domain/register-gaps.ts'
import { ok, refuse, type Result } from '#domain/result.ts'
import { dispatchText } from '#domain/wording/dispatch.ts'
import { sayGaps } from '#domain/wording/register-gaps.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { Queries } from '#ports/queries.ts'
import type { DossierDeps } from './dossier-change.ts'
import { elsewhereIn } from './incoming-register.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { addOfficeSheet, type OfficeSheet } from './office-sheet.ts'
import { printedLetterhead, shortMoment } from './print-content.ts'

function rowOf({ profile }: Office, dispatch: Dispatch): DispatchBookRow {
  const { received, voided } = dispatch
  const day = receivedOn(dispatch, profile.timeZone)
  const settled = voided
    ? `BATAL: ${voided.reason}`
    : received && day
      ? `${received.receiver}, ${numericDate(day)} ${clockTime(officeTimeOf(received.receivedAt, profile.timeZone))}`
      : null
  return {
    number: dispatch.number.text,
    sentOn: numericDate(dispatch.sentOn),
    what: maskFullNik(dispatchText(dispatch)),
    dossier: dispatch.dossier?.registrationNumber ?? '',
    recipient: maskFullNik(dispatch.recipient),
    broughtBy: maskFullNik(dispatch.broughtBy),
    settled: settled && maskFullNik(settled),
  }
}

/** The book of some days, A4 landscape where the profile sets no other sheet. */
export function dispatchBookContent(
  office: Office,
  lines: readonly Dispatch[],
  gaps: readonly RegisterGap[],
  span: { readonly from: OfficeDate; readonly until: OfficeDate },
  who: SignedIn,
  at: Instant,
): PrintContent {
  const { profile } = office
  const valid = lines.filter((one) => one.voided === null)
  const received = valid.filter((one) => one.received !== null).length
  const voided = lines.length - valid.length
  return {
    kind: 'dispatch-book',
    paper: paperFor(profile, 'dispatch-book'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, officeToday(office, at), false),
      period: dayRange(span.from, span.until),
      rows: lines.map((one) => rowOf(office, one)),
      total: `Jumlah ${lines.length} kiriman: ${received} diterima, ${valid.length - received} belum, ${voided} batal.`,
      gaps: sayGaps(gaps),
      made: `dicetak ${shortMoment(office, at)} oleh ${who.user.name}`,
    },
  }
}

interface Deps extends DossierDeps {
  readonly queries: Queries
}

/** Prints the book of some days as it stands. Each call prints one. */
export const printDispatchBook =
  (deps: Deps) =>
  async (
    order: { readonly from: OfficeDate; readonly until: OfficeDate; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, never>> => {
    const { office, queries } = deps
    const { series } = office.profile.dispatch
    const [lines, starts] = await Promise.all([queries.listDispatches(order), queries.listNumberStarts()])
    const numbers = lines.map(({ number }) => number)
    const before = await queries.listNumbersBefore(series, numbers)
    const gaps = gapsOf([...before, ...numbers], elsewhereIn(starts, series))
    const at = deps.clock.now()
    return addJob(deps, {
      document: 'dispatch-book',
      subjectId: null,
      title: `Buku ekspedisi ${dayRange(order.from, order.until)}`,
      printerId: order.printerId,
      content: dispatchBookContent(office, lines, gaps, order, who, at),
      who,
      at,
    })
  }

/** Prints the slip that goes with one line's paper. Each call prints one. Refuses a line that is not there. */
export const printDispatchSlip =
  (deps: Deps) =>
  async (
    order: { readonly id: string; readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, { readonly code: 'dispatch-unknown' }>> => {
    const dispatch = await deps.queries.findDispatch(order.id)
    if (!dispatch) return refuse({ code: 'dispatch-unknown' })
    const { office } = deps
    const at = deps.clock.now()
    return addJob(deps, {
      document: 'dispatch-slip',
      subjectId: dispatch.id,
      title: `Tanda terima ekspedisi ${dispatch.number.text}`,
      printerId: order.printerId,
      content: {
        kind: 'dispatch-slip',
        paper: paperFor(office.profile, 'dispatch-slip'),
        createdAt: at,
        data: {
          letterhead: printedLetterhead(office.profile, officeToday(office, at), false),
          row: rowOf(office, dispatch),
          printedAt: shortMoment(office, at),
          officer: who.user.name,
        },
      },
      who,
      at,
    })
  }

const addJob = (
  { work, ids }: Deps,
  { who, at, ...sheet }: OfficeSheet & { readonly who: SignedIn; readonly at: Instant },
): Promise<Result<PrintJob, never>> =>
  work.run<PrintJob, never>(async (stores) => ok(await addOfficeSheet(stores, ids, sheet, who, at)))
