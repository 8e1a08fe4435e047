import { answerOf, complaintState, isOverdue, maskName, type Complaint } from '#domain/complaint.ts'
import type { BookOrder, BookTable } from '#domain/documents/report-book.ts'
import { dayRange } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { workingDaysBetween } from '#domain/working-days.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { complaintChannelLabel, complaintStateLabel } from '#domain/wording/complaint.ts'
import { channelLabel } from '#domain/wording/service-standard.ts'
import type { BookDeps } from './book-deps.ts'
import type { Office } from './office.ts'
import { topicLabel } from './print-complaint.ts'
import { masked, spanOf, type BookReader, type ReadBook } from './register-reading.ts'
import { checkSeries, sayChecked } from './series-check.ts'

/** A complaint as the office knew it at a moment. */
const asKnown = (complaint: Complaint, { asOf }: BookOrder): Complaint => ({
  ...complaint,
  acts: complaint.acts.filter(({ at }) => at < asOf),
})

/** Working days of the office from the day on which it came to the day of its answer; null: it has none. */
export function daysToAnswer({ profile }: Office, complaint: Complaint): number | null {
  const answer = answerOf(complaint)
  return answer
    ? workingDaysBetween(profile.calendar, complaint.receivedOn, officeDateOf(answer.at, profile.timeZone))
    : null
}

/** The middle one of some figures, of two in the middle their half; null: there are none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const at = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(at) - 1], sorted[Math.floor(at)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const groupColumns = (header: string): BookTable['columns'] => [
  { key: 'name', header, kind: 'text', width: 36 },
  { key: 'received', header: 'Masuk', kind: 'count', width: 9, total: true },
  { key: 'answered', header: 'Dijawab', kind: 'count', width: 9, total: true },
  { key: 'closed', header: 'Selesai', kind: 'count', width: 9, total: true },
  { key: 'overdue', header: 'Lewat batas', kind: 'count', width: 11, total: true },
  { key: 'median-days', header: 'Median jawab', kind: 'working-days', width: 13 },
]

const complaintFigures = ['received', 'answered', 'closed', 'overdue'] as const
type ComplaintFigure = (typeof complaintFigures)[number]

const figureLabels: Readonly<Record<ComplaintFigure, string>> = {
  received: 'masuk',
  answered: 'dijawab',
  closed: 'selesai',
  overdue: 'lewat batas',
}

/** The figures that a complaint is counted in. */
const figuresOf = (complaint: Complaint, isLate: boolean): readonly ComplaintFigure[] => [
  'received',
  ...(answerOf(complaint) === undefined ? [] : (['answered'] as const)),
  ...(complaintState(complaint) === 'closed' ? (['closed'] as const) : []),
  ...(isLate ? (['overdue'] as const) : []),
]

/** *Pengaduan*: what came on these days, by topic and channel, how soon it was answered, and every one of them. */
export const readComplaints =
  (deps: BookDeps): BookReader =>
  async (order): Promise<ReadBook> => {
    const { office, queries } = deps
    const { from, through } = order.days
    const { series } = office.profile.complaints
    const gaps = sayChecked(await checkSeries(deps, order, (one) => one === series))
    const found = (await queries.listComplaints(from, through))
      .filter(({ enteredAt }) => enteredAt < order.asOf)
      .map((one) => asKnown(one, order))
    const late = (one: Complaint): boolean => isOverdue(one, order.today)
    // One condition for a figure and for the complaints behind it.
    const counted = new Map(found.map((one) => [one, figuresOf(one, late(one))]))
    const countIn = (all: readonly Complaint[], key: ComplaintFigure): number =>
      all.filter((one) => counted.get(one)?.includes(key)).length
    const medianDays = (all: readonly Complaint[]): number | null =>
      medianOf(all.flatMap((one) => daysToAnswer(office, one) ?? []))
    const grouped = (nameOf: (one: Complaint) => string): BookTable['rows'] =>
      [...Map.groupBy(found, nameOf)]
        .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
        .map(([name, all]) => [name, ...complaintFigures.map((key) => countIn(all, key)), medianDays(all)])
    const topicOf = (one: Complaint): string => topicLabel(office, one.topic)
    const channelOf = (one: Complaint): string => complaintChannelLabel(one.channel)
    const median = medianDays(found)
    return {
      gaps,
      dossiers: { complaints: found.map(({ dossier }) => dossier?.applicationId ?? null) },
      counted: {
        table: 'complaints',
        rows: found.map((one) => ({ id: one.id, counts: counted.get(one) ?? [] })),
      },
      book: {
        kind: 'complaints',
        title: `Laporan pengaduan ${dayRange(from, through)}`,
        days: order.days,
        asOf: order.asOf,
        figures: [
          ...complaintFigures.map((key) => ({
            key,
            label: figureLabels[key],
            value: countIn(found, key),
          })),
          ...(median === null
            ? []
            : [{ key: 'median-days', label: 'hari kerja (median jawab)', value: median }]),
        ],
        remarks: [
          `Batas jawab ${office.profile.complaints.answerWithin} hari kerja. Dasar: ${office.profile.complaints.basis}.`,
        ],
        bars: [
          {
            title: 'Menurut pokok',
            bars: [...Map.groupBy(found, topicOf)].map(([label, all]) => ({
              label,
              value: all.length,
              beyond: all.filter(late).length,
            })),
          },
        ],
        tables: [
          { key: 'topics', title: 'Menurut pokok', columns: groupColumns('Pokok'), rows: grouped(topicOf) },
          {
            key: 'channels',
            title: 'Menurut saluran',
            columns: groupColumns('Saluran'),
            rows: grouped(channelOf),
          },
          {
            key: 'complaints',
            title: 'Daftar pengaduan',
            columns: [
              { key: 'number', header: 'Nomor', kind: 'text', width: 15 },
              { key: 'received-on', header: 'Sampai', kind: 'day', width: 12 },
              { key: 'channel', header: 'Saluran', kind: 'text', width: 18 },
              { key: 'topic', header: 'Pokok', kind: 'text', width: 28 },
              { key: 'complainant', header: 'Pengadu', kind: 'text', width: 18 },
              { key: 'registration', header: 'Permohonan', kind: 'text', width: 15 },
              { key: 'unit', header: 'Diteruskan ke', kind: 'text', width: 26 },
              { key: 'due-on', header: 'Batas jawab', kind: 'day', width: 12 },
              { key: 'days', header: 'Dijawab dalam', kind: 'working-days', width: 13 },
              { key: 'state', header: 'Keadaan', kind: 'text', width: 18 },
            ],
            rows: found.map((one) => [
              one.number.text,
              one.receivedOn,
              channelOf(one),
              topicOf(one),
              one.complainant ? maskName(one.complainant.name) : 'tanpa nama',
              one.dossier?.registrationNumber ?? null,
              masked(one.acts.findLast(({ action }) => action === 'forwarded')?.via),
              one.dueOn,
              daysToAnswer(office, one),
              late(one) ? 'Lewat batas' : complaintStateLabel(complaintState(one)),
            ]),
            notes: gaps ? [gaps.sentence] : [],
          },
        ],
      },
    }
  }

/** *Konsultasi*: what was asked on these days, by service and way, and every question. */
export const readConsultations =
  (deps: BookDeps): BookReader =>
  async (order): Promise<ReadBook> => {
    const { from, through } = order.days
    const found = (await deps.queries.listConsultations(spanOf(deps, order))).filter(
      ({ at }) => at < order.asOf,
    )
    const phone = found.filter(({ channel }) => channel === 'phone').length
    return {
      gaps: null,
      dossiers: {},
      counted: {
        table: 'consultations',
        rows: found.map(({ id, channel }) => ({ id, counts: ['consultations', channel] })),
      },
      book: {
        kind: 'consultations',
        title: `Laporan konsultasi ${dayRange(from, through)}`,
        days: order.days,
        asOf: order.asOf,
        figures: [
          { key: 'consultations', label: 'konsultasi', value: found.length },
          { key: 'counter', label: 'di loket', value: found.length - phone },
          { key: 'phone', label: 'lewat telepon', value: phone },
        ],
        remarks: [],
        bars: [],
        tables: [
          {
            key: 'types',
            title: 'Menurut layanan',
            columns: [
              { key: 'type-code', header: 'Jenis', kind: 'text', width: 14 },
              { key: 'consultations', header: 'Konsultasi', kind: 'count', width: 12, total: true },
            ],
            rows: [...Map.groupBy(found, (one) => one.permitTypeCode)]
              .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
              .map(([code, all]) => [code, all.length]),
          },
          {
            key: 'consultations',
            title: 'Daftar konsultasi',
            columns: [
              { key: 'at', header: 'Waktu', kind: 'moment', width: 17 },
              { key: 'type-code', header: 'Jenis', kind: 'text', width: 12 },
              { key: 'kind', header: 'Permohonan', kind: 'text', width: 18 },
              { key: 'question', header: 'Yang ditanyakan', kind: 'text', width: 44 },
              { key: 'channel', header: 'Cara', kind: 'text', width: 12 },
              { key: 'officer', header: 'Petugas', kind: 'text', width: 24 },
            ],
            rows: found.map((one) => [
              one.at,
              one.permitTypeCode,
              kindLabel(one.kind, null),
              masked(one.question),
              channelLabel(one.channel),
              one.by,
            ]),
          },
        ],
      },
    }
  }
