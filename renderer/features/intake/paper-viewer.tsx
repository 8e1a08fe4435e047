import type { IntakeDocument } from '#domain/intake-form.ts'
import { fileSize } from '#domain/indonesian-numbers.ts'
import { addressOfFile } from '../../lib/upload.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ImageView } from '../../ui/image-view.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import styles from './intake.module.css'

/** A stored paper, large enough to read. */
export function PaperViewer(props: {
  label: string
  document: IntakeDocument | undefined
  onClose: () => void
}) {
  const { label, document, onClose } = props
  const hash = document?.sha256 ?? null
  return (
    <Dialog opened={hash !== null} title={label} onClose={onClose} width={960}>
      <div className={styles.viewer}>
        {document !== undefined && hash !== null && document.mediaType === 'application/pdf' && (
          <LazyPdfView url={addressOfFile(hash)} title={document.fileName} />
        )}
        {document !== undefined && hash !== null && document.mediaType !== 'application/pdf' && (
          <ImageView url={addressOfFile(hash)} name={document.fileName} note={fileSize(document.sizeBytes)} />
        )}
      </div>
    </Dialog>
  )
}
