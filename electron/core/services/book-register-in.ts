import { maskFullNik } from '#domain/documents/privacy.ts'
import type { BookColumn, ReportBook } from '#domain/documents/report-book.ts'
import { dayRange } from '#domain/indonesian.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { kindLabel } from '#domain/wording/application.ts'
import { sayGaps } from '#domain/wording/register-gaps.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import { noteOfRegistration, readIncoming } from './incoming-register.ts'
import type { BookReader } from './register-reading.ts'

export const registerInColumns: readonly BookColumn[] = [
  { key: 'number', header: 'Nomor', kind: 'text', width: 18 },
  { key: 'received-at', header: 'Diterima', kind: 'moment', width: 17 },
  { key: 'holder', header: 'Pemohon', kind: 'text', width: 34 },
  { key: 'type-code', header: 'Jenis', kind: 'text', width: 11 },
  { key: 'kind', header: 'Permohonan', kind: 'text', width: 20 },
  { key: 'place', header: 'Tempat praktik', kind: 'text', width: 34 },
  { key: 'channel', header: 'Lewat', kind: 'text', width: 9 },
  { key: 'complete-on', header: 'Lengkap', kind: 'day', width: 12 },
  { key: 'officer', header: 'Petugas', kind: 'text', width: 22 },
  { key: 'note', header: 'Keterangan', kind: 'text', width: 30 },
]

/** The incoming register: every number given on these days in its order, voids and blank forms included. */
export const readRegisterIn =
  ({ office, queries }: BookDeps): BookReader =>
  async ({ days, asOf }) => {
    const { from, through } = days
    const read = await readIncoming(office, queries, { from, until: through }, asOf)
    const book: ReportBook = {
      kind: 'register-in',
      title: `Register masuk ${dayRange(from, through)}`,
      days,
      asOf,
      figures: [
        { key: 'numbers', label: 'nomor', value: read.lines.length },
        { key: 'taken-in', label: 'permohonan', value: read.taken },
        { key: 'voided', label: 'batal', value: read.voided },
        { key: 'reserved', label: 'formulir belum dipakai', value: read.reserved },
      ],
      remarks: [],
      bars: [],
      tables: [
        {
          key: 'incoming',
          title: 'Register masuk',
          columns: registerInColumns,
          rows: read.lines.map((line) => {
            const { number, dossier } = line
            return [
              number.text,
              dossier?.submittedAt ?? number.takenAt,
              dossier && maskFullNik(dossier.holderName),
              dossier?.permitTypeCode ?? null,
              dossier && kindLabel(dossier.kind, dossier.practiceOrdinal),
              dossier?.facilityName ? maskFullNik(dossier.facilityName) : null,
              dossier && (dossier.channel === 'counter' ? 'Loket' : 'Daring'),
              dossier?.acceptedAt ? officeDateOf(dossier.acceptedAt, office.profile.timeZone) : null,
              line.takenInBy,
              noteOfRegistration(office, line) || null,
            ]
          }),
          notes: [sayGaps(read.gaps), 'Lengkap: hari berkas dinyatakan lengkap dan benar; kosong: belum.'],
        },
      ],
    }
    return {
      book,
      dossiers: { incoming: read.lines.map(({ dossier }) => dossier?.id ?? null) },
      gaps: { sentence: sayGaps(read.gaps), complete: read.gaps.length === 0 },
    }
  }

export const registerInBook =
  (deps: BookDeps): BookMaker =>
  async (order) =>
    (await readRegisterIn(deps)(order)).book
