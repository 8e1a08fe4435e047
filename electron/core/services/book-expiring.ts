import { permitStatusOn } from '#domain/earlier-permit.ts'
import type { BookOrder } from '#domain/documents/report-book.ts'
import { addMonths, daysBetween } from '#domain/office-date.ts'
import { formatPhone, maskPhone, parsePhone } from '#domain/phone.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { Queries } from '#ports/queries.ts'
import type { BookDeps } from './book-deps.ts'
import { holderName } from './paper-words.ts'
import { masked, registerBook, statesAt, type BookReader } from './register-reading.ts'

/** Months ahead that are looked at. */
export const expiringMonths = [1, 3, 6] as const

/**
 * Permits in force on the day of an order whose last day comes until the last of its days, the first to end first, as they were
 * known at its moment. Left out: what was renewed, revoked or replaced, or will be on a day that is decided already.
 */
export async function findExpiring(
  queries: Pick<Queries, 'listExpiring' | 'historiesBefore'>,
  { today, days: { through }, asOf }: BookOrder,
): Promise<readonly ApplicationState[]> {
  const found = await statesAt({ queries }, await queries.listExpiring(today, through), { asOf })
  return found.filter((state) => state.permitEnd === null && permitStatusOn(state, today) === 'active')
}

/** A telephone number as lists show it, without its middle; null: none, or none that can be read. */
export function phoneMasked({ applicant }: Pick<ApplicationState, 'applicant'>): string | null {
  const read = applicant.phone === null ? null : parsePhone(applicant.phone)
  return read?.ok ? maskPhone(read.value) : null
}

/** The whole number, for the one holder who was chosen. */
export function phoneShown({ applicant }: Pick<ApplicationState, 'applicant'>): string | null {
  const read = applicant.phone === null ? null : parsePhone(applicant.phone)
  return read?.ok ? formatPhone(read.value) : applicant.phone
}

/** *Izin yang akan habis*: from the first through the last of the days; the days of an order that begins in the past begin today. */
export const readExpiring =
  ({ queries }: BookDeps): BookReader =>
  async (order) => {
    const from = order.days.from < order.today ? order.today : order.days.from
    const states = (await findExpiring(queries, order)).filter(
      ({ product }) => (product?.validUntil ?? '') >= from,
    )
    const within = (months: number): number =>
      states.filter(({ product }) => (product?.validUntil ?? '') <= addMonths(order.today, months)).length
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
        ],
      })),
    })
  }
