import { epochMsOf, type Instant } from './instant.ts'

/** Clocks of two stations of an office may differ by so much without harm. */
const tolerated = 10 * 60_000

/**
 * Whether the office's books know something later than the present moment: then this computer's clock has fallen behind, or
 * another one ran ahead when it wrote. What is written now would count on a wrong day.
 *
 * @param latest  when something was last written down; null: never
 * @returns that moment; null: the clock agrees with the books
 */
export const booksAhead = (latest: Instant | null, now: Instant): Instant | null =>
  latest !== null && epochMsOf(latest) > epochMsOf(now) + tolerated ? latest : null
