import type { CancelSignal, RenderedJob } from '#ports/printing.ts'
import type { CupsServer } from './cups-server.ts'
import type { SessionTime } from './deadlines.ts'
import { callIpp, firstText, ippField, requestingUser, stoppedQueue, textsOf } from './ipp-call.ts'
import type { Answered } from './ipp-call.ts'
import type { IppAttributes, IppField, IppOperation } from './ipp.ts'

/** A queue as its server sees it. */
export interface QueueState {
  readonly stopped: boolean
  readonly accepting: boolean
  readonly reasons: readonly string[]
  readonly message: string | null
  readonly deviceUri: string
  readonly errorPolicy: string
  /** Sizes of paper it takes; empty for a queue that hands bytes on untouched. */
  readonly media: readonly string[]
  /** Trays that it can be asked for, as it names them; empty: it says nothing of trays. */
  readonly trays: readonly string[]
}

export type JobPhase = 'pending' | 'processing' | 'canceled' | 'aborted' | 'completed'

/** On what a job is printed. */
export interface JobSheet {
  readonly media: string
  /** null: from wherever the printer takes it. */
  readonly tray: string | null
}

/** A job as its server sees it. */
export interface QueueJob {
  readonly phase: JobPhase
  /** The queue has begun with it at least once. */
  readonly begun: boolean
  readonly message: string | null
}

/** The requests made about one queue. None throws. */
export interface CupsQueue {
  look(cancel: CancelSignal): Promise<Answered<QueueState>>
  /** Makes a job without a document: nothing prints until one is sent. Gives its number. */
  createJob(title: string, sheet: JobSheet | null, copies: number): Promise<Answered<number>>
  sendDocument(job: number, rendered: RenderedJob): Promise<Answered<void>>
  lookAtJob(job: number): Promise<Answered<QueueJob>>
  cancelJob(job: number): Promise<Answered<void>>
}

const phases: Readonly<Record<number, JobPhase>> = {
  3: 'pending',
  4: 'pending',
  5: 'processing',
  6: 'processing',
  7: 'canceled',
  8: 'aborted',
  9: 'completed',
}
const documentFormats: Readonly<Record<RenderedJob['mediaType'], string>> = {
  'application/pdf': 'application/pdf',
  // Bytes for the printer itself; no filter may touch them.
  'application/vnd.escpos': 'application/vnd.cups-raw',
}

/** Talks about one queue with the print server. */
export function openQueue(server: CupsServer, queue: string, time: SessionTime): CupsQueue {
  const path = `/printers/${encodeURIComponent(queue)}`
  const head = [ippField('printer-uri', 'uri', `ipp://localhost${path}`), requestingUser]

  const ask = <T>(
    request: { operation: IppOperation; fields?: IppField[]; jobFields?: IppField[]; document?: Uint8Array },
    read: (attributes: IppAttributes) => T,
    cancel?: CancelSignal,
  ): Promise<Answered<T>> =>
    callIpp(server, { ...request, path, fields: [...head, ...(request.fields ?? [])] }, read, time, cancel)

  const nothing = (): void => undefined

  return {
    look: (cancel) =>
      ask(
        {
          operation: 'getPrinterAttributes',
          fields: [
            ippField(
              'requested-attributes',
              'keyword',
              'printer-state',
              'printer-state-reasons',
              'printer-state-message',
              'printer-is-accepting-jobs',
              'printer-error-policy',
              'media-supported',
              'media-source-supported',
              'device-uri',
            ),
          ],
        },
        (attributes) => ({
          stopped: attributes.get('printer-state')?.[0] === stoppedQueue,
          accepting: attributes.get('printer-is-accepting-jobs')?.[0] !== false,
          reasons: textsOf(attributes, 'printer-state-reasons'),
          message: firstText(attributes, 'printer-state-message'),
          deviceUri: firstText(attributes, 'device-uri') ?? '',
          errorPolicy: firstText(attributes, 'printer-error-policy') ?? '',
          media: textsOf(attributes, 'media-supported'),
          trays: textsOf(attributes, 'media-source-supported'),
        }),
        cancel,
      ),
    createJob: (title, sheet, copies) =>
      ask(
        {
          operation: 'createJob',
          // IPP allows 255 bytes; 60 characters stay below that in any script.
          fields: [ippField('job-name', 'name', Array.from(title).slice(0, 60).join(''))],
          jobFields: [
            ippField('copies', 'integer', copies),
            ippField('job-sheets', 'name', 'none'),
            ...(sheet === null
              ? []
              : [ippField('media', 'keyword', sheet.media), ippField('print-scaling', 'keyword', 'none')]),
            ...(sheet === null || sheet.tray === null
              ? []
              : [
                  {
                    name: 'media-col',
                    type: 'collection' as const,
                    members: [ippField('media-source', 'keyword', sheet.tray)],
                  },
                ]),
          ],
        },
        (attributes) => Number(attributes.get('job-id')?.[0]),
      ),
    sendDocument: (job, rendered) =>
      ask(
        {
          operation: 'sendDocument',
          fields: [
            ippField('job-id', 'integer', job),
            ippField('document-format', 'mimeType', documentFormats[rendered.mediaType]),
            ippField('last-document', 'boolean', true),
          ],
          document: rendered.bytes,
        },
        nothing,
      ),
    lookAtJob: (job) =>
      ask(
        {
          operation: 'getJobAttributes',
          fields: [
            ippField('job-id', 'integer', job),
            ippField(
              'requested-attributes',
              'keyword',
              'job-state',
              'time-at-processing',
              'job-printer-state-message',
            ),
          ],
        },
        (attributes) => ({
          phase: phases[Number(attributes.get('job-state')?.[0])] ?? 'pending',
          begun: typeof attributes.get('time-at-processing')?.[0] === 'number',
          message: firstText(attributes, 'job-printer-state-message'),
        }),
      ),
    cancelJob: (job) =>
      ask({ operation: 'cancelJob', fields: [ippField('job-id', 'integer', job)] }, nothing),
  }
}
