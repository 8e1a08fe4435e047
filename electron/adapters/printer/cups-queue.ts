import type { CancelSignal, RenderedJob } from '#ports/printing.ts'
import type { CupsServer } from './cups-server.ts'
import type { SessionTime } from './deadlines.ts'
import { decodeIppResponse, encodeIppRequest } from './ipp.ts'
import type { IppAttributes, IppField, IppOperation } from './ipp.ts'
import { errorName } from './verdicts.ts'
import { noCancel, waitFor } from './waiting.ts'

/** What the server said, or that it said nothing usable. */
export type Answered<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** The server is there and says no. */
  | { readonly kind: 'refused'; readonly detail: string }
  | { readonly kind: 'unreachable'; readonly detail: string }

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
}

export type JobPhase = 'pending' | 'processing' | 'canceled' | 'aborted' | 'completed'

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
  createJob(title: string, media: string | null): Promise<Answered<number>>
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
const stoppedQueue = 5

const textsOf = (attributes: IppAttributes, name: string): readonly string[] =>
  (attributes.get(name) ?? [])
    .filter((value) => typeof value === 'string')
    .filter((value) => value !== 'none')

const firstText = (attributes: IppAttributes, name: string): string | null => {
  const text = textsOf(attributes, name)[0]
  return text === undefined || text === '' ? null : text
}

const field = (name: string, type: IppField['type'], ...values: IppField['values']): IppField => ({
  name,
  type,
  values,
})

const documentFormats: Readonly<Record<RenderedJob['mediaType'], string>> = {
  'application/pdf': 'application/pdf',
  // Bytes for the printer itself; no filter may touch them.
  'application/vnd.escpos': 'application/vnd.cups-raw',
}

/** Talks about one queue with the print server. */
export function openQueue(
  server: CupsServer,
  queue: string,
  { schedule, deadlines }: SessionTime,
): CupsQueue {
  const path = `/printers/${encodeURIComponent(queue)}`
  const head = [
    field('printer-uri', 'uri', `ipp://localhost${path}`),
    field('requesting-user-name', 'name', 'sepok-loket'),
  ]

  const ask = async <T>(
    request: { operation: IppOperation; fields?: IppField[]; jobFields?: IppField[]; document?: Uint8Array },
    read: (attributes: IppAttributes) => T,
    cancel: CancelSignal = noCancel,
  ): Promise<Answered<T>> => {
    const abort = new AbortController()
    try {
      const body = encodeIppRequest({
        operation: request.operation,
        operationFields: [...head, ...(request.fields ?? [])],
        ...(request.jobFields && { jobFields: request.jobFields }),
        ...(request.document && { document: request.document }),
      })
      const posted = server.post(path, body, abort.signal)
      const waited = await waitFor(posted, schedule, deadlines.queueAnswerMs, cancel)
      if (waited.by !== 'event') {
        // Its rejection by the abort below is expected and says nothing new.
        posted.catch(() => undefined)
        return { kind: 'unreachable', detail: 'the print server did not answer in time' }
      }
      const answer = decodeIppResponse(waited.value)
      if (answer.status < 0x0100) return { kind: 'answer', value: read(answer.attributes) }
      return { kind: 'refused', detail: answer.message ?? `IPP status ${answer.status.toString(16)}` }
    } catch (error) {
      return { kind: 'unreachable', detail: errorName(error) }
    } finally {
      abort.abort()
    }
  }

  const nothing = (): void => undefined

  return {
    look: (cancel) =>
      ask(
        {
          operation: 'getPrinterAttributes',
          fields: [
            field(
              'requested-attributes',
              'keyword',
              'printer-state',
              'printer-state-reasons',
              'printer-state-message',
              'printer-is-accepting-jobs',
              'printer-error-policy',
              'media-supported',
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
        }),
        cancel,
      ),
    createJob: (title, media) =>
      ask(
        {
          operation: 'createJob',
          // IPP allows 255 bytes; 60 characters stay below that in any script.
          fields: [field('job-name', 'name', Array.from(title).slice(0, 60).join(''))],
          jobFields: [
            field('copies', 'integer', 1),
            field('job-sheets', 'name', 'none'),
            ...(media === null
              ? []
              : [field('media', 'keyword', media), field('print-scaling', 'keyword', 'none')]),
          ],
        },
        (attributes) => Number(attributes.get('job-id')?.[0]),
      ),
    sendDocument: (job, rendered) =>
      ask(
        {
          operation: 'sendDocument',
          fields: [
            field('job-id', 'integer', job),
            field('document-format', 'mimeType', documentFormats[rendered.mediaType]),
            field('last-document', 'boolean', true),
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
            field('job-id', 'integer', job),
            field(
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
    cancelJob: (job) => ask({ operation: 'cancelJob', fields: [field('job-id', 'integer', job)] }, nothing),
  }
}
