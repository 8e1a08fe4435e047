import { describe, expect, it } from 'vitest'
import { instantOf } from './instant.ts'
import { giveOriginalsBack, keepOriginals, originalsToReturn } from './kept-originals.ts'

const taken = [
  { id: 'a', requirementCode: 'DIPLOMA', count: 1 },
  { id: 'b', requirementCode: 'STR', count: 2 },
]
const morning = instantOf(Date.UTC(2026, 10, 19, 2))
const noon = instantOf(Date.UTC(2026, 10, 19, 5))
const back = { at: noon, by: 'Ratih', receivedBy: 'Kinanti', relation: 'self' }

describe('originals that stay at the office', () => {
  it('are owed until they are given back', () => {
    const kept = keepOriginals(undefined, taken, morning, 'Ratih')
    expect(originalsToReturn({ originals: kept }).map(({ id }) => id)).toEqual(['a', 'b'])
    const left = giveOriginalsBack(kept, ['a'], back)
    expect(originalsToReturn({ originals: left }).map(({ id }) => id)).toEqual(['b'])
    expect(left[0]?.returned).toEqual(back)
  })

  it('are not taken twice, and keep the one who first received them', () => {
    const kept = keepOriginals(keepOriginals(undefined, taken, morning, 'Ratih'), taken, noon, 'Dodi')
    expect(kept.map(({ keptBy }) => keptBy)).toEqual(['Ratih', 'Ratih'])
    const again = giveOriginalsBack(giveOriginalsBack(kept, ['a'], back), ['a'], {
      ...back,
      receivedBy: 'Dodi',
    })
    expect(again[0]?.returned?.receivedBy).toBe('Kinanti')
  })

  it('are none where nothing was ever kept', () => {
    expect(originalsToReturn({})).toEqual([])
  })
})
