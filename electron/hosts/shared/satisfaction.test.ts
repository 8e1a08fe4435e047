import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import sqlite3 from 'sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '#domain/instant.ts'
import { instant } from '#domain/testing/builders.ts'
import { satisfactionElements, type SatisfactionAnswers } from '#domain/satisfaction.ts'
import { openOfficeAtWork, type OfficeAtWork } from '../testing/office-walk.ts'
import type { Client } from '../testing/counter-desk.ts'

let at: OfficeAtWork
let counter: Client
let supervisor: Client
let served: string
let waiting: string

beforeAll(async () => {
  at = await openOfficeAtWork('pontianak', { now: '2026-11-18T02:20:00.000Z' })
  counter = await at.as('front-office')
  supervisor = await at.as('supervisor')
  served = await at.takeIn({ nik: '6171044708940101' })
  waiting = await at.takeIn({ nik: '6171044708940102' })
  await at.walk(served)
}, 120_000)
afterAll(() => at.close())

const rowsOf = (sql: string) =>
  new Promise<readonly unknown[]>((resolve, reject) => {
    const reader = new sqlite3.Database(join(at.office.dataDir, 'kantor.sqlite'), sqlite3.OPEN_READONLY)
    reader.all(sql, (err, rows) => {
      reader.close()
      if (err) reject(err)
      else resolve(rows)
    })
  })

const all = (score: 1 | 2 | 3 | 4): SatisfactionAnswers =>
  Object.fromEntries(satisfactionElements.map((one) => [one, score])) as SatisfactionAnswers
const unsaid = { sex: null, age: null, education: null, occupation: null }
const sheet = (score: 1 | 2 | 3 | 4) => ({ scores: all(score), respondent: unsaid, suggestion: null })
const ask = (applicationId: string) => counter.satisfaction.ask.mutate({ applicationId })
const report = (asOf: Instant | null = null) =>
  supervisor.satisfaction.report.query({
    from: '2026-11-01' as never,
    to: '2026-11-30' as never,
    permitTypeCode: null,
    asOf,
  })

describe('the survey of satisfaction after the handover', () => {
  it('is not offered before the handover', async () => {
    expect(await ask(waiting)).toMatchObject({ refusal: { code: 'survey-before-handover' } })
    expect(await ask(randomUUID())).toMatchObject({ refusal: { code: 'application-unknown' } })
  })

  it('is offered once, waits on the second screen, and is answered once', async () => {
    const asked = await ask(served)
    if (!asked.ok) throw new Error(asked.refusal.code)
    const { token } = asked.value
    expect(await ask(served)).toEqual(asked)
    expect(await counter.satisfaction.pending.query()).toEqual({ token })
    const answer = {
      token,
      scores: { ...all(4), time: 3 as const },
      respondent: { ...unsaid, sex: 'female' as const },
      suggestion: '  Antrean perlu nomor.  ',
    }
    expect(await counter.satisfaction.answer.mutate(answer)).toEqual({ ok: true, value: null })
    expect(await counter.satisfaction.answer.mutate(answer)).toMatchObject({
      refusal: { code: 'survey-ended' },
    })
    expect(await counter.satisfaction.decline.mutate({ token })).toMatchObject({
      refusal: { code: 'survey-ended' },
    })
    expect(await ask(served)).toMatchObject({ refusal: { code: 'survey-done' } })
    expect(await counter.satisfaction.pending.query()).toBeNull()
    const strange = { token: '0'.repeat(32) }
    expect(await counter.satisfaction.decline.mutate(strange)).toMatchObject({
      refusal: { code: 'survey-unknown' },
    })
  })

  it('keeps nothing by which an answer leads to a person, an application or a minute', async () => {
    const rows = await rowsOf('SELECT * FROM survey_answers')
    const state = await at.read(served)
    const text = JSON.stringify(rows)
    expect(rows).toHaveLength(1)
    for (const secret of [served, state.applicant.name, state.registrationNumber.text, '02:20'])
      expect(text).not.toContain(secret)
    expect(text).toContain('2026-11-18T02:00:00.000Z')
  })

  it('counts a sheet of paper once, on the day that it bears, and none of tomorrow', async () => {
    const typed = {
      ...sheet(2),
      id: randomUUID(),
      day: '2026-11-17' as never,
      permitTypeCode: 'SIPB',
      kind: 'new' as const,
    }
    expect(await counter.satisfaction.enterSheet.mutate(typed)).toEqual({ ok: true, value: true })
    expect(await counter.satisfaction.enterSheet.mutate(typed)).toEqual({ ok: true, value: false })
    const tomorrow = { ...typed, id: randomUUID(), day: '2026-11-19' as never }
    expect(await counter.satisfaction.enterSheet.mutate(tomorrow)).toMatchObject({
      refusal: { code: 'survey-day-ahead' },
    })
    const unknown = { ...typed, id: randomUUID(), permitTypeCode: 'TIDAK-ADA' }
    expect(await counter.satisfaction.enterSheet.mutate(unknown)).toMatchObject({
      refusal: { code: 'type-not-offered' },
    })
  })

  it('is reported with index, band, each unsur, who answered, what was suggested, and how many must answer', async () => {
    const view = await report()
    // Means 3.0 eight times and 2.5 once: 26.5 over nine, times 25.
    expect(view.result).toEqual({ index: 7361, band: 'C', bandLabel: 'Kurang baik' })
    expect(view.elements.find(({ element }) => element === 'time')).toMatchObject({
      name: 'Waktu penyelesaian',
      mean: 25_000,
      band: 'D',
      scores: [0, 1, 1, 0],
    })
    expect(view).toMatchObject({ respondents: 2, served: 1, sample: 1, ways: { screen: 1, paper: 1 } })
    expect(view.byType.map(({ code }) => code).sort()).toEqual(['SIPB', 'SIPD'])
    expect(view.respondentFacts[0]?.values).toEqual([
      { label: 'Laki-laki', respondents: 0 },
      { label: 'Perempuan', respondents: 1 },
      { label: 'Tidak diisi', respondents: 1 },
    ])
    expect(view.suggestions).toEqual([
      { hour: '2026-11-18T02:00:00.000Z', permitTypeCode: 'SIPD', text: 'Antrean perlu nomor.' },
    ])
    expect(await report(instant('2026-11-18T01:00:00.000Z'))).toMatchObject({
      respondents: 0,
      suggestions: [],
    })
    const empty = await supervisor.satisfaction.report.query({
      from: '2025-01-01' as never,
      to: '2025-12-31' as never,
      permitTypeCode: null,
      asOf: null,
    })
    expect(empty).toMatchObject({ respondents: 0, result: null, elements: [], served: 0, sample: 0 })
  })
})
