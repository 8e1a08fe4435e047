import { expect, test } from 'vitest'
import {
  accepted,
  aNumber,
  anApplicant,
  anId,
  aRegisteredDossier,
  drafted,
  handedOver,
  issued,
  numbered,
  type Dossier,
} from '#domain/testing/builders.ts'
import { queryTokens } from '#domain/search-tokens.ts'
import type { NumberRecord, Stores } from '../stores.ts'
import { doWork, numbersOf, registered, store, type OpenOffice } from './test-office.ts'

const many = 230

const dossiers = (): readonly Dossier[] =>
  Array.from({ length: many }, (_, index) => {
    const start = aRegisteredDossier({ n: index + 1, applicant: anApplicant({ nik: null }, index + 1) })
    if (index % 3 === 0) return start
    return index % 3 === 1 ? accepted(start, '2026-03-09') : handedOver(issued(accepted(start, null)))
  })

const bringIn = async ({ applicants, applications }: Stores, whole: readonly Dossier[]): Promise<void> => {
  await applicants.bringIn(whole.map(({ state }) => ({ applicant: state.applicant, at: state.submittedAt })))
  await applications.bringIn(whole)
}

const line = ({ state }: Dossier, serial: number): NumberRecord => ({
  number: aNumber('SIPD', serial),
  document: 'permit',
  applicationId: state.id,
  subjectId: null,
  takenAt: state.submittedAt,
})

/** What every database promises of a past that is brought in whole: the same as if it had been saved step by step. */
export function bringInContract(open: OpenOffice): void {
  test('a whole past is as if each dossier had been saved', async () => {
    const [one, other] = [await open(), await open()]
    const whole = dossiers()
    await doWork(one, (stores) => bringIn(stores, whole))
    await store(other, ...whole)
    expect(await one.queries.listApplicationIds(null, 1000)).toEqual(
      await other.queries.listApplicationIds(null, 1000),
    )
    for (const { state, events } of whole.filter((_, index) => index % 50 < 3)) {
      expect(await one.queries.findApplication(state.id)).toEqual(state)
      expect(await one.queries.history(state.id)).toEqual(events)
    }
    const stages = [...new Set(whole.flatMap(({ state }) => state.openStages.map((open) => open.stage)))]
    expect(await one.queries.listAtStages(stages, 1000)).toEqual(
      await other.queries.listAtStages(stages, 1000),
    )
    const found = await one.queries.search(queryTokens(registered(77)), 9)
    expect(numbersOf(found)).toEqual([registered(77)])
  })

  test('a dossier brought in goes on as any other, and is not brought in twice', async () => {
    const office = await open()
    const start = aRegisteredDossier()
    await doWork(office, (stores) => bringIn(stores, [start]))
    const grown = numbered(drafted(accepted(start, null)), aNumber('SIPD', 1))
    await doWork(office, ({ applications }) =>
      applications.save(grown.state, grown.events.slice(start.events.length)),
    )
    expect(await office.queries.findApplication(start.state.id)).toEqual(grown.state)
    await expect(doWork(office, ({ applications }) => applications.bringIn([start]))).rejects.toThrow()
    const torn = { ...grown, events: grown.events.slice(1) }
    await expect(doWork(office, ({ applications }) => applications.bringIn([torn]))).rejects.toThrow()
  })

  test('numbers brought in continue their series, and a gap between them is refused', async () => {
    const office = await open()
    const [first, second] = [aRegisteredDossier({ n: 1 }), aRegisteredDossier({ n: 2 })]
    await store(office, first, second)
    await doWork(office, ({ numbers }) => numbers.bringIn([line(first, 1), line(second, 2)]))
    const { series, scope } = line(first, 1).number
    expect(await doWork(office, ({ numbers }) => numbers.advance(series, scope))).toBe(3)
    expect(await office.queries.numberRegister(series, null)).toHaveLength(2)
    await expect(doWork(office, ({ numbers }) => numbers.bringIn([line(first, 5)]))).rejects.toThrow(
      'not the next one',
    )
  })

  test('handovers brought in are listed', async () => {
    const office = await open()
    const { state } = aRegisteredDossier()
    await store(office, aRegisteredDossier())
    const handover = {
      id: anId(1, 'e'),
      applicationId: state.id,
      documentIds: ['x'],
      method: 'counter' as const,
      receivedBy: 'Sari',
      relation: 'self',
      receiverNik: null,
      at: state.submittedAt,
      by: 'Petugas',
    }
    await doWork(office, ({ handovers }) => handovers.bringIn([handover]))
    const span = { from: state.submittedAt, until: '2027-01-01T00:00:00.000Z' as typeof state.submittedAt }
    expect(await office.queries.listHandovers(span)).toEqual([handover])
  })
}
