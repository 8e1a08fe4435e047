import type { ApplicationState } from '#domain/application-state.ts'
import { marksOfDossier } from '#domain/lookalike.ts'
import type { Knex } from 'knex'
import type { ApplicationRow, LookalikeMarkRow } from '../rows/application-rows.ts'
import { fromStateJson } from './application-row.ts'
import { inPortions } from './reading.ts'

/** Marks dossiers so that others like them are found; what is marked already stays. */
export async function writeLookalikeMarks(trx: Knex, states: readonly ApplicationState[]): Promise<void> {
  const rows = states.flatMap((state) =>
    marksOfDossier(state).map((mark): LookalikeMarkRow => ({ mark, application_id: state.id })),
  )
  await inPortions(rows, (portion) =>
    trx<LookalikeMarkRow>('lookalike_marks')
      .insert([...portion])
      .onConflict(['mark', 'application_id'])
      .ignore(),
  )
}

/** Dossiers that bear any of the marks, newest first; of each mark so many, so that a common one hides no rare one. */
export async function listStatesByMarks(
  reader: Knex,
  marks: readonly string[],
  limit: number,
): Promise<readonly ApplicationState[]> {
  const rows = await Promise.all(
    marks.map((mark) =>
      reader<ApplicationRow>('applications')
        .whereIn('id', reader<LookalikeMarkRow>('lookalike_marks').where({ mark }).select('application_id'))
        .orderBy('position', 'desc')
        .limit(limit)
        .select('id', 'seq', 'state', 'position'),
    ),
  )
  const found = new Map(rows.flat().map((row) => [row.id, row]))
  return [...found.values()].sort((a, b) => Number(b.position) - Number(a.position)).map(fromStateJson)
}
