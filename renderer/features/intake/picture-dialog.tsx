import { useEffect, useState } from 'react'
import { intakeWords as words } from '../../locales/intake.ts'
import { uiWords } from '../../locales/ui.ts'
import { CameraCapture } from '../../ui/camera-capture.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PhotoCropper } from '../../ui/photo-cropper.tsx'
import type { Requirement } from './use-papers.ts'

/** A picture being made: from the camera, or a chosen photo that is being cut to 4×6. */
export interface Picture {
  readonly requirement: Requirement
  readonly source: 'camera' | Blob
}

export interface PictureDialogProps {
  /** null: closed. */
  picture: Picture | null
  onPicture: (picture: Picture | null) => void
  onReady: (requirement: Requirement, file: File) => void
}

/** Camera first where there is no picture yet; then the frame of a pas foto, for the photo of the permit only. */
export function PictureDialog({ picture, onPicture, onReady }: PictureDialogProps) {
  const close = () => onPicture(null)
  const fromCamera = picture?.source === 'camera'
  return (
    <Dialog
      opened={picture !== null}
      title={fromCamera ? words.cameraFor(picture.requirement.label) : uiWords.cropPhoto}
      onClose={close}
      width={560}
    >
      {picture !== null && fromCamera && (
        <CameraCapture
          onCancel={close}
          onPicture={(source) => {
            const { requirement } = picture
            if (requirement.photo) return onPicture({ requirement, source })
            onReady(requirement, jpeg(source, words.cameraName(requirement.code)))
          }}
        />
      )}
      {picture !== null && picture.source !== 'camera' && (
        <Cut
          source={picture.source}
          onCancel={close}
          onDone={(photo) => onReady(picture.requirement, jpeg(photo, words.photoName))}
        />
      )}
    </Dialog>
  )
}

const jpeg = (blob: Blob, name: string) => new File([blob], name, { type: 'image/jpeg' })

function Cut(props: { source: Blob; onDone: (photo: Blob) => void; onCancel: () => void }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const address = URL.createObjectURL(props.source)
    setUrl(address)
    return () => URL.revokeObjectURL(address)
  }, [props.source])
  return url === undefined ? null : <PhotoCropper url={url} onDone={props.onDone} onCancel={props.onCancel} />
}
