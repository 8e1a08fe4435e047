import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refuse } from '#domain/result.ts'
import { isInRanges, usedElsewhere, type NumberStart } from '#domain/number-start.ts'
import { anId, aNumber, aRegisteredDossier, instant } from '#domain/testing/builders.ts'
import type { OfficialNumber } from '#domain/permit.ts'
import type { Stores } from '../stores.ts'
import { doWork, store, type OpenOffice, type TestOffice } from './test-office.ts'

const at = instant('2026-03-02T01:00:00.000Z')

const take = async ({ numbers }: Stores, series: string, scope: string): Promise<OfficialNumber> => {
  const serial = await numbers.advance(series, scope)
  const text = `${series}/${String(serial).padStart(6, '0')}/${scope}`
  const number = aNumber(series, serial, { scope, text })
  await numbers.record({
    number,
    document: 'permit',
    applicationId: anId(1, 'b'),
    subjectId: null,
    takenAt: at,
  })
  return number
}

let starts = 0
/** Lets SIPD of 2026 go on behind a number, as a service does after its checks. */
const begin = (office: TestOffice, last: number, scope = '2026'): Promise<NumberStart> =>
  doWork(office, async ({ numbers }) => {
    const { last: before } = await numbers.standing('SIPD', scope)
    starts += 1
    const by = { userId: anId(1, 'f'), name: 'Melati Sambas' }
    const id = anId(starts, 'd')
    const start = { id, series: 'SIPD', scope, before, last, reason: 'Buku register', by, at }
    await numbers.start(start)
    return start
  })

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
        voidedBy: null,
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
    await doWork(office, ({ numbers }) => numbers.markVoid(number, 'refused', at, 'Ratih'))
    await doWork(office, ({ numbers }) => numbers.markVoid(number, 'again', later, 'Dodi'))
    const [line] = await office.queries.numberRegister('SIPD', '2026')
    expect(line).toMatchObject({ serial: 1, voidReason: 'refused', voidedAt: at, voidedBy: 'Ratih' })
    expect(await doWork(office, ({ numbers }) => numbers.advance('SIPD', '2026'))).toBe(2)
  })

  test('a series goes on behind the last number used before, and the record says who said so, when and why', async () => {
    const office = await open()
    const first = await begin(office, 127)
    expect(await doWork(office, (stores) => take(stores, 'SIPD', '2026'))).toMatchObject({ serial: 128 })
    expect(await doWork(office, (stores) => take(stores, 'SIPD', '2027'))).toMatchObject({ serial: 1 })
    const second = await begin(office, 200)
    expect(second.before).toBe(128)
    expect(await office.queries.listNumberStarts()).toEqual([first, second])
    expect(await doWork(office, ({ numbers }) => numbers.standing('SIPD', '2026'))).toEqual({
      last: 200,
      given: 128,
    })
  })

  test('a mistyped beginning is taken back, down to the highest number given and no further', async () => {
    const office = await open()
    await begin(office, 1270)
    await begin(office, 0)
    await begin(office, 127)
    await doWork(office, (stores) => take(stores, 'SIPD', '2026'))
    await expect(begin(office, 127)).rejects.toThrow()
    await begin(office, 1280)
    await begin(office, 128)
    expect(await doWork(office, (stores) => take(stores, 'SIPD', '2026'))).toMatchObject({ serial: 129 })
    await expect(begin(office, 129)).rejects.toThrow()
    expect(await office.queries.listNumberStarts()).toHaveLength(5)
  })

  test('a beginning that is refused leaves nothing, not even the look at where the series stands', async () => {
    const office = await open()
    const refused = await office.work.run(async ({ numbers }) => {
      expect(await numbers.standing('SIPD', '2026')).toEqual({ last: 0, given: 0 })
      return refuse({ code: 'no' })
    })
    expect(refused.ok).toBe(false)
    expect(await office.queries.listNumberSequences()).toEqual([])
    expect(await office.queries.listNumberStarts()).toEqual([])
  })

  test('a beginning and numbers at the same moment neither lose nor double a number', async () => {
    const office = await open()
    const raise = doWork(office, async ({ numbers }) => {
      const { last } = await numbers.standing('SIPD', '2026')
      const by = { userId: anId(1, 'f'), name: 'Melati Sambas' }
      const start = { series: 'SIPD', scope: '2026', before: last, last: last + 50 }
      await numbers.start({ ...start, id: anId(900, 'd'), reason: 'Buku register', by, at })
    })
    const takes = Array.from({ length: 12 }, () => doWork(office, (stores) => take(stores, 'SIPD', '2026')))
    await Promise.all([raise, ...takes])
    const serials = (await office.queries.numberRegister('SIPD', '2026')).map((one) => one.serial)
    const elsewhere = usedElsewhere(await office.queries.listNumberStarts())
    expect(serials).toHaveLength(12)
    expect(serials.some((one) => isInRanges(elsewhere, one))).toBe(false)
    expect(serials.at(-1)).toBe(62)
  })

  test('the next number is always the last one and one more, and is never given twice, whatever is begun between', async () => {
    const office = await open()
    let scope = 3000
    const step = fc.oneof(fc.constant('take' as const), fc.integer({ min: 0, max: 40 }))
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        scope += 1
        const at2026 = String(scope)
        let last = 0
        const given: number[] = []
        for (const one of steps) {
          const most = Math.max(0, ...given)
          if (one === 'take') {
            const { serial } = await doWork(office, (stores) => take(stores, 'SIPD', at2026))
            expect(serial).toBe(last + 1)
            last = serial
            given.push(serial)
          } else if (one < most || one === last) await expect(begin(office, one, at2026)).rejects.toThrow()
          else {
            await begin(office, one, at2026)
            last = one
          }
        }
        expect(new Set(given).size).toBe(given.length)
        const begun = (await office.queries.listNumberStarts()).filter((line) => line.scope === at2026)
        const elsewhere = usedElsewhere(begun)
        const explained = Array.from({ length: last }, (_, i) => i + 1).filter(
          (serial) => given.includes(serial) !== isInRanges(elsewhere, serial),
        )
        expect(explained).toHaveLength(last)
      }),
      { numRuns: 25 },
    )
  })

  test('numbers are found by any part of them, of the registration number or of the name, voids too', async () => {
    const office = await open()
    const dossier = aRegisteredDossier({ n: 1 })
    await store(office, dossier)
    const applicationId = dossier.state.id
    const taken = await doWork(office, async ({ numbers }) => {
      const lines = [1, 2, 3].map((serial) => aNumber('SIPD', serial, { scope: '2026' }))
      for (const number of lines)
        await numbers.record({ number, document: 'permit', applicationId, subjectId: null, takenAt: at })
      return lines
    })
    const [, second] = taken
    if (!second) throw new Error('no second number')
    await doWork(office, ({ numbers }) => numbers.markVoid(second, 'Salah jenis izin', at, 'Ratih'))
    const find = async (words: readonly string[], voidedOnly = false): Promise<readonly number[]> => {
      const found = await office.queries.findNumbers({ words, voidedOnly, limit: 10 })
      return found.map((one) => one.serial)
    }
    expect(await find([])).toEqual([3, 2, 1])
    expect(await find(['000002'])).toEqual([2])
    expect(await find([dossier.state.registrationNumber.text.toLowerCase(), 'sipd'])).toEqual([3, 2, 1])
    expect(await find([dossier.state.applicant.name.slice(0, 4), '/000003'])).toEqual([3])
    expect(await find(['%'])).toEqual([])
    expect(await find(['_'])).toEqual([])
    expect(await find([], true)).toEqual([2])
    expect(await office.queries.findNumbers({ words: [], voidedOnly: false, limit: 1, series: 'X' })).toEqual(
      [],
    )
    const [line] = await office.queries.findNumbers({ words: [], voidedOnly: true, limit: 1 })
    expect(line).toMatchObject({
      registrationNumber: dossier.state.registrationNumber.text,
      holderName: dossier.state.applicant.nameOnPermit,
      voidReason: 'Salah jenis izin',
    })
    const span = { from: at, until: instant('2026-03-02T01:00:00.001Z') }
    const figures = { series: 'SIPD', scope: '2026', given: 3, voided: 1 }
    expect(await office.queries.numberFigures(span)).toEqual([{ ...figures, inSpan: 3 }])
    expect(await office.queries.numberFigures({ from: span.until, until: span.until })).toEqual([
      { ...figures, inSpan: 0 },
    ])
  })

  test('a number that was never taken cannot become void', async () => {
    const office = await open()
    await expect(
      doWork(office, ({ numbers }) => numbers.markVoid(aNumber('X', 1), 'no', at, 'Ratih')),
    ).rejects.toThrow('is not in the register')
  })
}
