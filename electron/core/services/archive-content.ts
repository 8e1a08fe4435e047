import { currentDocuments, type ApplicationState } from '#domain/application-state.ts'
import type { OutputRecord, RequirementDocument } from '#domain/application.ts'
import type { ArchivePart } from '#domain/documents/archive-sheet.ts'
import type { PrintContent } from '#domain/documents/print-content.ts'
import { maskFullNik } from '#domain/documents/privacy.ts'
import { longDate } from '#domain/indonesian.ts'
import type { Instant } from '#domain/instant.ts'
import { officeDateOf } from '#domain/office-zone.ts'
import { documentRule } from '#domain/profile.ts'
import { kindLabel, outputLabel } from '#domain/wording/application.ts'
import { officeToday, requirementsOf } from './move-facts.ts'
import { getType, type Office } from './office.ts'
import { decisionReference, holderName, placeAddress, regionOf } from './paper-words.ts'
import { printedLetterhead, requirementFormWord, shortMoment } from './print-content.ts'

export type ArchiveContent = Extract<PrintContent, { kind: 'archive' }>

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

const partOfOutput = ({ kind, number, date, fileSha256 }: OutputRecord): ArchivePart => ({
  label: `${capital(outputLabel(kind))}${number === null ? '' : ` Nomor ${number}`}, ${longDate(date)}`,
  form: '',
  sha256: fileSha256,
  fileName: '',
})

const partOfDocument = (label: string, one: RequirementDocument): ArchivePart => ({
  label: one.pages > 1 ? `${label}, lembar ${one.page}` : label,
  form: one.paper ? `${requirementFormWord(one.paper.form)}, ${one.paper.count} lembar` : '',
  sha256: one.sha256,
  fileName: one.fileName,
})

/**
 * Everything that the archive of a dossier holds, as it stands: BA and recommendation first, then each requirement in the
 * order of its law, then files whose requirement is asked for no more. What was replaced or removed is not among them.
 */
export function archiveParts(office: Office, state: ApplicationState): readonly ArchivePart[] {
  const current = currentDocuments(state)
  const requirements = requirementsOf(office, state)
  const answering = requirements.flatMap(({ code, label }) =>
    current.filter((one) => one.requirementCode === code).map((one) => partOfDocument(label, one)),
  )
  const others = current
    .filter((one) => requirements.every(({ code }) => code !== one.requirementCode))
    .map((one) => partOfDocument(one.fileName || one.requirementCode, one))
  return [...state.outputs.map(partOfOutput), ...answering, ...others]
}

/** The archive of a dossier for print or preview. */
export function archiveContent(
  office: Office,
  state: ApplicationState,
  at: Instant,
  officer: string,
): ArchiveContent {
  const { profile } = office
  const { data } = state
  const rule = documentRule(profile, 'archive')
  const today = officeToday(office, at)
  const letterhead = printedLetterhead(profile, today, rule.letterhead === 'pre-printed-paper')
  const type = getType(office, data.permitTypeCode)
  const city = regionOf(letterhead.government)
  const decision = decisionReference(office, state)
  const place = data.facility ? `${data.facility.name}, ${placeAddress(office, data.facility, city)}` : ''
  const accepted = state.acceptedAt
  const rows = [
    { label: 'Izin', value: `${type.name} (${type.code})` },
    { label: 'Permohonan', value: kindLabel(data.kind, data.practiceOrdinal) },
    { label: 'Tempat', value: maskFullNik(place) },
    { label: 'Diterima', value: longDate(state.filedOn) },
    {
      label: 'Lengkap dan benar',
      value: accepted === null ? '' : longDate(officeDateOf(accepted, profile.timeZone)),
    },
    { label: 'Dasar keputusan', value: decision },
    { label: 'Nomor surat', value: state.product?.number?.text ?? '' },
  ]
  return {
    kind: 'archive',
    paper: rule.paper,
    createdAt: at,
    data: {
      letterhead,
      registrationNumber: state.registrationNumber.text,
      holderName: maskFullNik(holderName(state)),
      rows: rows.filter((one) => one.value !== ''),
      parts: archiveParts(office, state),
      printedAt: shortMoment(office, at),
      officer,
    },
  }
}
