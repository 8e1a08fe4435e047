// The project of the tests reaches this file through imports only, and pdf.js has no types for this module.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./pdfjs-worker.d.ts" />
import * as reader from 'pdfjs-dist/legacy/build/pdf.worker.mjs'

/** Reads in this very thread, which is one of the pool already: pdf.js starts no worker of its own. */
const known = globalThis as { pdfjsWorker?: unknown }
known.pdfjsWorker ??= reader

export { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
export type { RenderParameters } from 'pdfjs-dist/types/src/display/api.js'
