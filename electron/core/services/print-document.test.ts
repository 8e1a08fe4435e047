import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printJobStates, type Printer } from '#domain/print-job.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { choosePrinter, decideCopy } from './print-document.ts'

const anyJobs = fc.array(
  fc
    .record({ state: fc.constantFrom(...printJobStates), copy: fc.integer({ min: 1, max: 4 }) })
    .map((facts) => aPrintJob(facts)),
  { maxLength: 6 },
)

describe('which copy the next sheet is', () => {
  it('is the one after the last that came out, and none while a sheet may still come out', () => {
    fc.assert(
      fc.property(anyJobs, fc.constantFrom(null, '', '  ', 'lembar kusut'), (jobs, reason) => {
        const decided = decideCopy(jobs, reason)
        const open = jobs.some((one) => ['queued', 'sending', 'held', 'unknown'].includes(one.state))
        const printed = jobs.filter((one) => one.state === 'printed').map((one) => one.copy)
        const next = Math.max(0, ...printed) + 1
        if (open) expect(decided.ok).toBe(false)
        else if (next > 1 && !reason?.trim())
          expect(decided).toEqual({ ok: false, refusal: { code: 'reprint-needs-reason', copy: next } })
        else expect(decided).toEqual({ ok: true, value: next })
      }),
    )
  })

  it('stays the first while every try has failed or was called off', () => {
    const jobs = [aPrintJob({ state: 'failed' }), aPrintJob({ state: 'cancelled' })]
    expect(decideCopy(jobs, null)).toEqual({ ok: true, value: 1 })
  })

  it('is refused while a sheet is under way, and the refusal names who asked for it and when', () => {
    const running = aPrintJob({ state: 'sending', title: 'Izin 7', requestedBy: 'Ratih' })
    const refused = decideCopy([running], null)
    expect(refused).toEqual({
      ok: false,
      refusal: { code: 'print-in-progress', title: 'Izin 7', by: 'Ratih', at: running.requestedAt },
    })
  })

  it('is not decided before somebody has looked into the tray', () => {
    const jobs = [aPrintJob({ state: 'printed' }), aPrintJob({ state: 'unknown', copy: 2, title: 'Izin 7' })]
    expect(decideCopy(jobs, 'kusut')).toEqual({
      ok: false,
      refusal: { code: 'print-unresolved', title: 'Izin 7' },
    })
  })
})

describe('the printer of a document', () => {
  const printer = (id: string, change: Partial<Printer> = {}): Printer => ({
    id,
    name: id,
    kind: 'sheet',
    address: 'folder:/cetak',
    thermal: null,
    documents: [],
    active: true,
    ...change,
  })
  const laser = printer('laser', { documents: ['permit'] })
  const spare = printer('spare')

  it('is the one the clerk chose, else the one set up for it, else none', () => {
    expect(choosePrinter([laser, spare], 'permit', 'spare')).toBe('spare')
    expect(choosePrinter([laser, spare], 'permit', null)).toBe('laser')
    expect(choosePrinter([laser, spare], 'receipt', null)).toBeNull()
  })

  it('is never one that is out of use', () => {
    const off = { ...laser, active: false }
    expect(choosePrinter([off, spare], 'permit', 'laser')).toBeNull()
  })
})
