import { Suspense, lazy } from 'react'
import type { PdfViewProps } from './pdf-view.tsx'
import { Skeleton } from './states.tsx'

const Loaded = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }))

/** `PdfView`, fetched when the first PDF is looked at: pdf.js is larger than the rest of the application. */
export function LazyPdfView(props: PdfViewProps) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={480} />}>
      <Loaded {...props} />
    </Suspense>
  )
}
