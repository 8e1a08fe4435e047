import Cropper from 'react-easy-crop'
import type { Area } from 'react-easy-crop'
import 'react-easy-crop/react-easy-crop.css'
import { useCallback, useState } from 'react'
import { uiWords } from '../locales/ui.ts'
import { Button } from './button.tsx'
import styles from './photo.module.css'

export interface PhotoCropperProps {
  /** A blob: or /files address of the picture as it came. */
  url: string
  onDone: (photo: Blob) => void
  onCancel: () => void
}

/** 4×6 at 300 dpi, so that the printed photo is sharp and the file stays near 100 KB. */
const photoWidth = 472
const photoHeight = 709

/** Cuts a picture to a pas foto of 4×6: moved by mouse or arrows, sized by the slider. */
export function PhotoCropper({ url, onDone, onCancel }: PhotoCropperProps) {
  const [crop, setCrop] = useState({ x: 0, y: 0 })
  const [zoom, setZoom] = useState(1)
  const [area, setArea] = useState<Area>()
  const keepArea = useCallback((_: Area, pixels: Area) => setArea(pixels), [])
  const finish = async () => {
    if (area !== undefined) onDone(await cutPhoto(url, area))
  }
  return (
    <>
      <p className={styles.hint}>{uiWords.cropHint}</p>
      <div className={styles.stage}>
        <Cropper
          image={url}
          crop={crop}
          zoom={zoom}
          minZoom={1}
          maxZoom={4}
          aspect={4 / 6}
          showGrid={false}
          disableAutomaticStylesInjection
          onCropChange={setCrop}
          onZoomChange={setZoom}
          onCropComplete={keepArea}
          cropperProps={{ 'aria-label': uiWords.cropPhoto }}
        />
      </div>
      <label className={styles.line}>
        {uiWords.cropZoom}
        <input
          type="range"
          min={1}
          max={4}
          step={0.05}
          value={zoom}
          onChange={(event) => setZoom(Number(event.currentTarget.value))}
        />
      </label>
      <div className={styles.buttons}>
        <Button size="main" onPress={onCancel}>
          {uiWords.cancel}
        </Button>
        <Button rank="main" autoFocus busy={area === undefined} onPress={() => void finish()}>
          {uiWords.cropDone}
        </Button>
      </div>
    </>
  )
}

async function cutPhoto(url: string, area: Area): Promise<Blob> {
  const picture = new Image()
  picture.src = url
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = photoWidth
  canvas.height = photoHeight
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2d context for the photo')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, area.x, area.y, area.width, area.height, 0, 0, photoWidth, photoHeight)
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the photo could not be encoded')) : resolve(blob)),
      'image/jpeg',
      0.92,
    )
  })
}
