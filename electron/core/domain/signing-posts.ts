import type { OfficeDate } from './office-date.ts'
import { findOfficial, titleOn, type Official, type OfficeProfile, type SignerCapacity } from './profile.ts'
import { gapsBetween, type Span } from './spans.ts'

/** Why this one signs for a post on a day. */
export type SigningReason =
  /** Holds the post (definitive), or holds it while it has no holder (acting). */
  | { readonly why: 'holds'; readonly capacity: 'definitive' | 'acting' }
  /** Plh. or a.n.: goes before the one who holds the post; null: nobody does. */
  | {
      readonly why: 'stands-in'
      readonly capacity: 'daily-acting' | 'on-behalf'
      readonly holder: string | null
    }
  | { readonly why: 'vacant' }

/** Days on which two hold a post as its holder, so that it cannot be told who signs. */
export interface Overlap extends Span {
  readonly names: readonly [string, string]
}

/** Who signs for a post on a day, and what its list of officials leaves open. */
export interface SigningPost {
  readonly code: string
  readonly titleLines: readonly string[]
  /** null: the post is vacant, nothing can be signed in its name. */
  readonly official: Official | null
  readonly reason: SigningReason
  /** Everybody who ever held it, the latest first. */
  readonly holders: readonly Official[]
  readonly gaps: readonly Span[]
  readonly overlaps: readonly Overlap[]
}

const standsIn = (capacity: SignerCapacity): capacity is 'daily-acting' | 'on-behalf' =>
  capacity === 'daily-acting' || capacity === 'on-behalf'

const covers = ({ from, until }: Span, day: OfficeDate): boolean =>
  from <= day && (until === null || day <= until)

const earlier = (one: OfficeDate | null, other: OfficeDate | null): OfficeDate | null =>
  one === null ? other : other === null || one < other ? one : other

function overlapsOf(holders: readonly Official[]): readonly Overlap[] {
  const own = holders.filter((one) => !standsIn(one.capacity))
  return own.flatMap((one, index) =>
    own.slice(index + 1).flatMap((other): Overlap[] => {
      const from = one.from > other.from ? one.from : other.from
      const until = earlier(one.until, other.until)
      return until === null || from <= until ? [{ from, until, names: [one.name, other.name] }] : []
    }),
  )
}

/** Every signing post of an office as it stands on a day, in the order of the profile. */
export function signingPosts(profile: OfficeProfile, day: OfficeDate): readonly SigningPost[] {
  return profile.posts.map(({ code, titleLines }) => {
    const held = profile.officials.filter((one) => one.post === code)
    const official = findOfficial(profile, code, day) ?? null
    const holder = held.find((one) => !standsIn(one.capacity) && covers(one, day))
    return {
      code,
      titleLines: titleOn(profile, code, day) ?? titleLines,
      official,
      reason: reasonOf(official, holder),
      holders: held.toSorted((one, other) => (one.from < other.from ? 1 : -1)),
      gaps: gapsBetween(held),
      overlaps: overlapsOf(held),
    }
  })
}

function reasonOf(official: Official | null, holder: Official | undefined): SigningReason {
  if (!official) return { why: 'vacant' }
  const { capacity } = official
  return standsIn(capacity)
    ? { why: 'stands-in', capacity, holder: holder?.name ?? null }
    : { why: 'holds', capacity }
}
