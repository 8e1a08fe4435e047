import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sqlite3 from 'sqlite3'
import { join } from 'node:path'
import { officeDate } from '#domain/office-date.ts'
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
  handedOver: `SELECT count(*) n FROM applications WHERE ${here('handed_over_at')}`,
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
      const behind = await supervisor.reports.behind.query({
        day: officeDate(day),
        figure: 'received',
        permitTypeCode: null,
      })
      expect(behind).toHaveLength(report.total.received)
      expect(report.issued).toHaveLength(report.total.issued)
    }
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
