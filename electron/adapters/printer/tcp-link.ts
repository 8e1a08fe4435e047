import { connect } from 'node:net'
import type { Socket } from 'node:net'
import type { CancelSignal } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { ByteLink, LinkTrouble, OpenedLink, Written } from './byte-link.ts'
import { errorName } from './verdicts.ts'
import { waitFor } from './waiting.ts'

/** After a finished job the device has this long to close its side. */
const lingerMs = 5_000

const linkOf = (socket: Socket, schedule: Schedule): ByteLink => {
  let lost: LinkTrouble | undefined
  const closedByDevice = new Promise<boolean>((resolve) => {
    socket.once('end', () => {
      resolve(true)
    })
    socket.once('close', () => {
      resolve(false)
    })
  })
  const ended = new Promise<LinkTrouble>((resolve) => {
    const lose = (detail: string): void => {
      lost ??= { reason: 'connection-lost', detail }
      resolve(lost)
    }
    socket.on('error', (error) => {
      lose(errorName(error))
    })
    socket.once('end', () => {
      lose('closed by the printer')
    })
    socket.once('close', () => {
      lose('closed')
    })
  })
  return {
    ended,
    listen: (onBytes) => {
      socket.on('data', onBytes)
    },
    // What the kernel has taken may be on the paper already, so a broken write is never "none".
    write: (bytes) =>
      Promise.race([
        ended.then((trouble): Written => ({ taken: 'part', ...trouble })),
        new Promise<Written>((resolve) => {
          socket.write(bytes, (error) => {
            resolve(
              error
                ? { taken: 'part', reason: 'connection-lost', detail: errorName(error) }
                : { taken: 'all' },
            )
          })
        }),
      ]),
    finish: () => {
      // A device that closed before it was told the end has not taken everything.
      if (lost !== undefined) return Promise.resolve(false)
      socket.end()
      return closedByDevice
    },
    release: () => {
      socket.end()
      const stop = schedule(lingerMs, () => {
        socket.destroy()
      })
      socket.once('close', stop)
    },
    drop: () => {
      socket.resetAndDestroy()
    },
  }
}

/** Connects to a network printer. Refused, unknown or silent: `unreachable`, and certainly nothing was sent. */
export async function openTcpLink(
  target: { readonly host: string; readonly port: number },
  schedule: Schedule,
  connectMs: number,
  cancel: CancelSignal,
): Promise<OpenedLink> {
  const socket = connect({ ...target, noDelay: true, allowHalfOpen: true })
  const connected = new Promise<string | null>((resolve) => {
    socket.once('connect', () => {
      resolve(null)
    })
    socket.on('error', (error) => {
      resolve(errorName(error))
    })
  })
  const link = linkOf(socket, schedule)
  const waited = await waitFor(connected, schedule, connectMs, cancel)
  if (waited.by === 'event' && waited.value === null) return { ok: true, link }
  socket.destroy()
  if (waited.by === 'cancel') return { ok: false, reason: 'station-stopped', detail: null }
  return {
    ok: false,
    reason: 'unreachable',
    detail: waited.by === 'event' ? waited.value : 'no connection in time',
  }
}
