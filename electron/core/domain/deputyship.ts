import type { Instant } from './instant.ts'
import type { OfficeDate } from './office-date.ts'
import { ok, refuse, type Result } from './result.ts'

/** One of the two people of a deputyship, by the name of the day on which it was entered. */
export interface DeputyshipPerson {
  readonly userId: string
  readonly name: string
}

/**
 * *Pengganti*: somebody works in the roles of a colleague who is away on these days. It lends roles of the office's
 * procedure and nothing else: who signs for a post (Plt., Plh., a.n.) is the profile's list of officials.
 */
export interface Deputyship {
  readonly id: string
  readonly absent: DeputyshipPerson
  readonly deputy: DeputyshipPerson
  readonly from: OfficeDate
  readonly until: OfficeDate
  readonly reason: string
  readonly enteredAt: Instant
  readonly enteredBy: string
  /** Taken back before its last day; null: it ends by itself. */
  readonly ended: { readonly at: Instant; readonly by: string; readonly userId: string } | null
}

/** Whose place somebody takes today, and the roles that they have by it and not of their own. */
export interface StandIn {
  readonly userId: string
  readonly name: string
  readonly until: OfficeDate
  readonly roles: readonly string[]
}

/** What the rules look at of a user. */
export interface DeputyCandidate {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  readonly active: boolean
}

export interface DeputyshipOrder {
  readonly id: string
  readonly absentId: string
  readonly deputyId: string
  readonly from: OfficeDate
  readonly until: OfficeDate
  readonly reason: string
}

export type AppointRefusal =
  | { readonly code: 'deputy-unknown'; readonly field: 'absentId' | 'deputyId' }
  | { readonly code: 'deputy-of-oneself'; readonly name: string }
  | { readonly code: 'deputy-reason-needed' }
  | { readonly code: 'deputy-days-reversed'; readonly from: OfficeDate; readonly until: OfficeDate }
  | { readonly code: 'deputy-days-past'; readonly from: OfficeDate; readonly today: OfficeDate }
  | { readonly code: 'deputy-nothing-lent'; readonly absent: string }
  | { readonly code: 'deputy-holds-all'; readonly absent: string; readonly deputy: string }
  /** Somebody else takes this place already. */
  | (DaysOf & { readonly code: 'deputy-there'; readonly absent: string; readonly deputy: string })
  /** Whoever should take it is away themselves. */
  | (DaysOf & { readonly code: 'deputy-away'; readonly deputy: string; readonly by: string })
  /** Whoever is to be away takes somebody's place. */
  | (DaysOf & { readonly code: 'absent-stands-in'; readonly absent: string; readonly of: string })

interface DaysOf {
  readonly from: OfficeDate
  readonly until: OfficeDate
}

export type EndDeputyshipRefusal =
  | { readonly code: 'deputyship-unknown' }
  | { readonly code: 'deputyship-ended'; readonly by: string; readonly at: Instant }
  | { readonly code: 'deputyship-over'; readonly until: OfficeDate }

const administrator = 'administrator'

/** Roles that a deputy gets by an absence: those of the absent that are not their own, and never administration. */
export const lentRoles = (absent: readonly string[], own: readonly string[]): readonly string[] =>
  absent.filter((one) => one !== administrator && !own.includes(one))

/** Whether a deputyship lends its roles on a day. */
export const isInForce = ({ from, until, ended }: Deputyship, day: OfficeDate): boolean =>
  ended === null && from <= day && day <= until

/**
 * Decides whether somebody may take a colleague's place on these days.
 *
 * @param known  deputyships in which either of the two stands; those that were taken back do not count
 * Refuses with the first thing that is in the way, naming who and on which days.
 */
export function appointDeputyship(
  order: DeputyshipOrder,
  absent: DeputyCandidate | undefined,
  deputy: DeputyCandidate | undefined,
  known: readonly Deputyship[],
  today: OfficeDate,
): Result<null, AppointRefusal> {
  if (!absent?.active) return refuse({ code: 'deputy-unknown', field: 'absentId' })
  if (!deputy?.active) return refuse({ code: 'deputy-unknown', field: 'deputyId' })
  if (absent.id === deputy.id) return refuse({ code: 'deputy-of-oneself', name: absent.name })
  const { from, until } = order
  if (until < from) return refuse({ code: 'deputy-days-reversed', from, until })
  if (from < today) return refuse({ code: 'deputy-days-past', from, today })
  if (order.reason.trim() === '') return refuse({ code: 'deputy-reason-needed' })
  if (lentRoles(absent.roles, []).length === 0)
    return refuse({ code: 'deputy-nothing-lent', absent: absent.name })
  if (lentRoles(absent.roles, deputy.roles).length === 0)
    return refuse({ code: 'deputy-holds-all', absent: absent.name, deputy: deputy.name })
  const onTheseDays = known.filter((one) => one.ended === null && one.from <= until && from <= one.until)
  const there = onTheseDays.find((one) => one.absent.userId === absent.id)
  if (there)
    return refuse({ code: 'deputy-there', absent: absent.name, deputy: there.deputy.name, ...daysOf(there) })
  const away = onTheseDays.find((one) => one.absent.userId === deputy.id)
  if (away) return refuse({ code: 'deputy-away', deputy: deputy.name, by: away.deputy.name, ...daysOf(away) })
  const standing = onTheseDays.find((one) => one.deputy.userId === absent.id)
  return standing
    ? refuse({
        code: 'absent-stands-in',
        absent: absent.name,
        of: standing.absent.name,
        ...daysOf(standing),
      })
    : ok(null)
}

const daysOf = ({ from, until }: DaysOf): DaysOf => ({ from, until })

/**
 * Takes a deputyship back before its last day. Repeatable by whoever took it back.
 *
 * Refuses to anybody else with who did and when, and what is over by itself.
 */
export function endDeputyship(
  deputyship: Deputyship,
  by: { readonly userId: string; readonly name: string },
  at: Instant,
  today: OfficeDate,
): Result<Deputyship, EndDeputyshipRefusal> {
  const { ended, until } = deputyship
  if (ended)
    return ended.userId === by.userId
      ? ok(deputyship)
      : refuse({ code: 'deputyship-ended', by: ended.by, at: ended.at })
  if (until < today) return refuse({ code: 'deputyship-over', until })
  return ok({ ...deputyship, ended: { at, by: by.name, userId: by.userId } })
}
