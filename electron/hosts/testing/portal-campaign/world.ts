import { createMemoryFileCabinet } from '#adapters/files/testing/memory-file-cabinet.ts'
import { memoryFolders, openOrThrow, openTestDb, type Engine } from '#db/testing/open-test-db.ts'
import { sqliteAtOnce } from '#db/testing/sqlite-at-once.ts'
import type { OpenDatabase } from '#db/open.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import { instantOf } from '#domain/instant.ts'
import { ok } from '#domain/result.ts'
import type { SignedIn } from '#services/office.ts'
import { openCity, portalBase, seededIds, words, type City } from './city.ts'
import { holdTime, type HeldTime } from './held-time.ts'
import { Gone } from './mortal.ts'
import { startStation, type Station } from './station.ts'

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
  readonly cabinet: ReturnType<typeof createMemoryFileCabinet>
  readonly ledger: Ledger
  readonly newId: () => string
  station(): Station
  /** Weather of the line: it stays over a restart. */
  readonly weather: { rate: number; isIn: boolean }
  as(role: string): SignedIn
  /** Does something at the counter; null: the station ended in the middle of it. */
  act<T>(work: (station: Station) => Promise<T>): Promise<T | null>
  /** Dossiers of the office, in the order of their ids. */
  dossiers(): Promise<readonly ApplicationState[]>
  /** Lets whatever can be done without time be done, and starts the station where it has ended. */
  still(): Promise<void>
  /** Ends the station without a word and starts it again. */
  restart(): Promise<void>
  /** Goes on until there is nothing left to do at either side. Throws when it does not end. */
  quiet(): Promise<void>
  close(): Promise<void>
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
  const cabinet = createMemoryFileCabinet()
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
  const weather = { rate: 0, isIn: true }
  let database: OpenDatabase = await openOrThrow(ground.place, 'Asia/Pontianak', driver)
  let lives = 0
  let station: Station

  const begin = (): void => {
    lives += 1
    station = startStation({
      seed: seed * 2_018 + lives * 2 + 1,
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
    station.line.harm(weather.rate)
    station.line.plug(weather.isIn)
  }
  const kept = { base: portalBase, clientId: 'loket', officeCode: words.office.profile.officeCode }
  await database.work.run<null, never>(async ({ settings }) => {
    const at = instantOf(time.now())
    const savedBy = 'Melati Sambas'
    await settings.set('portal.address', {
      ...kept,
      sealedSecret: 'sealed rahasia',
      station: 'Loket 1',
      savedAt: at,
      savedBy,
    })
    return ok(null)
  })
  begin()

  const world: World = {
    engine,
    time,
    city,
    cabinet,
    ledger,
    weather,
    newId: ids.uuid,
    station: () => station,
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
      station: 'Loket 1',
    }),
    act: async (work) => {
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
      const found = await database.queries.findApplications(ids)
      return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    },
    still: async () => {
      await station.life.whenStill()
      if (station.life.isOver()) await world.restart()
    },
    restart: async () => {
      station.life.endAfter(0)
      time.forget()
      city.onChange(() => undefined)
      await station.life.whenStill()
      await database.close()
      database = await openOrThrow(ground.place, 'Asia/Pontianak', driver)
      begin()
      await station.life.whenStill()
    },
    quiet: async () => {
      for (let turns = 0; turns < mostTurns; turns += 1) {
        await world.still()
        station.line.release()
        await world.still()
        if (await isQuiet()) return
        if (!time.passToNext()) station.portal.wake(true)
      }
      const figures = await database.queries.portalFigures()
      const { state, why } = station.portal.condition()
      throw new Error(
        `no rest: ${JSON.stringify({ ...figures, state, why, totals: station.portal.totals() })}`,
      )
    },
    close: async () => {
      station.life.endAfter(0)
      time.forget()
      await station.life.whenStill()
      await database.close()
      await ground.close()
      city.close()
    },
  }

  async function isQuiet(): Promise<boolean> {
    const { unplanned, filesWaiting, fetchesWaiting } = await database.queries.portalFigures()
    if (unplanned + filesWaiting + fetchesWaiting > 0) return false
    // What is behind a new applicant that was refused waits for a clerk.
    if ((await database.queries.nextPortalTry()) !== null) return false
    const cursor = await database.queries.getSetting('portal.cursor')
    const { epoch, store } = city.portal()
    const end = Buffer.from(`${epoch}:${store.lastSeq()}`).toString('base64url')
    return cursor === end
  }
  return world
}
