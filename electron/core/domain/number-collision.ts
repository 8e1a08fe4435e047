import { roman } from './indonesian-numbers.ts'
import type { NumberPattern, PatternPart } from './number-pattern.ts'
import type { KnownValues } from './number-reading.ts'

/** A machine that walks over exactly the numbers that a pattern can make; edges without `chars` cost no character. */
type Edge = { readonly chars: string | null; readonly to: number }
type Machine = { readonly edges: Edge[][]; readonly end: number }

const digits = '0123456789'
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const months = Array.from({ length: 12 }, (_, i) => roman(i + 1))

function machineOf(pattern: NumberPattern, known: KnownValues): Machine {
  const edges: Edge[][] = [[]]
  const state = (): number => edges.push([]) - 1
  const link = (from: number, chars: string | null, to: number): void => void edges[from]?.push({ chars, to })
  const text = (from: number, word: string, to: number): void => {
    let at = from
    for (const char of word.toUpperCase()) {
      const next = state()
      link(at, char, next)
      at = next
    }
    link(at, null, to)
  }
  const repeated = (from: number, chars: string, to: number): void => {
    const loop = state()
    link(from, chars, loop)
    link(loop, chars, loop)
    link(loop, null, to)
  }
  const part = (one: PatternPart, from: number, to: number): void => {
    if (one.kind === 'literal') return text(from, one.text, to)
    switch (one.token) {
      case 'serial': {
        let at = from
        for (let digit = 1; digit < one.width; digit += 1) {
          const next = state()
          link(at, digits, next)
          at = next
        }
        return repeated(at, digits, to)
      }
      case 'year':
        return fourDigits(from, to)
      case 'month':
        return months.forEach((_, i) => text(from, String(i + 1).padStart(2, '0'), to))
      case 'romanMonth':
        return months.forEach((month) => text(from, month, to))
      case 'class':
      case 'typeCode':
      case 'unit': {
        const value = known[one.token]
        if (value === undefined) return repeated(from, `${digits}${letters}.-/ `, to)
        return [value].flat().forEach((word) => text(from, word, to))
      }
    }
  }
  const fourDigits = (from: number, to: number): void => {
    const [a, b, c] = [state(), state(), state()]
    link(from, digits, a)
    link(a, digits, b)
    link(b, digits, c)
    link(c, digits, to)
  }
  let at = 0
  for (const one of pattern.parts) {
    const next = state()
    part(one, at, next)
    at = next
  }
  return { edges, end: at }
}

const shareChar = (a: string, b: string): boolean => Array.from(a).some((char) => b.includes(char))

/**
 * Whether two patterns can ever make the same number, capital and small letters being one: then two series must not use
 * them. Values that are the same in every number of a series are given as `known`; without them every text is assumed.
 * A serial is taken to have any digits, so the answer is never wrongly "no".
 */
export function canCollide(
  a: NumberPattern,
  b: NumberPattern,
  knownOfA: KnownValues = {},
  knownOfB: KnownValues = {},
): boolean {
  const one = machineOf(a, knownOfA)
  const other = machineOf(b, knownOfB)
  const width = other.edges.length
  const seen = new Set<number>([0])
  const open = [0]
  const visit = (stateA: number, stateB: number): void => {
    const key = stateA * width + stateB
    if (!seen.has(key)) {
      seen.add(key)
      open.push(key)
    }
  }
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    const [stateA, stateB] = [Math.floor(key / width), key % width]
    if (stateA === one.end && stateB === other.end) return true
    const edgesB = other.edges[stateB] ?? []
    for (const edge of edgesB) if (edge.chars === null) visit(stateA, edge.to)
    for (const edgeA of one.edges[stateA] ?? []) {
      if (edgeA.chars === null) visit(edgeA.to, stateB)
      else {
        for (const edgeB of edgesB) {
          if (edgeB.chars !== null && shareChar(edgeA.chars, edgeB.chars)) visit(edgeA.to, edgeB.to)
        }
      }
    }
  }
  return false
}
