import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rebuildState } from '#domain/application-history.ts'
import { factsOf } from '#domain/report-facts.ts'
import { stageSpansOf } from '#domain/stage-spans.ts'
import type { Dossier } from '#domain/testing/builders.ts'
import { growDossier, randomHistory, zoneOfHistories as zone } from '#domain/testing/random-histories.ts'
import { refuse } from '#domain/result.ts'
import { store, storeMany, storeMore, type OpenOffice } from './test-office.ts'

const sample = (count: number, seed: number) =>
  fc.sample(randomHistory, { numRuns: count, seed }).map((one, index) => growDossier(index + 1, one))

const stateAfter = ({ events }: Dossier, count: number) => {
  const state = rebuildState(events.slice(0, count))
  if (!state) throw new Error('nothing has happened yet')
  return state
}

/** What every database promises of the facts that it keeps beside the events. */
export function reportFactsContract(open: OpenOffice): void {
  test('facts, stays and sums are those of the whole histories, in whatever pieces they were stored', async () => {
    const office = await open()
    const dossiers = sample(40, 11)
    for (const [index, dossier] of dossiers.entries()) {
      // One at a time, in pieces of so many events, or all at once.
      const step = [1, 3, 100][index % 3] ?? 1
      const upTo = (count: number) => ({ ...dossier, events: dossier.events.slice(0, count) })
      const states = dossier.events.map((_, at) => stateAfter(dossier, at + 1))
      await store(office, { state: states[Math.min(step, states.length) - 1]!, events: upTo(step).events })
      for (let stored = step; stored < dossier.events.length; stored += step) {
        const until = Math.min(stored + step, dossier.events.length)
        await storeMore(office, upTo(stored), { state: states[until - 1]!, events: upTo(until).events })
      }
    }
    for (const { state, events } of dossiers) {
      expect(await office.queries.factsOfApplication(state.id)).toEqual(factsOf(events, zone))
      expect(await office.queries.spansOfApplication(state.id)).toEqual(stageSpansOf(events, zone))
    }
    expect(await office.queries.reportSumsThatDiffer(10)).toEqual([])
  })

  test('a past brought in at once is kept as one that was lived through', async () => {
    const office = await open()
    const dossiers = sample(130, 12)
    await storeMany(office, dossiers)
    for (const { state, events } of dossiers)
      expect(await office.queries.factsOfApplication(state.id)).toEqual(factsOf(events, zone))
    expect(await office.queries.reportSumsThatDiffer(10)).toEqual([])
  })

  test('of a transaction that was refused nothing is counted', async () => {
    const office = await open()
    const [dossier] = sample(1, 13)
    if (!dossier) throw new Error('no dossier')
    const refused = await office.work.run(async ({ applicants, applications }) => {
      await applicants.save(dossier.state.applicant, dossier.state.submittedAt)
      await applications.save(dossier.state, dossier.events)
      return refuse({ code: 'changed-my-mind' })
    })
    expect(refused.ok).toBe(false)
    expect(await office.queries.factsOfApplication(dossier.state.id)).toEqual([])
    expect(await office.queries.reportSumsThatDiffer(10)).toEqual([])
  })
}
