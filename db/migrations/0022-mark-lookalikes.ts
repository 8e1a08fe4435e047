import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

/** What this migration reads of a stored dossier. */
interface StateThen {
  readonly applicant: { readonly birthDate: string | null; readonly phone: string | null }
  readonly data: { readonly str: { readonly number: string } | null }
}

const marksThen = ({ applicant, data }: StateThen): readonly string[] => [
  ...(data.str ? [`str ${data.str.number.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()}`] : []),
  ...(applicant.phone === null ? [] : [`phone ${applicant.phone}`]),
  ...(applicant.birthDate === null ? [] : [`born ${applicant.birthDate}`]),
]

/** By what two dossiers that may be one are found; a mark stays when its dossier has changed, and then tells nothing. */
export async function up(knex: Knex): Promise<void> {
  const { text, closeByKey } = tableWords(knex)
  await runAll(knex, [
    `CREATE TABLE lookalike_marks (
      mark ${text} NOT NULL,
      application_id ${text} NOT NULL REFERENCES applications (id),
      PRIMARY KEY (mark, application_id)
    ${closeByKey}`,
  ])
  for (let after = 0; ;) {
    const rows = await knex<{ position: number; id: string; state: string }>('applications')
      .where('position', '>', after)
      .orderBy('position')
      .limit(200)
      .select('position', 'id', 'state')
    const last = rows.at(-1)
    if (last === undefined) return
    const marks = rows.flatMap(({ id, state }) =>
      marksThen(JSON.parse(state) as StateThen).map((mark) => ({ mark, application_id: id })),
    )
    if (marks.length > 0) await knex('lookalike_marks').insert(marks)
    after = Number(last.position)
  }
}
