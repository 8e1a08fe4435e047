import { describe, expect, it } from 'vitest'
import type { WaitingPaperView } from '#contract/handover.ts'
import { originalAnswers } from '../../lib/originals.ts'
import { companionsOf, lackingOf, receiverOf, type Receiver } from './receiver-form.ts'

const receiver = (change: Partial<Receiver> = {}): Receiver => ({
  who: 'holder',
  name: '',
  relation: '',
  nik: '',
  card: 'ktp',
  checked: true,
  receipt: 'shown',
  statementSigned: false,
  old: {},
  originals: {},
  signs: 'paper',
  strokes: [],
  ...change,
})
const plain = [{ id: 'a', asksOldPermit: false, originals: [] }]
const renewal = [...plain, { id: 'b', asksOldPermit: true, originals: [] }]

describe('what lacks before papers are handed over', () => {
  it('is the card first, then the statement about a lost receipt, then every earlier paper', () => {
    expect(lackingOf(receiver({ checked: false, receipt: 'lost' }), renewal)).toBe('identity')
    expect(lackingOf(receiver({ receipt: 'lost' }), renewal)).toBe('statement')
    expect(lackingOf(receiver({ receipt: 'lost', statementSigned: true }), renewal)).toBe('old-permit')
    expect(lackingOf(receiver(), plain)).toBeUndefined()
  })

  it('is the word for an earlier paper that was not handed in', () => {
    const told = (outcome: 'handed-in' | 'lost', words: string) =>
      lackingOf(receiver({ old: { b: { outcome, words } } }), renewal)
    expect(told('handed-in', '')).toBeUndefined()
    expect(told('lost', ' ')).toBe('old-permit')
    expect(told('lost', 'SKTLK/1')).toBeUndefined()
  })

  it('is the reason why an original stays; untouched, each goes along', () => {
    const diploma = { id: 'o', label: 'Ijazah', count: 1, reason: null }
    const papers = [{ id: 'a', asksOldPermit: false, originals: [diploma] }]
    expect(lackingOf(receiver(), papers)).toBeUndefined()
    const stays = (reason: string) => receiver({ originals: { o: { given: false, reason } } })
    expect(lackingOf(stays(' '), papers)).toBe('originals')
    expect(lackingOf(stays('dipinjam'), papers)).toBeUndefined()
    expect(originalAnswers(receiver().originals, [diploma])).toEqual([{ id: 'o', outcome: 'given' }])
    expect(originalAnswers(stays(' dipinjam ').originals, [diploma])).toEqual([
      { id: 'o', outcome: 'left', reason: 'dipinjam' },
    ])
  })

  it('is the signature, where it is to be given on the screen', () => {
    const strokes = [[0, 200].map((x) => ({ x, y: 10 }))]
    expect(lackingOf(receiver({ signs: 'screen' }), plain)).toBe('signature')
    expect(lackingOf(receiver({ signs: 'screen', strokes }), plain)).toBeUndefined()
  })

  it('is nothing where the file was sent by e-mail', () => {
    expect(lackingOf(receiver({ who: 'email', checked: false }), renewal)).toBeUndefined()
  })
})

describe('papers that may be taken along', () => {
  const paper = (id: string, applicantId: string, representative: string | null) =>
    ({
      id,
      applicantId,
      collectiveFilingId: null,
      representative: representative === null ? null : { name: representative, phone: '+628' },
    }) as WaitingPaperView

  it('are those of the same holder or of the same representative, without those taken already', () => {
    const [a, b, c, d, e] = [
      paper('a', '1', 'Sari'),
      paper('b', '1', null),
      paper('c', '2', 'Sari'),
      paper('d', '3', 'Budi'),
      paper('e', '4', null),
    ]
    const ids = companionsOf([a], [a, b, c, d, e]).map((one) => one.id)
    expect(ids).toEqual(['b', 'c'])
    expect(companionsOf([a, b], [a, b, c, d, e]).map((one) => one.id)).toEqual(['c'])
    expect(companionsOf([e], [a, b, c, d, e])).toEqual([])
  })
})

describe('papers of several holders', () => {
  const act = [{ applicantId: '1' }, { applicantId: '2' }]

  it('go to a representative, the bringer first, whose card is looked at anew', () => {
    expect(receiverOf(receiver(), act, 'Bagas')).toMatchObject({
      who: 'proxy',
      name: 'Bagas',
      checked: false,
    })
    const proxy = receiver({ who: 'proxy', name: 'Sari' })
    expect(receiverOf(proxy, act, 'Bagas')).toBe(proxy)
    const holder = receiver()
    expect(receiverOf(holder, act.slice(0, 1), 'Bagas')).toBe(holder)
  })
})
