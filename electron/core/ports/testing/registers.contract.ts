import { expect, test } from 'vitest'
import {
  aNumber,
  aRegisteredDossier,
  aSigner,
  anId,
  day,
  instant,
  issued,
  withEvent,
  type Dossier,
} from '#domain/testing/builders.ts'
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
    const lines = await office.queries.listRegistrations(series, wholeDay)
    expect(lines.map(({ number, dossier: line }) => [number.serial, line?.id ?? null])).toEqual([
      [1, id],
      [2, null],
    ])
    expect(lines[1]?.number).toMatchObject({ voidReason: 'robek', voidedBy: 'Ratih' })
    expect(lines[0]?.dossier?.registrationNumber).toBe(dossier.state.registrationNumber.text)
    expect(await office.queries.listRegistrations('lain', wholeDay)).toEqual([])
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
}
