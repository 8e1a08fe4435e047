import { complaintDueOn } from '#domain/complaint.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { fullDate, longDate, numericDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import type { OfficeDate } from '#domain/office-date.ts'
import { documentRule } from '#domain/profile.ts'
import { paperFor } from '#domain/usual-papers.ts'
import { bookContent } from './book-content.ts'
import type { Office } from './office.ts'
import { complaintSlip } from './print-complaint.ts'
import { printedLetterhead, shortMoment } from './print-content.ts'
import { sampleClerk as clerk, type SampleDossier } from './sample-product.ts'

interface Given extends Pick<SampleDossier, 'type'> {
  readonly office: Office
  readonly day: OfficeDate
  readonly at: Instant
}

/** Lists, books and reports of the office with invented lines. */
export const sampleBooks = {
  'collective-list': (given) => ({
    kind: 'collective-list',
    paper: paperFor(given.office.profile, 'collective-list'),
    createdAt: given.at,
    data: {
      letterhead: printedLetterhead(given.office.profile, given.day, false),
      code: 'CONTOH',
      openedAt: shortMoment(given.office, given.at),
      closedAt: null,
      printedAt: shortMoment(given.office, given.at),
      officer: clerk.user.name,
      counter: '1',
      facilityName: 'Nama Tempat Contoh',
      bringerName: 'NAMA PEMBAWA BERKAS',
      nikMasked: null,
      phoneMasked: '08**********',
      letterSeen: true,
      rows: [1, 2, 3].map((one) => ({
        number: `CONTOH-${one}`,
        holderName: 'NAMA PEMEGANG IZIN',
        permitCode: given.type.code,
        request: 'Baru',
        complete: one !== 2,
      })),
      untaken: [],
    },
  }),
  'dispatch-book': ({ office, day, at }) => ({
    kind: 'dispatch-book',
    paper: paperFor(office.profile, 'dispatch-book'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(office.profile, day, false),
      period: longDate(day),
      rows: [dispatchRow(day, 'NAMA PENERIMA, 09.30'), dispatchRow(day, null)],
      total: '**2 kiriman**: 1 diterima, 1 belum',
      made: `dicetak ${numericDate(day)} oleh ${clerk.user.name}`,
    },
  }),
  'dispatch-slip': ({ office, day, at }) => ({
    kind: 'dispatch-slip',
    paper: paperFor(office.profile, 'dispatch-slip'),
    createdAt: at,
    data: {
      letterhead: printedLetterhead(office.profile, day, false),
      row: dispatchRow(day, null),
      printedAt: shortMoment(office, at),
      officer: clerk.user.name,
    },
  }),
  'report-book': ({ office, day, at, type }) =>
    bookContent(
      office,
      {
        kind: 'register-in',
        title: `Register masuk ${longDate(day)}`,
        days: { from: day, through: day },
        asOf: at,
        figures: [{ key: 'numbers', label: 'nomor', value: 1 }],
        remarks: [],
        bars: [],
        tables: [
          {
            key: 'incoming',
            title: 'Register masuk',
            columns: [
              { key: 'number', header: 'Nomor', kind: 'text', width: 18 },
              { key: 'holder', header: 'Pemohon', kind: 'text', width: 34 },
              { key: 'type-code', header: 'Jenis', kind: 'text', width: 11 },
            ],
            rows: [['CONTOH', 'NAMA PEMOHON', type.code]],
          },
        ],
      },
      { by: clerk.user.name, at },
    ),
  'complaint-slip': ({ office, day, at }) => {
    const { profile } = office
    const { channels, topics } = profile.complaints
    return {
      kind: 'complaint-slip',
      paper: paperFor(profile, 'complaint-slip'),
      createdAt: at,
      data: complaintSlip(
        office,
        {
          id: 'CONTOH',
          number: { series: profile.complaints.series, scope: '', serial: 1, text: 'CONTOH' },
          channel: channels[0]?.kind ?? 'counter',
          complainant: { name: 'NAMA PENGADU', contact: null },
          topic: topics[0]?.code ?? '',
          text: 'Isi pengaduan seperti yang disampaikan.',
          dossier: null,
          receivedOn: day,
          dueOn: complaintDueOn(profile.complaints, profile.calendar, day),
          enteredAt: at,
          enteredBy: clerk.user.name,
          acts: [],
        },
        { on: day, at, officer: clerk.user.name },
      ),
    }
  },
  'daily-report': ({ office, day, at, type }) => {
    const rule = documentRule(office.profile, 'daily-report')
    return {
      kind: 'daily-report',
      paper: rule.paper,
      data: {
        letterhead: printedLetterhead(office.profile, day, rule.letterhead === 'pre-printed-paper'),
        crest: null,
        day: fullDate(day),
        figures: ['diterima', 'terbit', 'diserahkan', 'dikembalikan', 'ditolak', 'dicabut'].map((label) => ({
          value: 0,
          label,
        })),
        remarks: ['Catatan hari itu, misalnya izin yang terbit lewat batas waktu.'],
        byType: [{ label: type.code, value: 1 }],
        issued: [
          {
            permitNumber: 'CONTOH',
            holderName: 'NAMA PEMEGANG IZIN',
            typeCode: type.code,
            place: 'Nama Tempat Contoh',
            request: 'Baru',
            delivery: 'Loket',
            officer: clerk.user.name,
          },
        ],
        issuedTotal: '**1 izin**: 1 baru; 1 diserahkan, 0 belum diambil',
        outgoing: [
          {
            at: '10.20',
            permitNumber: 'CONTOH',
            holderName: 'NAMA PEMEGANG IZIN',
            receivedBy: 'NAMA PENERIMA',
            document: 'Izin',
            officer: clerk.user.name,
          },
        ],
        outgoingTotal: '**1 izin** diserahkan',
        made: `dibuat ${numericDate(day)} oleh ${clerk.user.name}`,
        signers: [
          {
            lead: `${office.profile.city}, ${longDate(day)}`,
            titleLines: ['Petugas,'],
            name: clerk.user.name,
            rank: null,
            nip: null,
          },
        ],
        createdAt: at,
      },
    }
  },
} as const satisfies Readonly<Record<string, (given: Given) => PrintContent>>

function dispatchRow(day: OfficeDate, settled: string | null) {
  return {
    number: 'CONTOH',
    sentOn: numericDate(day),
    what: 'Nama barang yang dikirim',
    dossier: 'CONTOH',
    recipient: 'Nama instansi penerima',
    broughtBy: clerk.user.name,
    settled,
  }
}
