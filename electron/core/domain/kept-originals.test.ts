import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from './instant.ts'
import {
  giveOriginalsBack,
  keepOriginals,
  leaveOriginals,
  originalsKept,
  originalsToReturn,
  readOriginals,
} from './kept-originals.ts'

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

describe('what is said about originals when the papers go out', () => {
  const kept = { originals: keepOriginals(undefined, taken, morning, 'Ratih') }

  it('is an answer for each, and a reason for each that stays', () => {
    expect(readOriginals(kept, [])).toEqual({
      ok: false,
      refusal: { code: 'originals-unanswered', count: 2 },
    })
    expect(readOriginals(kept, [{ id: 'a', outcome: 'given' }])).toMatchObject({
      refusal: { code: 'originals-unanswered', count: 1 },
    })
    const stays = (reason: string) =>
      readOriginals(kept, [
        { id: 'a', outcome: 'given' },
        { id: 'b', outcome: 'left', reason },
      ])
    expect(stays('  ')).toMatchObject({ refusal: { code: 'original-reason-needed' } })
    expect(stays(' dipinjam Dinkes ')).toMatchObject({
      ok: true,
      value: { given: [{ id: 'a' }], left: [{ id: 'b', reason: 'dipinjam Dinkes' }] },
    })
  })

  it('comes too late for what somebody else gave back, and names them', () => {
    const left = { originals: giveOriginalsBack(kept.originals, ['a'], back) }
    const answers = [
      { id: 'a', outcome: 'given' },
      { id: 'b', outcome: 'given' },
    ] as const
    expect(readOriginals(left, answers)).toEqual({
      ok: false,
      refusal: { code: 'original-already-back', at: noon, by: 'Ratih', receivedBy: 'Kinanti' },
    })
  })

  it('needs no word where nothing is kept', () => {
    expect(readOriginals({}, [])).toEqual({ ok: true, value: { given: [], left: [] } })
  })

  it('leaves the reason with what stays, and nothing with what went', () => {
    const gone = giveOriginalsBack(kept.originals, ['a'], back)
    const staying = ['a', 'b'].map((id) => ({ id, reason: 'dipinjam' }))
    const after = leaveOriginals(gone, staying, noon, 'Dodi')
    expect(after.map(({ left }) => left)).toEqual([undefined, { at: noon, by: 'Dodi', reason: 'dipinjam' }])
    expect(originalsKept({ originals: after })).toEqual([
      { id: 'b', requirementCode: 'STR', count: 2, reason: 'dipinjam' },
    ])
  })

  it('never loses one: whatever the answers, each original is given, stays or is asked for', () => {
    const ids = ['a', 'b', 'x']
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ id: fc.constantFrom(...ids), given: fc.boolean(), reason: fc.constantFrom('', 'x') }),
        ),
        (drawn) => {
          const answers = drawn
            .filter((one, index) => drawn.findIndex(({ id }) => id === one.id) === index)
            .map(({ id, given, reason }) =>
              given ? ({ id, outcome: 'given' } as const) : ({ id, outcome: 'left', reason } as const),
            )
          const read = readOriginals(kept, answers)
          if (!read.ok) return
          const spoken = [...read.value.given, ...read.value.left].map(({ id }) => id).toSorted()
          expect(spoken).toEqual(['a', 'b'])
        },
      ),
    )
  })
})

/** Something that happens to the originals of one dossier, in any order. */
const anyAct = fc.oneof(
  fc.record({ act: fc.constant('keep' as const), ids: fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }) }),
  fc.record({
    act: fc.constant('give' as const),
    ids: fc.subarray(['a', 'b', 'c', 'd', 'x'], { minLength: 1 }),
  }),
  fc.record({
    act: fc.constant('leave' as const),
    ids: fc.subarray(['a', 'b', 'c', 'd', 'x'], { minLength: 1 }),
  }),
)

describe('originals over the life of a dossier', () => {
  it('are, whatever happens and in whatever order, either given back once or still here, and none more or fewer', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        const taken = new Set<string>()
        const receivers = new Map<string, string>()
        let originals: ReturnType<typeof keepOriginals> | undefined
        acts.forEach(({ act, ids }, index) => {
          const before = originals
          if (act === 'keep') {
            const more = ids.map((id) => ({ id, requirementCode: id, count: 1 }))
            originals = keepOriginals(before, more, morning, 'Ratih')
            ids.forEach((id) => taken.add(id))
          } else if (act === 'give') {
            originals = giveOriginalsBack(before, ids, { ...back, receivedBy: `orang ${index}` })
            for (const id of ids) if (taken.has(id) && !receivers.has(id)) receivers.set(id, `orang ${index}`)
          } else {
            const staying = ids.map((id) => ({ id, reason: `alasan ${index}` }))
            originals = leaveOriginals(before, staying, noon, 'Dodi')
          }
          const all = originals ?? []
          const here = originalsToReturn({ originals: all }).map(({ id }) => id)
          const gone = all.filter((one) => one.returned !== null)
          expect([...here, ...gone.map(({ id }) => id)].toSorted()).toEqual([...taken].toSorted())
          expect(new Map(gone.map((one) => [one.id, one.returned?.receivedBy]))).toEqual(receivers)
          expect(originalsKept({ originals: all }).map(({ id }) => id)).toEqual(here)
        })
      }),
    )
  })
})
