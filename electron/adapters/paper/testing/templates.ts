import assignmentFile from '../../../../assets/templates/assignment-letter.json' with { type: 'json' }
import statementsFile from '../../../../assets/templates/statements.json' with { type: 'json' }
import practiceFile from '../../../../assets/templates/permit-practice.json' with { type: 'json' }
import refusalFile from '../../../../assets/templates/refusal-letter.json' with { type: 'json' }
import noteFile from '../../../../assets/templates/electronic-note.json' with { type: 'json' }
import type { AssignmentTemplate } from '#domain/documents/assignment-letter-sheet.ts'
import {
  electronicNote as noteOf,
  type ElectronicNote,
  type ElectronicNoteText,
} from '#domain/documents/electronic-note.ts'
import type { RefusalTemplate } from '#domain/documents/refusal-letter-sheet.ts'
import { versionOn, type Dated, type PermitTemplate } from '#domain/documents/template.ts'
import type { StatementsText } from '#domain/documents/statement-text.ts'
import { officeDate } from '#domain/office-date.ts'

const newest = <T extends Dated>({ id, versions }: { id: string; versions: unknown }): T => ({
  ...versionOn(versions as readonly T[], officeDate('2026-10-14')),
  id,
})

/** The permit text of today with what catalogue and profile would add. */
export const permitPractice: PermitTemplate = {
  ...newest<PermitTemplate>(practiceFile),
  title: '{permitTypeNameCaps}',
  basis: [
    'Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;',
    'Peraturan Pemerintah Nomor 28 Tahun 2024 tentang Peraturan Pelaksanaan Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;',
    'Peraturan Wali Kota Pontianak Nomor 40 Tahun 2020 tentang Perubahan Ketiga atas Peraturan Wali Kota Nomor 9 Tahun 2018 tentang Pelimpahan Kewenangan Penyelenggaraan Perizinan;',
    'Rekomendasi {recommendationOffice} Nomor {recommendationNumber} tanggal {recommendationDate}.',
  ],
  copies: ['Kepala {healthOffice}', '{placeLeader}', 'Arsip'],
  initials: ['Kepala Seksi Perizinan', 'Kepala Bidang', 'Sekretaris'],
  footLeft: 'Sistem Pelayanan Perizinan Sektor Kesehatan (SEPOK)',
}

export const assignmentLetter: AssignmentTemplate = {
  ...newest<AssignmentTemplate>(assignmentFile),
  copies: [],
}

export const refusalLetter: RefusalTemplate = {
  ...newest<RefusalTemplate>(refusalFile),
  copies: ['Kepala {healthOffice}', '{placeLeader}'],
}

export const electronicNote: ElectronicNote = noteOf(newest<ElectronicNoteText>(noteFile), {
  issuer: 'OSD LU Kelas 2',
  issuerOrganization: 'Badan Siber dan Sandi Negara',
})

export const statements: StatementsText = newest<StatementsText>(statementsFile)
