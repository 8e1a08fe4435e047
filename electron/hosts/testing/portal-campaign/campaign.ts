import fc from 'fast-check'
import type { Engine } from '#db/testing/open-test-db.ts'
import { cityMoves } from './city-moves.ts'
import { clerkMoves } from './clerk-moves.ts'
import { counterMoves, type Move } from './counter-moves.ts'
import { fateMoves } from './fate-moves.ts'
import { permitMoves } from './permit-moves.ts'
import { findUntrue } from './truth.ts'
import { openWorld, type World } from './world.ts'

/** How often a move is drawn, against 2 for the others. */
const weights: Readonly<Record<string, number>> = {
  'take in': 5,
  work: 8,
  'work through': 6,
  'work to the end': 5,
  'answer a Ralat': 3,
  'put a Ralat right': 3,
  'apply online': 6,
  'decide at the agency': 6,
  'time passes': 5,
  weather: 3,
  'come back online': 3,
  'edit online': 3,
  'upload online': 3,
  'withdraw online': 1,
  'withdraw at the counter': 1,
  'send back': 1,
  refuse: 1,
  'line off or on': 1,
  pause: 1,
  'back the portal up': 1,
  'restore the portal': 1,
  'revoke the tokens': 1,
  'set the portal at this station': 1,
  'start again': 1,
}

type Step = fc.AsyncCommand<object, World>

const asStep = (name: string, move: Move, pick: number, value: number, hasty: boolean): Step => ({
  check: () => true,
  run: async (_, world) => {
    world.sit(pick)
    const word = await move(world, pick, value)
    const line = `${name}: ${word}`
    world.ledger.count.set(line, (world.ledger.count.get(line) ?? 0) + 1)
    world.ledger.journal.push(line)
    if (!hasty) await world.still()
    else if (world.desk().life.isOver()) await world.still()
  },
  toString: () => `${name}(${pick}, ${value}${hasty ? ', at once' : ''})`,
})

const moves = { ...counterMoves, ...permitMoves, ...clerkMoves, ...cityMoves, ...fateMoves }

const steps = Object.entries(moves).flatMap(([name, move]) => {
  const one = fc
    .tuple(fc.nat(9), fc.nat(99), fc.integer({ min: 0, max: 4 }))
    .map(([pick, value, haste]) => asStep(name, move, pick, value, haste === 0))
  return Array.from({ length: weights[name] ?? 2 }, () => one)
})

/** What histories came to. */
export interface CampaignFigures {
  readonly histories: number
  readonly commands: number
  readonly ms: number
  /** How often each fault of the line was met. */
  readonly faults: Readonly<Record<string, number>>
  /** What came of the moves. */
  readonly moves: Readonly<Record<string, number>>
  readonly calls: number
  readonly conflicts: number
  readonly arrivals: number
}

/** One history, when it has come to its end. */
export interface HistoryTold {
  readonly commands: number
  readonly ms: number
  /** What was done and asked, in its order: the same for the same seed. */
  readonly journal: readonly string[]
}

export interface CampaignOrder {
  readonly histories: number
  readonly seed: number
  readonly engine: Engine
  /** The embedded database answers from threads, as it does at a counter. */
  readonly isShipped?: boolean
  /** Commands of a history on average; the longest has twice as many. */
  readonly commands: number
  /** false: the first history that fails is told as it is, without looking for a shorter one. */
  readonly shrink?: boolean
  /** Goes on at one that was told before. */
  readonly path?: string | undefined
  readonly onHistory?: (told: HistoryTold) => void
}

interface Counts {
  histories: number
  commands: number
  calls: number
  conflicts: number
  arrivals: number
  readonly faults: Map<string, number>
  readonly moves: Map<string, number>
}

/** Ends a history: faults off, everything sent and read, what was refused at random sent once more; then both sides are compared. */
export async function settleWorld(world: World): Promise<void> {
  for (const pick of [1, 0]) {
    world.sit(pick)
    world.desk().life.spare()
  }
  await world.still()
  world.weather({ rate: 0, isIn: true })
  await world.act(({ services }) => services.pausePortal(false, world.as('front-office')))
  world.station().portal.wake(true)
  await world.quiet()
  for (let round = 0; round < 3; round += 1) {
    const aside = await world.station().database.queries.listPortalCallsAside(1_000)
    if (aside.length === 0) break
    for (const { key } of aside) await world.act(({ services }) => services.resendToPortal(key))
    world.station().portal.wake(true)
    await world.quiet()
  }
}

const add = (into: Map<string, number>, from: Iterable<readonly [string, number]>): void => {
  for (const [name, times] of from) into.set(name, (into.get(name) ?? 0) + times)
}

/**
 * Runs histories of office and portal one after another. Throws at the first that does not end as it must, with its seed
 * and the shortest history that shows it.
 */
export async function runHistories({
  histories,
  seed,
  engine,
  isShipped,
  commands,
  shrink = true,
  path,
  onHistory = () => undefined,
}: CampaignOrder): Promise<CampaignFigures> {
  const began = performance.now()
  const total: Counts = {
    histories: 0,
    commands: 0,
    calls: 0,
    conflicts: 0,
    arrivals: 0,
    faults: new Map(),
    moves: new Map(),
  }
  const history = fc.commands([...steps], { maxCommands: commands * 2, size: 'max', disableReplayLog: true })
  await fc.assert(
    fc.asyncProperty(fc.nat(), history, async (worldSeed, drawn) => {
      const from = performance.now()
      const world = await openWorld(worldSeed, engine, isShipped)
      try {
        await fc.asyncModelRun(() => ({ model: {}, real: world }), drawn)
        await settleWorld(world)
        const untrue = await findUntrue(world)
        if (untrue.length > 0) throw new Error(`when all was quiet:\n  ${untrue.join('\n  ')}`)
      } finally {
        total.histories += 1
        const { ledger } = world
        add(total.moves, ledger.count)
        add(total.faults, Object.entries(world.station().line.met()))
        const run = [...ledger.count.values()].reduce((a, b) => a + b, 0)
        total.commands += run
        total.calls += ledger.calls.size
        total.conflicts += ledger.conflicts.size
        total.arrivals += ledger.arrivals.size
        await world.close()
        onHistory({ commands: run, ms: performance.now() - from, journal: ledger.journal })
      }
    }),
    {
      seed,
      numRuns: histories,
      ...(path !== undefined && { path }),
      includeErrorInReport: true,
      endOnFailure: !shrink,
    },
  )
  const { faults, moves: done, ...sums } = total
  return {
    ...sums,
    ms: performance.now() - began,
    faults: Object.fromEntries([...faults].toSorted()),
    moves: Object.fromEntries([...done].toSorted()),
  }
}
