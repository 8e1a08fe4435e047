import { useState } from 'react'
import { uploadFile } from '../../lib/upload.ts'
import { pictureOf } from '../../ui/signature-pad.tsx'
import type { Receiver } from './receiver-form.ts'

/** As the station takes it. */
const rule = { maxBytes: 512 * 1024, mediaTypes: ['image/png'], minSize: null } as const

/**
 * Puts the signature that was given on the screen into the cabinet; null: it is given on paper. Repeatable: the same ink is
 * kept once. Throws when the station does not keep it.
 */
async function keepSignature({
  signs,
  strokes,
  who,
}: Pick<Receiver, 'signs' | 'strokes' | 'who'>): Promise<string | null> {
  if (signs === 'paper' || who === 'email') return null
  const kept = await uploadFile(await pictureOf(strokes), 'tanda-tangan.png', rule)
  if (!kept.ok) throw new Error(`the signature is refused: ${kept.refusal.code}`)
  return kept.value.sha256
}

/** Keeps the signature first and goes on with its hash; `onFailed` where the station does not keep it. */
export function useSigning(onFailed: () => void) {
  const [isSigning, setIsSigning] = useState(false)
  return {
    isSigning,
    sign: (receiver: Receiver, onKept: (sha256: string | null) => void) => {
      setIsSigning(true)
      keepSignature(receiver)
        .then(onKept, onFailed)
        .finally(() => setIsSigning(false))
    },
  }
}
