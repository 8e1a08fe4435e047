import { delayActions, delayReasonsOf } from '#domain/delay-reason.ts'
import {
  endingKinds,
  factDimensions,
  factKinds,
  sumOfAll,
  summedDimensions,
  type FactDimension,
  type ReportFact,
} from '#domain/report-facts.ts'
import type { FactCondition, FactCount, FactLayout, FactLine, ReportQueries } from '#ports/report-queries.ts'
import type { Knex } from 'knex'
import type { EventRow } from '../rows/application-rows.ts'
import type { ReportFactRow, ReportSpanRow } from '../rows/report-rows.ts'
import { fromEventRow } from './application-row.ts'
import { fromLineRow, lineColumns, type LineRow } from './dossier-line.ts'
import { makeOutgoingRegister } from './outgoing-register.ts'
import { makeLimitQueries } from './limit-queries.ts'
import { inPortions, marks, oneOf, rowsOf } from './reading.ts'
import { fromFactRow, fromSpanRow } from './report-row.ts'
import { factsStanding } from './report-standing.ts'
import { groupColumns, sumsThatDiffer } from './report-sums.ts'

/** Figures, what is behind them, and what has changed in them. */
export function makeReportQueries(reader: Knex): Omit<ReportQueries, 'listColumnsThatDiffer'> {
  return {
    ...makeOutgoingRegister(reader),
    ...makeLimitQueries(reader),
    async countFacts(condition, layout) {
      const question = sumsQuestion(condition, layout) ?? factsQuestion(condition, layout)
      const rows = await rowsOf<CountRow>(reader, question.sql, question.bindings)
      return rows.flatMap(toCount(condition))
    },
    listFacts: (condition, limit) => linesOf(reader, conditionOf(condition), limit),
    async clerkNames(condition) {
      const { sql, bindings } = conditionOf(condition)
      const rows = await rowsOf<{ id: string; name: string }>(
        reader,
        `SELECT f.user_id AS id, f.user_name AS name, max(f.at) AS last_at FROM report_facts f
          WHERE ${sql} AND f.user_id IS NOT NULL GROUP BY f.user_id, f.user_name ORDER BY last_at, f.user_name`,
        bindings,
      )
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
    async factDifferences({ from, through }, before, after) {
      // With their kinds the facts of these days have an index; without, all that was recorded since is read.
      const ofDays = `f.kind IN (${marks(factKinds)}) AND f.day >= ? AND f.day <= ?`
      const days = [...factKinds, from, through]
      const [added, takenOff] = await Promise.all([
        linesOf(reader, {
          sql: `${ofDays} AND f.recorded_at || '' >= ? AND f.recorded_at || '' < ?
            AND (f.reversed_at IS NULL OR f.reversed_at >= ?)`,
          bindings: [...days, before, after, after],
        }),
        linesOf(reader, {
          sql: `${ofDays} AND f.recorded_at < ? AND f.reversed_at >= ? AND f.reversed_at < ?`,
          bindings: [...days, before, before, after],
        }),
      ])
      return [...takenOff.map(asTakenOff), ...added.map(asAdded)].sort(inOrderOfChange)
    },
    async lastRecorded() {
      const [row] = await rowsOf<{ at: string | null }>(
        reader,
        `SELECT max(one.at) AS at FROM (
          SELECT max(recorded_at) AS at FROM report_facts
          UNION ALL SELECT max(reversed_at) FROM report_facts WHERE reversed_at IS NOT NULL
          UNION ALL SELECT max(at) FROM application_events
          UNION ALL SELECT max(known_at) FROM survey_answers
          UNION ALL SELECT max(answered_at) FROM consultations
          UNION ALL SELECT max(entered_at) FROM complaints
          UNION ALL SELECT max(done_at) FROM complaint_acts
          UNION ALL SELECT max(voided_at) FROM official_numbers WHERE voided_at IS NOT NULL
          UNION ALL SELECT max(reserved_at) FROM blank_forms
          UNION ALL SELECT max(started_at) FROM number_starts
          UNION ALL SELECT max(closed_at) FROM day_closings
          UNION ALL SELECT max(received_at) FROM blank_stacks
          UNION ALL SELECT max(taken_at) FROM blank_entries
          UNION ALL SELECT max(settled_at) FROM blank_entries WHERE settled_at IS NOT NULL
          UNION ALL SELECT max(changed_at) FROM calendar_changes) one`,
        [],
      )
      return (row?.at ?? null) as ReportFact['at'] | null
    },
    async factsOfApplication(applicationId) {
      const rows = await reader<ReportFactRow>('report_facts')
        .where({ application_id: applicationId })
        .orderBy('ordinal')
      return rows.map(fromFactRow)
    },
    async spansOfApplication(applicationId) {
      const rows = await reader<ReportSpanRow>('report_spans')
        .where({ application_id: applicationId })
        .orderBy('ordinal')
      return rows.map(fromSpanRow)
    },
    async listStaysEnded({ from, through }) {
      const rows = await reader<ReportSpanRow>('report_spans').whereBetween('left_day', [from, through])
      return rows.map(fromSpanRow)
    },
    async spansOfApplications(ids) {
      const found: ReportSpanRow[] = []
      await inPortions(ids, async (portion) => {
        const rows = await reader<ReportSpanRow>('report_spans')
          .whereIn('application_id', [...portion])
          .orderBy(['application_id', 'ordinal'])
        found.push(...rows)
      })
      return Map.groupBy(found.map(fromSpanRow), ({ applicationId }) => applicationId)
    },
    async delayReasons(ids, asOf) {
      const found: EventRow[] = []
      await inPortions(ids, async (portion) => {
        const rows = reader<EventRow>('application_events')
          .whereIn('application_id', [...portion])
          .whereIn('action', [...delayActions])
          .orderBy(['application_id', 'seq'])
        found.push(...(await (asOf === null ? rows : rows.where('at', '<', asOf))))
      })
      const events = Map.groupBy(found.map(fromEventRow), ({ applicationId }) => applicationId)
      return new Map([...events].map(([id, own]) => [id, delayReasonsOf(own)]))
    },
    async stageQueues() {
      const rows = await rowsOf<{ stage: string; waiting: number; since: string }>(
        reader,
        `SELECT stage, count(*) AS waiting, min(since) AS since FROM application_open_stages
          GROUP BY stage ORDER BY stage`,
      )
      return rows.map((row) => ({ ...row, since: row.since as ReportFact['at'] }))
    },
    reportSumsThatDiffer: (limit) => sumsThatDiffer(reader, limit),
  }
}

interface Question {
  readonly sql: string
  readonly bindings: readonly Knex.RawBinding[]
}

interface CountRow {
  readonly kind: string
  readonly period: string
  readonly value: string
  readonly n: number
  readonly late: number
}

const toCount =
  ({ lateOnly }: FactCondition) =>
  ({ kind, period, value, n, late }: CountRow): readonly FactCount[] => {
    const count = lateOnly ? late : n
    return count === 0
      ? []
      : [{ kind: oneOf(factKinds, kind, 'kind of fact'), period, group: value, n: count, late }]
  }

/** The condition on `report_facts f`: nothing else decides what a cell counts and what is listed behind it. */
function conditionOf({ days, kinds, lateOnly, undecided, where = {}, asOf }: FactCondition): Question {
  const narrowed = factDimensions.flatMap((dimension) => {
    const value = where[dimension]
    return value === undefined ? [] : [{ sql: `${groupColumns[dimension]} = ?`, value }]
  })
  const standing = factsStanding(asOf)
  const notEnded = `NOT EXISTS (SELECT 1 FROM report_facts e WHERE e.application_id = f.application_id
    AND e.kind IN (${marks(endingKinds)}) AND e.day <= ? AND ${factsStanding(asOf, 'e').sql})`
  const parts = [
    `f.kind IN (${marks(kinds)})`,
    'f.day >= ? AND f.day <= ?',
    ...(lateOnly ? ['f.late = 1'] : []),
    ...narrowed.map((one) => one.sql),
    standing.sql,
    ...(undecided ? [notEnded] : []),
  ]
  const ended = undecided ? [...endingKinds, days.through, ...standing.bindings] : []
  return {
    sql: parts.join(' AND '),
    bindings: [
      ...kinds,
      days.from,
      days.through,
      ...narrowed.map((one) => one.value),
      ...standing.bindings,
      ...ended,
    ],
  }
}

const periodColumns = { day: 'day', month: 'substr(day, 1, 7)', year: 'substr(day, 1, 4)' } as const
const periodOf = ({ per }: FactLayout): string => (per === null ? "''" : periodColumns[per])
// A constant is no column: grouping by it is left out.
const groupedBy = (columns: readonly string[]): string => columns.filter((one) => one !== "''").join(', ')

function factsQuestion(condition: FactCondition, layout: FactLayout): Question {
  const { sql, bindings } = conditionOf(condition)
  const value = layout.by === null ? "''" : groupColumns[layout.by]
  const columns = groupedBy(['f.kind', periodOf(layout), value])
  return {
    sql: `SELECT f.kind, ${periodOf(layout)} AS period, ${value} AS value, count(*) AS n,
      CAST(sum(f.late) AS BIGINT) AS late
      FROM report_facts f WHERE ${sql} GROUP BY ${columns} ORDER BY ${columns}`,
    bindings,
  }
}

/** What the sums of a day can answer: the present, by one thing at the most. null: they cannot. */
function sumsQuestion(condition: FactCondition, layout: FactLayout): Question | null {
  const { days, kinds, undecided, where = {}, asOf } = condition
  const narrowed = factDimensions.filter((one) => where[one] !== undefined)
  const asked = [...new Set([...narrowed, ...(layout.by === null ? [] : [layout.by])])]
  const [dimension] = asked
  if (asOf !== null || undecided || asked.length > 1 || (dimension && !isSummed(dimension))) return null
  const value = layout.by === null ? "''" : 'value'
  const only = dimension === undefined ? undefined : where[dimension]
  const columns = groupedBy(['kind', periodOf(layout), value])
  return {
    sql: `SELECT kind, ${periodOf(layout)} AS period, ${value} AS value, CAST(sum(n) AS BIGINT) AS n,
      CAST(sum(late) AS BIGINT) AS late
      FROM report_sums WHERE dimension = ? AND kind IN (${marks(kinds)}) AND day >= ? AND day <= ?
      ${only === undefined ? '' : 'AND value = ?'} GROUP BY ${columns} ORDER BY ${columns}`,
    bindings: [
      dimension ?? sumOfAll,
      ...kinds,
      days.from,
      days.through,
      ...(only === undefined ? [] : [only]),
    ],
  }
}

const isSummed = (dimension: FactDimension): boolean => summedDimensions.includes(dimension)

const factColumns = [
  'application_id',
  'ordinal',
  'kind',
  'seq',
  'day',
  'at',
  'recorded_at',
  'recorded_by',
  'reason',
  'user_id',
  'user_name',
  'counter',
  'permit_type_code',
  'application_kind',
  'practice_ordinal',
  'channel',
  'district',
  'facility',
  'profession',
  'late',
  'replaces',
  'reversed_seq',
  'reversed_at',
  'reversed_by',
  'reversed_reason',
] as const satisfies readonly (keyof ReportFactRow)[]

const lineOfFact = [
  ...factColumns.map((column) => `f.${column} AS fact_${column}`),
  ...lineColumns.map((column) => `a.${column}`),
].join(', ')

type JoinedRow = LineRow & Readonly<Record<`fact_${keyof ReportFactRow}`, unknown>>

const inOrderOfList = 'f.day, f.at, f.application_id, f.ordinal'

/** Which facts are shown is decided on the facts alone: of a long list no more dossiers are read than are shown. */
async function linesOf(
  reader: Knex,
  { sql, bindings }: Question,
  limit: number | null = null,
): Promise<readonly FactLine[]> {
  const rows = await rowsOf<JoinedRow>(
    reader,
    `SELECT ${lineOfFact} FROM (
        SELECT f.application_id, f.ordinal FROM report_facts f WHERE ${sql}
        ORDER BY ${inOrderOfList} ${limit === null ? '' : 'LIMIT ?'}
      ) shown
      JOIN report_facts f ON f.application_id = shown.application_id AND f.ordinal = shown.ordinal
      JOIN applications a ON a.id = f.application_id
      ORDER BY ${inOrderOfList}`,
    [...bindings, ...(limit === null ? [] : [limit])],
  )
  return rows.map((row) => ({ fact: fromFactRow(factRowIn(row)), dossier: fromLineRow(row) }))
}

const factRowIn = (row: JoinedRow): ReportFactRow =>
  Object.fromEntries(factColumns.map((column) => [column, row[`fact_${column}`]])) as unknown as ReportFactRow

const asAdded = (line: FactLine) => {
  const { recordedAt: at, recordedBy: by, reason } = line.fact
  return { ...line, change: 'added', at, by, reason } as const
}

const asTakenOff = (line: FactLine) => {
  const { reversed } = line.fact
  if (!reversed) throw new Error('a fact that stands was taken off')
  return { ...line, change: 'taken-off', at: reversed.at, by: reversed.by, reason: reversed.reason } as const
}

const inOrderOfChange = (
  one: { readonly at: string; readonly fact: ReportFact },
  other: { readonly at: string; readonly fact: ReportFact },
): number =>
  one.at.localeCompare(other.at) ||
  one.fact.applicationId.localeCompare(other.fact.applicationId) ||
  one.fact.ordinal - other.fact.ordinal
