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
import { learnWords } from './search-likeness.ts'
import { searchRuleSetting } from './search-renewal.ts'
import { likenessWordsOf, writeSearchWords } from './search-words.ts'

// One portion is one transaction: short enough that another station at the same server is not held up.
const portion = 100

/** What stands beside the events of a dossier for lists and search, against what follows from them. */
interface Compared {
  readonly state: ApplicationState
  readonly position: number
  readonly right: Omit<ApplicationRow, 'position'>
  readonly columns: readonly Column[]
  readonly stages: boolean
  readonly products: boolean
}

type Column = keyof Omit<ApplicationRow, 'position'>

/** Left out by the doctor: the state is compared by its fields, and words of another rule are made again at the next start. */
type LeftOut = readonly Column[]

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
  return (await historiesOf(reader, ids)).flatMap((history): Compared[] => {
    const [row, state] = [byId.rows.get(history.id), rebuilt(history)]
    if (!row || !state) return []
    const right = toApplicationRow(state, zone)
    const columns = (Object.keys(right) as Column[]).filter(
      (column) => !without.includes(column) && !isSame(row[column], right[column]),
    )
    const open = state.openStages.map(({ stage, since }) => ({ application_id: state.id, stage, since }))
    return [
      {
        state,
        position: row.position,
        right,
        columns,
        stages: !sameRows(byId.stages.get(state.id) ?? [], open, 'stage'),
        products: !sameRows(byId.products.get(state.id) ?? [], productsOf(state), 'id'),
      },
    ]
  })
}

const differs = ({ columns, stages, products }: Compared): boolean => columns.length > 0 || stages || products

/** What lists and search say otherwise than the histories, for the doctor. */
export const makeListColumnQueries = (reader: Knex): Pick<ReportQueries, 'listColumnsThatDiffer'> => ({
  async listColumnsThatDiffer(ids, zone) {
    const wordsAreOurs = (await makeOfficeQueries(reader).getSetting(searchRuleSetting)) === searchRule
    const without: LeftOut = ['state', 'seq', ...(wordsAreOurs ? [] : (['search_text'] as const))]
    const compared = await compare(reader, ids, zone, without)
    return compared.filter(differs).map((one): ListColumns => ({
      applicationId: one.state.id,
      registrationNumber: one.state.registrationNumber.text,
      columns: [
        ...one.columns,
        ...(one.stages ? ['application_open_stages'] : []),
        ...(one.products ? ['products'] : []),
      ],
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

async function mend(
  trx: Knex,
  { state, position, right, columns, stages, products }: Compared,
): Promise<void> {
  const { id } = state
  if (columns.length > 0) {
    const change = Object.fromEntries(columns.map((column) => [column, right[column]]))
    await trx<ApplicationRow>('applications').where({ id }).update(change)
  }
  if (columns.includes('search_text')) {
    await writeSearchWords(trx, [{ position, words: right.search_text }])
    await learnWords(trx, likenessWordsOf(state))
  }
  if (stages) {
    await trx<OpenStageRow>('application_open_stages').where({ application_id: id }).delete()
    const open = state.openStages.map(({ stage, since }) => ({ application_id: id, stage, since }))
    if (open.length > 0) await trx<OpenStageRow>('application_open_stages').insert(open)
  }
  if (products) {
    await trx<ProductRow>('products').where({ application_id: id }).delete()
    for (const row of productsOf(state)) await trx<ProductRow>('products').insert(row)
  }
}
