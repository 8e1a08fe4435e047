import type { BookCell, BookColumn } from '#domain/documents/report-book.ts'
import type { FactDimension } from '#domain/report-facts.ts'
import { reportFigures, type Figures, type ReportFigure } from '#domain/report-figures.ts'

/** Names of the figures for programs; never changed. */
export const figureKeys: Readonly<Record<ReportFigure, string>> = {
  received: 'received',
  returned: 'returned',
  issued: 'issued',
  refused: 'refused',
  revoked: 'revoked',
  handedOver: 'handed-over',
  late: 'late',
}

/** And for people. */
export const figureHeads: Readonly<Record<ReportFigure, string>> = {
  received: 'Diterima',
  returned: 'Dikembalikan',
  issued: 'Terbit',
  refused: 'Ditolak',
  revoked: 'Dicabut',
  handedOver: 'Diserahkan',
  late: 'Lewat batas',
}

/** A column for each figure. */
export const figureColumns: readonly BookColumn[] = reportFigures.map((key) => ({
  key: figureKeys[key],
  header: figureHeads[key],
  kind: 'count',
  width: 12,
  total: true,
}))

export const figureCells = (figures: Figures): readonly BookCell[] => reportFigures.map((key) => figures[key])

/** By what figures are laid out. */
export const dimensionHeads: Readonly<Record<FactDimension, string>> = {
  'permit-type': 'Jenis izin',
  'application-kind': 'Jenis permohonan',
  'practice-ordinal': 'Urutan praktik',
  channel: 'Kanal',
  clerk: 'Petugas',
  counter: 'Loket',
  district: 'Kecamatan',
  facility: 'Tempat praktik',
  profession: 'Profesi',
}
