import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { mediaTypes } from '#domain/file-kind.ts'
import { sayRefusal } from '#domain/wording/refusals.ts'
import { useOffice } from './session.ts'
import { uploadFile } from './upload.ts'
import { dossierWords } from '../locales/dossiers.ts'

/** A scan that is kept by its content, before what it belongs to is recorded. */
export interface KeptScan {
  sha256: string
  name: string
}

/** Takes the scan of a paper by the office's own rule; `onKept` hears where it is kept. */
export function useScanUpload(onKept: (scan: KeptScan) => void) {
  const { uploads } = useOffice()
  const [sentence, setSentence] = useState<string>()
  const uploading = useMutation({
    meta: { saves: false },
    mutationFn: (file: File) =>
      uploadFile(file, file.name, {
        maxBytes: uploads.maxBytes,
        mediaTypes: mediaTypes.filter((one) => uploads.mediaTypes.includes(one)),
        minSize: null,
      }),
    onSuccess: (stored, file) => {
      if (!stored.ok) return setSentence(sayRefusal(stored.refusal))
      setSentence(undefined)
      onKept({ sha256: stored.value.sha256, name: file.name })
    },
    onError: () => setSentence(dossierWords.uploadFailed),
  })
  return {
    sentence,
    accept: uploads.mediaTypes.join(','),
    upload: (file: File) => uploading.mutate(file),
  }
}

export type ScanUpload = ReturnType<typeof useScanUpload>
