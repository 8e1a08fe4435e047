import { rebuildState } from '#domain/application-history.ts'
import type { ApplicationState } from '#domain/application-state.ts'
import type { ZoneName } from '#domain/office-zone.ts'
import { searchRule } from '#domain/search-tokens.ts'
import type { ListColumns, ReportQueries } from '#ports/report-queries.ts'
import type { Knex } from 'knex'
import { isDeepStrictEqual } from 'node:util'
import type { ApplicationRow, OpenStageRow, ProductRow } from '../rows/application-rows.ts'
import { toApplicationRow, toProductRow } from './application-row.ts'
import { makeOfficeQueries } from './office-queries.ts'
import { historiesOf, type WholeHistory } from './report-facts.ts'
import { learnWords, unknownWords } from './search-likeness.ts'
import { searchRuleSetting } from './search-renewal.ts'
import { likenessWordsOf, misindexed, writeSearchWords } from './search-words.ts'

// One portion is one transaction: short enough that another station at the same server is not held up.
const portion = 100

/** What stands beside the events of a dossier for lists and search, against what follows from them. */
interface Compared {
  readonly state: ApplicationState
  readonly position: number
  readonly right: Omit<ApplicationRow, 'position'>
  readonly columns: readonly Column[]
  readonly tables: readonly Table[]
}

type Column = keyof Omit<ApplicationRow, 'position'>
type Table = 'application_open_stages' | 'products' | 'application_search' | 'search_likeness'

/** Left out by the doctor: the state is compared by its fields, and words of another rule are made again at the next start. */
type LeftOut = readonly (Column | Table)[]
const leftToHistories: LeftOut = ['state', 'seq']
const wordsOfSearch: LeftOut = ['search_text', 'application_search', 'search_likeness']

/** JSON says the same whatever the order of its keys; everything else is compared as it is. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  const isJson = (value: unknown): value is string => typeof value === 'string' && /^[[{]/.test(value)
  if (!isJson(one) || !isJson(other)) return false
  try {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other))
  } catch {
    return false
  }
}

const sameRows = <Row extends object>(
  kept: readonly Row[],
  right: readonly Row[],
  key: keyof Row,
): boolean => {
  const inOrder = (rows: readonly Row[]): readonly Row[] =>
    rows.toSorted((one, other) => (String(one[key]) < String(other[key]) ? -1 : 1))
  return isDeepStrictEqual(
    inOrder(kept).map((row) => ({ ...row })),
    inOrder(right).map((row) => ({ ...row })),
  )
}

/** A history that cannot be read is a finding of its own, and has nothing to compare with. */
function rebuilt({ events }: WholeHistory): ApplicationState | null {
  try {
    return rebuildState(events)
  } catch {
    return null
  }
}

const openStagesOf = ({ id, openStages }: ApplicationState): readonly OpenStageRow[] =>
  openStages.map(({ stage, since }) => ({ application_id: id, stage, since }))

const productsOf = (state: ApplicationState): readonly ProductRow[] => [
  ...state.formerProducts.map((one) => toProductRow(state.id, one, true)),
  ...(state.product ? [toProductRow(state.id, state.product, false)] : []),
]

async function compare(
  reader: Knex,
  ids: readonly string[],
  zone: ZoneName,
  without: LeftOut,
): Promise<readonly Compared[]> {
  const of = { ids: [...ids] }
  // The events last: what is written between two reads is then seen as a difference, and asked for again.
  const rows = await reader<ApplicationRow>('applications').whereIn('id', of.ids)
  const stages = await reader<OpenStageRow>('application_open_stages').whereIn('application_id', of.ids)
  const products = await reader<ProductRow>('products').whereIn('application_id', of.ids)
  const byId = {
    rows: new Map(rows.map((row) => [row.id, row])),
    stages: Map.groupBy(stages, (row) => row.application_id),
    products: Map.groupBy(products, (row) => row.application_id),
  }
  const told = (await historiesOf(reader, ids)).flatMap((history) => {
    const [row, state] = [byId.rows.get(history.id), rebuilt(history)]
    return row && state ? [{ row, state, right: toApplicationRow(state, zone) }] : []
  })
  const lost = await misindexed(
    reader,
    told.map(({ row, right }) => ({ position: row.position, words: right.search_text })),
  )
  const named = told.flatMap(({ state }) => likenessWordsOf(state))
  const strange = new Set(await unknownWords(reader, named))
  return told.map(({ row, state, right }): Compared => {
    const columns = (Object.keys(right) as Column[]).filter(
      (column) => !without.includes(column) && !isSame(row[column], right[column]),
    )
    const isWrong: Readonly<Record<Table, boolean>> = {
      application_open_stages: !sameRows(byId.stages.get(state.id) ?? [], openStagesOf(state), 'stage'),
      products: !sameRows(byId.products.get(state.id) ?? [], productsOf(state), 'id'),
      application_search: lost.has(row.position),
      search_likeness: likenessWordsOf(state).some((word) => strange.has(word)),
    }
    const tables = (Object.keys(isWrong) as Table[]).filter(
      (table) => isWrong[table] && !without.includes(table),
    )
    return { state, position: row.position, right, columns, tables }
  })
}

const differs = ({ columns, tables }: Compared): boolean => columns.length + tables.length > 0

/** What lists and search say otherwise than the histories, for the doctor. */
export const makeListColumnQueries = (reader: Knex): Pick<ReportQueries, 'listColumnsThatDiffer'> => ({
  async listColumnsThatDiffer(ids, zone) {
    const wordsAreOurs = (await makeOfficeQueries(reader).getSetting(searchRuleSetting)) === searchRule
    const without = [...leftToHistories, ...(wordsAreOurs ? [] : wordsOfSearch)]
    const compared = await compare(reader, ids, zone, without)
    return compared.filter(differs).map((one): ListColumns => ({
      applicationId: one.state.id,
      registrationNumber: one.state.registrationNumber.text,
      columns: [...one.columns, ...one.tables],
    }))
  },
})

/**
 * Writes the state of dossiers and what stands beside it for lists and search as the histories say, where it is otherwise, and
 * tells of how many dossiers. Repeatable; a killed run begins again.
 *
 * @param onProgress  told after each portion how many dossiers have been looked at
 */
export async function renewListColumns(
  writer: Knex,
  zone: ZoneName,
  onProgress?: (looked: number) => void,
): Promise<number> {
  let changed = 0
  let looked = 0
  for (let after = 0; ;) {
    const from = after
    const done = await writer.transaction(async (trx) => {
      const rows = await trx<ApplicationRow>('applications')
        .where('position', '>', from)
        .orderBy('position')
        .limit(portion)
        .forUpdate()
        .select('position', 'id')
      const ids = rows.map((row) => row.id)
      const wrong = (await compare(trx, ids, zone, [])).filter(differs)
      for (const one of wrong) await mend(trx, one)
      return { changed: wrong.length, looked: rows.length, last: rows.at(-1)?.position ?? null }
    })
    if (done.last === null) return changed
    changed += done.changed
    looked += done.looked
    after = done.last
    onProgress?.(looked)
  }
}

async function mend(trx: Knex, { state, position, right, columns, tables }: Compared): Promise<void> {
  const { id } = state
  if (columns.length > 0) {
    const change = Object.fromEntries(columns.map((column) => [column, right[column]]))
    await trx<ApplicationRow>('applications').where({ id }).update(change)
  }
  if ([...columns, ...tables].some((one) => wordsOfSearch.includes(one))) {
    await writeSearchWords(trx, [{ position, words: right.search_text }])
    await learnWords(trx, likenessWordsOf(state))
  }
  if (tables.includes('application_open_stages')) {
    await trx<OpenStageRow>('application_open_stages').where({ application_id: id }).delete()
    const open = openStagesOf(state)
    if (open.length > 0) await trx<OpenStageRow>('application_open_stages').insert([...open])
  }
  if (tables.includes('products')) {
    await trx<ProductRow>('products').where({ application_id: id }).delete()
    for (const row of productsOf(state)) await trx<ProductRow>('products').insert(row)
  }
}
