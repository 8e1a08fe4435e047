import type { Knex } from 'knex'
import { runAll, tableWords } from './dialect.ts'

interface StateRow {
  readonly id: string
  readonly state: string
}
interface EventRow {
  readonly application_id: string
  readonly at: string
  readonly actor_name: string
  readonly body: string
}
interface Original {
  readonly id: string
  readonly requirementCode: string
  readonly count: number
  readonly returned: unknown
}
interface State {
  readonly originals?: readonly Original[]
  readonly papersBack?: { readonly returnId: string }
  readonly data: { readonly targetPermitNumber: string | null }
}

/**
 * What is left to do after papers went out: an earlier permit still to come, originals still here. States from before are
 * brought to what their events say now.
 */
export async function up(knex: Knex): Promise<void> {
  const { text } = tableWords(knex)
  await runAll(knex, [
    `ALTER TABLE applications ADD COLUMN originals_kept ${text}`,
    `ALTER TABLE applications ADD COLUMN owed_permit ${text}`,
    `CREATE INDEX applications_owed_permit ON applications (handed_over_at, position)
      WHERE owed_permit IS NOT NULL`,
    `CREATE INDEX applications_originals_kept ON applications (handed_over_at, position)
      WHERE originals_kept IS NOT NULL`,
  ])
  await keepOriginals(knex)
  await keepOldPermits(knex)
  await nameGivers(knex)
}

async function keepOriginals(knex: Knex): Promise<void> {
  const rows = await knex<StateRow>('applications')
    .where('state', 'like', '%"originals":%')
    .select('id', 'state')
  for (const { id, state } of rows) {
    const kept = ((JSON.parse(state) as State).originals ?? [])
      .filter(({ returned }) => returned === null)
      .map(({ id: original, requirementCode, count }) => ({
        id: original,
        requirementCode,
        count,
        reason: null,
      }))
    if (kept.length > 0)
      await knex('applications')
        .where({ id })
        .update({ originals_kept: JSON.stringify(kept) })
  }
}

const eventsOf = (knex: Knex, action: string): Promise<readonly EventRow[]> =>
  knex<EventRow & { action: string; seq: number }>('application_events')
    .where({ action })
    .orderBy('seq')
    .select('application_id', 'at', 'actor_name', 'body')

async function stateOf(knex: Knex, id: string): Promise<State | null> {
  const row = await knex<StateRow>('applications').where({ id }).select('state').first()
  return row ? (JSON.parse(row.state) as State) : null
}

async function keepOldPermits(knex: Knex): Promise<void> {
  for (const event of await eventsOf(knex, 'handed-over')) {
    const { oldPermit: answer } = JSON.parse(event.body) as {
      oldPermit?: { outcome: string; reason?: string }
    }
    const id = event.application_id
    const state = answer ? await stateOf(knex, id) : null
    if (!answer || !state) continue
    const standing = { at: event.at, by: event.actor_name }
    const owed =
      answer.outcome === 'not-yet'
        ? { number: state.data.targetPermitNumber, reason: answer.reason ?? '', ...standing }
        : null
    await knex('applications')
      .where({ id })
      .update({
        state: JSON.stringify({ ...state, oldPermit: { answer, ...standing } }),
        owed_permit: owed && JSON.stringify(owed),
      })
  }
}

/** Whoever gave papers back is named to the one who comes second. */
async function nameGivers(knex: Knex): Promise<void> {
  for (const event of await eventsOf(knex, 'papers-given-back')) {
    const body = JSON.parse(event.body) as { returnId: string; receivedBy: string }
    const id = event.application_id
    const state = await stateOf(knex, id)
    if (state?.papersBack?.returnId !== body.returnId) continue
    const papersBack = { ...state.papersBack, by: event.actor_name, receivedBy: body.receivedBy }
    await knex('applications')
      .where({ id })
      .update({ state: JSON.stringify({ ...state, papersBack }) })
  }
}
