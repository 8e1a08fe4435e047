import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBlanks, type BlankEntry, type BlankStack } from '#domain/blank-ledger.ts'
import { instantOf, type Instant } from '#domain/instant.ts'
import { aPrintJob } from '#domain/testing/print-jobs.ts'
import { anId } from '#domain/testing/builders.ts'
import { doWork, type OpenOffice, type TestOffice } from './test-office.ts'

const minute = (count: number): Instant => instantOf(Date.UTC(2026, 10, 2) + count * 60_000)
const aStack = (n: number, facts: Partial<BlankStack> = {}): BlankStack => ({
  id: anId(n, 'd'),
  receivedAt: minute(n),
  receivedBy: 'Ratih',
  count: 10,
  numbering: { prefix: 'PTK-', width: 6, first: n * 100 + 1 },
  note: 'kiriman percetakan',
  ...facts,
})
const anEntry = (n: number, facts: Partial<BlankEntry> = {}): BlankEntry => ({
  id: `job-${n}-1`,
  jobId: null,
  attempt: 1,
  document: 'permit',
  title: `Izin ${n}`,
  serial: null,
  takenAt: minute(n),
  takenBy: 'Sari',
  settled: null,
  withdrawn: null,
  ...facts,
})
const serial = (number: number) => ({
  stackId: anId(1, 'd'),
  number,
  text: `PTK-${String(number).padStart(6, '0')}`,
})
const printed = { outcome: 'printed', at: minute(50), by: null, reason: null } as const

const fill = (office: TestOffice, stacks: readonly BlankStack[], entries: readonly BlankEntry[]) =>
  doWork(office, ({ blanks }) => blanks.bringIn(stacks, entries))

/** What every store of the *Kartu Kendali Blangko* promises. */
export function blankStoreContract(open: OpenOffice): void {
  test('keeps stacks and lines as they were written, and how a line was settled and taken back', async () => {
    const office = await open()
    const job = aPrintJob({ id: anId(7, 'e'), document: 'permit' })
    const stacks = [aStack(1), aStack(2, { numbering: null, note: null })]
    const entry = anEntry(1, { jobId: job.id, serial: serial(101) })
    const settled = {
      ...entry,
      settled: printed,
      withdrawn: { at: minute(60), by: 'Dodi', reason: 'ralat' },
      serial: serial(105),
    }
    const found = await doWork(office, async ({ blanks, printJobs }) => {
      await printJobs.add(job)
      for (const one of stacks) await blanks.receive(one)
      await blanks.add(entry)
      const before = await blanks.findOfJob(job.id)
      await blanks.save(settled)
      return { before, after: await blanks.find(entry.id), ofJobs: await blanks.listOfJobs([job.id]) }
    })
    expect(found).toEqual({ before: entry, after: settled, ofJobs: [settled] })
    expect(await office.queries.listBlankStacks()).toEqual(stacks)
  })

  test('gives a number once; a line that turned out unused frees it', async () => {
    const office = await open()
    await fill(office, [aStack(1)], [anEntry(1, { serial: serial(103) })])
    await expect(fill(office, [], [anEntry(2, { serial: serial(103) })])).rejects.toThrow(/unique/i)
    const lastUsed = () => doWork(office, ({ blanks }) => blanks.lastUsed())
    expect(await lastUsed()).toEqual(new Map([[anId(1, 'd'), 103]]))
    expect(await office.queries.listLastSerials()).toEqual(await lastUsed())
    expect((await doWork(office, ({ blanks }) => blanks.holderOf(serial(103))))?.title).toBe('Izin 1')
    await doWork(office, ({ blanks }) =>
      blanks.save(anEntry(1, { serial: serial(103), settled: { ...printed, outcome: 'unused' } })),
    )
    expect(await lastUsed()).toEqual(new Map())
    expect(await doWork(office, ({ blanks }) => blanks.holderOf(serial(103)))).toBeUndefined()
    await fill(office, [], [anEntry(2, { serial: serial(103) })])
    expect(await office.queries.listUsedSerials()).toEqual(new Map([[anId(1, 'd'), [103]]]))
  })

  test('lists what happened in a span of time, whatever it was, and what nobody knows', async () => {
    const office = await open()
    const lines = [
      anEntry(10),
      anEntry(20, { settled: printed }),
      anEntry(30, { settled: printed, withdrawn: { at: minute(90), by: 'Dodi', reason: 'ralat' } }),
    ]
    await fill(office, [], lines)
    const titles = async (from: number, until: number) =>
      (await office.queries.listBlankEntries({ from: minute(from), until: minute(until) })).map(
        ({ title }) => title,
      )
    expect(await titles(0, 15)).toEqual(['Izin 10'])
    expect(await titles(50, 51)).toEqual(['Izin 20', 'Izin 30'])
    expect(await titles(90, 95)).toEqual(['Izin 30'])
    expect((await office.queries.listOpenBlankEntries()).map(({ title }) => title)).toEqual(['Izin 10'])
  })

  test('finds sheets that came out without a line after the card was begun', async () => {
    const office = await open()
    const permit = (n: number, sent: number, state: 'printed' | 'failed' = 'printed') =>
      aPrintJob({ id: anId(n, 'e'), document: 'permit', state, sentAt: minute(sent) })
    await doWork(office, async ({ printJobs, blanks }) => {
      await printJobs.bringIn([permit(1, 5), permit(2, 10), permit(3, 20), permit(4, 20, 'failed')])
      await blanks.add(anEntry(10, { jobId: anId(2, 'e'), settled: printed }))
    })
    const missing = await office.queries.listSheetsWithoutBlank(10)
    expect(missing.map(({ id }) => id)).toEqual([anId(3, 'e')])
  })

  test('counts as the rule does, at any moment of any history', async () => {
    const moment = fc.nat(200)
    await fc.assert(
      fc.asyncProperty(
        fc.array(moment, { maxLength: 4 }),
        fc.array(fc.record({ taken: moment, after: fc.option(moment), back: fc.option(moment) }), {
          maxLength: 12,
        }),
        fc.array(moment, { minLength: 1, maxLength: 4 }),
        async (arrivals, sheets, questions) => {
          const office = await open()
          const stacks = arrivals.map((at, index) => aStack(index + 1, { receivedAt: minute(at) }))
          const entries = sheets.map(({ taken, after, back }, index) =>
            anEntry(index, {
              takenAt: minute(taken),
              settled:
                after === null
                  ? null
                  : {
                      ...printed,
                      at: minute(taken + after),
                      outcome:
                        back !== null || index % 3 === 0 ? 'printed' : index % 3 === 1 ? 'spoiled' : 'unused',
                    },
              withdrawn:
                after === null || back === null
                  ? null
                  : { at: minute(taken + after + back), by: 'Dodi', reason: 'ralat' },
            }),
          )
          await fill(office, stacks, entries)
          for (const at of questions.map(minute))
            expect(await office.queries.countBlanks(at)).toEqual(countBlanks(stacks, entries, at))
        },
      ),
      { numRuns: 8 },
    )
  })
}
