import { qrModuleDots, stripWriter, type StripWriter } from './columns.ts'
import type { Letterhead } from './letterhead.ts'
import { splitAgency } from './letterhead.ts'
import { refuseFullNik } from './privacy.ts'
import {
  countSummary,
  originalsGivenBack,
  receiptTexts,
  type ReceiptCorrection,
  type ReceiptData,
  type Reprint,
} from './receipt-data.ts'
import type { Strip, StripColumns, StripLine } from './strip.ts'

/** More items than this make a strip that nobody reads; the receipt is then printed on A5. */
export const STRIP_MAX_ITEMS = 40

const LABEL_WIDTH: Record<StripColumns, number> = { 32: 9, 42: 13, 48: 13 }

/** Head of a strip: government, agency in bold, short address, double rule. */
export function stripHead(w: StripWriter, head: Letterhead, useShortName: boolean): StripLine[] {
  const agency =
    useShortName && head.agencyShort !== undefined ? [head.agencyShort] : splitAgency(head.agency)
  return [
    ...w.center(head.government),
    ...agency.flatMap((part) => w.center(part, 'bold')),
    ...w.center(head.addressShort),
    w.rule('='),
  ]
}

/** The end of every strip: room to tear and the cut. */
export const stripEnd = (): StripLine[] => [{ kind: 'feed', lines: 4 }, { kind: 'cut' }]

function reprintBlock(w: StripWriter, reprint: Reprint | null): StripLine[] {
  if (!reprint) return []
  return [
    ...w.center(`CETAK ULANG KE-${reprint.copy}`, 'inverse'),
    ...w.left(`Dicetak ${reprint.printedAt} oleh ${reprint.by}`),
    ...w.left(`Alasan: ${reprint.reason}`),
    w.rule('='),
  ]
}

function correctionBlock(w: StripWriter, correction: ReceiptCorrection | null): StripLine[] {
  if (!correction) return []
  return [
    ...w.center(`PERBAIKAN KE-${correction.ordinal}`, 'inverse'),
    ...w.left('Tanda terima sebelumnya tidak berlaku lagi.', 'bold'),
    ...w.left(`Diperbaiki ${correction.madeAt} oleh ${correction.by}`),
    ...w.left(`Alasan: ${correction.reason}`),
    w.rule('='),
  ]
}

function checklist(w: StripWriter, data: ReceiptData, narrow: boolean): StripLine[] {
  const width = String(data.items.length).length
  const rows = data.items.flatMap((item, i) => {
    const marker = `${item.received ? '[x]' : '[ ]'} ${String(i + 1).padStart(width)}. `
    const form = `${item.count} ${item.form}`
    return narrow ? w.hanging(marker, `${item.label}, ${form}`) : w.hanging(marker, item.label, form)
  })
  return [
    ...(narrow ? w.left('BERKAS DITERIMA', 'bold') : w.ends('BERKAS DITERIMA', 'BENTUK', 'bold')),
    ...rows,
    ...w.ends('Jumlah', countSummary(data.items), 'bold'),
  ]
}

function originalsBlock(w: StripWriter, { originals = [] }: ReceiptData): StripLine[] {
  if (originals.length === 0) return []
  return [
    w.rule('-'),
    ...w.left('ASLI DITAHAN KANTOR', 'bold'),
    ...originals.flatMap((one) => w.hanging('- ', one)),
    ...w.left(originalsGivenBack),
  ]
}

function promiseBlock(w: StripWriter, data: ReceiptData, narrow: boolean): StripLine[] {
  const { promise } = data
  const lines =
    promise.kind === 'limit'
      ? [
          ...w.field('Waktu', promise.duration),
          ...w.field(
            narrow ? 'Selesai' : 'Paling lambat',
            narrow ? promise.dueShort : promise.dueLong,
            'bold',
          ),
        ]
      : w.left(promise.text)
  return [
    ...w.center('JANJI LAYANAN', 'bold'),
    ...lines,
    ...w.field('Biaya', data.fee, 'bold'),
    ...(promise.kind === 'limit' ? w.left(data.countedFrom) : []),
  ]
}

/**
 * Lays out the receipt of a dossier for a thermal printer, in one strip without page breaks.
 *
 * @param columns  32 (58 mm), 42 or 48 (80 mm)
 * Throws when more than STRIP_MAX_ITEMS requirements are listed (use A5) or a full NIK would be printed.
 */
export function receiptStrip(data: ReceiptData, columns: StripColumns): Strip {
  if (data.items.length > STRIP_MAX_ITEMS) throw new Error(`${data.items.length} items do not go on a strip`)
  refuseFullNik(receiptTexts(data))
  const narrow = columns === 32
  const w = stripWriter(columns, LABEL_WIDTH[columns])
  const { officer } = data
  const lines: StripLine[] = [
    ...stripHead(w, data.letterhead, false),
    ...correctionBlock(w, data.correction ?? null),
    ...reprintBlock(w, data.reprint),
    ...w.center('TANDA TERIMA BERKAS', 'bold'),
    ...w.center('PERMOHONAN IZIN', 'bold'),
    w.blank(),
    ...w.big(data.number),
    w.blank(),
    { kind: 'qr', content: data.qr, moduleDots: qrModuleDots(data.qr, columns) },
    w.blank(),
    ...w.center(narrow ? 'Sebutkan nomor ini di loket' : 'Sebutkan atau pindai nomor ini di loket'),
    w.rule('-'),
    ...w.field('Diterima', narrow ? data.receivedShort : data.receivedLong),
    ...w.field('Loket', `${data.counter} / ${officer.short}${narrow ? '' : ` (${officer.initials})`}`),
    w.rule('-'),
    ...w.field('Pemohon', data.applicantName),
    ...w.field('NIK', data.nikMasked),
    ...w.field('Telepon', data.phoneMasked),
    ...(data.representative === null ? [] : w.field('Kuasa', data.representative)),
    ...w.field('Izin', `${data.permitCode} - ${narrow ? data.permitShortName : data.permitName}`),
    ...w.field('Jenis', data.request),
    ...w.field('Tempat', data.place),
    w.rule('-'),
    ...checklist(w, data, narrow),
    ...originalsBlock(w, data),
    w.rule('-'),
    ...promiseBlock(w, data, narrow),
    w.rule('-'),
    ...w.left(data.pickup),
    w.blank(),
    ...data.contact.flatMap((text) => w.left(text)),
    w.blank(),
    ...w.center(data.integrity),
    w.rule('='),
    ...w.ends(data.sheetLabel, '1/1'),
    ...stripEnd(),
  ]
  return { columns, lines }
}
