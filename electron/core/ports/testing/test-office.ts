import type { Dossier } from '#domain/testing/builders.ts'
import { ok, type Result } from '#domain/result.ts'
import type { Queries } from '../queries.ts'
import type { Stores, UnitOfWork } from '../stores.ts'

/** The two sides of a database, as the services get them. */
export interface TestOffice {
  readonly work: UnitOfWork
  readonly queries: Queries
}

/** Gives an empty office each time it is called, and clears it away when the test is over. */
export type OpenOffice = () => Promise<TestOffice>

/** Runs work that must not be refused, and gives its value. */
export async function doWork<T>(office: TestOffice, work: (stores: Stores) => Promise<T>): Promise<T> {
  const done: Result<T, never> = await office.work.run(async (stores) => ok(await work(stores)))
  if (!done.ok) throw new Error('refused')
  return done.value
}

/** Stores a dossier with everything that has happened to it, as if it had just arrived. */
export async function store(office: TestOffice, ...dossiers: readonly Dossier[]): Promise<void> {
  await doWork(office, async ({ applicants, applications }) => {
    for (const { state, events } of dossiers) {
      await applicants.save(state.applicant, state.submittedAt)
      await applications.save(state, events)
    }
  })
}

/** Brings many dossiers and their people in at once. */
export async function storeMany(office: TestOffice, dossiers: readonly Dossier[]): Promise<void> {
  await doWork(office, async ({ applicants, applications }) => {
    await applicants.bringIn(
      dossiers.map(({ state }) => ({ applicant: state.applicant, at: state.submittedAt })),
    )
    await applications.bringIn(dossiers)
  })
}

/** Stores what has been added to a dossier since it was stored. */
export async function storeMore(office: TestOffice, before: Dossier, after: Dossier): Promise<void> {
  await doWork(office, ({ applications }) =>
    applications.save(after.state, after.events.slice(before.events.length)),
  )
}

export const numbersOf = (lines: readonly { readonly registrationNumber: string }[]): readonly string[] =>
  lines.map((line) => line.registrationNumber)

/** Registration number of the dossier made with that `n`. */
export const registered = (n: number): string => `P-2026-${String(n).padStart(6, '0')}`
