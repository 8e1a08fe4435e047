import { registerKinds, type RegisterKind } from '#domain/documents/book-kinds.ts'
import type { BookDeps, BookMaker } from './book-deps.ts'
import { readComplaints, readConsultations } from './book-complaints.ts'
import { readExpiring } from './book-expiring.ts'
import { readRefusals, readRevocations } from './book-register-letters.ts'
import { readLegalised, readSigned, readVoids } from './book-register-numbers.ts'
import type { BookReader } from './register-reading.ts'

/** Registers and lists that the window shows line by line as they stand in every form of their book. */
export const registerReaders = (deps: BookDeps): Readonly<Record<RegisterKind, BookReader>> => ({
  'register-refusals': readRefusals(deps),
  'register-voids': readVoids(deps),
  'register-revocations': readRevocations(deps),
  'register-legalised': readLegalised(deps),
  'register-signed': readSigned(deps),
  expiring: readExpiring(deps),
  complaints: readComplaints(deps),
  consultations: readConsultations(deps),
})

/** The same as books, for every form. */
export function registerBooks(deps: BookDeps): Readonly<Record<RegisterKind, BookMaker>> {
  const readers = registerReaders(deps)
  const makers = registerKinds.map(
    (kind) =>
      [kind, async (order) => (await readers[kind](order)).book] as const satisfies [string, BookMaker],
  )
  return Object.fromEntries(makers) as Record<RegisterKind, BookMaker>
}
