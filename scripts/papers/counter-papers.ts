import { PAPERS } from '#domain/documents/paper.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import {
  aCollectiveList,
  aDailyReport,
  aHandover,
  aNoticeSlip,
} from '#domain/documents/testing/more-samples.ts'
import { aReprint, someMissingItems, someRepairItems } from '#domain/documents/testing/samples.ts'
import { officeDate } from '#domain/office-date.ts'
import { documentRule } from '#domain/profile.ts'
import type { AppointmentKind, DocumentKind } from '#domain/stage-table.ts'
import type { TimeOfDay } from '#domain/time-of-day.ts'
import { aNumber, anId } from '#domain/testing/builders.ts'
import { paperState } from '#hosts/testing/paper-states.ts'
import { archiveContent } from '#services/archive-content.ts'
import { assignmentContent } from '#services/assignment-content.ts'
import { inspectionContent } from '#services/inspection-report.ts'
import type { Office } from '#services/office.ts'
import { printedLetterhead } from '#services/print-content.ts'
import { formsContent, formsOf } from '#services/print-forms.ts'
import { receiptContent } from '#services/receipt-content.ts'
import { signerOn } from '#services/record-signature.ts'
import { serviceStandard } from '#services/service-standard.ts'
import { incomingPapers } from './register-papers.ts'
import { complaintPapers } from './complaint-papers.ts'
import { expiryPapers } from './expiry-papers.ts'
import { legalisationPapers } from './legalisation-papers.ts'
import { longestFacts, longestName, now, today, typesToShow, type ShownPaper } from './product-papers.ts'

const time = (text: string): TimeOfDay => text as TimeOfDay

/** A visit for one dossier or many, with a team of three. */
function appointmentOf(office: Office, kind: AppointmentKind, ids: readonly string[]) {
  return {
    id: anId(1, 'e'),
    kind,
    time: {
      date: officeDate('2026-11-24'),
      from: time('09:00'),
      until: time('11:30'),
      place: 'Klinik Pratama Kapuas Medika, Jalan Gajah Mada Nomor 88',
    },
    purpose: 'memeriksa kesesuaian sarana, prasarana, dan peralatan tempat praktik',
    team: [
      ['Ketut Adnyana Wibawa, S.K.M.', '198204172008041006', 'Penata Perizinan Ahli Muda', true],
      ['Rosalina Manurung, A.Md.RO', '199008122015032004', 'Pengelola Pelayanan Kesehatan', false],
      ['Fajar Setiawan, S.T.', null, 'Tenaga Teknis Tata Ruang', false],
    ].map(([name, nip, post, leads]) => ({ userId: null, name, nip, post, leads }) as never),
    dossiers: ids.map((applicationId) => ({ applicationId, leftAt: null })),
    letter: {
      id: anId(2, 'e'),
      number: aNumber('surat-tugas', 41, { text: '503/0041/ST/2026' }),
      issuedOn: today,
    },
    state: 'planned' as const,
    madeAt: now,
    madeBy: 'Ketut Adnyana',
    postponements: [],
    end: null,
  }
}

/** What the counter gives out, the books and the reports of an office; thermal ones are strips as well. */
export function counterPapers(office: Office): readonly ShownPaper[] {
  const { profile } = office
  const [first] = typesToShow(office)
  if (!first) return []
  const letterhead = printedLetterhead(profile, today, false)
  const small = { ...letterhead, address: letterhead.address.slice(0, 1) }
  const paperOf = (kind: DocumentKind) => profile.documents.find((one) => one.kind === kind)?.paper
  const a5 = documentRule(profile, 'receipt').paper
  const flat = documentRule(profile, 'handover-receipt').paper
  const wide = documentRule(profile, 'daily-report').paper
  const createdAt = now
  const state = paperState(office, first.code)
  const longest = paperState(office, first.code, longestFacts(office, first.code))
  const standard = serviceStandard(office, first.code, 'new', today)
  const signer = profile.documents.find((one) => one.kind === 'assignment-letter')?.signer ?? null
  const official = signer === null ? undefined : signerOn(profile, signer, today)
  const papers: (readonly [string, PrintContent])[] = [
    ['receipt biasa', receiptContent(office, state, null)],
    ['receipt terpanjang', receiptContent(office, longest, null)],
    [
      'receipt cetak ulang',
      receiptContent(office, state, { copy: 2, reason: aReprint.reason, by: 'Yunita Anggraheni', at: now }),
    ],
    [
      'missing-items biasa',
      { kind: 'missing-items', data: someMissingItems({ letterhead }), paper: a5, createdAt },
    ],
    [
      'missing-items terpanjang',
      {
        kind: 'missing-items',
        paper: a5,
        createdAt,
        data: someMissingItems({
          letterhead,
          applicantName: longestName,
          missing: Array.from({ length: 14 }, (_, i) => ({
            label: `Surat Keterangan Tempat Praktik dari pimpinan fasilitas pelayanan kesehatan ke-${i + 1}`,
            reason: 'belum ditandatangani pimpinan fasilitas dan belum bermeterai',
          })),
        }),
      },
    ],
    [
      'missing-items perbaikan',
      { kind: 'missing-items', data: someRepairItems({ letterhead }), paper: a5, createdAt },
    ],
    ['notice-slip', { kind: 'notice-slip', data: aNoticeSlip({ letterhead }), paper: a5, createdAt }],
    [
      'referral-slip',
      {
        kind: 'referral-slip',
        paper: a5,
        createdAt,
        data: {
          letterhead,
          at: 'Kam 19-11-2026, 10.00',
          officer: 'Yunita A.',
          counter: '2',
          applicantName: 'apt. Yohanes Krisna Adiputra, S.Farm.',
          permitCode: 'SIA',
          permitShortName: 'Apotek',
          request: 'baru',
          destination: 'OSS (Online Single Submission)',
          address: 'oss.go.id',
          reason: 'Izin apotek terbit melalui OSS sebagai perizinan berusaha berbasis risiko.',
          steps: [
            'Buat akun di oss.go.id.',
            'Ajukan KBLI 47721 dengan lokasi apotek.',
            'Penuhi standar usaha.',
          ],
          bring: ['NIB', 'Akta pendirian bila badan usaha'],
          contact: profile.receipt.complaints,
        },
      },
    ],
    ['handover-receipt', { kind: 'handover-receipt', data: aHandover({ letterhead: small }), paper: flat }],
    [
      'handover-receipt terpanjang',
      {
        kind: 'handover-receipt',
        paper: flat,
        data: aHandover({
          letterhead: small,
          holderName: longestName,
          receivedBy: `${longestName}, pemegang izin`,
        }),
      },
    ],
    [
      'collective-list',
      { kind: 'collective-list', data: { ...aCollectiveList(24), letterhead: small }, paper: a5, createdAt },
    ],
    ['daily-report', { kind: 'daily-report', data: aDailyReport(14, { letterhead }), paper: wide }],
    ['daily-report hari sepi', { kind: 'daily-report', data: aDailyReport(0, { letterhead }), paper: wide }],
    [
      'loss-statement',
      {
        kind: 'loss-statement',
        paper: paperOf('loss-statement') ?? PAPERS.a4,
        createdAt,
        data: {
          agency: letterhead.agency,
          place: profile.city,
          date: '19 November 2026',
          name: longestName,
          capacity: 'pemohon atau pemegang izin',
          receipts: [1, 2, 3].map((n) => ({
            registerNumber: `P-2026-00041${n}`,
            filedOn: '2 November 2026',
            holderName: n === 1 ? longestName : 'Bagus Wirayudha',
            permitName: 'Surat Izin Praktik Dokter (SIPD)',
          })),
          officerName: 'Yunita Anggraheni',
        },
      },
    ],
    ['archive sampul', archiveContent(office, state, now, 'Bagas Pratama')],
    ...(standard
      ? ([
          [
            'service-standard',
            {
              kind: 'service-standard',
              paper: a5,
              createdAt,
              data: {
                letterhead,
                at: 'Kam 19-11-2026, 10.00',
                day: '19 November 2026',
                standard,
                forms: { original: 'asli', legalised: 'legalisir', copy: 'salinan', digital: 'berkas' },
                contact: profile.receipt.complaints,
              },
            },
          ],
          [
            'application-forms',
            formsContent(office, standard, { forms: formsOf(office, standard).map((one) => one.code) }, now),
          ],
        ] satisfies (readonly [string, PrintContent])[])
      : []),
    [
      'inspection-report biasa',
      inspectionContent(office, appointmentOf(office, 'site-inspection', [state.id]), state, now),
    ],
    [
      'inspection-report terpanjang',
      inspectionContent(office, appointmentOf(office, 'site-inspection', [longest.id]), longest, now),
    ],
    ...legalisationPapers(office, state, longest),
    ...incomingPapers(office, first),
    ...(official
      ? (['technical-review-meeting', 'site-inspection'] as const).map(
          (kind) =>
            [
              `assignment-letter ${kind}`,
              assignmentContent(
                office,
                appointmentOf(office, kind, [state.id, longest.id]),
                [state, longest],
                official,
                now,
              ),
            ] as const,
        )
      : []),
  ]
  papers.push(...expiryPapers(office, state, longest), ...complaintPapers(office))
  return papers.map(([name, content]) => ({ name, content, photo: null }))
}
