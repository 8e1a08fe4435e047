import { describe, expect, it, onTestFinished } from 'vitest'
import { productOffice, readDataFolder } from '#catalogue/testing/data-files.ts'
import type { OfficeCalendar } from '#domain/calendar.ts'
import { readClocks } from '#domain/clock-reading.ts'
import { courseOf } from '#domain/course.ts'
import { rebuildState } from '#domain/application-history.ts'
import { officeDate, type OfficeDate } from '#domain/office-date.ts'
import { instantAt } from '#domain/office-zone.ts'
import { promiseFrom } from '#domain/promise.ts'
import {
  accepted,
  anActor,
  anId,
  carriedRunning,
  aRegisteredDossier,
  instant,
  issued,
  returned,
} from '#domain/testing/builders.ts'
import { timeOfDay } from '#domain/time-of-day.ts'
import { store } from '#ports/testing/test-office.ts'
import { openTestDb } from '#db/testing/open-test-db.ts'
import {
  changeCalendarDay,
  importCalendarYear,
  openCalendar,
  type CalendarDeps,
} from '#services/office-calendar.ts'
import { beginRecount, finishRecount, recountSetting } from '#services/recount-promises.ts'
import type { Office, SignedIn } from '#services/office.ts'

/** An office with a limit of three working days (Tanjungpinang) on a real database. */
async function openOffice() {
  const database = await openTestDb('sqlite', 'Asia/Jakarta')
  onTestFinished(() => database.close())
  const file = readDataFolder('profiles').find((one) => one.file.endsWith('tanjungpinang.json'))
  if (!file) throw new Error('no profile tanjungpinang')
  const { profile } = productOffice(file)
  const office = { profile } as { profile: Office['profile'] }
  let at = instant('2026-07-08T02:00:00.000Z')
  let ids = 0
  const deps = {
    office: office as Office,
    work: database.work,
    queries: database.queries,
    clock: { now: () => at },
    ids: { uuid: () => anId((ids += 1), 'd'), randomBytes: (count: number) => new Uint8Array(count) },
    calendar: {
      shipped: profile.calendar,
      put: (calendar: OfficeCalendar) => {
        office.profile = { ...office.profile, calendar }
      },
    },
  } satisfies CalendarDeps & { queries: unknown }
  const who: SignedIn = {
    station: 'Loket 1',
    user: {
      id: anId(9, 'f'),
      username: 'admin',
      name: 'Melati Sambas',
      passwordHash: '',
      roles: ['administrator'],
      counter: null,
      active: true,
      createdAt: at,
    },
  }
  const moment = (date: string, time = '09.00') =>
    instantAt(officeDate(date), timeOfDay(time), profile.timeZone)
  const promisedOn = (n: number, date: string) => {
    const { dueOn } = promiseFrom(profile.stageTable, profile.calendar, moment(date))
    const filed = aRegisteredDossier({ n, at: moment(date, '08.30') })
    return accepted(filed, dueOn, { at: moment(date) })
  }
  return {
    database,
    deps,
    who,
    promisedOn,
    moment,
    calendar: () => office.profile.calendar,
    setTime: (date: string) => {
      at = moment(date)
    },
    due: async (n: number): Promise<OfficeDate | null | undefined> =>
      (await database.queries.findApplication(anId(n, 'b')))?.dueOn,
  }
}

const closed = { type: 'office-closed', name: 'Banjir', estimated: false } as const
const flood = (date: string) => ({ date: officeDate(date), holiday: closed, source: 'SE Wali Kota 12' })

describe('a change of the office calendar', () => {
  it('moves every open promise that it touches, and no other, with who did it and why', async () => {
    const { database, deps, who, promisedOn, due } = await openOffice()
    const early = promisedOn(1, '2026-07-01')
    const touched = promisedOn(2, '2026-07-07')
    const done = issued(promisedOn(3, '2026-07-07'))
    const later = promisedOn(4, '2026-07-20')
    await store(database, early, touched, done, later)
    expect(await changeCalendarDay(deps)(flood('2026-07-09'), who)).toEqual({
      ok: true,
      value: { days: 1, promises: 1 },
    })
    expect(await Promise.all([1, 2, 3, 4].map(due))).toEqual([
      early.state.dueOn,
      '2026-07-13',
      '2026-07-10',
      later.state.dueOn,
    ])
    const events = await database.queries.history(touched.state.id)
    expect(events.at(-1)).toMatchObject({
      actor: { name: 'Melati Sambas', role: 'administrator' },
      body: {
        action: 'promise-changed',
        from: '2026-07-10',
        to: '2026-07-13',
        why: [{ date: '2026-07-09', name: 'Banjir', change: 'became-free' }],
      },
    })
    expect(rebuildState(events)).toEqual(await database.queries.findApplication(touched.state.id))
    expect(rebuildState(events)?.firstDueOn).toBe('2026-07-10')
    const [line] = await database.queries.listCalendarChanges()
    expect(line).toMatchObject({ source: 'SE Wali Kota 12', by: { name: 'Melati Sambas' }, before: null })
  })

  it('leaves a day alone that the old book promised, and moves one that was counted by the rule', async () => {
    const { database, deps, who, moment, due } = await openOffice()
    const fromBook = (n: number, promisedOn: OfficeDate | null) =>
      aRegisteredDossier({
        n,
        at: moment('2026-07-07', '08.30'),
        carried: carriedRunning({
          acceptedAt: moment('2026-07-07'),
          dueOn: promisedOn ?? officeDate('2026-07-10'),
          promisedOn,
        }),
      })
    await store(database, fromBook(1, officeDate('2026-07-15')), fromBook(2, null))
    expect(await changeCalendarDay(deps)(flood('2026-07-09'), who)).toMatchObject({ value: { promises: 1 } })
    expect(await Promise.all([1, 2].map(due))).toEqual(['2026-07-15', '2026-07-13'])
    const events = await database.queries.history(anId(1, 'b'))
    expect(events.map((one) => one.body.action)).toEqual(['registered'])
  })

  it('takes them back when the day is taken out again', async () => {
    const { database, deps, who, promisedOn, due, calendar } = await openOffice()
    await store(database, promisedOn(1, '2026-07-07'))
    await changeCalendarDay(deps)(flood('2026-07-09'), who)
    await changeCalendarDay(deps)({ ...flood('2026-07-09'), holiday: null }, who)
    expect(await due(1)).toBe('2026-07-10')
    expect(calendar().holidays).toEqual(deps.calendar.shipped.holidays)
    await changeCalendarDay(deps)(flood('2026-07-09'), who)
    expect(await importCalendarYear(deps)({ year: 2026 }, who)).toMatchObject({
      value: { days: 1, promises: 1 },
    })
    expect(await due(1)).toBe('2026-07-10')
    expect(await database.queries.listCalendarChanges()).toHaveLength(4)
  })

  it('is the calendar of the next question for everybody, and refuses what changes nothing', async () => {
    const { deps, who, calendar, moment } = await openOffice()
    await changeCalendarDay(deps)(flood('2026-07-09'), who)
    const { dueOn } = promiseFrom(deps.office.profile.stageTable, calendar(), moment('2026-07-08'))
    expect(dueOn).toBe('2026-07-14')
    expect(await changeCalendarDay(deps)(flood('2026-07-09'), who)).toMatchObject({
      refusal: { code: 'calendar-day-unchanged' },
    })
  })

  it('leaves the clock and the promise of a dossier with the applicant in agreement', async () => {
    const { database, deps, who, promisedOn, moment, calendar } = await openOffice()
    const away = returned(promisedOn(1, '2026-07-07'), { at: moment('2026-07-08') })
    await store(database, away)
    await changeCalendarDay(deps)(flood('2026-07-09'), who)
    const state = await database.queries.findApplication(away.state.id)
    expect(state).toMatchObject({ dueOn: '2026-07-13', clock: 'paused' })
    const course = courseOf(await database.queries.history(away.state.id))
    const clocks = readClocks(course, deps.office.profile.stageTable, calendar(), moment('2026-07-15'))
    expect(clocks.whole).toMatchObject({ state: 'paused', dueOn: null, remaining: 2 })
  })

  it('is finished after a crash, in small steps, and each dossier moves once', async () => {
    const { database, deps, who, promisedOn, due } = await openOffice()
    await store(database, ...Array.from({ length: 90 }, (_, i) => promisedOn(i + 1, '2026-07-07')))
    // The transaction of the change is committed, and the station dies before the rest.
    const dying = { ...deps, work: { run: dieAfter(1, deps.work.run) } }
    await expect(changeCalendarDay(dying)(flood('2026-07-09'), who)).rejects.toThrow('power cut')
    expect([await due(1), await due(90)]).toEqual(['2026-07-13', '2026-07-10'])
    await openCalendar(deps)('Loket 1')
    expect(await finishRecount(deps)()).toBe(50)
    expect(await finishRecount(deps)()).toBe(0)
    expect(await due(90)).toBe('2026-07-13')
    for (const n of [1, 41, 90]) {
      const events = await database.queries.history(anId(n, 'b'))
      expect(events.filter((one) => one.body.action === 'promise-changed')).toHaveLength(1)
    }
    expect(await database.queries.getSetting(recountSetting)).toBeNull()
  })

  it('lets the counter work between the steps', async () => {
    const { database, deps, who, promisedOn } = await openOffice()
    await store(database, ...Array.from({ length: 130 }, (_, i) => promisedOn(i + 1, '2026-07-07')))
    const order: string[] = []
    const listening: CalendarDeps = {
      ...deps,
      work: {
        run: async (task) => {
          const done = await deps.work.run(task)
          order.push('step')
          if (order.length === 1)
            void database.work.run(async (stores) => {
              await stores.settings.set('counter', 1)
              order.push('counter')
              return { ok: true, value: null }
            })
          return done
        },
      },
    }
    await changeCalendarDay(listening)(flood('2026-07-09'), who)
    expect(order.filter((one) => one === 'step')).toHaveLength(4)
    expect(order.indexOf('counter')).toBeLessThan(order.lastIndexOf('step'))
  })

  it('is noticed when the program comes with other holidays than before', async () => {
    const { database, deps, promisedOn, due } = await openOffice()
    await store(database, promisedOn(1, '2026-07-07'))
    await openCalendar(deps)('Loket 1')
    expect(await finishRecount(deps)()).toBe(0)
    const holiday = { date: officeDate('2026-07-09'), ...closed, name: 'Libur baru' }
    const shipped = { ...deps.calendar.shipped, holidays: [...deps.calendar.shipped.holidays, holiday] }
    const updated = { ...deps, calendar: { ...deps.calendar, shipped } }
    await openCalendar(updated)('Loket 1')
    expect(await finishRecount(updated)()).toBe(1)
    expect(await due(1)).toBe('2026-07-13')
    const last = (await database.queries.history(anId(1, 'b'))).at(-1)
    expect(last?.actor).toMatchObject({ role: 'system' })
    await openCalendar(updated)('Loket 1')
    expect(await database.queries.getSetting(recountSetting)).toBeNull()
  })

  it('adds the causes of a recount that was not finished to the next one', async () => {
    const { database } = await openOffice()
    const cause = (date: string) =>
      ({ date: officeDate(date), name: 'Banjir', change: 'became-free' }) as const
    await database.work.run(async (stores) => {
      await beginRecount(stores, [cause('2026-07-09')], anActor())
      await beginRecount(stores, [cause('2026-07-10')], anActor())
      return { ok: true, value: null }
    })
    expect(await database.queries.getSetting(recountSetting)).toMatchObject({
      after: null,
      why: [{ date: '2026-07-09' }, { date: '2026-07-10' }],
    })
  })
})

/** Lets so many transactions through, then fails like a station without power. */
function dieAfter(count: number, run: CalendarDeps['work']['run']): CalendarDeps['work']['run'] {
  let left = count
  return (task) => {
    left -= 1
    return left < 0 ? Promise.reject(new Error('power cut')) : run(task)
  }
}
