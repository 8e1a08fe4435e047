import { expect, test } from 'vitest'
import type { PrintVerdict } from '#domain/print-job.ts'
import type { PrinterTransport, RenderedJob } from '../printing.ts'
import type { Printer } from '#domain/print-job.ts'

/** One way of printing, set up for the contract. */
export interface TransportUnderTest {
  readonly transport: PrinterTransport
  /** Ready, with paper. */
  readonly good: Printer
  /** Certainly not there. */
  readonly gone: Printer
  readonly job: RenderedJob
  /** The jobs that came out so far, as bytes. */
  output(): Promise<readonly Uint8Array[]>
  /** What a healthy printer of this kind can prove; `printed` when absent. */
  readonly proves?: PrintVerdict
}

const open = (): AbortSignal => new AbortController().signal

/** What every transport promises. `setUp` gives a fresh printer each time it is called. */
export function printerTransportContract(setUp: () => Promise<TransportUnderTest>): void {
  test('a job that came out is never called failed, and comes out once with the very bytes', async () => {
    const { transport, good, job, output, proves } = await setUp()
    expect(await transport.send(job, good, 'Tanda terima 0001', open())).toMatchObject(
      proves ?? { outcome: 'printed' },
    )
    expect(await output()).toEqual([job.bytes])
  })

  test('a printer that is not there fails the job, and nothing comes out', async () => {
    const { transport, gone, job, output } = await setUp()
    expect(await transport.send(job, gone, 'Tanda terima 0001', open())).toMatchObject({ outcome: 'failed' })
    expect(await output()).toEqual([])
  })

  test('an address that means nothing fails the job', async () => {
    const { transport, good, job, output } = await setUp()
    const lost = { ...good, address: 'pigeon:roof' }
    expect(await transport.send(job, lost, 'Tanda terima 0001', open())).toMatchObject({
      outcome: 'failed',
      reason: 'rejected',
    })
    expect(await transport.probe(lost, open())).toMatchObject({ state: 'trouble' })
    expect(await output()).toEqual([])
  })

  test('a station that is closing prints nothing more', async () => {
    const { transport, good, job, output } = await setUp()
    expect(await transport.send(job, good, 'Tanda terima 0001', AbortSignal.abort())).toMatchObject({
      outcome: 'failed',
      reason: 'station-stopped',
    })
    expect(await output()).toEqual([])
  })

  test('asking how a printer is prints nothing', async () => {
    const { transport, good, gone, output } = await setUp()
    expect((await transport.probe(good, open())).state).not.toBe('trouble')
    expect((await transport.probe(gone, open())).state).toBe('trouble')
    expect(await output()).toEqual([])
  })

  test('two jobs of one title are two sheets', async () => {
    const { transport, good, job, output } = await setUp()
    await transport.send(job, good, 'Tanda terima 0001', open())
    await transport.send(job, good, 'Tanda terima 0001', open())
    expect(await output()).toEqual([job.bytes, job.bytes])
  })
}
