import { expect, test } from 'vitest'
import { alarmSearch, alarmsOf } from '#domain/limit-alarm.ts'
import { courseOfStays } from '#domain/course.ts'
import { stageSpansOf } from '#domain/stage-spans.ts'
import { anOfficeCalendar } from '#domain/testing/calendar.ts'
import { aStage, aTable } from '#domain/testing/stage-tables.ts'
import { zoneOfHistories } from '#domain/testing/random-histories.ts'
import {
  accepted,
  anId,
  aRegisteredDossier,
  day,
  instant,
  issued,
  refused,
  returned,
  withdrawn,
  withEvent,
  type Dossier,
} from '#domain/testing/builders.ts'
import { numbersOf, registered, store, storeMany, type OpenOffice } from './test-office.ts'

/** Office time in WIB, seven hours ahead of UTC. */
const wib = (text: string) => instant(new Date(`${text}:00.000+07:00`).toISOString())
const inProcess = (n: number, at: string, dueOn: string | null): Dossier =>
  accepted(aRegisteredDossier({ n, at: wib(at) }), dueOn, { at: wib(at) })
const nothing = { dueThrough: day('2000-01-01'), acceptedBefore: null, stays: [] }
const ids = (...dossiers: readonly Dossier[]) => dossiers.map(({ state }) => state.id)

/** What every database promises of lists by limits. */
export function limitQueriesContract(open: OpenOffice): void {
  test('what may be near a limit is undecided and promised by a day, the first to run out first', async () => {
    const office = await open()
    await store(
      office,
      inProcess(1, '2026-03-02T08:00', '2026-03-10'),
      inProcess(2, '2026-03-02T08:00', '2026-03-09'),
      inProcess(3, '2026-03-02T08:00', '2026-03-11'),
      inProcess(4, '2026-03-02T08:00', null),
      issued(inProcess(5, '2026-02-23T08:00', '2026-03-02'), { at: wib('2026-03-02T10:00') }),
      refused(inProcess(6, '2026-02-23T08:00', '2026-03-02'), { at: wib('2026-03-02T10:00') }),
      withdrawn(inProcess(7, '2026-02-23T08:00', '2026-03-02'), { at: wib('2026-03-02T10:00') }),
      aRegisteredDossier({ n: 8, at: wib('2026-03-02T08:00') }),
    )
    const near = await office.queries.listNearLimits({ ...nothing, dueThrough: day('2026-03-10') })
    expect(numbersOf(near)).toEqual([2, 1].map(registered))
    const silent = await office.queries.listNearLimits({
      ...nothing,
      acceptedBefore: wib('2026-03-02T08:01'),
    })
    expect(numbersOf(silent)).toEqual([2, 1, 3, 4].map(registered))
    const before = await office.queries.listNearLimits({
      ...nothing,
      acceptedBefore: wib('2026-03-02T08:00'),
    })
    expect(before).toEqual([])
  })

  test('what lies at a stage with a limit is looked at from the moment at which it may run out', async () => {
    const office = await open()
    const early = inProcess(1, '2026-03-02T08:00', null)
    const late = inProcess(2, '2026-03-04T08:00', null)
    await store(office, early, late, issued(inProcess(3, '2026-03-02T08:00', null)))
    const stages = early.state.openStages.map((one) => one.stage)
    const at = (enteredBefore: string) =>
      office.queries.listNearLimits({ ...nothing, stays: [{ stages, enteredBefore: wib(enteredBefore) }] })
    expect(numbersOf(await at('2026-03-03T00:00'))).toEqual([registered(1)])
    expect(numbersOf(await at('2026-03-05T00:00'))).toEqual([1, 2].map(registered))
    const elsewhere = [{ stages: ['nowhere'], enteredBefore: wib('2026-03-05T00:00') }]
    expect(await office.queries.listNearLimits({ ...nothing, stays: elsewhere })).toEqual([])
  })

  test('every dossier at which an alarm sounds is among those that are looked at', async () => {
    const office = await open()
    const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-09']
    const dossiers = days.map((on, at) =>
      inProcess(at + 1, `${on}T09:00`, at % 2 === 0 ? '2026-03-11' : null),
    )
    await store(office, ...dossiers)
    const stage = dossiers[0]?.state.openStages[0]?.stage ?? ''
    const rules = {
      table: aTable({
        stages: [aStage(stage, [], { limit: { amount: 4, unit: 'working-days', group: null } })],
      }),
      calendar: anOfficeCalendar(),
      automaticApproval: { workingDays: 5, basis: 'UU 30/2014' },
    }
    let sounded = 0
    for (const today of ['2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10', '2026-03-12']) {
      const now = wib(`${today}T10:00`)
      const found = numbersOf(await office.queries.listNearLimits(alarmSearch(rules, now)))
      for (const { state, events } of dossiers.filter((one) => one.state.submittedAt < now)) {
        const stays = stageSpansOf(events, zoneOfHistories)
        const course = courseOfStays(stays, { acceptedAt: state.acceptedAt, decidedAt: null })
        if (alarmsOf(course, state.dueOn, rules, now).length === 0) continue
        sounded += 1
        expect(found, today).toContain(state.registrationNumber.text)
      }
    }
    expect(sounded).toBeGreaterThan(10)
  })

  test('what was overdue at a moment is found also when it has been decided since', async () => {
    const office = await open()
    await store(
      office,
      inProcess(1, '2026-03-02T08:00', '2026-03-09'),
      issued(inProcess(2, '2026-03-02T08:00', '2026-03-09'), { at: wib('2026-03-12T10:00') }),
      issued(inProcess(3, '2026-03-02T08:00', '2026-03-09'), { at: wib('2026-03-10T08:00') }),
      inProcess(4, '2026-03-02T08:00', '2026-03-10'),
      refused(inProcess(5, '2026-03-02T08:00', '2026-03-09'), { at: wib('2026-03-12T10:00') }),
      withdrawn(inProcess(6, '2026-03-02T08:00', '2026-03-09'), { at: wib('2026-03-12T10:00') }),
      inProcess(7, '2026-03-02T08:00', null),
      inProcess(8, '2026-03-10T12:00', '2026-03-09'),
    )
    const at = wib('2026-03-10T09:00')
    const found = numbersOf(await office.queries.listOverdueAt(at, day('2026-03-10')))
    expect(found.toSorted()).toEqual([1, 2, 5, 6].map(registered))
  })

  test('the stays of many dossiers are each those of its own history', async () => {
    const office = await open()
    const dossiers = Array.from({ length: 130 }, (_, at) =>
      returned(inProcess(at + 1, '2026-03-02T08:00', null), { at: wib('2026-03-03T09:00') }),
    )
    await storeMany(office, dossiers)
    const stays = await office.queries.spansOfApplications([...ids(...dossiers), anId(999)])
    expect(stays.size).toBe(130)
    for (const { state, events } of dossiers.slice(0, 5))
      expect(stays.get(state.id)).toEqual(stageSpansOf(events, zoneOfHistories))
    const lines = await office.queries.listLines([...ids(...dossiers), ...ids(...dossiers)])
    expect(lines).toHaveLength(130)
    expect(await office.queries.listLines([])).toEqual([])
  })

  test('why dossiers took longer is told of each by itself, and as it was known before a moment', async () => {
    const office = await open()
    const explained = (dossier: Dossier, note: string, at: string): Dossier =>
      withEvent(dossier, { action: 'delay-explained', reasonId: anId(at.length) }, { note, at: wib(at) })
    const once = explained(inProcess(1, '2026-03-02T08:00', null), 'pemohon berhalangan', '2026-03-05T09:00')
    const twice = explained(once, 'hujan', '2026-03-06T09:00')
    const silent = inProcess(2, '2026-03-02T08:00', null)
    await store(office, twice, silent)
    const known = async (asOf: string | null) =>
      [...(await office.queries.delayReasons(ids(twice, silent), asOf === null ? null : wib(asOf)))].map(
        ([id, reasons]) => [id, reasons.map(({ reason }) => reason)],
      )
    expect(await known(null)).toEqual([[twice.state.id, ['pemohon berhalangan', 'hujan']]])
    expect(await known('2026-03-06T09:00')).toEqual([[twice.state.id, ['pemohon berhalangan']]])
    expect(await known('2026-03-05T09:00')).toEqual([])
    expect(await office.queries.delayReasons([], null)).toEqual(new Map())
  })
}
