import type { CancelSignal } from '#ports/printing.ts'
import { PrintServerForbids } from './cups-server.ts'
import type { CupsServer } from './cups-server.ts'
import type { SessionTime } from './deadlines.ts'
import { decodeIppResponse, encodeIppRequest } from './ipp.ts'
import type { IppAttributes, IppField, IppOperation, IppType } from './ipp.ts'
import { errorName } from './verdicts.ts'
import { noCancel, waitFor } from './waiting.ts'

/** What the server said, or that it said nothing usable. */
export type Answered<T> =
  | { readonly kind: 'answer'; readonly value: T }
  /** The server is there and says no. */
  | { readonly kind: 'refused'; readonly detail: string; readonly status: number }
  | { readonly kind: 'unreachable'; readonly detail: string }

/** Status of an operation that this user may not ask for. */
export const ippForbidden = 0x0403
export const ippNotFound = 0x0406

export interface IppCall {
  readonly path: string
  readonly operation: IppOperation
  readonly fields: readonly IppField[]
  readonly jobFields?: readonly IppField[]
  readonly document?: Uint8Array
  readonly as?: 'user'
  /** Longer than for a usual answer; milliseconds. */
  readonly withinMs?: number
}

/** Asks the print server one thing, within its deadline. Never throws. */
export async function callIpp<T>(
  server: CupsServer,
  call: IppCall,
  read: (attributes: IppAttributes, printers: readonly IppAttributes[]) => T,
  { schedule, deadlines }: SessionTime,
  cancel: CancelSignal = noCancel,
): Promise<Answered<T>> {
  const abort = new AbortController()
  try {
    const body = encodeIppRequest({
      operation: call.operation,
      operationFields: call.fields,
      ...(call.jobFields && { jobFields: call.jobFields }),
      ...(call.document && { document: call.document }),
    })
    const posted = server.post(call.path, body, abort.signal, call.as)
    const waited = await waitFor(posted, schedule, call.withinMs ?? deadlines.queueAnswerMs, cancel)
    if (waited.by !== 'event') {
      // Its rejection by the abort below is expected and says nothing new.
      posted.catch(() => undefined)
      return { kind: 'unreachable', detail: 'the print server did not answer in time' }
    }
    const answer = decodeIppResponse(waited.value)
    if (answer.status < 0x0100) return { kind: 'answer', value: read(answer.attributes, answer.printers) }
    const detail = answer.message ?? `IPP status ${answer.status.toString(16)}`
    return { kind: 'refused', detail, status: answer.status }
  } catch (error) {
    if (error instanceof PrintServerForbids)
      return { kind: 'refused', detail: error.message, status: ippForbidden }
    return { kind: 'unreachable', detail: errorName(error) }
  } finally {
    abort.abort()
  }
}

const textsIn = (attributes: IppAttributes, name: string): readonly string[] =>
  (attributes.get(name) ?? []).filter((value) => typeof value === 'string')

/** Every text of an attribute but the server's word for "nothing". */
export const textsOf = (attributes: IppAttributes, name: string): readonly string[] =>
  textsIn(attributes, name).filter((value) => value !== 'none')

export const firstText = (attributes: IppAttributes, name: string): string | null => {
  const text = textsOf(attributes, name)[0]
  return text === undefined || text === '' ? null : text
}

export const ippField = (
  name: string,
  type: IppType,
  ...values: readonly (string | number | boolean)[]
): IppField => ({
  name,
  type,
  values,
})

/** The name under which this program asks. */
export const requestingUser = ippField('requesting-user-name', 'name', 'sepok-loket')

/** State of a queue that takes jobs and prints none. */
export const stoppedQueue = 5
