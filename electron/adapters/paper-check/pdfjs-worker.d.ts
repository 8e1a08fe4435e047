/** pdf.js declares what a page uses of it, and not this module, which reads files in whatever thread loads it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown
}
