import type { IncomingRow } from '#domain/documents/incoming-register-sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { clockTime, dayRange, longDate, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { usedElsewhere, type NumberStart, type SerialRange } from '#domain/number-start.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { boundsOfDays, officeDateOf, officeTimeOf } from '#domain/office-zone.ts'
import type { PrintJob } from '#domain/print-job.ts'
import { gapsOf } from '#domain/register-gaps.ts'
import { ok, type Result } from '#domain/result.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { sayGaps } from '#domain/wording/register-gaps.ts'
import type { Queries, RegistrationLine } from '#ports/queries.ts'
import type { DossierDeps } from './dossier-change.ts'
import { officeToday } from './move-facts.ts'
import type { Office, SignedIn } from './office.ts'
import { addOfficeSheet } from './office-sheet.ts'
import { printedLetterhead, shortMoment } from './print-content.ts'

interface Days {
  readonly from: OfficeDate
  readonly until: OfficeDate
}

/** Serials of a series that were used before the program, by scope: they lack in no register. */
export const elsewhereIn =
  (starts: readonly NumberStart[], series: string) =>
  (scope: string): readonly SerialRange[] =>
    usedElsewhere(starts.filter((one) => one.series === series && one.scope === scope))

/** The incoming register of some days as it was known at a moment (null: now): its lines, what they come to, and whether a number lacks between them or in front of them. */
export async function readIncoming(
  { profile }: Office,
  queries: Queries,
  { from, until }: Days,
  asOf: Instant | null = null,
) {
  const { series } = profile.receipt
  const [lines, starts] = await Promise.all([
    queries.listRegistrations(series, boundsOfDays(from, until, profile.timeZone), asOf),
    queries.listNumberStarts(),
  ])
  const numbers = lines.map(({ number }) => number)
  const before = await queries.listNumbersBefore(series, numbers)
  const voided = numbers.filter(({ voidedAt }) => voidedAt !== null).length
  const taken = lines.filter(({ number, dossier }) => number.voidedAt === null && dossier !== null).length
  return {
    lines,
    taken,
    voided,
    reserved: lines.length - voided - taken,
    gaps: gapsOf(
      [...before, ...numbers],
      elsewhereIn(
        starts.filter(({ at }) => asOf === null || at < asOf),
        series,
      ),
    ),
  }
}

/** Of days on which nobody came. */
export const quietRegister = { lines: [], taken: 0, voided: 0, reserved: 0, gaps: [] } as const

/** Why a line's number is void, that nobody was taken in on it yet, or when it was written down later; empty: nothing. */
export function noteOfRegistration({ profile }: Office, { number, dossier }: RegistrationLine): string {
  if (number.voidedAt !== null) return `Batal: ${maskFullNik(number.voidReason ?? '')}`
  if (dossier === null) return 'Formulir bernomor, belum dipakai'
  if (dossier.enteredAt !== null)
    return `Susulan, dicatat ${longDate(officeDateOf(dossier.enteredAt, profile.timeZone))}`
  return ''
}

function rowOf(office: Office, line: RegistrationLine): IncomingRow {
  const { number, dossier } = line
  const zone = office.profile.timeZone
  const at = dossier?.submittedAt ?? number.takenAt
  return {
    number: number.text,
    receivedAt: `${numericDate(officeDateOf(at, zone))} ${clockTime(officeTimeOf(at, zone))}`,
    holderName: maskFullNik(dossier?.holderName ?? ''),
    typeCode: dossier?.permitTypeCode ?? '',
    request: dossier ? kindLabel(dossier.kind, dossier.practiceOrdinal) : '',
    place: maskFullNik(dossier?.facilityName ?? ''),
    complete:
      dossier === null
        ? ''
        : dossier.acceptedAt === null
          ? 'belum'
          : numericDate(officeDateOf(dossier.acceptedAt, zone)),
    officer: maskFullNik(line.takenInBy ?? ''),
    channel: dossier === null ? '' : dossier.channel === 'counter' ? 'Loket' : 'Daring',
    note: noteOfRegistration(office, line),
  }
}

/** The register on its landscape sheet. */
export function incomingContent(
  office: Office,
  read: Awaited<ReturnType<typeof readIncoming>>,
  { from, until }: Days,
  who: { readonly user: { readonly name: string } },
  at: Instant,
): PrintContent {
  const { profile } = office
  const { lines, taken, voided, reserved } = read
  return {
    kind: 'incoming-register',
    paper: paperFor(profile, 'incoming-register'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(profile, officeToday(office, at), false),
      period: dayRange(from, until),
      rows: lines.map((one) => rowOf(office, one)),
      total: `**Jumlah ${lines.length} nomor**: ${taken} permohonan, ${voided} batal, ${reserved} formulir belum dipakai.`,
      gaps: sayGaps(read.gaps),
      made: `dicetak ${shortMoment(office, at)} oleh ${who.user.name}`,
    },
  }
}

/** Prints the incoming register of some days as it stands. Each call prints one. */
export const printIncomingRegister =
  ({ office, work, clock, ids, queries }: DossierDeps & { readonly queries: Queries }) =>
  async (
    order: Days & { readonly printerId: string | null },
    who: SignedIn,
  ): Promise<Result<PrintJob, never>> => {
    const read = await readIncoming(office, queries, order)
    const at = clock.now()
    return work.run<PrintJob, never>(async (stores) => {
      const sheet = {
        document: 'incoming-register',
        subjectId: null,
        title: `Register masuk ${dayRange(order.from, order.until)}`,
        printerId: order.printerId,
        content: incomingContent(office, read, order, who, at),
      } as const
      return ok(await addOfficeSheet(stores, ids, sheet, who, at))
    })
  }
