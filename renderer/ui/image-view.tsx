import { IconAlertTriangle, IconMaximize, IconRotateClockwise } from '@tabler/icons-react'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import { uiWords } from '../locales/ui.ts'
import { IconButton } from './button.tsx'
import { ZoomButtons } from './zoom-buttons.tsx'
import styles from './viewer.module.css'

export interface ImageViewProps {
  url: string
  name: string
  /** Behind the name, in small type: size and date. */
  note?: string
}

/** A scanned paper: fitted to the pane, zoomed and turned without touching the file. */
export function ImageView({ url, name, note }: ImageViewProps) {
  const [natural, setNatural] = useState({ width: 0, height: 0 })
  const [failed, setFailed] = useState(false)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const [turn, setTurn] = useState(0)
  const { ref, width, height } = useElementSize()
  const lying = turn % 180 !== 0
  const [shownWidth, shownHeight] = lying ? [natural.height, natural.width] : [natural.width, natural.height]
  const fit =
    shownWidth === 0 || width === 0 ? 1 : Math.min(1, (width - 32) / shownWidth, (height - 32) / shownHeight)
  const scale = zoom === 'fit' ? fit : zoom
  return (
    <div className={styles.viewer}>
      <div className={styles.bar}>
        <span className={styles.name} title={name}>
          {name}
          {note !== undefined && <span className={styles.note}>{note}</span>}
        </span>
        <ZoomButtons scale={scale} onZoom={setZoom} />
        <IconButton icon={IconRotateClockwise} label={uiWords.rotate} onPress={() => setTurn(turn + 90)} />
        <IconButton icon={IconMaximize} label={uiWords.fitWidth} onPress={() => setZoom('fit')} />
      </div>
      <div
        className={`${styles.desk} ${styles.imageDesk}`}
        ref={ref}
        tabIndex={0}
        role="region"
        aria-label={name}
      >
        {failed ? (
          <p className={styles.failed} role="alert">
            <IconAlertTriangle size={20} aria-hidden />
            {uiWords.imageFailed}
          </p>
        ) : (
          <span
            className={styles.picture}
            style={{ width: shownWidth * scale, height: shownHeight * scale, position: 'relative' }}
          >
            <img
              src={url}
              alt={name}
              style={{
                position: 'absolute',
                left: '50%',
                top: '50%',
                width: natural.width === 0 ? undefined : natural.width * scale,
                transform: `translate(-50%, -50%) rotate(${turn}deg)`,
              }}
              onLoad={({ currentTarget }) =>
                setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
              }
              onError={() => setFailed(true)}
            />
          </span>
        )}
      </div>
    </div>
  )
}
