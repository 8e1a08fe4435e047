import { createClock } from '../../system/clock.ts'
import { schedule } from '../../system/schedule.ts'
import { createPrinterTransport } from '../printer-transport.ts'
import { nameRenderer } from '#services/testing/print-desk.ts'
import { createSpool } from '#services/spool.ts'
import { openOrThrow } from '#db/testing/open-test-db.ts'
import { officeDeadlines } from '../deadlines.ts'
import { watchSteps } from './kill-steps.ts'

/**
 * A station that only prints, as a process of its own: `node spool-station.ts DATABASE-FILE [STEP N]`. It prints what
 * is queued, says `idle` and waits to be killed; or it is gone, as after a power cut, when it comes to that step for the nth time.
 */
const [file, stepToDieAt, nth = '1'] = process.argv.slice(2)
if (file === undefined) throw new Error('which database file?')
const db = await openOrThrow({ file })
let left = Number(nth)
const doors = watchSteps(
  {
    work: db.work,
    renderer: nameRenderer,
    transport: createPrinterTransport({ schedule, deadlines: { ...officeDeadlines, settleMs: 1 } }),
  },
  (step) => {
    if (step !== stepToDieAt) return
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
  },
)
const spool = createSpool({
  ...doors,
  clock: createClock(() => Date.now()),
  schedule,
  events: () => undefined,
  log: { info: () => undefined, warn: () => undefined, error: (...entry) => console.error(...entry) },
  rules: { staleAfterMs: Number.MAX_SAFE_INTEGER, blankPapers: ['permit'] },
})
await spool.start()
await spool.whenIdle()
process.stdout.write('idle\n')
process.stdin.resume()
