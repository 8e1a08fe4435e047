import { dossierWords } from '../../locales/dossiers.ts'
import { TextLink } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import styles from './dossiers.module.css'
import { useScanUpload, type KeptScan } from '../../lib/use-scan-upload.ts'

interface ScanFieldProps {
  label: string
  drop: string
  scan: KeptScan | null
  onChange: (scan: KeptScan | null) => void
}

/** The scan of one paper: dropped, chosen, named, taken off again. */
export function ScanField({ label, drop, scan, onChange }: ScanFieldProps) {
  const { sentence, accept, upload } = useScanUpload(onChange)
  if (scan !== null)
    return (
      <p className={styles.attach}>
        {scan.name} <TextLink onPress={() => onChange(null)}>{dossierWords.removeFile}</TextLink>
      </p>
    )
  return (
    <FileDrop
      label={label}
      accept={accept}
      error={sentence}
      onFiles={([file]) => {
        if (file !== undefined) upload(file)
      }}
    >
      {drop}
    </FileDrop>
  )
}
