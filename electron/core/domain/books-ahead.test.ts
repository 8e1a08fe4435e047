import { expect, it } from 'vitest'
import { booksAhead } from './books-ahead.ts'
import { instant } from './testing/builders.ts'

const now = instant('2026-11-19T02:24:00.000Z')

it('books that know something later than now betray a wrong clock, but for some minutes between two computers', () => {
  expect(booksAhead(null, now)).toBeNull()
  expect(booksAhead(now, now)).toBeNull()
  expect(booksAhead(instant('2026-11-19T02:34:00.000Z'), now)).toBeNull()
  const ahead = instant('2026-11-21T02:24:00.000Z')
  expect(booksAhead(ahead, now)).toBe(ahead)
})
