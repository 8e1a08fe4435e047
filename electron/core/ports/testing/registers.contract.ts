import { expect, test } from 'vitest'
import {
  aNumber,
  aRegisteredDossier,
  aSigner,
  anId,
  day,
  drafted,
  instant,
  issued,
  numbered,
  withEvent,
  type Dossier,
} from '#domain/testing/builders.ts'
import { amended } from '#domain/testing/random-histories.ts'
import { doWork, store, type OpenOffice, type TestOffice } from './test-office.ts'

const at = instant('2026-11-19T01:00:00.000Z')
const later = instant('2026-11-20T01:00:00.000Z')
const wholeDay = { from: instant('2026-11-18T17:00:00.000Z'), until: instant('2026-11-19T17:00:00.000Z') }

const record = (
  office: TestOffice,
  line: {
    serial: number
    series: string
    document: 'receipt' | 'legalisation'
    applicationId: string
    subjectId?: string
    takenAt?: typeof at
  },
): Promise<void> =>
  doWork(office, async ({ numbers }) => {
    const { serial, series, subjectId = null, takenAt = at, ...rest } = line
    await numbers.advance(series, '2026')
    const number = aNumber(series, serial, { scope: '2026', text: `${series}-${serial}` })
    await numbers.record({ number, subjectId, takenAt, ...rest })
  })

const legalised = (dossier: Dossier, n: number): Dossier =>
  withEvent(dossier, {
    action: 'legalised',
    legalisation: {
      id: anId(n, 'e'),
      number: aNumber('legalisir', n, { scope: '2026', text: `legalisir-${n}` }),
      issuedOn: day('2026-11-19'),
      productId: dossier.state.product?.id ?? '',
      copies: n,
      signer: aSigner(),
    },
    jobId: anId(n, 'f'),
  })

/** What the registers promise that are read from the numbers and their dossiers. */
export function registersContract(open: OpenOffice): void {
  test('the incoming register has every number of the days in order, blank forms and voids without a dossier', async () => {
    const office = await open()
    const dossier = aRegisteredDossier()
    await store(office, dossier)
    const { id } = dossier.state
    const series = 'masuk'
    await record(office, { serial: 1, series, document: 'receipt', applicationId: id })
    await record(office, { serial: 2, series, document: 'receipt', applicationId: anId(77, 'b') })
    await record(office, {
      serial: 3,
      series,
      document: 'receipt',
      applicationId: id,
      takenAt: later,
    })
    await doWork(office, ({ numbers }) =>
      numbers.markVoid(aNumber(series, 2, { scope: '2026', text: `${series}-2` }), 'robek', at, 'Ratih'),
    )
    const lines = await office.queries.listRegistrations(series, wholeDay, null)
    expect(lines.map(({ number, dossier: line }) => [number.serial, line?.id ?? null])).toEqual([
      [1, id],
      [2, null],
    ])
    expect(lines[1]?.number).toMatchObject({ voidReason: 'robek', voidedBy: 'Ratih' })
    expect(lines.map(({ takenInBy }) => takenInBy)).toEqual([dossier.events[0]?.actor.name, null])
    expect(lines[0]?.dossier?.registrationNumber).toBe(dossier.state.registrationNumber.text)
    expect(await office.queries.listRegistrations('lain', wholeDay, null)).toEqual([])
    // The same numbers without their dossiers, as known then and now.
    for (const asOf of [null, instant('2026-11-19T00:59:00.000Z'), later])
      expect(await office.queries.listNumbersTaken(series, wholeDay, asOf)).toEqual(
        (await office.queries.listRegistrations(series, wholeDay, asOf)).map(({ number }) => number),
      )
  })

  test('the last number in front of some lines is told for each of their scopes', async () => {
    const office = await open()
    const series = 'masuk'
    for (const serial of [3, 5, 9])
      await record(office, { serial, series, document: 'receipt', applicationId: anId(77, 'b') })
    const before = (serial: number, scope = '2026') =>
      office.queries.listNumbersBefore(series, [{ scope, serial }])
    expect(await before(9)).toEqual([{ scope: '2026', serial: 5 }])
    expect(await before(3)).toEqual([])
    expect(await before(9, '2027')).toEqual([])
    expect(await office.queries.listNumbersBefore('lain', [{ scope: '2026', serial: 9 }])).toEqual([])
  })

  test('the register of legalisations tells each from its dossier, in the order of the numbers', async () => {
    const office = await open()
    const dossier = legalised(legalised(issued(aRegisteredDossier()), 1), 2)
    await store(office, dossier)
    const line = { series: 'legalisir', document: 'legalisation', applicationId: dossier.state.id } as const
    await record(office, { ...line, serial: 1, subjectId: anId(1, 'e') })
    await record(office, { ...line, serial: 2, subjectId: anId(2, 'e'), takenAt: later })
    const found = await office.queries.listLegalisations(wholeDay)
    expect(found.map(({ legalisation, state }) => [legalisation.copies, state.id])).toEqual([
      [1, dossier.state.id],
    ])
    const both = await office.queries.listLegalisations({
      ...wholeDay,
      until: instant('2026-12-01T00:00:00.000Z'),
    })
    expect(both.map(({ legalisation }) => legalisation.number.serial)).toEqual([1, 2])
  })

  test('the register of voids has every number that was voided in the days, of all series, by whom and why', async () => {
    const office = await open()
    const dossier = aRegisteredDossier()
    await store(office, dossier)
    const { id } = dossier.state
    const other = { series: 'legalisir', document: 'legalisation', applicationId: anId(77, 'b') } as const
    await record(office, { serial: 1, series: 'masuk', document: 'receipt', applicationId: id })
    await record(office, { ...other, serial: 1 })
    await record(office, { serial: 2, series: 'masuk', document: 'receipt', applicationId: id })
    const markVoid = (series: string, serial: number, on: typeof at) => {
      const number = aNumber(series, serial, { scope: '2026', text: `${series}-${serial}` })
      return doWork(office, ({ numbers }) => numbers.markVoid(number, 'robek', on, 'Ratih'))
    }
    await markVoid('legalisir', 1, at)
    await markVoid('masuk', 1, at)
    await markVoid('masuk', 2, later)
    const found = await office.queries.listVoidedNumbers(wholeDay)
    expect(found.map(({ text, voidedBy, voidReason }) => [text, voidedBy, voidReason])).toEqual([
      ['legalisir-1', 'Ratih', 'robek'],
      ['masuk-1', 'Ratih', 'robek'],
    ])
    expect(found.map(({ registrationNumber }) => registrationNumber)).toEqual([
      null,
      dossier.state.registrationNumber.text,
    ])
  })

  test('tells of each series from where to where it was given, so that a number that lacks is seen', async () => {
    const office = await open()
    const other = { document: 'receipt', applicationId: anId(77, 'b') } as const
    for (const serial of [1, 2, 4]) await record(office, { ...other, series: 'masuk', serial })
    await record(office, { ...other, series: 'masuk', serial: 5, takenAt: later })
    await record(office, { ...other, series: 'legalisir', serial: 1 })
    const number = aNumber('masuk', 2, { scope: '2026', text: 'masuk-2' })
    await doWork(office, ({ numbers }) => numbers.markVoid(number, 'robek', later, 'Ratih'))
    const spans = async (asOf: typeof at) =>
      (await office.queries.numberSpans(wholeDay, asOf)).map((one) => Object.values(one))
    const scope = '2026'
    const end = instant('2026-12-01T00:00:00.000Z')
    expect(await spans(end)).toEqual([
      ['legalisir', scope, 1, 1, 1, 0],
      ['masuk', scope, 1, 4, 3, 1],
    ])
    expect((await spans(later))[1]).toEqual(['masuk', scope, 1, 4, 3, 0])
    expect(await spans(at)).toEqual([])
  })

  test('finds the permits whose last day comes in a span, the first to end first', async () => {
    const office = await open()
    const [late, soon, endless] = [1, 2, 3].map((n) => aRegisteredDossier({ n }))
    if (!late || !soon || !endless) throw new Error('three dossiers are made')
    await store(office, issued(late, { validUntil: '2027-03-01' }))
    await store(office, issued(soon, { validUntil: '2027-02-01' }))
    await store(office, issued(endless))
    const ids = async (from: string, through: string) =>
      (await office.queries.listExpiring(day(from), day(through))).map((state) => state.id)
    expect(await ids('2027-02-01', '2027-03-01')).toEqual([soon.state.id, late.state.id])
    expect(await ids('2027-02-02', '2027-02-28')).toEqual([])
  })

  test('finds a permit by the last day of a former version, and none that was never another', async () => {
    const office = await open()
    const [mended, whole] = [1, 2].map((n) => issued(aRegisteredDossier({ n }), { validUntil: '2027-03-01' }))
    if (!mended || !whole) throw new Error('two dossiers are made')
    await store(office, amended(mended), whole)
    const found = await office.queries.listFormerlyExpiring(day('2027-03-01'), day('2027-03-01'))
    expect(found.map((state) => state.id)).toEqual([mended.state.id])
    expect(await office.queries.listFormerlyExpiring(day('2027-03-02'), day('2027-12-31'))).toEqual([])
  })

  test('finds the papers that were signed electronically in a span, and none that was signed by hand', async () => {
    const office = await open()
    const byHand = issued(aRegisteredDossier({ n: 1 }))
    const ready = numbered(drafted(aRegisteredDossier({ n: 2 })), aNumber('SIPD', 2))
    const productId = ready.state.product?.id ?? ''
    const signed = withEvent(ready, {
      action: 'signed',
      productId,
      method: 'electronic',
      by: aSigner(),
      on: day('2026-11-19'),
      fileSha256: 'ab'.repeat(32),
    })
    await store(office, byHand)
    await store(office, signed)
    const recordedAt = signed.state.product?.signature?.recordedAt
    if (!recordedAt) throw new Error('the paper is signed')
    const until = instant('2099-01-01T00:00:00.000Z')
    const found = await office.queries.listSignedElectronically({ from: recordedAt, until })
    expect(found.map((state) => state.id)).toEqual([signed.state.id])
    expect(await office.queries.listSignedElectronically({ from: until, until })).toEqual([])
  })
}
