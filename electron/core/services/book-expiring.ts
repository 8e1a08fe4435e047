import type { ApplicationState } from '#domain/application-state.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import type { BookOrder } from '#domain/documents/report-book.ts'
import { permitStatusOn } from '#domain/earlier-permit.ts'
import type { ExpiryNotice } from '#domain/expiry-notice.ts'
import { hasAddress, messageWay, standingExpiryNotice } from '#domain/expiry-rules.ts'
import { addMonths, daysBetween, type OfficeDate } from '#domain/office-date.ts'
import { maskPhone, parsePhone } from '#domain/phone.ts'
import { expiryStandingLabel } from '#domain/wording/expiry.ts'
import type { Queries } from '#ports/queries.ts'
import type { BookDeps } from './book-deps.ts'
import { keptMailServer, mailServerSetting } from './mail-setting.ts'
import { holderName } from './paper-words.ts'
import { keptPortal, portalAddressSetting } from './portal-setting.ts'
import { masked, registerBook, statesAt, type BookReader } from './register-reading.ts'

/** Months ahead that are looked at. */
export const expiringMonths = [1, 3, 6] as const

/** Permits in force on a day. Left out: what was renewed, revoked or replaced, or will be on a day that is decided already. */
const inForce = (states: readonly ApplicationState[], today: OfficeDate): readonly ApplicationState[] =>
  states.filter((state) => state.permitEnd === null && permitStatusOn(state, today) === 'active')

const endOf = ({ product }: ApplicationState): string => product?.validUntil ?? ''

/**
 * Permits in force on the day of an order whose last day comes until the last of its days, the first to end first, as they were
 * known at its moment: whose last day a *Ralat* has changed since stands with the one of then.
 */
async function findExpiring(
  queries: Pick<Queries, 'listExpiring' | 'listFormerlyExpiring' | 'historiesBefore'>,
  { today, days: { through }, asOf }: BookOrder,
): Promise<readonly ApplicationState[]> {
  const found = await Promise.all([
    queries.listExpiring(today, through),
    queries.listFormerlyExpiring(today, through),
  ])
  const states = new Map(found.flat().map((one) => [one.id, one]))
  const known = await statesAt({ queries }, [...states.values()], { asOf })
  return inForce(known, today)
    .filter((one) => endOf(one) !== '' && endOf(one) <= through)
    .toSorted((one, other) =>
      endOf(one) === endOf(other) ? (one.id < other.id ? -1 : 1) : endOf(one) < endOf(other) ? -1 : 1,
    )
}

/** A telephone number as lists show it, without its middle; null: none, or none that can be read. */
export function phoneMasked({ applicant }: Pick<ApplicationState, 'applicant'>): string | null {
  const read = applicant.phone === null ? null : parsePhone(applicant.phone)
  return read?.ok ? maskPhone(read.value) : null
}

/** A permit that ends soon, with how its holder can be told and what was said already. */
export interface ExpiringLine {
  readonly applicationId: string
  readonly number: string
  readonly holderName: string
  readonly permitTypeCode: string
  readonly place: string
  readonly validUntil: OfficeDate
  readonly daysLeft: number
  readonly phoneMasked: string | null
  readonly hasAddress: boolean
  readonly message: ReturnType<typeof messageWay>
  /** Of the present end; null: nothing yet. */
  readonly told: ExpiryNotice | null
}

/** The permits that end on these days, as the window lists them. */
export async function readExpiringLines(
  queries: Pick<Queries, 'listExpiring' | 'getSetting'>,
  days: { readonly from: OfficeDate; readonly through: OfficeDate },
  today: OfficeDate,
): Promise<readonly ExpiringLine[]> {
  const from = days.from < today ? today : days.from
  const [states, server, portal] = await Promise.all([
    queries.listExpiring(today, days.through),
    queries.getSetting(mailServerSetting),
    queries.getSetting(portalAddressSetting),
  ])
  const ways = { sendsMails: keptMailServer(server) !== null, hasPortal: keptPortal(portal) !== null }
  return inForce(states, today).flatMap((state): ExpiringLine[] => {
    const validUntil = state.product?.validUntil ?? null
    if (validUntil === null || validUntil < from) return []
    return [
      {
        applicationId: state.id,
        number: state.product?.number?.text ?? '',
        holderName: maskFullNik(holderName(state)),
        permitTypeCode: state.data.permitTypeCode,
        place: maskFullNik(state.data.facility?.name ?? ''),
        validUntil,
        daysLeft: daysBetween(today, validUntil),
        phoneMasked: phoneMasked(state),
        hasAddress: hasAddress(state),
        message: messageWay(state, ways),
        told: standingExpiryNotice(state) ?? null,
      },
    ]
  })
}

const howTold = (told: ExpiryNotice | undefined): string | null =>
  told === undefined
    ? null
    : told.letter === undefined
      ? expiryStandingLabel(told)
      : `${expiryStandingLabel(told)}, ${told.letter.number.text}`

/** *Izin yang akan habis*: from the first through the last of the days; the days of an order that begins in the past begin today. */
export const readExpiring =
  ({ queries }: BookDeps): BookReader =>
  async (order) => {
    const from = order.days.from < order.today ? order.today : order.days.from
    const states = (await findExpiring(queries, order)).filter((one) => endOf(one) >= from)
    const within = (months: number): number =>
      states.filter((one) => endOf(one) <= addMonths(order.today, months)).length
    return registerBook(order, {
      kind: 'expiring',
      name: 'Izin yang akan habis',
      gaps: null,
      figures: [
        { key: 'permits', label: 'izin', value: states.length },
        ...expiringMonths.map((months) => ({
          key: `within-${months}`,
          label: `dalam ${months} bulan`,
          value: within(months),
        })),
        {
          key: 'untold',
          label: 'belum diberi tahu',
          value: states.filter((state) => standingExpiryNotice(state) === undefined).length,
        },
      ],
      notes: [
        'Hanya izin yang berlaku: yang sudah diperpanjang, dicabut, atau diganti tidak ada di daftar ini.',
      ],
      columns: [
        { key: 'valid-until', header: 'Berlaku sampai', kind: 'day', width: 13 },
        { key: 'days-left', header: 'Sisa hari', kind: 'count', width: 9 },
        { key: 'number', header: 'Nomor izin', kind: 'text', width: 26 },
        { key: 'holder', header: 'Pemegang', kind: 'text', width: 30 },
        { key: 'type-code', header: 'Jenis', kind: 'text', width: 10 },
        { key: 'place', header: 'Tempat', kind: 'text', width: 32 },
        { key: 'phone', header: 'Telepon', kind: 'text', width: 16 },
        { key: 'told-at', header: 'Diberi tahu', kind: 'moment', width: 17 },
        { key: 'told-how', header: 'Cara', kind: 'text', width: 22 },
      ],
      lines: states.map((state) => ({
        applicationId: state.id,
        cells: [
          state.product?.validUntil ?? null,
          state.product?.validUntil ? daysBetween(order.today, state.product.validUntil) : null,
          state.product?.number?.text ?? null,
          masked(holderName(state)),
          state.data.permitTypeCode,
          masked(state.data.facility?.name),
          phoneMasked(state),
          standingExpiryNotice(state)?.at ?? null,
          howTold(standingExpiryNotice(state)),
        ],
      })),
    })
  }
