import type { KeptScan } from '../../lib/use-scan-upload.ts'
import { dossierWords } from '../../locales/dossiers.ts'
import { FieldSentence } from '../../ui/field-sentence.tsx'
import { ScanField } from './scan-field.tsx'

const words = dossierWords.signedScan

interface SignedScanFieldProps {
  /** The office keeps one of every signed sheet. */
  needed: boolean
  scan: KeptScan | null
  refused: string | undefined
  onChange: (scan: KeptScan | null) => void
}

/** The scan of a sheet that was signed by hand. */
export function SignedScanField({ needed, scan, refused, onChange }: SignedScanFieldProps) {
  return (
    <div>
      <ScanField
        label={needed ? words.needed : words.optional}
        drop={words.drop}
        scan={scan}
        onChange={onChange}
      />
      {refused !== undefined && (
        <p role="alert">
          <FieldSentence>{refused}</FieldSentence>
        </p>
      )}
    </div>
  )
}
