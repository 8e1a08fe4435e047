import { openPortalLineWith } from '#adapters/portal/portal-client.ts'
import { createClock } from '#adapters/system/clock.ts'
import type { OpenDatabase } from '#db/open.ts'
import { pdfBytes } from '#domain/testing/files.ts'
import type { FileCabinet } from '#ports/files.ts'
import type { Schedule } from '#ports/schedule.ts'
import type { SecretBox } from '#ports/secrets.ts'
import { seededRandom } from '../../../../scripts/portal/faults.ts'
import { openOffice, type OpenOffice, type StationTools } from '../../shared/open-office.ts'
import { seededIds, words, type City } from './city.ts'
import { harmLine, type HarmedLine } from './harmed-line.ts'
import type { HeldTime } from './held-time.ts'
import { beginLife, mortalDatabase, type Life, type Made } from './mortal.ts'

/** One run of the office's station, from its start to its end or its kill. */
export interface Station extends OpenOffice {
  readonly life: Life
  readonly line: HarmedLine
  readonly database: Pick<OpenDatabase, 'work' | 'queries'>
}

/** Secrets that nobody wants to have, under a station's own key: the same one at each start. */
export const boxOf = (station: string): SecretBox => ({
  keyId: station,
  seal: (secret) => `sealed at ${station}: ${secret}`,
  open: (sealed) => (sealed.startsWith(`sealed at ${station}: `) ? (sealed.split(': ')[1] ?? null) : null),
})

/** What only the window needs, and nothing of a history does, but for a few things. */
const absent = <T extends object>(what: string, there: Partial<T> = {}): T =>
  new Proxy(there as T, {
    get: (own, name) =>
      Reflect.get(own, name) ??
      (() => {
        throw new Error(`the station has no ${what}: ${String(name)}`)
      }),
  })

/** A small paper in the place of a rendered one; the same content gives the same bytes. */
const smallPaper = (content: unknown): Uint8Array => pdfBytes(`<< /Size ${JSON.stringify(content).length} >>`)

export interface StationParts {
  readonly seed: number
  readonly name: string
  readonly time: HeldTime
  readonly city: City
  readonly database: OpenDatabase
  readonly cabinet: FileCabinet
  readonly made: Made
  readonly faults: (fault: unknown) => void
  /** Writes down what happened, in its order. */
  readonly note: (line: string) => void
}

/** Starts the office of Pontianak on what its earlier runs left. Its portal is spoken with at once. */
export function startStation(parts: StationParts): Station {
  const { seed, name, time, city, cabinet, made, faults, note } = parts
  const lateness = seededRandom(seed)
  const life = beginLife(() => Math.max(0, Math.floor(lateness() * 5) - 2))
  const { queries, work, engine } = mortalDatabase(parts.database, life, made, note)
  const { answer, touch, shiftClock } = city
  const line = harmLine({ seed, time, answer, touch, shiftClock, busy: life.busy, note })
  const ids = seededIds(seed, time)
  // Nothing wakes a process that is gone.
  const schedule: Schedule = (afterMs, run) => (life.isOver() ? () => undefined : time.schedule(afterMs, run))
  const noted = (fields: object, message: string): void => {
    if (!life.isOver()) faults({ message, ...fields })
  }
  const tools: StationTools = {
    database: { ...parts.database, engine, queries, work },
    cabinet,
    clock: createClock(time.now),
    ids,
    passwords: absent('passwords'),
    pool: absent<StationTools['pool']>('threads', {
      // No picture is made of a file here: one that is too large waits for a clerk.
      makePages: ({ bytes, limits }) =>
        Promise.resolve(bytes.length > limits.fileBytes ? { kind: 'none', why: 'size' } : { kind: 'fits' }),
    }),
    paper: absent<StationTools['paper']>('paper', {
      pdf: (content) => Promise.resolve(smallPaper(content)),
    }),
    signing: absent('signing'),
    transport: absent<StationTools['transport']>('printer', {
      probe: () => Promise.resolve({ state: 'ready' }),
    }),
    yard: absent('yard'),
    secrets: boxOf(name),
    mailSender: absent('mail'),
    openPortalLine: openPortalLineWith({ schedule, now: time.now, fetch: line.fetch }),
    schedule,
    log: { info: () => undefined, warn: noted, error: noted },
    publish: () => undefined,
  }
  const office = openOffice(words.office, tools)
  office.portal.start()
  return { ...office, life, line, database: { queries, work } }
}
