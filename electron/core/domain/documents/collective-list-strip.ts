import { stripWriter } from './columns.ts'
import type { Letterhead } from './letterhead.ts'
import { refuseFullNik } from './privacy.ts'
import { stripEnd, stripHead } from './receipt-strip.ts'
import type { Strip, StripColumns, StripLine } from './strip.ts'

/** A dossier of the list, worded for print. */
export interface CollectiveRow {
  readonly number: string
  readonly holderName: string
  readonly permitCode: string
  /** "Baru, izin ke-1" */
  readonly request: string
  /** Every paper that it asks for was brought. */
  readonly complete: boolean
}

/** *Daftar Pengajuan Kolektif*: what one bringer brought, worded for print. */
export interface CollectiveListData {
  readonly letterhead: Letterhead
  /** "K-261122-01" */
  readonly code: string
  /** "Rabu, 14 Oktober 2026, 09.42 WIB" */
  readonly openedAt: string
  /** null: more may come, the list is only what there is now. */
  readonly closedAt: string | null
  /** "Rab 14-10-2026, 09.42" */
  readonly printedAt: string
  readonly officer: string
  readonly counter: string
  /** null: a person on their own. */
  readonly facilityName: string | null
  readonly bringerName: string
  /** null: not told. */
  readonly nikMasked: string | null
  readonly phoneMasked: string
  readonly letterSeen: boolean
  readonly rows: readonly CollectiveRow[]
  readonly untaken: readonly {
    readonly name: string
    readonly permitCode: string
    readonly reason: string
  }[]
}

/** "6 berkas, 5 lengkap" */
export function countOfList({ rows }: Pick<CollectiveListData, 'rows'>): string {
  const complete = rows.filter((one) => one.complete).length
  return `${rows.length} berkas, ${complete === rows.length ? 'semua lengkap' : `${complete} lengkap`}`
}

export const completeWord = (complete: boolean): string => (complete ? 'lengkap' : 'kurang')

/** What was shown for all of them together. */
export const letterText = ({ facilityName, letterSeen }: CollectiveListData): string => {
  const letter = facilityName === null ? 'Surat kuasa' : 'Surat pengantar'
  return `${letter} ${letterSeen ? 'sudah dilihat' : 'belum ditunjukkan'}`
}

export const refuseFullNikOfList = (data: CollectiveListData): void =>
  refuseFullNik([
    data.bringerName,
    data.facilityName ?? '',
    data.nikMasked ?? '',
    data.phoneMasked,
    ...data.rows.flatMap((one) => [one.holderName, one.request]),
    ...data.untaken.flatMap((one) => [one.name, one.reason]),
  ])

export const noReceiptEach = 'Setiap berkas memiliki tanda terima sendiri.'

/**
 * Lays out the list for a thermal printer: number and name of each dossier, its type below.
 *
 * Throws when a full NIK would be printed.
 */
export function collectiveListStrip(data: CollectiveListData, columns: StripColumns): Strip {
  refuseFullNikOfList(data)
  const w = stripWriter(columns, columns === 32 ? 9 : 13)
  const width = String(data.rows.length).length
  const rows = data.rows.flatMap((row, index): StripLine[] => {
    const marker = `${String(index + 1).padStart(width)}. `
    const below = ' '.repeat(marker.length)
    return [
      ...w.hanging(marker, row.holderName),
      ...w.hanging(below, `${row.number}, ${row.permitCode}`),
      ...w.hanging(below, `${row.request}: ${completeWord(row.complete)}`),
    ]
  })
  const signing = (lead: string, name: string): StripLine[] => [
    ...w.left(lead),
    w.blank(),
    w.blank(),
    w.blank(),
    ...w.left(name, 'bold'),
  ]
  return {
    columns,
    lines: [
      ...stripHead(w, data.letterhead, columns === 32),
      ...w.center('DAFTAR PENGAJUAN KOLEKTIF', 'bold'),
      ...w.big(data.code),
      w.rule('-'),
      ...w.field('Dibuka', data.openedAt),
      ...w.field('Ditutup', data.closedAt ?? 'belum ditutup'),
      ...w.field('Petugas', `${data.officer} / Loket ${data.counter}`),
      ...(data.facilityName === null ? [] : w.field('Fasilitas', data.facilityName)),
      ...w.field('Pembawa', data.bringerName),
      ...(data.nikMasked === null ? [] : w.field('NIK', data.nikMasked)),
      ...w.field('HP', data.phoneMasked),
      ...w.left(letterText(data)),
      w.rule('-'),
      ...rows,
      w.rule('-'),
      ...w.left(countOfList(data), 'bold'),
      ...(data.untaken.length === 0
        ? []
        : [
            w.rule('-'),
            ...w.left('TIDAK DITERIMA', 'bold'),
            ...data.untaken.flatMap((one) =>
              w.hanging('- ', `${one.name} (${one.permitCode}): ${one.reason}`),
            ),
          ]),
      w.rule('='),
      ...signing('Yang membawa,', data.bringerName),
      w.blank(),
      ...signing('Petugas,', data.officer),
      w.rule('-'),
      ...w.center(noReceiptEach),
      ...w.center(`Dicetak ${data.printedAt}`),
      ...stripEnd(),
    ],
  }
}
