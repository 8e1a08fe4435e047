import type { Actor } from '#domain/application-event.ts'
import type { Complaint, ComplaintAct, ComplaintAction } from '#domain/complaint.ts'
import type { Instant } from '#domain/instant.ts'
import { addDays, officeDate } from '#domain/office-date.ts'
import type { OfficialNumber, Product } from '#domain/permit.ts'
import type { DocumentKind } from '#domain/stage-table.ts'
import {
  accepted,
  aMove,
  anActor,
  anApplication,
  anId,
  aNumber,
  aProduct,
  aRegisteredDossier,
  aSigner,
  day,
  drafted,
  instant,
  numbered,
  signed,
  withEvent,
  type Dossier,
} from '#domain/testing/builders.ts'
import type { NumberRecord } from '#ports/stores.ts'

/** A number of a register, and whether and why it was voided. */
export interface Registered extends NumberRecord {
  readonly voided: { readonly at: Instant; readonly reason: string; readonly by: string } | null
}

/** Dossiers with the numbers that they took. */
export interface Grown {
  readonly dossier: Dossier
  readonly numbers: readonly Registered[]
}

const hours = (at: Instant, count: number): Instant =>
  instant(new Date(Date.parse(at) + count * 3_600_000).toISOString())

/** Moments from late February to early April, several of them within the hour of midnight at the office (17.00 of UTC). */
export const momentOf = (n: number): Instant =>
  hours(instant('2026-02-25T16:30:00.000Z'), (n * 31) % (37 * 24))

const clerk = (n: number): Actor =>
  anActor({ userId: anId(1 + (n % 3), 'f'), name: `Petugas ${1 + (n % 3)}`, station: 'loket-1' })

const officialNumber = (series: string, serial: number): OfficialNumber =>
  aNumber(series, serial, {
    scope: '2026',
    text: `${series.toUpperCase()}/${String(serial).padStart(4, '0')}/2026`,
  })

const line = (
  number: OfficialNumber,
  document: DocumentKind,
  dossier: Dossier,
  takenAt: Instant,
  subjectId: string | null = null,
): Registered => ({ number, document, applicationId: dossier.state.id, subjectId, takenAt, voided: null })

const begun = (n: number, at: Instant, change: Parameters<typeof anApplication>[0] = {}): Dossier =>
  accepted(
    aRegisteredDossier({ n, at: hours(at, -30), data: anApplication(change), actor: clerk(n) }),
    '2026-12-31',
    {
      at: hours(at, -29),
      actor: clerk(n),
    },
  )

/** Refused by a letter of the office's series; every fourth letter was spoiled, and another one took its place. */
export function refusedByLetter(n: number, serials: readonly number[]): Grown {
  const at = momentOf(n)
  const away = begun(n, at)
  const step = { at, actor: clerk(n) }
  let dossier = withEvent(away, aMove(away, ['refusal-handover'], { via: 'refuse', kind: 'refuse' }), {
    ...step,
    note: `Alasan ${n % 5}`,
  })
  const numbers: Registered[] = []
  for (const [index, serial] of serials.entries()) {
    const number = officialNumber('penolakan', serial)
    dossier = numbered(drafted(dossier, 'refusal-letter', step), number, step)
    const taken = line(number, 'refusal-letter', dossier, step.at)
    if (index === serials.length - 1) numbers.push(taken)
    else {
      const reason = `Salah ketik ${n}`
      const voidAt = hours(at, 0.2)
      const { id } = dossier.state.product as Product
      dossier = withEvent(
        dossier,
        { action: 'number-voided', productId: id, number, reason },
        { ...step, at: voidAt },
      )
      numbers.push({ ...taken, voided: { at: voidAt, reason, by: clerk(n).name } })
      step.at = hours(at, 0.25)
    }
  }
  return { dossier: signed(dossier, { ...step, at: hours(step.at, 0.1) }), numbers }
}

/** A revocation by decree for one of the reasons of the office's list. */
export function revokedByDecree(n: number, serial: number): Grown {
  const at = momentOf(n)
  const reasonCode = ['sanction', 'died', 'moved'][n % 3] ?? 'died'
  const asked = begun(n, at, { kind: 'revocation', reasonCode, targetPermitNumber: `LAMA/${n}/2020` })
  const number = officialNumber('pencabutan', serial)
  const step = { at, actor: clerk(n) }
  const ready = signed(numbered(drafted(asked, 'revocation-decree', step), number, step), step)
  const done = withEvent(ready, aMove(ready, ['handover'], { activates: true, clock: 'off' }), step)
  return { dossier: done, numbers: [line(number, 'revocation-decree', done, at)] }
}

/** A permit, signed electronically where `electronic`, that ends on a day; with its number. */
export function permitEnding(
  n: number,
  serial: number,
  validUntil: string | null,
  electronic = false,
): Grown {
  const at = momentOf(n)
  const number = officialNumber('izin', serial)
  const step = { at, actor: clerk(n) }
  const made = numbered(drafted(begun(n, at), 'permit', step), number, {
    ...step,
    ...(validUntil !== null && { validUntil }),
  })
  const { id } = made.state.product as Product
  const ready = electronic
    ? withEvent(
        made,
        {
          action: 'signed',
          productId: id,
          method: 'electronic',
          by: aSigner(),
          on: day(at.slice(0, 10)),
          fileSha256: String(n).padStart(64, 'a'),
          certificate: {
            issuer: 'BSrE',
            serial: `00:${n}`,
            validFrom: instant('2026-01-01T00:00:00.000Z'),
            validUntil: instant('2028-01-01T00:00:00.000Z'),
          },
        },
        step,
      )
    : signed(made, step)
  const done = withEvent(ready, aMove(ready, ['handover'], { activates: true, clock: 'off' }), step)
  return { dossier: done, numbers: [line(number, 'permit', done, at)] }
}

/** Photocopies of a permit legalised some hours after it, void again where `isVoid`. */
export function legalised({ dossier, numbers }: Grown, n: number, serial: number, isVoid: boolean): Grown {
  const at = hours(momentOf(n), 40)
  const number = officialNumber('legalisir', serial)
  const id = anId(serial, 'e')
  const step = { at, actor: clerk(n) }
  const once = withEvent(
    dossier,
    {
      action: 'legalised',
      legalisation: {
        id,
        number,
        issuedOn: day(at.slice(0, 10)),
        productId: dossier.state.product?.id ?? '',
        copies: 1 + (serial % 4),
        signer: aSigner(),
      },
      jobId: anId(serial, 'f'),
    },
    step,
  )
  const taken = line(number, 'legalisation', once, at, id)
  if (!isVoid) return { dossier: once, numbers: [...numbers, taken] }
  const voidAt = hours(at, 1)
  const reason = `Aslinya tidak dibawa ${n}`
  return {
    dossier: withEvent(
      once,
      { action: 'legalisation-voided', legalisationId: id, number },
      { ...step, at: voidAt, note: reason },
    ),
    numbers: [...numbers, { ...taken, voided: { at: voidAt, reason, by: clerk(n).name } }],
  }
}

/** The permit came to its end because another one took its place. */
export const ended = (grown: Grown, on: string): Grown => ({
  ...grown,
  dossier: withEvent(grown.dossier, {
    action: 'permit-ended',
    productId: grown.dossier.state.product?.id ?? '',
    end: { status: 'renewed', on: day(on), byApplicationId: null, byNumber: 'BARU/1', reason: null },
  }),
})

/** A *Ralat* of the last day: the same number on a new paper that ends on another day. */
export function endMended({ dossier, numbers }: Grown, validUntil: string, at: Instant): Grown {
  const { product, seq } = dossier.state
  const number = product?.number
  if (!product || !number) throw new Error('nothing is numbered that could be put right')
  const erratumId = anId(seq, 'd')
  const step = { at }
  const asked = withEvent(
    dossier,
    { action: 'erratum-asked', erratumId, ordinal: 1, sheet: { state: 'back' } },
    { ...step, note: 'Hari terakhir salah' },
  )
  const anew = aProduct(asked, 'permit', { numberKept: true })
  const approved = withEvent(
    asked,
    { action: 'erratum-approved', erratumId, product: anew, signer: 'Kepala Contoh', opens: 'desk' },
    step,
  )
  const again = signed(numbered(approved, number, { ...step, validUntil }), step)
  return {
    dossier: withEvent(again, aMove(again, ['handover'], { activates: true, clock: 'off' }), step),
    numbers,
  }
}

/** A complaint of a day, answered, closed or neither. */
export function aComplaint(serial: number): Complaint {
  const receivedOn = addDays(officeDate('2026-02-24'), serial * 3)
  const enteredAt = instant(`${receivedOn}T03:00:00.000Z`)
  const act = (n: number, action: ComplaintAction): ComplaintAct => ({
    id: anId(serial * 10 + n, 'd'),
    action,
    text: 'Ya.',
    via: action === 'closed' ? null : 'Telepon',
    at: hours(enteredAt, n * 20),
    by: 'Dodi',
    userId: anId(9, 'f'),
  })
  const acts: readonly (readonly ComplaintAct[])[] = [
    [],
    [act(1, 'answered')],
    [act(1, 'forwarded'), act(2, 'answered'), act(3, 'closed')],
    [act(1, 'closed')],
  ]
  return {
    id: anId(serial, 'c'),
    number: officialNumber('pengaduan', serial),
    channel: serial % 2 === 0 ? 'counter' : 'box',
    complainant: serial % 3 === 0 ? null : { name: 'Sari Kapuasari', contact: '0812' },
    topic: serial % 3 === 0 ? 'waktu' : 'petugas',
    text: 'Sudah tiga minggu.',
    dossier: null,
    receivedOn,
    dueOn: addDays(receivedOn, serial % 5 === 0 ? 100 : 14),
    enteredAt,
    enteredBy: 'Ratih',
    acts: acts[serial % 4] ?? [],
  }
}
