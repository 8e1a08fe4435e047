import type { BookCell, BookColumn, BookTable } from '#domain/documents/report-book.ts'
import { mostBars } from '#domain/documents/report-parts.ts'
import { dayRange, numericDate } from '#domain/indonesian.ts'
import { decimal } from '#domain/indonesian-numbers.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { publishedLimit } from '#domain/promise.ts'
import { delayReasonText } from '#domain/wording/delay-reason.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import type { Office } from './office.ts'
import { roleName, stageLabel, timeReport, type TimeLine, type TimeReport } from './time-report.ts'

const timeColumns: readonly BookColumn[] = [
  { key: 'count', header: 'Selesai', kind: 'count', width: 9, total: true },
  { key: 'median', header: '50%', kind: 'working-days', width: 9, decimals: 1 },
  { key: 'p80', header: '80%', kind: 'working-days', width: 9, decimals: 1 },
  { key: 'p95', header: '95%', kind: 'working-days', width: 9, decimals: 1 },
  { key: 'longest', header: 'Terlama', kind: 'working-days', width: 9, decimals: 1 },
]

/** Working days to the hundredth: what a clock of minutes says, and the same on every engine. */
const days = (minutes: number, { minutesOfDay }: TimeReport): number =>
  minutesOfDay === 0 ? 0 : Math.round((minutes / minutesOfDay) * 100) / 100

const timeCells = ({ times }: TimeLine, report: TimeReport): readonly BookCell[] => [
  times.count,
  ...[times.median, times.p80, times.p95, times.longest].map((one) => days(one, report)),
]

const stagesTable = (report: TimeReport): BookTable => ({
  key: 'stages',
  title: 'Waktu kerja per tahap',
  columns: [
    { key: 'stage', header: 'Tahap', kind: 'text', width: 40 },
    { key: 'role', header: 'Peran', kind: 'text', width: 28 },
    { key: 'limit', header: 'Batas', kind: 'text', width: 16 },
    ...timeColumns,
    { key: 'over-limit', header: 'Lewat batas', kind: 'count', width: 11, total: true },
    { key: 'sent-back', header: 'Mundur', kind: 'count', width: 9, total: true },
  ],
  rows: report.stages.map((one) => [
    one.label,
    one.role,
    one.limit,
    ...timeCells(one, report),
    one.over,
    one.sentBack,
  ]),
  notes: [
    'Hari kerja kantor: jam layanan tanpa istirahat dan hari libur. 80%: waktu yang tidak dilewati 80 dari 100 berkas. Mundur: dikembalikan ke tahap sebelumnya di dalam kantor.',
  ],
})

const rolesTable = (report: TimeReport): BookTable => ({
  key: 'roles',
  title: 'Waktu kerja per peran',
  columns: [
    { key: 'role', header: 'Peran', kind: 'text', width: 44 },
    ...timeColumns,
    { key: 'sent-back', header: 'Mundur', kind: 'count', width: 9, total: true },
  ],
  rows: report.roles.map((one) => [one.label, ...timeCells(one, report), one.sentBack]),
})

const applicantTable = (report: TimeReport): BookTable => ({
  key: 'applicant',
  title: 'Waktu di pemohon',
  columns: [{ key: 'stage', header: 'Tahap', kind: 'text', width: 44 }, ...timeColumns],
  rows: report.applicants.map((one) => [one.label, ...timeCells(one, report)]),
  notes: ['Selama berkas di pemohon jam janji berhenti.'],
})

const lateTable = ({ profile }: Office, report: TimeReport): BookTable => ({
  key: 'late',
  title: 'Berkas lewat janji',
  columns: [
    { key: 'registration', header: 'Nomor permohonan', kind: 'text', width: 18 },
    { key: 'holder', header: 'Pemegang', kind: 'text', width: 30 },
    { key: 'type-code', header: 'Jenis', kind: 'text', width: 9 },
    { key: 'promised-on', header: 'Dijanjikan', kind: 'day', width: 11 },
    { key: 'days-late', header: 'Lewat (hari kerja)', kind: 'count', width: 11 },
    { key: 'decided-on', header: 'Diputus', kind: 'day', width: 11 },
    { key: 'held-by-stage', header: 'Paling lama ditahan', kind: 'text', width: 28 },
    { key: 'held-by-role', header: 'Peran', kind: 'text', width: 22 },
    { key: 'held-since', header: 'Sejak', kind: 'day', width: 11 },
    { key: 'held-days', header: 'Lama', kind: 'working-days', width: 9, decimals: 1 },
    { key: 'reason', header: 'Alasan tercatat', kind: 'text', width: 40 },
  ],
  rows: report.late.map(({ dossier, promisedOn, late, decidedOn, heldBy, reason }) => {
    const stage = profile.stageTable.stages.find(({ code }) => code === heldBy?.stage)
    return [
      dossier.registrationNumber,
      dossier.holderName,
      dossier.permitTypeCode,
      promisedOn,
      late,
      decidedOn,
      heldBy && stageLabel(profile.stageTable, heldBy.stage),
      stage ? roleName(profile.roles, stage.role) : null,
      heldBy && officeDateOf(heldBy.since, profile.timeZone),
      heldBy && days(heldBy.minutes, report),
      reason &&
        `${delayReasonText(reason)} (${reason.by}, ${numericDate(officeDateOf(reason.at, profile.timeZone))})`,
    ]
  }),
  notes: ['Tanpa tanggal diputus: masih terbuka pada saat laporan ini.'],
})

/** Promised and real working time (SLA): decisions of the span, stages and roles, and every broken promise. */
export const slaBook =
  (deps: BookDeps): BookMaker =>
  async ({ days: span, asOf }) => {
    const report = await timeReport(deps)({ days: span, asOf })
    const { decided } = report
    const { office } = deps
    const promised = decided.within + decided.late
    const limit = publishedLimit(office.profile.stageTable)
    return {
      kind: 'sla',
      title: `Waktu layanan ${dayRange(span.from, span.through)}`,
      days: span,
      asOf,
      figures: [
        { key: 'decided', label: 'diputus', value: decided.count },
        { key: 'within', label: 'dalam janji', value: decided.within },
        { key: 'late', label: 'lewat janji', value: decided.late },
        { key: 'no-promise', label: 'tanpa janji', value: decided.noPromise },
        { key: 'median', label: 'hari kerja, 50%', value: decided.times?.median ?? 0 },
        { key: 'p80', label: 'hari kerja, 80%', value: decided.times?.p80 ?? 0 },
        { key: 'p95', label: 'hari kerja, 95%', value: decided.times?.p95 ?? 0 },
        { key: 'with-applicant', label: 'pernah di pemohon', value: decided.paused?.count ?? 0 },
      ],
      remarks: [
        limit === null
          ? 'Kantor ini tidak mengumumkan janji waktu; yang dilaporkan waktu kerja nyata.'
          : `Janji kantor: **${limit}** sejak berkas lengkap dan benar.`,
        ...(promised === 0
          ? []
          : [
              `Dalam janji: **${decided.within}** dari **${promised}** (${decimal((100 * decided.within) / promised, 1)} %).`,
            ]),
        ...(decided.times === null
          ? ['Tidak ada yang diputus pada masa ini.']
          : [
              `Separuh diputus dalam **${decided.times.median}** hari kerja, 95 dari 100 dalam **${decided.times.p95}**, terlama **${decided.times.longest}**.`,
            ]),
      ],
      bars: [
        {
          // Times of stages do not add up: the rest of them is not one bar.
          title: 'Tahap terlama, 95% selesai dalam (hari kerja)',
          bars: report.stages
            .map((one) => ({ label: one.label, value: days(one.times.p95, report) }))
            .toSorted((one, other) => other.value - one.value)
            .slice(0, mostBars),
        },
      ],
      tables: [stagesTable(report), rolesTable(report), applicantTable(report), lateTable(office, report)],
    }
  }
