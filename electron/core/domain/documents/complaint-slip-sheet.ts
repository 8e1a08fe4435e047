import type { Letterhead } from './letterhead.ts'
import type { Paper } from './paper.ts'
import { refuseFullNik } from './privacy.ts'
import type { PrintDocument } from './sheet.ts'
import { bold } from './sheet-parts.ts'
import { signedSlip } from './signed-slip.ts'

/** What whoever complains takes home. */
export interface ComplaintSlipData {
  readonly letterhead: Letterhead
  readonly number: string
  /** "22 November 2026" */
  readonly receivedOn: string
  readonly channel: string
  /** *tanpa nama* where nobody gave one. */
  readonly complainant: string
  readonly topic: string
  readonly text: string
  /** Registration number of the dossier; empty: about none. */
  readonly dossier: string
  /** "Jumat, 4 Desember 2026 (10 hari kerja)" */
  readonly dueOn: string
  /** The rule behind that day. */
  readonly basis: string
  /** Where to ask about it. */
  readonly contact: readonly string[]
  readonly printedAt: string
  readonly officer: string
}

/**
 * Lays out the receipt of a complaint on A5: what was said, by when it is answered, and who took it in.
 *
 * @param createdAt  instant written into the file
 * Throws when a full NIK would be printed.
 */
export function complaintSlipSheet(data: ComplaintSlipData, paper: Paper, createdAt: string): PrintDocument {
  refuseFullNik([data.text, data.complainant])
  return signedSlip(
    {
      ...data,
      title: 'Tanda Terima Pengaduan',
      subject: data.topic,
      facts: [
        {
          kind: 'data',
          colonAtMm: 38,
          rows: [
            { label: 'Nomor', value: bold(data.number) },
            { label: 'Diterima', value: data.receivedOn },
            { label: 'Melalui', value: data.channel },
            { label: 'Pengadu', value: data.complainant },
            { label: 'Pokok', value: data.topic },
            ...(data.dossier === '' ? [] : [{ label: 'Permohonan', value: data.dossier }]),
            { label: 'Dijawab paling lambat', value: bold(data.dueOn) },
            { label: 'Dasar', value: data.basis },
          ],
        },
        { kind: 'gap', mm: 3, keepWithNext: true },
        { kind: 'text', text: bold('Isi pengaduan'), keepWithNext: true },
        // Of any length: it may go on over pages, which a row of the data may not.
        { kind: 'text', text: data.text },
        { kind: 'gap', mm: 5 },
      ],
      signatures: [
        { lead: 'Pengadu,', name: data.complainant },
        { lead: 'Yang menerima,', name: data.officer },
      ],
      signMm: 30,
      notes: data.contact,
    },
    paper,
    createdAt,
  )
}
