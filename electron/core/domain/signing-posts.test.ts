import { describe, expect, it } from 'vitest'
import type { Official, OfficeProfile } from './profile.ts'
import { signingPosts } from './signing-posts.ts'
import { day } from './testing/builders.ts'

const anOfficial = (
  name: string,
  from: string,
  until: string | null,
  change: Partial<Official> = {},
): Official => ({
  post: 'kepala',
  name,
  rank: null,
  nip: null,
  capacity: 'definitive',
  from: day(from),
  until: until === null ? null : day(until),
  ...change,
})

const postOn = (on: string, ...officials: readonly Official[]) => {
  const posts = [{ code: 'kepala', titleLines: ['KEPALA DINAS,'], earlier: [] }]
  const [post] = signingPosts({ posts, officials } as unknown as OfficeProfile, day(on))
  return post!
}

describe('who signs for a post', () => {
  const holder = anOfficial('Syarif', '2024-01-01', null)
  const deputy = anOfficial('Lusi', '2026-11-16', '2026-11-20', { capacity: 'daily-acting' })

  it('is its holder, and on days of absence the Plh., who names the holder', () => {
    expect(postOn('2026-11-15', holder, deputy)).toMatchObject({
      official: { name: 'Syarif' },
      reason: { why: 'holds', capacity: 'definitive' },
    })
    expect(postOn('2026-11-16', holder, deputy)).toMatchObject({
      official: { name: 'Lusi' },
      reason: { why: 'stands-in', capacity: 'daily-acting', holder: 'Syarif' },
      gaps: [],
      overlaps: [],
    })
  })

  it('is nobody on a day that the list leaves open', () => {
    const first = anOfficial('Rahmat', '2020-01-01', '2023-12-01')
    const post = postOn('2023-12-15', first, holder)
    expect(post).toMatchObject({ official: null, reason: { why: 'vacant' } })
    expect(post.gaps).toEqual([{ from: '2023-12-02', until: '2023-12-31' }])
    expect(post.holders.map((one) => one.name)).toEqual(['Syarif', 'Rahmat'])
  })

  it('cannot be told where two hold it at once', () => {
    const second = anOfficial('Budi', '2025-06-01', '2025-06-30', { capacity: 'acting' })
    expect(postOn('2025-06-02', holder, second).overlaps).toEqual([
      { from: '2025-06-01', until: '2025-06-30', names: ['Syarif', 'Budi'] },
    ])
  })
})
