import { ImageView } from '../../ui/image-view.tsx'
import { LazyPdfView } from '../../ui/lazy-pdf-view.tsx'
import { ThermalPreview } from '../../ui/thermal-preview.tsx'
import type { StripLine } from '../../ui/thermal-preview.tsx'
import styles from './gallery.module.css'
import cardUrl from './sample-card.svg?url'
import pdfUrl from './sample.pdf?url'

const line = (text: string, style: 'normal' | 'bold' | 'double' | 'inverse' = 'normal'): StripLine => ({
  kind: 'text',
  text,
  style,
})

/** Squares in the manner of a QR; nothing can be read from it. */
const squares = Array.from({ length: 25 }, (_, y) =>
  Array.from({ length: 25 }, (_, x) => (x * 7 + y * 11 + x * y) % 3 === 0),
)

const strip: readonly StripLine[] = [
  line('           PEMERINTAH KOTA PONTIANAK            ', 'bold'),
  line('    DPMTK-PTSP  LOKET PERIZINAN KESEHATAN       ', 'bold'),
  line('------------------------------------------------'),
  line('              TANDA TERIMA              ', 'inverse'),
  line('No.      : P-2026-000412', 'bold'),
  line('Pemohon  : dr. Kinanti Sebangki'),
  line('NIK      : 6171********0003'),
  line('Batas    : 5 hari kerja sejak lengkap dan benar'),
  line('Biaya    : GRATIS'),
  { kind: 'qr', modules: squares },
  { kind: 'cut' },
]

export function MediaPart() {
  return (
    <div className={styles.columns}>
      <div className={styles.box}>
        <LazyPdfView url={pdfUrl} title="SIPD, nama contoh" paper="A4" />
      </div>
      <div className={styles.box}>
        <ImageView url={cardUrl} name="ktp_contoh.jpg" note="412 KB, 16 November 20.09" />
      </div>
      <div className={styles.box}>
        <ThermalPreview lines={strip} />
      </div>
      <div className={styles.box}>
        <LazyPdfView url="/files/tidak-ada.pdf" title="Berkas yang hilang" />
      </div>
    </div>
  )
}
