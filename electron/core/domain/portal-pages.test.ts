import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  filesBeside,
  isFurtherPage,
  leavesOf,
  pagesAllowed,
  portalPageId,
  type PortalPage,
} from './portal-pages.ts'
import { anId, instant } from './testing/builders.ts'

const at = instant('2026-03-02T01:00:00.000Z')
const hashOf = (n: number): string => n.toString(16).padStart(64, '0')
const document = (n: number, page: number, pages: number) => ({
  id: anId(n),
  requirementCode: 'IJAZAH',
  page,
  pages,
  sha256: hashOf(n),
  fileName: `ijazah ${n}.pdf`,
  mediaType: 'application/pdf',
  sizeBytes: 900,
  uploadedAt: at,
  check: 'unchecked' as const,
  checkNote: null,
  replacedBy: null,
})
const pages = (n: number, count: number): readonly PortalPage[] =>
  Array.from({ length: count }, (_, i) => ({
    sourceSha256: hashOf(n),
    page: i + 1,
    sha256: hashOf(n * 1000 + i),
    sizeBytes: 50,
    madeAt: at,
  }))

describe('files of a requirement as the portal gets them', () => {
  it('go as they are counted at the counter when none is beyond the limits', () => {
    const leaves = leavesOf([document(1, 1, 2), document(2, 2, 2)], () => [])
    expect(leaves.map(({ id, page, pages: of }) => [id, page, of])).toEqual([
      [anId(1), 1, 2],
      [anId(2), 2, 2],
    ])
  })

  it('are counted on over the pages of one that was turned into pages', () => {
    const turned = pages(1, 3)
    const leaves = leavesOf([document(1, 1, 2), document(2, 2, 2)], (sha256) =>
      turned.filter((one) => one.sourceSha256 === sha256),
    )
    expect(
      leaves.map(({ documentId, page, pages: of, fileName }) => [documentId, page, of, fileName]),
    ).toEqual([
      [anId(1), 1, 4, 'ijazah 1-1.jpg'],
      [anId(1), 2, 4, 'ijazah 1-2.jpg'],
      [anId(1), 3, 4, 'ijazah 1-3.jpg'],
      [anId(2), 4, 4, 'ijazah 2.pdf'],
    ])
    expect(leaves[0]?.id).toBe(anId(1))
  })

  it('share the pages that may go of one requirement: nobody has more than theirs, and who would be squeezed most gets the next', () => {
    expect(pagesAllowed([4, 1], 5)).toEqual([4, 1])
    expect(pagesAllowed([3, 3], 5)).toEqual([3, 2])
    expect(pagesAllowed([8, 1, 1], 4)).toEqual([2, 1, 1])
    expect(pagesAllowed([1, 1, 1], 2)).toEqual([1, 1, 1])
    const counts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 30 }), (pages, most) => {
        const allowed = pagesAllowed(pages, most)
        expect(allowed.every((may, i) => may >= 1 && may <= (pages[i] ?? 0))).toBe(true)
        const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
        expect(sum(allowed)).toBe(Math.max(pages.length, Math.min(most, sum(pages))))
      }),
    )
  })

  it('are those in force of the same requirement, in their order', () => {
    const other = { ...document(4, 1, 1), requirementCode: 'STR' }
    const former = { ...document(5, 1, 1), replacedBy: anId(2) }
    const files = [document(1, 1, 3), former, document(2, 2, 3), other, document(3, 3, 3)]
    expect(filesBeside(files, hashOf(2))).toEqual({ before: [hashOf(1)], after: [hashOf(3)] })
    expect(filesBeside(files, hashOf(9))).toEqual({ before: [], after: [] })
  })

  it('each has an id of its own that follows from its document and is known again', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), fc.integer({ min: 2, max: 100 }), fc.uuid(), (id, page, other) => {
        const ids = Array.from({ length: 100 }, (_, i) => portalPageId(id, i + 1))
        expect(new Set(ids).size).toBe(100)
        expect(portalPageId(id, page)).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/)
        expect(isFurtherPage([other, id], portalPageId(id, page))).toBe(true)
        expect(isFurtherPage([id], id)).toBe(false)
        expect(isFurtherPage([id], other)).toBe(false)
      }),
    )
  })
})
