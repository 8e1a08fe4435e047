import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { create } from 'qrcode'
import { useMemo } from 'react'
import { useTRPC } from '../../lib/api-client.ts'
import { oldBookWords } from '../../locales/late-entry.ts'
import { intakeWords as words } from '../../locales/intake.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { Segmented } from '../../ui/tabs.tsx'
import { ThermalPreview } from '../../ui/thermal-preview.tsx'
import type { StripLine } from '../../ui/thermal-preview.tsx'
import styles from './intake.module.css'
import type { Columns, Outlook } from './use-outlook.ts'

export interface ReceiptPreviewProps {
  outlook: Outlook
  columns: Columns
  onColumns: (columns: Columns) => void
}

/** The receipt as it would come out now, on the paper of the counter. */
export function ReceiptPreview({ outlook, columns, onColumns }: ReceiptPreviewProps) {
  const lines = useMemo(() => linesOf(outlook.receiptLines), [outlook.receiptLines])
  return (
    <>
      <div className={styles.sideHead}>
        <h2>{words.preview}</h2>
        <Segmented
          label={words.paperWidth}
          dense
          tabs={[
            { key: '32', name: words.paper58 },
            { key: '48', name: words.paper80 },
          ]}
          current={String(columns)}
          onChange={(key) => onColumns(key === '32' ? 32 : 48)}
        />
      </div>
      {outlook.failed ? (
        <p className={styles.previewFailed} role="alert">
          {words.previewFailed}
        </p>
      ) : (
        <ThermalPreview lines={lines} />
      )}
    </>
  )
}

/** What is filed elsewhere gets no receipt; the slip says what stands beside. */
export const NoReceipt = () => <NoPreview title={words.noReceipt}>{words.noReceiptNote}</NoPreview>

/** In place of the preview, for a dossier whose applicant holds the receipt of the old book. */
export const OldReceipt = () => (
  <NoPreview title={oldBookWords.noReceipt}>{oldBookWords.noReceiptNote}</NoPreview>
)

function NoPreview({ title, children }: { title: string; children: string }) {
  return (
    <>
      <div className={styles.sideHead}>
        <h2>{title}</h2>
      </div>
      <p className={styles.previewFailed}>{children}</p>
    </>
  )
}

const qrPlace = '[QR]'

/** The lines of the strip; a sample code stands where the real one will be. */
function linesOf(lines: readonly string[]): readonly StripLine[] {
  return lines.map((text): StripLine => {
    if (text.trim() === qrPlace) return { kind: 'qr', modules: sampleCode() }
    if (text.includes('8<')) return { kind: 'cut' }
    return { kind: 'text', text, style: 'normal' }
  })
}

function sampleCode(): boolean[][] {
  const { size, data } = create(words.preview, { errorCorrectionLevel: 'M' }).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => data[row * size + column] === 1),
  )
}

export interface PrinterChoiceProps {
  printerId: string | null
  onPrinter: (id: string | null) => void
}

/** Where the receipt comes out; the office's own setting unless the clerk says otherwise. */
export function PrinterChoice({ printerId, onPrinter }: PrinterChoiceProps) {
  const desk = useQuery(useTRPC().printing.desk.queryOptions())
  const printers = (desk.data?.printers ?? []).filter(
    ({ active, documents, kind }) => active && (kind === 'thermal' || documents.includes('receipt')),
  )
  const usual = printers.find(({ documents }) => documents.includes('receipt')) ?? printers[0]
  const chosen = printers.find(({ id }) => id === printerId) ?? usual
  if (desk.data !== undefined && chosen === undefined)
    return (
      <div className={styles.sideFoot} data-tone="amber">
        <IconPrinter size={18} stroke={2} aria-hidden />
        <span>{words.printerNone}</span>
      </div>
    )
  return (
    <div className={styles.sideFoot}>
      <IconPrinter size={18} stroke={1.75} aria-hidden />
      <span className={styles.printerName}>{chosen?.name ?? words.printerAuto}</span>
      {printers.length > 1 && (
        <ActionMenu
          rank="tertiary"
          size="row"
          items={printers.map(({ id, name }) => ({ key: id, label: name, onPress: () => onPrinter(id) }))}
        >
          {words.changePrinter}
        </ActionMenu>
      )}
    </div>
  )
}
