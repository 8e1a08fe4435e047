import {
  balanceBetween,
  blankState,
  unexplainedSerials,
  type BlankBalance,
  type BlankEntry,
  type BlankSerial,
  type BlankStack,
} from '#domain/blank-ledger.ts'
import type { BlankCardRow } from '#domain/documents/blank-card-sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { clockTime, dayRange, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays, officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { ok, type Result } from '#domain/result.ts'
import { blankStateLabel, sayStack } from '#domain/wording/blank-ledger.ts'
import { paperFor } from '#domain/usual-papers.ts'
import type { Queries } from '#ports/queries.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { addOfficeSheet } from './office-sheet.ts'
import { printedLetterhead, shortMoment } from './print-content.ts'

export interface CardSpan {
  readonly from: OfficeDate
  readonly until: OfficeDate
}

/** The *Kartu Kendali Blangko* of some days. */
export interface BlankCard {
  readonly balance: BlankBalance
  readonly stacks: readonly BlankStack[]
  readonly entries: readonly BlankEntry[]
  /** Of any day. */
  readonly open: readonly BlankEntry[]
  /** Numbers that were passed over, of any day. */
  readonly unexplained: readonly BlankSerial[]
}

/** Reads the card of some days, both included. */
export async function readBlankCard(
  queries: Queries,
  { profile }: Pick<Office, 'profile'>,
  span: CardSpan,
): Promise<BlankCard> {
  const bounds = boundsOfDays(span.from, span.until, profile.timeZone)
  const [before, after, stacks, entries, open, used] = await Promise.all([
    queries.countBlanks(bounds.from),
    queries.countBlanks(bounds.until),
    queries.listBlankStacks(),
    queries.listBlankEntries(bounds),
    queries.listOpenBlankEntries(),
    queries.listUsedSerials(),
  ])
  return {
    balance: balanceBetween(before, after),
    stacks,
    entries,
    open,
    unexplained: unexplainedSerials(stacks, used),
  }
}

function rowsOf({ profile }: Office, card: BlankCard, span: CardSpan): readonly BlankCardRow[] {
  const moment = (at: Instant): string =>
    `${numericDate(officeDateOf(at, profile.timeZone))} ${clockTime(officeTimeOf(at, profile.timeZone))}`
  const isWithin = (at: Instant): boolean => {
    const day = officeDateOf(at, profile.timeZone)
    return span.from <= day && day <= span.until
  }
  const received = card.stacks
    .filter((one) => isWithin(one.receivedAt))
    .map((one) => ({
      at: one.receivedAt,
      row: {
        at: moment(one.receivedAt),
        serial: '',
        what: sayStack(one),
        received: String(one.count),
        used: '',
        state: 'Diterima',
        by: one.receivedBy,
      },
    }))
  const used = card.entries
    .filter((one) => blankState(one) !== 'unused')
    .map((one) => {
      const reason = one.withdrawn?.reason ?? one.settled?.reason ?? null
      return {
        at: one.takenAt,
        row: {
          at: moment(one.takenAt),
          serial: one.serial?.text ?? '–',
          what: one.title,
          received: '',
          used: '1',
          state: `${blankStateLabel(blankState(one))}${reason === null || reason === one.title ? '' : `: ${reason}`}`,
          by: one.withdrawn?.by ?? one.settled?.by ?? one.takenBy,
        },
      }
    })
  return [...received, ...used].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ row }) => row)
}

/** The card as it goes on paper, A4 landscape. */
export function blankCardContent(
  office: Office,
  card: BlankCard,
  span: CardSpan,
  who: SignedIn,
  at: Instant,
): PrintContent {
  const { profile } = office
  return {
    kind: 'blank-card',
    paper: paperFor(profile, 'blank-card'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, officeToday(office, at), false),
      period: dayRange(span.from, span.until),
      balance: card.balance,
      unexplained: card.unexplained.map(({ text }) => text),
      rows: rowsOf(office, card, span),
      made: `dicetak ${shortMoment(office, at)} oleh ${who.user.name}`,
      // Whoever takes the blanks in keeps them.
      keeper: card.stacks.at(-1)?.receivedBy ?? who.user.name,
    },
  }
}

/** Prints the card of some days as it stands. Each call prints one. */
export const printBlankCard =
  (deps: DossierDeps & { readonly queries: Queries }) =>
  async (
    order: CardSpan & { readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, never>> => {
    const { office, queries, ids, work } = deps
    const card = await readBlankCard(queries, office, order)
    const at = deps.clock.now()
    return work.run<PrintJob, never>(async (stores) => {
      const sheet = {
        document: 'blank-card',
        subjectId: null,
        title: `Kartu kendali blangko ${dayRange(order.from, order.until)}`,
        printerId: order.printerId,
        content: blankCardContent(office, card, order, who, at),
      } as const
      return ok(await addOfficeSheet(stores, ids, sheet, who, at))
    })
  }
