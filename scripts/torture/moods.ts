import type { PrinterBehaviour } from '#adapters/printer/testing/printer-brain.ts'

/** Whole numbers below a bound that follow from a seed (mulberry32): the same seed, the same faults. */
export function createDice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const plainKinds = [
  'switched-off',
  'never-reads',
  'closes-at-once',
  'paper-out',
  'paper-out-after',
  'near-end',
  'cover-open',
  'offline',
  'no-status',
  'falls-silent',
  'reports',
  'chatters',
  'echoes',
  'wrong-status',
] as const
const cutKinds = ['resets-at', 'closes-at', 'power-cut-at', 'paper-out-at'] as const

/** Every behaviour of the double, the cuts at the first byte, in the middle and after the last one. */
export const allMoods = (sheetBytes: number): readonly PrinterBehaviour[] => [
  { kind: 'healthy' },
  { kind: 'slow', bytesPerStep: Math.ceil(sheetBytes / 8) },
  ...plainKinds.map((kind) => ({ kind })),
  ...cutKinds.flatMap((kind) => [1, Math.ceil(sheetBytes / 2), sheetBytes].map((byte) => ({ kind, byte }))),
]

/** Three sheets in four come out as they should; the rest meets any of the faults. */
export function drawMood(dice: (below: number) => number, sheetBytes: number): PrinterBehaviour {
  if (dice(4) > 0) return { kind: 'healthy' }
  const plain = plainKinds[dice(plainKinds.length + cutKinds.length)]
  if (plain !== undefined) return { kind: plain }
  const kind = cutKinds[dice(cutKinds.length)] ?? 'resets-at'
  return { kind, byte: 1 + dice(sheetBytes) }
}

/** A behaviour in words of the table. */
export const moodName = (mood: PrinterBehaviour): string =>
  'byte' in mood ? `${mood.kind} ${mood.byte}` : mood.kind
