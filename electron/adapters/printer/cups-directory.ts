import { refuse, ok } from '#domain/result.ts'
import type { Result } from '#domain/result.ts'
import type { ResumeRefusal } from '#domain/printer-search.ts'
import type { CancelSignal } from '#ports/printing.ts'
import type { FoundQueue, OfferedPrinter, PrinterYard } from '#ports/printer-yard.ts'
import type { CupsServer } from './cups-server.ts'
import type { SessionTime } from './deadlines.ts'
import {
  callIpp,
  firstText,
  ippField,
  ippForbidden,
  ippNotFound,
  requestingUser,
  stoppedQueue,
  textsOf,
} from './ipp-call.ts'
import type { IppAttributes } from './ipp.ts'

/** For the server to ask its neighbours; it gives up at this time by itself, in seconds. */
const devicesSeconds = 6

const queueOf = (attributes: IppAttributes): FoundQueue[] => {
  const name = firstText(attributes, 'printer-name')
  if (name === null) return []
  return [
    {
      name,
      info: firstText(attributes, 'printer-info') ?? '',
      accepting: attributes.get('printer-is-accepting-jobs')?.[0] !== false,
      stopped: attributes.get('printer-state')?.[0] === stoppedQueue,
      message: firstText(attributes, 'printer-state-message'),
      media: textsOf(attributes, 'media-supported').filter((one) => !/^custom_(min|max)_/.test(one)),
    },
  ]
}

const offerOf = (attributes: IppAttributes): OfferedPrinter[] => {
  const uri = firstText(attributes, 'device-uri')
  if (uri === null || !/^(socket|ipps?|lpd|dnssd):\/\//.test(uri)) return []
  return [{ uri, name: firstText(attributes, 'device-info') ?? uri }]
}

/** What the machine's print server knows of printers. */
export function openCupsDirectory(
  server: CupsServer,
  time: SessionTime,
): Pick<PrinterYard, 'queues' | 'offered' | 'resume'> {
  return {
    queues: async (cancel) => {
      const asked = await callIpp(
        server,
        {
          path: '/',
          operation: 'cupsGetPrinters',
          fields: [
            requestingUser,
            ippField(
              'requested-attributes',
              'keyword',
              'printer-name',
              'printer-info',
              'printer-state',
              'printer-state-message',
              'printer-is-accepting-jobs',
              'media-supported',
            ),
          ],
        },
        (_all, printers) => printers.flatMap(queueOf),
        time,
        cancel,
      )
      if (asked.kind === 'answer') return ok(asked.value)
      // A server without a single queue says that it has found nothing.
      return asked.kind === 'refused' && asked.status === ippNotFound
        ? ok([])
        : refuse({ code: 'print-server-silent' })
    },
    offered: async (cancel) => {
      const asked = await callIpp(
        server,
        {
          path: '/',
          operation: 'cupsGetDevices',
          fields: [
            requestingUser,
            ippField('timeout', 'integer', devicesSeconds),
            ippField('requested-attributes', 'keyword', 'device-uri', 'device-info', 'device-class'),
          ],
          as: 'user',
          withinMs: (devicesSeconds + 2) * 1000,
        },
        (_all, printers) => printers.flatMap(offerOf),
        time,
        cancel,
      )
      return asked.kind === 'answer' ? asked.value : []
    },
    resume: (queue, cancel) => resumeQueue(server, queue, time, cancel),
  }
}

async function resumeQueue(
  server: CupsServer,
  queue: string,
  time: SessionTime,
  cancel: CancelSignal,
): Promise<Result<null, ResumeRefusal>> {
  const asked = await callIpp(
    server,
    {
      path: '/admin/',
      operation: 'resumePrinter',
      fields: [
        ippField('printer-uri', 'uri', `ipp://localhost/printers/${encodeURIComponent(queue)}`),
        requestingUser,
      ],
      as: 'user',
    },
    () => null,
    time,
    cancel,
  )
  if (asked.kind === 'answer') return ok(null)
  if (asked.kind === 'unreachable') return refuse({ code: 'print-server-silent' })
  return refuse(
    asked.status === ippNotFound
      ? { code: 'queue-unknown', queue }
      : asked.status === ippForbidden || asked.status < 0x0500
        ? { code: 'queue-resume-forbidden', queue }
        : { code: 'print-server-silent' },
  )
}
