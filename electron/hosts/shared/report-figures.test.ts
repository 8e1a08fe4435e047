import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sqlite3 from 'sqlite3'
import { join } from 'node:path'
import { officeDate } from '#domain/office-date.ts'
import { factDimensions, factKinds } from '#domain/report-facts.ts'
import { reportFigures } from '#domain/report-figures.ts'
import { countOfColumn, typeRecapColumns } from '#domain/type-recap.ts'
import { composeStation, type ComposedStation } from '../testing/composed-station.ts'

let office: ComposedStation
let reader: sqlite3.Database
beforeAll(async () => {
  office = await composeStation({ demo: true })
  reader = new sqlite3.Database(join(office.dataDir, 'kantor.sqlite'), sqlite3.OPEN_READONLY)
  for (const username of ['kabid', 'loket']) {
    const signed = await office
      .client(username)
      .session.signIn.mutate({ username, password: 'sepok-demo-2026' })
    if (!signed.ok) throw new Error(signed.refusal.code)
  }
})
afterAll(async () => {
  await new Promise<void>((resolve) => reader.close(() => resolve()))
  await office.close()
})

const sql = <Row>(query: string, ...values: readonly unknown[]): Promise<readonly Row[]> =>
  new Promise((resolve, reject) => {
    reader.all<Row>(query, values, (error, rows) => (error ? reject(error) : resolve(rows)))
  })

/** The office's day of an instant, said in SQL alone: WIB is seven hours ahead all year. */
const on = (column: string): string => `date(datetime(${column}, '+7 hours')) = ?`
/** Done here, and not in an old book before it was carried over. */
const here = (column: string): string => `(carried_at IS NULL OR ${column} > carried_at) AND ${on(column)}`
const plainCounts: Readonly<Record<string, string>> = {
  received: `SELECT count(*) n FROM applications WHERE carried_at IS NULL AND ${on('submitted_at')}`,
  issued: `SELECT count(*) n FROM applications WHERE product_kind = 'permit' AND ${here('issued_at')}`,
  refused: `SELECT count(*) n FROM applications WHERE ${here('refused_at')}`,
  revoked: `SELECT count(*) n FROM applications WHERE product_kind = 'revocation-decree' AND ${here('issued_at')}`,
  // A Ralat takes the dossier's own mark away, and a second handover sets it anew: each act counts on its day.
  handedOver: `SELECT count(*) n FROM application_events e JOIN applications ON applications.id = e.application_id
    WHERE e.action = 'handed-over' AND ${here('e.at')}`,
  returned: `SELECT count(DISTINCT application_id) n FROM application_events
    WHERE move_kind = 'return-to-applicant' AND ${on('at')}`,
}

describe('the figures of the sample office', () => {
  it('equal a plain count of the rows on every day, and the dossiers behind them are as many', async () => {
    const days = await sql<{ day: string }>(
      `SELECT DISTINCT date(datetime(at, '+7 hours')) AS day FROM application_events ORDER BY day`,
    )
    expect(days.length).toBeGreaterThan(20)
    const supervisor = office.client('kabid')
    for (const { day } of days) {
      const report = await supervisor.reports.daily.query({ day: officeDate(day) })
      for (const [figure, query] of Object.entries(plainCounts)) {
        const [counted] = await sql<{ n: number }>(query, day)
        expect(report.total[figure as keyof typeof report.total], `${figure} on ${day}`).toBe(counted?.n)
        const key = figure as keyof typeof report.total
        const sum = report.rows.reduce((total, row) => total + row[key], 0)
        expect(sum).toBe(counted?.n)
      }
      const behind = await supervisor.figures.behind.query({
        from: officeDate(day),
        through: officeDate(day),
        kinds: ['received'],
        lateOnly: false,
        where: {},
        asOf: null,
        limit: 1000,
      })
      expect(behind.lines).toHaveLength(report.total.received)
      expect(report.issued).toHaveLength(report.total.issued)
      for (const groups of Object.values(report.groups))
        for (const figure of reportFigures)
          expect(groups.reduce((sum, one) => sum + one[figure], 0)).toBe(report.total[figure])
      const late = report.issued.filter((one) => one.late)
      expect(late).toHaveLength(report.total.late)
      expect(late.every((one) => one.heldBy !== null)).toBe(true)
    }
  })

  it('of a past day as of an evening leave out what became known later, and of a far one nothing', async () => {
    const supervisor = office.client('kabid')
    const [first] = await sql<{ day: string; evening: string }>(
      `SELECT f.day, date(f.day) || 'T16:59:59.999Z' AS evening FROM report_facts f
        JOIN handovers h ON h.application_id = f.application_id
        WHERE f.kind = 'issued' AND f.reversed_at IS NULL AND h.handed_over_at > date(f.day, '+2 days') LIMIT 1`,
    )
    if (!first) throw new Error('every permit of the sample office was handed over at once')
    const ask = (asOf: string | null) => supervisor.reports.daily.query({ day: officeDate(first.day), asOf })
    const [then, now, far] = await Promise.all([
      ask(first.evening),
      ask(null),
      ask('2100-01-01T00:00:00.000Z'),
    ])
    const waiting = ({ outgoing }: typeof now) => outgoing.filter((one) => one.handedOverAt === null).length
    expect(waiting(then)).toBeGreaterThan(waiting(now))
    expect(then.outgoing.every((one) => (one.handedOverAt ?? '') < first.evening)).toBe(true)
    expect({ ...far, asOf: null }).toEqual({ ...now, asOf: null })
  })

  it('of any group of a year are as many as the dossiers behind them, and add up to the year', async () => {
    const supervisor = office.client('kabid')
    const days = { from: officeDate('2026-01-01'), through: officeDate('2026-12-31') }
    let opened = 0
    for (const by of factDimensions) {
      const report = await supervisor.figures.period.query({
        ...days,
        by,
        per: 'quarter',
        where: {},
        asOf: null,
      })
      for (const kind of factKinds) {
        const sum = (parts: readonly { readonly counts: Readonly<Record<string, number>> }[]) =>
          parts.reduce((total, { counts }) => total + (counts[kind] ?? 0), 0)
        expect(sum(report.groups), `${kind} by ${by}`).toBe(report.total[kind])
        expect(sum(report.series)).toBe(report.total[kind])
      }
      for (const { group, label, counts } of report.groups.slice(0, 3)) {
        const cell = {
          ...days,
          kinds: ['issued' as const],
          lateOnly: false,
          where: { [by]: group },
          asOf: null,
          limit: 1000,
        }
        const behind = await supervisor.figures.behind.query(cell)
        expect(label).not.toBe('')
        expect([behind.total, behind.lines.length]).toEqual([counts.issued, counts.issued])
        opened += behind.total
      }
    }
    expect(opened).toBeGreaterThan(100)
  })

  it('of the recap by type open as many dossiers as each cell says, and equal a plain count', async () => {
    const supervisor = office.client('kabid')
    const days = { from: officeDate('2026-01-01'), through: officeDate('2026-12-31') }
    const { rows, total } = await supervisor.figures.typeRecap.query({ ...days, asOf: null })
    const issued = `product_kind = 'permit' AND (carried_at IS NULL OR issued_at > carried_at)
      AND date(datetime(issued_at, '+7 hours')) BETWEEN '2026-01-01' AND '2026-12-31'`
    const plain = {
      new: `kind = 'new' AND ${issued}`,
      renewal: `kind = 'renewal' AND ${issued}`,
      second: `practice_ordinal = 2 AND ${issued}`,
      inProcess: 'issued_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL',
    }
    for (const [column, condition] of Object.entries(plain)) {
      const counted = await sql<{ code: string; n: number }>(
        `SELECT permit_type_code AS code, count(*) AS n FROM applications WHERE ${condition} GROUP BY 1 ORDER BY 1`,
      )
      const said = rows.map(({ code, values }) => ({ code, n: values[column as keyof typeof values] ?? 0 }))
      expect(
        said.filter((one) => one.n > 0),
        column,
      ).toEqual(counted)
    }
    let opened = 0
    for (const column of typeRecapColumns) {
      const { where, days: counted, kinds, undecided } = countOfColumn(column, days)
      const cells = [{ code: null, values: total }, ...rows]
      for (const { code, values } of cells) {
        const behind = await supervisor.figures.behind.query({
          ...counted,
          kinds: [...kinds],
          undecided,
          lateOnly: false,
          where: code === null ? where : { ...where, 'permit-type': code },
          asOf: null,
          limit: 1000,
        })
        expect([behind.total, behind.lines.length], `${column} of ${code}`).toEqual([
          values[column],
          values[column],
        ])
        opened += behind.total
      }
    }
    expect(opened).toBeGreaterThan(200)
    expect(total.new).toBeGreaterThan(0)
    expect(total.inProcess).toBeGreaterThan(0)
  })

  it('tell promised and real time, and every figure of it opens as many dossiers as it says', async () => {
    const supervisor = office.client('kabid')
    const days = { from: officeDate('2026-10-01'), through: officeDate('2026-10-31') }
    const report = await supervisor.figures.time.query(days)
    const [ended] = await sql<{ n: number }>(
      "SELECT count(*) n FROM report_spans WHERE left_day BETWEEN '2026-10-01' AND '2026-10-31'",
    )
    const sum = (lines: typeof report.stages) => lines.reduce((total, one) => total + one.times.count, 0)
    expect(sum(report.stages) + sum(report.applicants)).toBe(ended?.n)
    expect(sum(report.roles)).toBe(sum(report.stages))
    const evening = '2026-10-15T16:59:59.999Z'
    const then = await supervisor.figures.time.query({ ...days, asOf: evening })
    const [known] = await sql<{ n: number }>(
      `SELECT count(*) n FROM report_facts WHERE kind IN ('issued', 'refused', 'revoked')
        AND day BETWEEN '2026-10-01' AND '2026-10-31' AND recorded_at < ?
        AND (reversed_at IS NULL OR reversed_at >= ?)`,
      evening,
      evening,
    )
    const all = { cell: { of: 'decided', outcome: 'all' }, limit: 1000 } as const
    const behindThen = await supervisor.figures.timeBehind.query({ ...days, ...all, asOf: evening })
    expect([then.decided.count, behindThen.total, then.queues]).toEqual([known?.n, known?.n, null])
    expect(then.decided.count).toBeLessThan(report.decided.count)

    const behind = async (cell: Parameters<typeof supervisor.figures.timeBehind.query>[0]['cell']) =>
      supervisor.figures.timeBehind.query({ ...days, cell, limit: 1000 })
    const { decided } = report
    for (const [outcome, figure] of [
      ['all', decided.count],
      ['within', decided.within],
      ['late', decided.late],
      ['no-promise', decided.noPromise],
      ['paused', decided.paused?.count ?? 0],
    ] as const)
      expect((await behind({ of: 'decided', outcome })).total, outcome).toBe(figure)
    expect(decided.within + decided.late + decided.noPromise).toBe(decided.count)
    for (const [of, lines] of [
      ['stage', [...report.stages, ...report.applicants]],
      ['role', report.roles],
    ] as const)
      for (const { group, times, sentBack } of lines) {
        const outside = of === 'stage' && report.applicants.some((one) => one.group === group)
        const all = await behind({ of, group, outside, only: 'all' })
        expect(all.total, group).toBe(times.count)
        expect(all.lines[0]?.minutes ?? 0).toBeCloseTo(times.longest, 6)
        expect((await behind({ of, group, outside, only: 'back' })).total).toBe(sentBack)
      }
    const [open] = await sql<{ n: number }>('SELECT count(*) n FROM application_open_stages')
    const queues = report.queues ?? []
    expect(queues.reduce((total, one) => total + one.waiting, 0)).toBe(open?.n)
    const [queue] = queues
    expect((await behind({ of: 'queue', stage: queue?.stage ?? '' })).total).toBe(queue?.waiting)
  })

  it('say of a decided dossier the same working time as its own part Waktu', async () => {
    const supervisor = office.client('kabid')
    const days = { from: officeDate('2026-11-01'), through: officeDate('2026-11-19') }
    const cell = { of: 'decided', outcome: 'all' } as const
    const { lines } = await supervisor.figures.timeBehind.query({ ...days, cell, limit: 40 })
    expect(lines.length).toBeGreaterThan(20)
    for (const { dossier, workingDays } of lines.filter((one) => one.workingDays !== null)) {
      const clocks = await supervisor.dossiers.clocks.query({ id: dossier.id })
      const decidedOn = (dossier.issuedAt ?? '').slice(0, 10)
      if (decidedOn === '') continue
      const [local] = await sql<{ day: string }>(
        "SELECT date(datetime(?, '+7 hours')) AS day",
        dossier.issuedAt,
      )
      const counted = clocks?.days.filter((one) => one.counted && one.date <= (local?.day ?? ''))
      expect(counted?.length, dossier.registrationNumber).toBe(workingDays)
    }
  })

  it('say how long each stage held a dossier, as the stays at that stage do', async () => {
    const supervisor = office.client('kabid')
    const days = { from: officeDate('2026-09-01'), through: officeDate('2026-11-19') }
    const stays = async (group: string) => {
      const cell = { of: 'stage', group, outside: false, only: 'all' } as const
      return (await supervisor.figures.timeBehind.query({ ...days, cell, limit: 1000 })).lines
    }
    const byStage = new Map(
      await Promise.all(
        ['front-office', 'dinas-kesehatan', 'pemrosesan', 'pencetakan'].map(
          async (stage) => [stage, await stays(stage)] as const,
        ),
      ),
    )
    const decided = await supervisor.figures.timeBehind.query({
      from: officeDate('2026-11-01'),
      through: officeDate('2026-11-19'),
      cell: { of: 'decided', outcome: 'all' },
      limit: 30,
    })
    let met = 0
    for (const { dossier } of decided.lines) {
      const { meters, heldBy } = await supervisor.figures.stageMeters.query({ id: dossier.id })
      for (const { stage, minutes, limit, over } of meters) {
        const own = (byStage.get(stage) ?? []).filter((one) => one.dossier.id === dossier.id)
        const sum = own.reduce((total, one) => total + (one.minutes ?? 0), 0)
        // Before it was declared complete a stay counts for its stage and not for the dossier.
        expect(minutes, `${dossier.registrationNumber} ${stage}`).toBeLessThanOrEqual(sum + 0.001)
        expect([limit, over]).toEqual([null, false])
        if (stage === 'dinas-kesehatan') expect(minutes).toBeCloseTo(sum, 3)
        met += 1
      }
      const longest = meters.toSorted((one, other) => other.minutes - one.minutes)[0]
      expect(heldBy).toBe(longest?.label ?? null)
    }
    expect(met).toBeGreaterThan(60)
  })

  it('of a month as of its end are those of today, but for what is listed as changed since', async () => {
    const supervisor = office.client('kabid')
    const days = { from: officeDate('2026-10-01'), through: officeDate('2026-10-31') }
    const asOf = '2026-10-31T17:00:00.000Z'
    const ask = (at: string | null) =>
      supervisor.figures.period.query({ ...days, by: null, per: 'month', where: {}, asOf: at })
    const [then, now] = [await ask(asOf), await ask(null)]
    const until = '2100-01-01T00:00:00.000Z'
    const changes = await supervisor.figures.changes.query({ ...days, since: asOf, until })
    for (const kind of factKinds) {
      const changed = (change: string) =>
        changes.filter((one) => one.change === change && one.line.kind === kind).length
      expect((then.total[kind] ?? 0) + changed('added') - changed('taken-off')).toBe(now.total[kind])
    }
    expect(then.total.received).toBeGreaterThan(0)
    expect(then.before.days).toEqual({ from: '2026-09-01', through: '2026-09-30' })
    expect(then.lastYear.days).toEqual({ from: '2025-10-01', through: '2025-10-31' })
  })

  it('stand in the books of period and year as on the screen, and every table adds up to the same', async () => {
    const supervisor = office.client('kabid')
    const days = { from: officeDate('2026-10-01'), through: officeDate('2026-10-31') }
    const book = async (kind: string, span: string) => {
      const answer = await office.fetch('kabid', `/files/report/${kind}/${span}.json`)
      return (await answer.json()) as {
        readonly figures: Readonly<Record<string, number>>
        readonly tables: readonly {
          readonly key: string
          readonly rows: readonly Readonly<Record<string, string | number>>[]
          readonly totals: Readonly<Record<string, number>>
        }[]
      }
    }
    const period = await book('period', '2026-10-01..2026-10-31')
    const shown = await supervisor.figures.period.query({
      ...days,
      by: null,
      per: 'day',
      where: {},
      asOf: null,
    })
    expect(period.figures['issued']).toBe(shown.total.issued)
    const [comparison, byType, ...tables] = period.tables
    expect(comparison?.rows.map((row) => row['now'])).toEqual(Object.values(period.figures))
    const typed = await supervisor.figures.typeRecap.query({ ...days, asOf: null })
    expect(byType?.totals).toMatchObject({ new: typed.total.new, 'in-process': typed.total.inProcess })
    expect(tables).toHaveLength(1 + factDimensions.length)
    for (const { key, totals } of tables) expect(totals, key).toEqual(period.figures)

    const recap = await book('recap', '2026-01-01..2026-12-31')
    const year = await supervisor.figures.recap.query({ year: 2026, figure: 'issued', asOf: null })
    const issued = recap.tables.find((one) => one.key === 'issued')
    expect(Object.values(issued?.totals ?? {})).toEqual([...year.months, year.total])
    expect(year.months[9]).toBe(shown.total.issued)

    const daily = await book('daily', '2026-10-05')
    const groups = daily.tables.filter((one) => one.key.startsWith('by-'))
    expect(groups.map((one) => one.key)).toEqual([
      'by-type',
      'by-application-kind',
      'by-channel',
      'by-clerk',
      'by-counter',
    ])
    for (const { key, totals } of groups) expect(totals, key).toEqual(daily.figures)
  })

  it('rest on registers without a gap, in which every number stands once', async () => {
    const sequences = await sql<{ series: string; scope: string; last_serial: number }>(
      'SELECT series, scope, last_serial FROM number_sequences',
    )
    expect(sequences.length).toBeGreaterThan(2)
    for (const { series, scope, last_serial } of sequences) {
      const lines = await sql<{ serial: number; text: string }>(
        'SELECT serial, text FROM official_numbers WHERE series = ? AND scope = ? ORDER BY serial',
        series,
        scope,
      )
      expect(lines.map((one) => one.serial)).toEqual(Array.from({ length: last_serial }, (_, i) => i + 1))
      expect(new Set(lines.map((one) => one.text)).size).toBe(last_serial)
    }
  })
})
