import { expect, test } from 'vitest'
import { refuse } from '#domain/result.ts'
import { anId, aNumber, instant } from '#domain/testing/builders.ts'
import type { OfficialNumber } from '#domain/permit.ts'
import type { Stores } from '../stores.ts'
import { doWork, type OpenOffice } from './test-office.ts'

const at = instant('2026-03-02T01:00:00.000Z')

const take = async ({ numbers }: Stores, series: string, scope: string): Promise<OfficialNumber> => {
  const number = aNumber(series, await numbers.advance(series, scope), { scope })
  await numbers.record({
    number,
    document: 'permit',
    applicationId: anId(1, 'b'),
    subjectId: null,
    takenAt: at,
  })
  return number
}

/** What every store of official numbers promises. */
export function numberStoreContract(open: OpenOffice): void {
  test('counts from 1, each series and each scope by itself', async () => {
    const office = await open()
    const serials = await doWork(office, async ({ numbers }) => [
      await numbers.advance('P', '2026'),
      await numbers.advance('P', '2026'),
      await numbers.advance('P', '2027'),
      await numbers.advance('SIPD', '2026'),
      await numbers.advance('P', '2026'),
    ])
    expect(serials).toEqual([1, 2, 1, 1, 3])
    expect(await office.queries.listNumberSequences()).toEqual([
      { series: 'P', scope: '2026', lastSerial: 3 },
      { series: 'P', scope: '2027', lastSerial: 1 },
      { series: 'SIPD', scope: '2026', lastSerial: 1 },
    ])
  })

  test('stays without gap and without doubles under 12 writers at once, a third of whom fail or are refused', async () => {
    const office = await open()
    const turns = Array.from({ length: 36 }, (_, turn) => turn)
    const writer = async (mine: readonly number[]): Promise<void> => {
      for (const turn of mine) {
        const run = office.work.run(async (stores) => {
          const number = await take(stores, 'SIPD', '2026')
          if (turn % 6 === 1) return refuse({ code: 'no' })
          if (turn % 6 === 4) throw new Error('fell over')
          return { ok: true, value: number.serial } as const
        })
        if (turn % 6 === 4) await expect(run).rejects.toThrow('fell over')
        else expect((await run).ok).toBe(turn % 6 !== 1)
      }
    }
    await Promise.all(Array.from({ length: 12 }, (_, w) => writer(turns.filter((turn) => turn % 12 === w))))
    const register = await office.queries.numberRegister('SIPD', '2026')
    expect(register.map((line) => line.serial)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1))
  })

  test('a number is in the register with its document and dossier', async () => {
    const office = await open()
    await doWork(office, (stores) => take(stores, 'SIPD', '2026'))
    expect(await office.queries.numberRegister('SIPD', null)).toEqual([
      {
        series: 'SIPD',
        scope: '2026',
        serial: 1,
        text: 'SIPD/000001/2026',
        document: 'permit',
        applicationId: anId(1, 'b'),
        takenAt: at,
        voidReason: null,
        voidedAt: null,
      },
    ])
    expect(await office.queries.numberRegister('SIPD', '2027')).toEqual([])
    expect(await office.queries.numberRegister('P', null)).toEqual([])
  })

  test('refuses a text that is taken in its series, and a serial that is taken in its scope', async () => {
    const office = await open()
    const number = await doWork(office, (stores) => take(stores, 'SIPD', '2026'))
    const line = { document: 'permit', applicationId: anId(2, 'b'), subjectId: null, takenAt: at } as const
    const record = (taken: OfficialNumber): Promise<void> =>
      doWork(office, ({ numbers }) => numbers.record({ ...line, number: taken }))
    await expect(record({ ...number, serial: 2, scope: '2027' })).rejects.toThrow()
    await expect(record({ ...number, text: 'SIPD/1' })).rejects.toThrow()
    await record({ ...number, series: 'SIPA' })
    expect(await office.queries.numberRegister('SIPD', null)).toHaveLength(1)
    expect(await office.queries.numberRegister('SIPA', null)).toHaveLength(1)
  })

  test('a void keeps its line and its first reason, however often it is said', async () => {
    const office = await open()
    const number = await doWork(office, (stores) => take(stores, 'SIPD', '2026'))
    const later = instant('2026-03-03T01:00:00.000Z')
    await doWork(office, ({ numbers }) => numbers.markVoid(number, 'refused', at))
    await doWork(office, ({ numbers }) => numbers.markVoid(number, 'again', later))
    const [line] = await office.queries.numberRegister('SIPD', '2026')
    expect(line).toMatchObject({ serial: 1, voidReason: 'refused', voidedAt: at })
    expect(await doWork(office, ({ numbers }) => numbers.advance('SIPD', '2026'))).toBe(2)
  })

  test('a number that was never taken cannot become void', async () => {
    const office = await open()
    await expect(
      doWork(office, ({ numbers }) => numbers.markVoid(aNumber('X', 1), 'no', at)),
    ).rejects.toThrow('is not in the register')
  })
}
