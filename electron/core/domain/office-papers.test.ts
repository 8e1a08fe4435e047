import { describe, expect, it } from 'vitest'
import { PAPERS } from './documents/paper.ts'
import { instantOf, type Instant } from './instant.ts'
import { readOfficePaper, type TypedPaper } from './office-paper-form.ts'
import {
  chosenPapers,
  decidePaperRemoval,
  papersInForce,
  sheetWay,
  type PapersChange,
} from './office-papers.ts'
import type { DocumentRule } from './profile.ts'
import { paperAt, paperFor } from './usual-papers.ts'

const rule = (kind: DocumentRule['kind'], paper: DocumentRule['paper']): DocumentRule => ({
  kind,
  paper,
  series: null,
  signer: null,
  letterhead: 'printed',
  photo: 'none',
  initials: [],
  copyTo: [],
  replacementMark: 'none',
})
const documents = [rule('permit', PAPERS.f4), rule('receipt', PAPERS.a5), rule('refusal-letter', PAPERS.a4)]
const shipped = { documents }
const at = (hour: number): Instant => instantOf(Date.UTC(2026, 10, 19, hour))
const typed: TypedPaper = {
  name: 'F4 berkop',
  widthMm: '215',
  heightMm: '330',
  top: '10',
  topNext: '14',
  right: '25',
  bottom: '18',
  left: '30',
  footMm: '8',
}
const none = papersInForce(shipped, [])
const f4 = none.papers.find(({ id }) => id === none.paperOf.permit)
if (!f4) throw new Error('no paper of the permit')

const saved = (
  hour: number,
  change: Partial<typeof f4>,
  documents: DocumentRule['kind'][] = [],
): PapersChange => ({
  kind: 'saved',
  paper: { ...f4, ...change },
  documents,
  at: at(hour),
  by: 'Melati Sambas',
})

describe('the papers of an office', () => {
  it('are those of its file, each once and under a name of its own, until it changes them', () => {
    expect(none.papers.map(({ name }) => name)).toEqual(['A5', 'A4', 'A4 mendatar', 'F4', 'A5 mendatar'])
    expect(f4.name).toBe('F4')
    expect(none.paperOf['application-forms']).toBe(none.paperOf['refusal-letter'])
  })

  it('hold for what is made from now on; what was signed before keeps the sheet of its day', () => {
    const record = [saved(2, { heightMm: 320 }), saved(4, { heightMm: 310 })]
    const profile = { documents, chosenPapers: chosenPapers(shipped, record) }
    expect(paperFor(profile, 'permit').heightMm).toBe(310)
    expect(paperAt(profile, 'permit', at(1)).heightMm).toBe(330)
    expect(paperAt(profile, 'permit', at(3)).heightMm).toBe(320)
    expect(paperAt(profile, 'permit', at(5)).heightMm).toBe(310)
    expect(paperFor(profile, 'receipt')).toEqual(PAPERS.a5)
  })

  it('are chosen for each kind of document by themselves', () => {
    const record = [saved(2, { id: 'own', name: 'A4 tipis', ...PAPERS.a4 }, ['permit'])]
    const { now, earlier } = chosenPapers(shipped, record)
    expect(Object.keys(now)).toEqual(['permit'])
    expect(earlier).toEqual([{ kind: 'permit', until: at(2), paper: PAPERS.f4 }])
  })

  it('stay while a document is printed on them or a printer holds them, and the refusal says where', () => {
    const printers = new Map([['p1', 'Laser']])
    expect(decidePaperRemoval(none, f4.id, printers)).toMatchObject({
      ok: false,
      refusal: { code: 'office-paper-in-use', name: 'F4', documents: expect.arrayContaining(['permit']) },
    })
    const own = saved(2, { id: 'own', name: 'Tebal' })
    const held: PapersChange = {
      kind: 'loaded',
      load: { printerId: 'p1', trays: [{ paperId: 'own', tray: 'tray-2' }], copies: [] },
      printer: 'Laser',
      at: at(3),
      by: 'Melati Sambas',
    }
    const refused = decidePaperRemoval(papersInForce(shipped, [own, held]), 'own', printers)
    expect(refused).toMatchObject({ refusal: { documents: [], printers: ['Laser'] } })
    expect(decidePaperRemoval(papersInForce(shipped, [own, held]), 'own', new Map()).ok).toBe(true)
    const gone = papersInForce(shipped, [
      own,
      { kind: 'removed', paperId: 'own', name: 'Tebal', at: at(4), by: 'Melati Sambas' },
    ])
    expect(gone).toEqual(none)
  })
})

describe('a paper as it is typed', () => {
  it('is read in tenths of a millimetre, with a comma or a point', () => {
    const read = readOfficePaper(none, 'own', { ...typed, widthMm: '215,5 mm', heightMm: '329.5' }, [])
    expect(read).toMatchObject({ ok: true, value: { widthMm: 215.5, heightMm: 329.5, name: 'F4 berkop' } })
  })

  it('is refused at every field that is wrong', () => {
    const wrong = { ...typed, name: ' f4 ', widthMm: '21', heightMm: 'tinggi', left: '-3', footMm: '' }
    const read = readOfficePaper(none, 'own', wrong, [])
    if (read.ok) throw new Error('read')
    expect(read.refusal.map(({ field }) => field)).toEqual(['name', 'widthMm', 'heightMm', 'left', 'footMm'])
  })

  it('has room for what is printed on it: said at the document that moves, else at the size', () => {
    const small = { ...typed, name: 'Sempit', widthMm: '170' }
    expect(readOfficePaper(none, 'own', small, ['permit'])).toMatchObject({
      refusal: [{ field: 'documents', refusal: { document: 'permit', axis: 'width', roomMm: 115 } }],
    })
    expect(readOfficePaper(none, f4.id, small, [])).toMatchObject({ refusal: [{ field: 'widthMm' }] })
    expect(readOfficePaper(none, 'own', small, []).ok).toBe(true)
  })

  it('has its running foot below its text', () => {
    expect(readOfficePaper(none, 'own', { ...typed, footMm: '17' }, [])).toMatchObject({
      refusal: [{ field: 'footMm', refusal: { code: 'paper-foot-high', most: 16 } }],
    })
  })
})

describe('a job on its way to a printer', () => {
  const letterhead = saved(1, { id: 'kop', name: 'F4 berkop' }, ['refusal-letter'])
  const load: PapersChange = {
    kind: 'loaded',
    load: {
      printerId: 'p1',
      trays: [
        { paperId: f4.id, tray: 'tray-1' },
        { paperId: 'kop', tray: 'tray-2' },
      ],
      copies: [
        { document: 'receipt', copies: 2 },
        { document: 'permit', copies: 3 },
      ],
    },
    printer: 'Laser',
    at: at(2),
    by: 'Melati Sambas',
  }
  const present = papersInForce(shipped, [letterhead, load])

  it('takes the tray of its own paper, also where another of that size lies in a second one', () => {
    expect(sheetWay(present, 'p1', 'permit', PAPERS.f4).tray).toBe('tray-1')
    expect(sheetWay(present, 'p1', 'refusal-letter', PAPERS.f4).tray).toBe('tray-2')
    expect(sheetWay(present, 'p1', 'receipt', PAPERS.a5).tray).toBeNull()
    expect(sheetWay(present, 'p2', 'permit', PAPERS.f4).tray).toBeNull()
  })

  it('comes out as often as was set, but an original once, whatever was kept', () => {
    expect(sheetWay(present, 'p1', 'receipt', null)).toEqual({ tray: null, copies: 2 })
    expect(sheetWay(present, 'p1', 'permit', PAPERS.f4).copies).toBe(1)
  })
})
