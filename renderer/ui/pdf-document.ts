import { GlobalWorkerOptions, TextLayer, getDocument } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import type { PDFDocumentProxy } from 'pdfjs-dist'

GlobalWorkerOptions.workerSrc = workerUrl

export type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist'
export { TextLayer }

/** Opens a PDF by its address on our own host; `close` ends the worker's work on it. */
export function openPdf(url: string): { document: Promise<PDFDocumentProxy>; close: () => void } {
  const task = getDocument({
    url,
    cMapUrl: '/pdfjs/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    iccUrl: '/pdfjs/iccs/',
    enableXfa: false,
    // A page is one small file on this computer: asking for it in pieces only costs time.
    disableRange: true,
    disableStream: true,
    disableAutoFetch: true,
  })
  return { document: task.promise, close: () => void task.destroy() }
}
