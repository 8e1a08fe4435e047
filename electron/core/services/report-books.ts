import type { BookKind } from '#domain/documents/book-kinds.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import { dailyBook } from './book-daily.ts'
import { periodBook } from './book-period.ts'
import { recapBook } from './book-recap.ts'
import { registerInBook } from './book-register-in.ts'
import { registerOutBook } from './book-register-out.ts'
import { slaBook } from './book-sla.ts'
import { skmBook } from './book-skm.ts'
import { registerBooks } from './register-books.ts'

/** Every report by its kind: what stands here has all forms, a line in the schedules and one in `npm run report`. */
export const reportBooks = (deps: BookDeps): Readonly<Record<BookKind, BookMaker>> => ({
  daily: dailyBook(deps),
  period: periodBook(deps),
  recap: recapBook(deps),
  'register-in': registerInBook(deps),
  'register-out': registerOutBook(deps),
  sla: slaBook(deps),
  skm: skmBook(deps),
  ...registerBooks(deps),
})
