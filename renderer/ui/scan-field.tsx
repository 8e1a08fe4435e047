import type { KeptScan, ScanUpload } from '../lib/use-scan-upload.ts'
import { dossierWords as words } from '../locales/dossiers.ts'
import { TextLink } from './button.tsx'
import { FieldSentence } from './field-sentence.tsx'
import { FileDrop } from './file-drop.tsx'
import styles from './scan-field.module.css'

interface ScanFieldProps {
  label: string
  drop: string
  scan: KeptScan | null
  taking: ScanUpload
  onClear: () => void
  /** Why the kept one was refused when it was to be recorded. */
  refused?: string | undefined
}

/** The scan of one paper: dropped, chosen, named, taken off again. */
export function ScanField({ label, drop, scan, taking, onClear, refused }: ScanFieldProps) {
  return (
    <div>
      {scan !== null ? (
        <p className={styles.kept}>
          {scan.name} <TextLink onPress={onClear}>{words.removeFile}</TextLink>
        </p>
      ) : (
        <FileDrop
          label={label}
          accept={taking.accept}
          error={taking.sentence}
          onFiles={([file]) => {
            if (file !== undefined) taking.upload(file)
          }}
        >
          {drop}
        </FileDrop>
      )}
      {refused !== undefined && (
        <p className={styles.refused} role="alert">
          <FieldSentence>{refused}</FieldSentence>
        </p>
      )}
    </div>
  )
}
