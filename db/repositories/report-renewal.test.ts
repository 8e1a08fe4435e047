import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportRule } from '#domain/report-rule.ts'
import { growDossier, randomHistory, zoneOfHistories as zone } from '#domain/testing/random-histories.ts'
import { storeMany } from '#ports/testing/test-office.ts'
import { openBare } from '../testing/open-connection.ts'
import { engines } from '../testing/open-test-db.ts'
import { renewReports } from './report-renewal.ts'

const tables = ['report_facts', 'report_spans', 'report_sums'] as const

describe.each(engines)('what reports keep beside the events, on %s', (engine) => {
  it('can be thrown away or spoilt, and is made again from the events as it was', async () => {
    const { office, writer } = await openBare(engine)
    const dossiers = fc.sample(randomHistory, { numRuns: 220, seed: 21 })
    await storeMany(
      office,
      dossiers.map((one, index) => growDossier(index + 1, one)),
    )
    const kept = async () => ({
      facts: await writer('report_facts').orderBy(['application_id', 'ordinal']),
      spans: await writer('report_spans').orderBy(['application_id', 'ordinal']),
      // A line of noughts says nothing.
      sums: await writer('report_sums').where('n', '>', 0).orderBy(['dimension', 'kind', 'day', 'value']),
    })
    const right = await kept()
    for (const table of tables) await writer(table).delete()
    const looked: number[] = []
    expect(await renewReports(writer, zone, { onProgress: (count) => looked.push(count) })).toBe(220)
    expect(looked).toEqual([100, 200, 220])
    expect(await kept()).toEqual(right)

    await writer('report_sums').where({ kind: 'issued' }).update({ n: 7 })
    await writer('report_facts').where({ kind: 'returned' }).update({ day: '2026-03-01' })
    expect(await renewReports(writer, zone)).toBe(0)
    expect(await office.queries.reportSumsThatDiffer(3)).toHaveLength(3)
    expect(await renewReports(writer, zone, { anyway: true })).toBe(220)
    expect(await kept()).toEqual(right)
    expect(await office.queries.reportSumsThatDiffer(3)).toEqual([])
  })

  it('is made again for another rule and for another zone of the office', async () => {
    const { office, writer } = await openBare(engine)
    await storeMany(office, [growDossier(1, { type: 'SIPD', start: 1, steps: [], due: null, clerk: 1 })])
    expect(await renewReports(writer, zone)).toBe(1)
    expect(await renewReports(writer, zone, { rule: reportRule + 1 })).toBe(1)
    expect(await renewReports(writer, 'Asia/Jayapura')).toBe(1)
    expect(await renewReports(writer, 'Asia/Jayapura')).toBe(0)
  })
})
