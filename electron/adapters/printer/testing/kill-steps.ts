import type { PrintJob } from '#domain/print-job.ts'
import type { JobRenderer, PrinterTransport } from '#ports/printing.ts'
import type { Stores, UnitOfWork } from '#ports/stores.ts'

/** What a station does with one job, in this order; it can be killed after each. */
export const killSteps = [
  'job claimed, its blank not yet taken',
  'blank taken, nothing committed',
  'claim committed',
  'sheet made',
  'device answered',
  'blank settled, outcome not yet',
  'outcome written, nothing committed',
  'outcome committed',
] as const
export type KillStep = (typeof killSteps)[number]

interface SpoolDoors {
  readonly work: UnitOfWork
  readonly renderer: JobRenderer
  readonly transport: PrinterTransport
}

/** The doors of a spool, through which `passed` is told of every step. */
export function watchSteps(
  { work, renderer, transport }: SpoolDoors,
  passed: (step: KillStep) => void,
): SpoolDoors {
  return {
    work: {
      run: async (task) => {
        const done = { claimed: false, ended: false }
        const outcome = await work.run((stores) => task(watching(stores, passed, done)))
        if (done.claimed) passed('claim committed')
        if (done.ended) passed('outcome committed')
        return outcome
      },
    },
    renderer: {
      render: async (job, printer) => {
        const made = await renderer.render(job, printer)
        passed('sheet made')
        return made
      },
    },
    transport: {
      ...transport,
      send: async (...order) => {
        const verdict = await transport.send(...order)
        passed('device answered')
        return verdict
      },
    },
  }
}

const ends: readonly PrintJob['state'][] = ['printed', 'failed', 'unknown']

function watching(
  stores: Stores,
  passed: (step: KillStep) => void,
  done: { claimed: boolean; ended: boolean },
): Stores {
  const { blanks, printJobs } = stores
  return {
    ...stores,
    printJobs: {
      ...printJobs,
      claimNext: async (...which) => {
        const job = await printJobs.claimNext(...which)
        if (job === undefined) return job
        done.claimed = true
        passed('job claimed, its blank not yet taken')
        return job
      },
      mark: async (id, change) => {
        await printJobs.mark(id, change)
        if (!ends.includes(change.state)) return
        done.ended = true
        passed('outcome written, nothing committed')
      },
    },
    blanks: {
      ...blanks,
      add: async (entry) => {
        await blanks.add(entry)
        passed('blank taken, nothing committed')
      },
      save: async (entry) => {
        await blanks.save(entry)
        passed('blank settled, outcome not yet')
      },
    },
  }
}
