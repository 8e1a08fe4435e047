import { describe, expect, it } from 'vitest'
import type { PageFault } from '#contract/session.ts'
import { createLog } from '#adapters/system/log.ts'
import { createPageFaults } from './page-faults.ts'

const fault: PageFault = {
  reference: 'GL-7K2M-9TXB',
  kind: 'screen',
  place: '/berkas',
  about: 'DossierPane',
  message: 'no row for 6171044708940003, call 0812-5500-0173',
  stack: 'Error: no row',
}

const aDesk = () => {
  let now = 0
  const lines: Record<string, unknown>[] = []
  const log = createLog({
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  })
  return { report: createPageFaults(log, () => now), lines, pass: (ms: number) => (now += ms) }
}

describe('faults of the page', () => {
  it('stand in the log once, under the code that the clerk was shown', () => {
    const desk = aDesk()
    desk.report(fault)
    desk.report(fault)
    expect(desk.lines).toHaveLength(1)
    expect(desk.lines[0]).toMatchObject({ reference: 'GL-7K2M-9TXB', place: '/berkas', msg: 'a page failed' })
  })

  it('stand there without a NIK and without a telephone number', () => {
    const desk = aDesk()
    desk.report(fault)
    expect(desk.lines[0]?.['message']).toBe('no row for 617104••••••••••, call [telepon]')
  })

  it('of a page that fails in a loop stop after a hundred in an hour, and are heard again later', () => {
    const desk = aDesk()
    const many = (from: number) => {
      for (let n = from; n < from + 300; n += 1)
        desk.report({ ...fault, reference: `GL-7K2M-${String(n).padStart(4, '0')}` })
    }
    many(1000)
    expect(desk.lines).toHaveLength(101)
    desk.pass(3_600_000)
    many(2000)
    expect(desk.lines).toHaveLength(202)
  })
})
