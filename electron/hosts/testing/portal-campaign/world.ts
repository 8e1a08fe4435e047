import {
  createMemoryFileCabinet,
  type MemoryFileCabinet,
} from '#adapters/files/testing/memory-file-cabinet.ts'
import { memoryFolders, openOrThrow, openTestDb, type Engine } from '#db/testing/open-test-db.ts'
import { sqliteAtOnce } from '#db/testing/sqlite-at-once.ts'
import type { OpenDatabase } from '#db/open.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { instantOf } from '#domain/instant.ts'
import { ok } from '#domain/result.ts'
import type { SignedIn } from '#services/office.ts'
import { keptPortal, portalAddressSetting } from '#services/portal-setting.ts'
import { openCity, portalBase, seededIds, words, type City } from './city.ts'
import { holdTime, type HeldTime } from './held-time.ts'
import { Gone } from './mortal.ts'
import { boxOf, startStation, type Station } from './station.ts'

/** What was committed, asked for or seen in a history, kept outside of the station that may die. */
export interface Ledger {
  readonly calls: Set<string>
  readonly conflicts: Set<string>
  readonly arrivals: Set<string>
  /** Conflicts that a clerk picked. */
  readonly picked: Set<string>
  readonly walkIns: Set<string>
  /** Errors that the station logged. */
  readonly faults: unknown[]
  readonly count: Map<string, number>
  /** What was asked of the database and of the portal, in the order in which it began and ended. */
  readonly journal: string[]
}

/** An office with its portal, the line between them, and everybody who does something at either side. */
export interface World {
  readonly engine: Engine
  readonly time: HeldTime
  readonly city: City
  /** Of the station at which somebody sits now. */
  readonly cabinet: MemoryFileCabinet
  readonly ledger: Ledger
  readonly newId: () => string
  /** The one that speaks with the portal, as the office's settings have it. */
  station(): Station
  /** The one at which somebody sits now. */
  desk(): Station
  /** Somebody sits down at one of the office's stations; an embedded database has only one. */
  sit(pick: number): void
  /** What the line does to every station: it stays over a restart. */
  weather(change: Partial<Weather>): Weather
  as(role: string): SignedIn
  /** Does something at the counter; null: the station ended in the middle of it. */
  act<T>(work: (station: Station) => Promise<T>): Promise<T | null>
  /** Dossiers of the office, in the order of their ids. */
  dossiers(): Promise<readonly ApplicationState[]>
  /** Lets whatever can be done without time be done, and starts the station where it has ended. */
  still(): Promise<void>
  /** Ends the station at which somebody sits without a word and starts it again. */
  restart(): Promise<void>
  /** Goes on until there is nothing left to do at either side. Throws when it does not end. */
  quiet(): Promise<void>
  close(): Promise<void>
}

export interface Weather {
  /** Share of requests that go wrong, 0–1. */
  readonly rate: number
  /** The line is there. */
  readonly isIn: boolean
}

/** A place of work: its files stay when its station ends. */
interface Desk {
  readonly name: string
  readonly time: HeldTime
  readonly cabinet: MemoryFileCabinet
  database: OpenDatabase
  station: Station
}

const mostTurns = 600

/**
 * @param isShipped  the embedded database answers from threads, as it does at a counter, and not at once: then what is under
 *   way at the same time goes in the machine's order, and another one each time
 */
export async function openWorld(seed: number, engine: Engine, isShipped = false): Promise<World> {
  const driver = isShipped ? undefined : sqliteAtOnce
  const time = holdTime('2026-11-23T02:24:00.000Z')
  // Even seeds for the city and for whoever names things, odd ones for the lives of the station: no code comes twice.
  const city = openCity(seed * 14 + 2, time)
  const ground = await openTestDb(engine, 'Asia/Pontianak', memoryFolders(), driver)
  const ids = seededIds(seed * 14 + 4, time)
  const ledger: Ledger = {
    calls: new Set(),
    conflicts: new Set(),
    arrivals: new Set(),
    picked: new Set(),
    walkIns: new Set(),
    faults: [],
    count: new Map(),
    journal: [],
  }
  let weather: Weather = { rate: 0, isIn: true }
  const harm = ({ line }: Station): void => {
    line.harm(weather.rate)
    line.plug(weather.isIn)
  }
  let lives = 0

  const openDesk = async (name: string): Promise<Desk> => {
    const database = await openOrThrow(ground.place, 'Asia/Pontianak', driver)
    const own = { name, time: time.share(), cabinet: createMemoryFileCabinet(), database }
    return { ...own, station: begin(own) }
  }
  const begin = ({ name, time, cabinet, database }: Omit<Desk, 'station'>): Station => {
    lives += 1
    const station = startStation({
      seed: seed * 2_018 + lives * 2 + 1,
      name,
      time,
      city,
      database,
      cabinet,
      made: {
        calls: (keys) => keys.forEach((key) => ledger.calls.add(key)),
        conflict: (id) => void ledger.conflicts.add(id),
        arrival: (id) => void ledger.arrivals.add(id),
      },
      faults: (fault) => void ledger.faults.push(fault),
      note: (line) => void ledger.journal.push(`${time.at()} ${line}`),
    })
    harm(station)
    return station
  }
  const kept = { base: portalBase, clientId: 'loket', officeCode: words.office.profile.officeCode }
  await ground.work.run<null, never>(async ({ settings }) => {
    const at = instantOf(time.now())
    const savedBy = 'Melati Sambas'
    await settings.set(portalAddressSetting, {
      ...kept,
      sealedSecret: boxOf('Loket 1').seal('rahasia'),
      station: 'Loket 1',
      savedAt: at,
      savedBy,
    })
    return ok(null)
  })
  const first = await openDesk('Loket 1')
  // A file is one station's; a server has others, and only one of them speaks with the portal.
  const desks = engine === 'postgres' ? [first, await openDesk('Loket 2')] : [first]
  let speaker = first
  let desk = first
  city.onChange(() => {
    for (const { station } of desks) station.line.release()
  })

  const restart = async (one: Desk): Promise<void> => {
    one.station.life.endAfter(0)
    one.time.forget()
    await one.station.life.whenStill()
    await one.database.close()
    one.database = await openOrThrow(ground.place, 'Asia/Pontianak', driver)
    one.station = begin(one)
    await one.station.life.whenStill()
  }

  const world: World = {
    engine,
    time,
    city,
    get cabinet() {
      return desk.cabinet
    },
    ledger,
    weather: (change) => {
      weather = { ...weather, ...change }
      for (const { station } of desks) harm(station)
      return weather
    },
    newId: ids.uuid,
    station: () => speaker.station,
    sit: (pick) => {
      desk = desks[pick % desks.length] ?? first
    },
    desk: () => desk.station,
    as: (role) => ({
      user: {
        id: `00000000-0000-7000-8000-${Buffer.from(role.padEnd(6, '-').slice(0, 6)).toString('hex')}`,
        username: role,
        name: `Petugas ${role}`,
        passwordHash: '',
        roles: [role],
        counter: null,
        active: true,
        createdAt: instantOf(time.now()),
      },
      station: desk.name,
    }),
    act: async (work) => {
      const { station } = desk
      const { life } = station
      const done = work(station).catch((error: unknown) => {
        if (error instanceof Gone) return null
        throw error
      })
      return Promise.race([done, life.ended.then(() => null)])
    },
    dossiers: async () => {
      const ids = [
        ...ledger.walkIns,
        ...city
          .portal()
          .store.entities('application')
          .map((one) => one.id),
      ]
      const found = await speaker.database.queries.findApplications(ids)
      return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    },
    still: async () => {
      for (const one of desks) await one.station.life.whenStill()
      for (const one of desks) if (one.station.life.isOver()) await restart(one)
      const kept = keptPortal(await first.database.queries.getSetting(portalAddressSetting))
      speaker = desks.find(({ name }) => name === kept?.station) ?? first
    },
    restart: () => restart(desk),
    quiet: async () => {
      for (let turns = 0; turns < mostTurns; turns += 1) {
        await world.still()
        speaker.station.line.release()
        await world.still()
        if (await isQuiet()) return
        if (!time.passToNext()) speaker.station.portal.wake(true)
      }
      const figures = await speaker.database.queries.portalFigures()
      const { station } = speaker
      const { state, why } = station.portal.condition()
      throw new Error(
        `no rest: ${JSON.stringify({ ...figures, state, why, totals: station.portal.totals() })}`,
      )
    },
    close: async () => {
      for (const { station, time: own, ...one } of desks) {
        station.life.endAfter(0)
        own.forget()
        await station.life.whenStill()
        await one.database.close()
      }
      await ground.close()
      city.close()
    },
  }

  async function isQuiet(): Promise<boolean> {
    const { unplanned, filesWaiting, fetchesWaiting } = await speaker.database.queries.portalFigures()
    if (unplanned + filesWaiting + fetchesWaiting > 0) return false
    // What is behind a new applicant that was refused waits for a clerk.
    if ((await speaker.database.queries.nextPortalTry()) !== null) return false
    const cursor = await speaker.database.queries.getSetting('portal.cursor')
    const { epoch, store } = city.portal()
    const end = Buffer.from(`${epoch}:${store.lastSeq()}`).toString('base64url')
    return cursor === end
  }
  return world
}
