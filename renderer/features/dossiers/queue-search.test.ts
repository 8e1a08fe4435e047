import { expect, test } from 'vitest'
import type { DossierLineView } from '#contract/dossier.ts'
import { elsewhereKey, foundGroups, inQueueKey } from './queue-search.ts'

const aLine = (id: string) => ({ id }) as unknown as DossierLineView

test('what was found in one’s own queue comes before the rest of the register, each in the order of the search', () => {
  const queue = [
    { key: 'front-office', stage: 'Front Office', lines: [aLine('a'), aLine('b')] },
    { key: 'paused', stage: null, lines: [aLine('c')] },
  ]
  const idsOf = (found: readonly string[]) =>
    foundGroups(found.map(aLine), queue).map(({ key, lines }) => [key, lines.map((line) => line.id)])
  expect(idsOf(['x', 'c', 'y', 'a'])).toEqual([
    [inQueueKey, ['c', 'a']],
    [elsewhereKey, ['x', 'y']],
  ])
  expect(idsOf(['x'])).toEqual([[elsewhereKey, ['x']]])
  expect(idsOf([])).toEqual([])
})
