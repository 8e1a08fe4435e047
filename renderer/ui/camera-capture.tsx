import { IconCamera, IconCameraOff } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { uiWords } from '../locales/ui.ts'
import { Button } from './button.tsx'
import styles from './photo.module.css'
import { SelectField } from './select-field.tsx'

export interface CameraCaptureProps {
  onPicture: (picture: Blob) => void
  onCancel: () => void
}

/** The picture of a camera at the counter; several cameras can be chosen from. The camera is let go on closing. */
export function CameraCapture({ onPicture, onCancel }: CameraCaptureProps) {
  const video = useRef<HTMLVideoElement>(null)
  const [cameraId, setCameraId] = useState<string | null>(null)
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([])
  const [trouble, setTrouble] = useState<string>()

  useEffect(() => {
    let wanted = true
    let stream: MediaStream | undefined
    const open = async () => {
      const wish = cameraId === null ? {} : { deviceId: { exact: cameraId } }
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { width: 1280, height: 960, ...wish },
      })
      if (!wanted) return release(stream)
      setTrouble(undefined)
      setCameras(
        (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput'),
      )
      if (video.current !== null) video.current.srcObject = stream
    }
    open().catch((error: unknown) => {
      if (wanted) setTrouble(sentenceFor(error))
    })
    return () => {
      wanted = false
      release(stream)
    }
  }, [cameraId])

  const take = () => {
    const source = video.current
    if (source === null) return
    const canvas = document.createElement('canvas')
    canvas.width = source.videoWidth
    canvas.height = source.videoHeight
    canvas.getContext('2d')?.drawImage(source, 0, 0)
    canvas.toBlob((blob) => blob !== null && onPicture(blob), 'image/jpeg', 0.95)
  }

  return (
    <>
      <div className={styles.stage}>
        {trouble === undefined ? (
          <video ref={video} autoPlay playsInline muted aria-label={uiWords.camera} />
        ) : (
          <p className={styles.message} role="alert">
            <IconCameraOff size={20} aria-hidden />
            {trouble}
          </p>
        )}
      </div>
      {cameras.length > 1 && (
        <SelectField
          label={uiWords.cameraChoose}
          value={cameraId ?? cameras[0]?.deviceId ?? null}
          options={cameras.map(({ deviceId, label }) => ({ value: deviceId, label }))}
          onChange={setCameraId}
        />
      )}
      <div className={styles.buttons}>
        <Button size="main" onPress={onCancel}>
          {uiWords.cancel}
        </Button>
        <Button rank="main" icon={IconCamera} onPress={take} reason={trouble === undefined ? undefined : ''}>
          {uiWords.cameraTake}
        </Button>
      </div>
    </>
  )
}

const release = (stream: MediaStream | undefined) => stream?.getTracks().forEach((track) => track.stop())

function sentenceFor(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return uiWords.cameraRefused
  if (name === 'NotReadableError' || name === 'AbortError') return uiWords.cameraBusy
  return uiWords.cameraNone
}
