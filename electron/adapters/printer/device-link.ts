import { constants, open } from 'node:fs/promises'
import type { CancelSignal } from '#ports/printing.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { ByteLink, LinkTrouble, OpenedLink, Written } from './byte-link.ts'
import { errorName } from './verdicts.ts'
import { noCancel, pause } from './waiting.ts'

/** The few calls made on a device file; those of a real one come from `openDeviceFile`. */
export interface DeviceFile {
  read(buffer: Uint8Array): Promise<{ readonly bytesRead: number }>
  write(bytes: Uint8Array): Promise<{ readonly bytesWritten: number }>
  close(): Promise<void>
}

export type OpenDeviceFile = (path: string) => Promise<DeviceFile>

/**
 * Opens a device file (`/dev/usb/lp0`, a serial line) for writing and reading. Never waits inside a call: a
 * read that waited for a silent printer would keep a thread of the process for ever.
 */
export const openDeviceFile: OpenDeviceFile = async (path) => {
  const file = await open(path, constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY)
  return {
    read: (buffer) => file.read(buffer, 0, buffer.length, null),
    write: (bytes) => file.write(bytes, 0, bytes.length, null),
    close: () => file.close(),
  }
}

const isBusy = (error: unknown): boolean =>
  errorName(error) === 'EAGAIN' || errorName(error) === 'EWOULDBLOCK'

/** The printer driver of Linux reports paper end as a full device. */
const troubleOf = (error: unknown): LinkTrouble => {
  const name = errorName(error)
  return { reason: name === 'ENOSPC' ? 'paper-out' : 'connection-lost', detail: name }
}

const linkOf = (file: DeviceFile, schedule: Schedule, pollMs: number): ByteLink => {
  let open = true
  let end: (trouble: LinkTrouble) => void = () => undefined
  const ended = new Promise<LinkTrouble>((resolve) => {
    end = resolve
  })

  const close = (): void => {
    if (!open) return
    open = false
    file.close().catch((error: unknown) => {
      end(troubleOf(error))
    })
  }

  const readOn = async (onBytes: (bytes: Uint8Array) => void): Promise<void> => {
    const buffer = new Uint8Array(256)
    while (open) {
      try {
        const { bytesRead } = await file.read(buffer)
        if (bytesRead > 0) {
          onBytes(buffer.slice(0, bytesRead))
          continue
        }
      } catch (error) {
        if (!isBusy(error)) {
          // A device that can only be written to is a device without status.
          if (errorName(error) !== 'EBADF' && errorName(error) !== 'EINVAL') end(troubleOf(error))
          return
        }
      }
      await pause(schedule, pollMs, noCancel)
    }
  }

  const write = async (bytes: Uint8Array): Promise<Written> => {
    let taken = 0
    while (taken < bytes.length) {
      if (!open) return { taken: taken === 0 ? 'none' : 'part', reason: 'connection-lost', detail: 'closed' }
      try {
        taken += (await file.write(bytes.subarray(taken))).bytesWritten
      } catch (error) {
        if (!isBusy(error)) return { taken: taken === 0 ? 'none' : 'part', ...troubleOf(error) }
        await pause(schedule, pollMs, noCancel)
      }
    }
    return { taken: 'all' }
  }

  return {
    ended,
    write,
    listen: (onBytes) => void readOn(onBytes),
    // The driver returns from a write when the device has taken it.
    finish: () => Promise.resolve(true),
    release: close,
    drop: close,
  }
}

/** Opens a printer behind a device file. Not there, not allowed or unplugged: certainly nothing was sent. */
export async function openDeviceLink(
  path: string,
  openFile: OpenDeviceFile,
  schedule: Schedule,
  pollMs: number,
  cancel: CancelSignal,
): Promise<OpenedLink> {
  if (cancel.aborted) return { ok: false, reason: 'station-stopped', detail: null }
  try {
    return { ok: true, link: linkOf(await openFile(path), schedule, pollMs) }
  } catch (error) {
    const name = errorName(error)
    const forbidden = name === 'EACCES' || name === 'EPERM' || name === 'EISDIR'
    return { ok: false, reason: forbidden ? 'rejected' : 'unreachable', detail: `${name} ${path}` }
  }
}
