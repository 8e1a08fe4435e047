import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { uiWords } from '../locales/ui.ts'
import { IconButton } from './button.tsx'
import styles from './viewer.module.css'

const steps = [0.25, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3]

/** Smaller, the percentage, larger. */
export function ZoomButtons({ scale, onZoom }: { scale: number; onZoom: (scale: number) => void }) {
  const smaller = steps.findLast((step) => step < scale - 0.01)
  const larger = steps.find((step) => step > scale + 0.01)
  return (
    <>
      <IconButton
        icon={IconZoomOut}
        label={uiWords.zoomOut}
        disabled={smaller === undefined}
        onPress={() => onZoom(smaller ?? scale)}
      />
      <span className={styles.zoom}>{Math.round(scale * 100)} %</span>
      <IconButton
        icon={IconZoomIn}
        label={uiWords.zoomIn}
        disabled={larger === undefined}
        onPress={() => onZoom(larger ?? scale)}
      />
    </>
  )
}
