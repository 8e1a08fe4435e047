import type { ServiceStandard, StandardRequirement } from '../service-standard.ts'
import { stripWriter } from './columns.ts'
import type { Letterhead } from './letterhead.ts'
import { stripEnd, stripHead } from './receipt-strip.ts'
import type { Strip, StripColumns } from './strip.ts'

/** What somebody takes along who asked: the standard of the day, without a word about the person. */
export interface ServiceStandardData {
  readonly letterhead: Letterhead
  /** "Rab 14-10-2026, 10.15" */
  readonly at: string
  /** "20 November 2026": the day whose law and rules it tells. */
  readonly day: string
  readonly standard: ServiceStandard
  /** Each form as it is said: asli, salinan. */
  readonly forms: Readonly<Record<NonNullable<StandardRequirement['form']>, string>>
  readonly contact: readonly string[]
}

/** `2 asli`; empty where another system says itself in which form. */
export const formOf = ({ forms }: Pick<ServiceStandardData, 'forms'>, paper: StandardRequirement): string =>
  paper.form === null ? '' : `${paper.count} ${forms[paper.form]}`

/** What stands under a paper: when it is asked for, how old it may be, what its file must be. */
export const notesOf = ({ condition, maxAge, upload }: StandardRequirement): readonly string[] =>
  [condition, maxAge, upload && `berkas ${upload}`].filter((one): one is string => Boolean(one))

/** `Peninjauan lokasi (bila diperlukan)` */
export const stepText = ({ label, optional }: ServiceStandard['steps'][number]): string =>
  optional ? `${label} (bila diperlukan)` : label

/** `5 hari kerja. Dihitung sejak berkas lengkap dan benar.` */
export const timeText = ({ time, timeNote }: ServiceStandard): string =>
  time === null ? timeNote : `${time}. ${timeNote}`

export const noReceipt = 'Lembar informasi, bukan tanda terima.'

/** Lays out a service standard for a thermal printer: the papers first, for they are what somebody has to gather. */
export function serviceStandardStrip(data: ServiceStandardData, columns: StripColumns): Strip {
  const { standard } = data
  const w = stripWriter(columns, columns === 32 ? 9 : 13)
  const width = String(standard.requirements.length).length
  const markerOf = (index: number): string => `[ ] ${String(index + 1).padStart(width)}. `
  const isNarrow = columns === 32
  const papers = standard.requirements.flatMap((paper, index) => {
    const form = formOf(data, paper)
    const marker = markerOf(index)
    const lines =
      isNarrow || form === ''
        ? w.hanging(marker, form === '' ? paper.label : `${paper.label}, ${form}`)
        : w.hanging(marker, paper.label, form)
    return [...lines, ...notesOf(paper).flatMap((note) => w.hanging(`${' '.repeat(marker.length)}-> `, note))]
  })
  const elsewhere = standard.route.to === 'own-office' ? null : standard.route
  return {
    columns,
    lines: [
      ...stripHead(w, data.letterhead, isNarrow),
      ...w.center('INFORMASI LAYANAN', 'bold'),
      ...w.center(`${standard.permitTypeCode} - ${standard.kindLabel}`, 'bold'),
      ...w.center(standard.name),
      w.rule('-'),
      ...(elsewhere === null
        ? []
        : [
            ...w.left(`DIAJUKAN MELALUI ${elsewhere.destination}`, 'bold'),
            ...w.left(elsewhere.address),
            ...w.left(elsewhere.reason),
            w.rule('-'),
          ]),
      ...(isNarrow || elsewhere !== null
        ? w.left(elsewhere === null ? 'PERSYARATAN' : 'SIAPKAN', 'bold')
        : w.ends('PERSYARATAN', 'BENTUK', 'bold')),
      ...papers,
      ...(standard.upload === '' ? [] : w.left(`Berkas: ${standard.upload}.`)),
      w.rule('-'),
      ...w.left('LANGKAH', 'bold'),
      ...standard.steps.flatMap((step, index) => w.hanging(`${index + 1}. `, stepText(step))),
      w.rule('-'),
      ...w.field('Waktu', timeText(standard)),
      ...w.field('Biaya', standard.cost),
      ...w.field('Hasil', `${standard.product}. ${standard.delivery}`),
      ...w.field('Berlaku', standard.validity),
      ...(standard.placeLimit === null ? [] : w.field('Tempat', standard.placeLimit)),
      w.rule('-'),
      ...w.left('DASAR HUKUM', 'bold'),
      ...standard.legalBasis.flatMap((law) => w.hanging('- ', law)),
      w.rule('-'),
      ...data.contact.flatMap((line) => w.left(line)),
      w.rule('='),
      ...w.center(`Berlaku pada ${data.day}. Dicetak ${data.at}.`),
      ...w.center(noReceipt, 'bold'),
      ...stripEnd(),
    ],
  }
}
