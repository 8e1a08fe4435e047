import { IconCircleDashed } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import type { DragEvent, ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import { FieldSentence } from './field-sentence.tsx'
import styles from './file-drop.module.css'

export interface FileDropProps {
  /** Whose file it is; the accessible name of the button inside. */
  label: string
  /** Endings and media types for the file window, e.g. `.jpg,.png,.pdf`; what is in a file is judged elsewhere. */
  accept: string
  onFiles: (files: File[]) => void
  multiple?: boolean
  /** Words before *pilih berkas*. */
  children?: ReactNode
  error?: string | undefined
}

/** A place to let a file fall, with a button that opens the file window instead. */
export function FileDrop({ label, accept, onFiles, multiple, children, error }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const errorId = useId()
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(multiple === true ? files : files.slice(0, 1))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div>
      <div
        className={styles.drop}
        data-over={over ? true : undefined}
        data-refused={error === undefined ? undefined : true}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconCircleDashed size={16} stroke={1.75} aria-hidden />
        <span>
          {children ?? uiWords.dropHere}
          <button
            type="button"
            className={styles.choose}
            aria-label={`${uiWords.chooseFile}: ${label}`}
            aria-describedby={error === undefined ? undefined : errorId}
            onClick={() => input.current?.click()}
          >
            {uiWords.chooseFile}
          </button>
        </span>
        <input
          ref={input}
          type="file"
          className={styles.input}
          tabIndex={-1}
          aria-hidden
          accept={accept}
          multiple={multiple}
          onChange={(event) => {
            take(event.currentTarget.files)
            // The same file may be chosen again after it was refused and mended.
            event.currentTarget.value = ''
          }}
        />
      </div>
      {error !== undefined && (
        <p id={errorId} className={styles.error}>
          <FieldSentence>{error}</FieldSentence>
        </p>
      )}
    </div>
  )
}
