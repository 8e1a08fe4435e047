import { IconAlertTriangle, IconMaximize } from '@tabler/icons-react'
import { useElementSize } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import type { CSSProperties, ReactNode } from 'react'
import { uiWords } from '../locales/ui.ts'
import { IconButton, TextLink } from './button.tsx'
import { TextLayer, openPdf } from './pdf-document.ts'
import type { PDFDocumentProxy, PDFPageProxy } from './pdf-document.ts'
import { Skeleton } from './states.tsx'
import styles from './viewer.module.css'
import { ZoomButtons } from './zoom-buttons.tsx'

export interface PdfViewProps {
  /** Address on our own host; a new address draws the new document. */
  url: string
  title: string
  /** A word behind the page count, e.g. `A4`. */
  paper?: string
  /** Hides the bar of name and zoom where the pane has a head of its own. */
  bare?: boolean
  onReady?: (pages: number) => void
  /** What goes on all the same when it cannot be shown. */
  failedAction?: ReactNode
}

const pointsToPixels = 96 / 72

/** The very PDF that will be printed, drawn by pdf.js; its words can be selected and read aloud. */
export function PdfView({ url, title, paper = '', bare, onReady, failedAction }: PdfViewProps) {
  const [pages, setPages] = useState<readonly PDFPageProxy[]>([])
  /** Why nothing is shown; a paper that was refused says itself what to do. */
  const [failed, setFailed] = useState<{ sentence: string; refused: boolean } | null>(null)
  const [attempt, setAttempt] = useState(1)
  const [zoom, setZoom] = useState<number | 'fit'>('fit')
  const { ref, width } = useElementSize()

  useEffect(() => {
    let wanted = true
    setFailed(null)
    setPages([])
    const opened = openPdf(url)
    opened.document
      .then(allPages)
      .then((loaded) => {
        if (!wanted) return
        setPages(loaded)
        onReady?.(loaded.length)
      })
      .catch(async () => {
        const refused = wanted ? await whyRefused(url) : null
        if (wanted) setFailed({ sentence: refused ?? uiWords.pdfFailed, refused: refused !== null })
      })
    return () => {
      wanted = false
      opened.close()
    }
    // A new callback is no new document.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [url, attempt])

  const first = pages[0]?.getViewport({ scale: pointsToPixels })
  const fit = first === undefined || width === 0 ? 1 : Math.min(1.5, (width - 24) / first.width)
  const scale = zoom === 'fit' ? fit : zoom
  return (
    <div className={styles.viewer}>
      {bare !== true && (
        <div className={styles.bar}>
          <span className={styles.name} title={title}>
            {title}
            {pages.length > 0 && <span className={styles.note}>{uiWords.page(1, pages.length, paper)}</span>}
          </span>
          <ZoomButtons scale={scale} onZoom={setZoom} />
          <IconButton icon={IconMaximize} label={uiWords.fitWidth} onPress={() => setZoom('fit')} />
        </div>
      )}
      <div className={styles.desk} ref={ref} tabIndex={0} role="region" aria-label={title}>
        {failed !== null && (
          <p className={styles.failed} role="alert">
            <IconAlertTriangle size={20} aria-hidden />
            <span>
              {failed.sentence} {!failed.refused && failedAction}{' '}
              <TextLink onPress={() => setAttempt(attempt + 1)}>{uiWords.retry}</TextLink>
            </span>
          </p>
        )}
        {failed === null && pages.length === 0 && <Skeleton width="100%" height={480} />}
        {pages.map((page) => (
          <Sheet key={`${url} ${page.pageNumber}`} page={page} scale={scale * pointsToPixels} />
        ))}
      </div>
    </div>
  )
}

/** A paper that is not sound is not shown: the answer says why. null: it was something else. */
async function whyRefused(url: string): Promise<string | null> {
  const answer = await fetch(url).catch(() => null)
  return answer?.status === 422 ? answer.text() : null
}

const allPages = (document: PDFDocumentProxy) =>
  Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))

function Sheet({ page, scale }: { page: PDFPageProxy; scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLDivElement>(null)
  const viewport = page.getViewport({ scale })

  useEffect(() => {
    const target = canvas.current
    const layer = text.current
    if (target === null || layer === null) return
    const density = window.devicePixelRatio
    const sharp = page.getViewport({ scale: scale * density })
    target.width = Math.floor(sharp.width)
    target.height = Math.floor(sharp.height)
    const drawing = page.render({ canvas: target, viewport: sharp })
    const words = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: layer,
      viewport: page.getViewport({ scale }),
    })
    layer.replaceChildren()
    // A drawing that is given up because the size changed rejects; that is no fault.
    drawing.promise.then(() => target.setAttribute('data-drawn', 'true')).catch(() => undefined)
    words.render().catch(() => undefined)
    return () => {
      drawing.cancel()
      words.cancel()
    }
  }, [page, scale])

  return (
    <div
      className={styles.sheet}
      role="group"
      aria-label={uiWords.sheet(page.pageNumber)}
      style={{ width: viewport.width, height: viewport.height, '--total-scale-factor': scale } as SheetStyle}
    >
      <canvas ref={canvas} aria-hidden />
      <div ref={text} className={styles.text} />
    </div>
  )
}

type SheetStyle = CSSProperties & Record<'--total-scale-factor', number>
