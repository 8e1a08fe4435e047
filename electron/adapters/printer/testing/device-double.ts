import type { OpenDeviceFile } from '../device-link.ts'
import { createPrinterBrain } from './printer-brain.ts'
import type { PrinterBehaviour, PrinterBrain } from './printer-brain.ts'

/** A printer behind a device file, with the answers a non-blocking file of Linux gives. */
export interface DeviceDouble {
  readonly open: OpenDeviceFile
  paper(): Uint8Array
  openFiles(): number
  /** From the given byte of a job on, writing fails with this error. Status questions pass before that. */
  refuseWrites(code: string, fromByte: number): void
}

const fault = (code: string): Error => Object.assign(new Error(code), { code })

/** Makes one at a path; every other path does not exist. */
export function createDeviceDouble(path: string, behaviour: PrinterBehaviour): DeviceDouble {
  const brains: PrinterBrain[] = []
  let files = 0
  let refusal: { readonly code: string; readonly fromByte: number } | null = null
  const paper = (): Uint8Array => new Uint8Array(Buffer.concat(brains.map((brain) => brain.paper())))

  return {
    paper,
    openFiles: () => files,
    refuseWrites: (code, fromByte) => {
      refusal = { code, fromByte }
    },
    open: (asked) => {
      if (asked !== path) return Promise.reject(fault('ENOENT'))
      const brain = createPrinterBrain(behaviour)
      brains.push(brain)
      files += 1
      const answers: number[] = []
      let busy = true
      return Promise.resolve({
        read: (buffer) => {
          if (answers.length === 0) return Promise.reject(fault('EAGAIN'))
          const part = answers.splice(0, buffer.length)
          buffer.set(part)
          return Promise.resolve({ bytesRead: part.length })
        },
        write: (bytes) => {
          const isQuestion = bytes.length === 3 && bytes[0] === 0x10 && bytes[1] === 0x04
          const room = refusal === null ? Infinity : refusal.fromByte - brain.paper().length
          if (refusal !== null && (room <= 0 || (isQuestion && refusal.fromByte === 0))) {
            return Promise.reject(fault(refusal.code))
          }
          // Every other call finds the device busy, as slow ones are.
          busy = !busy
          if (busy && !isQuestion) return Promise.reject(fault('EAGAIN'))
          const part = bytes.subarray(0, isQuestion ? 3 : Math.min(64, room))
          answers.push(...brain.take(part).send)
          return Promise.resolve({ bytesWritten: part.length })
        },
        close: () => {
          files -= 1
          return Promise.resolve()
        },
      })
    },
  }
}
