import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import type { Ratio } from './measure.ts'

const idle = `
  const { parentPort } = require('node:worker_threads')
  const delay = require('node:perf_hooks').monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  parentPort.once('message', () => parentPort.postMessage(delay.max))
  parentPort.postMessage('ready')`

/** Watches how long this thread's event loop is held up, and beside it that of a thread that does nothing. */
export interface HeldUp {
  pause(): void
  resume(): void
  /** The longest of this thread against 50 ms, and that of the idle one, which tells how busy the machine is. */
  end(): Promise<readonly Ratio[]>
}

/** Begins paused. */
export async function watchHeldUp(): Promise<HeldUp> {
  let longestNs = 0
  // One that was paused counts its pause as a delay, so each span has a monitor of its own.
  let delay = monitorEventLoopDelay({ resolution: 5 })
  const pause = (): void => {
    delay.disable()
    longestNs = Math.max(longestNs, delay.max)
  }
  const bystander = new Worker(idle, { eval: true })
  await once(bystander, 'message')
  return {
    pause,
    resume: () => {
      delay = monitorEventLoopDelay({ resolution: 5 })
      delay.enable()
    },
    end: async () => {
      pause()
      bystander.postMessage('end')
      const [longest] = (await once(bystander, 'message')) as [number]
      await bystander.terminate()
      return [
        { name: 'event-loop delay of the host, longest / 50 ms', value: longestNs / 50e6, target: 1 },
        { name: 'the same of a thread that does nothing', value: longest / 50e6, target: null },
      ]
    },
  }
}
