import { expect, test } from 'vitest'
import { officeDate } from '#domain/office-date.ts'
import { clockMeaning, drawnDays, remainingWords, usedWords } from './clock-words.ts'
import type { Clock, ClockDay } from './clock-words.ts'

const aClock = (change: Partial<Clock> = {}): Clock => ({
  state: 'running',
  limit: '5 hari kerja',
  unit: 'working-days',
  used: 3,
  remaining: 2,
  pausedDays: 0,
  dueOn: officeDate('2026-11-25'),
  dueAt: null,
  ...change,
})
const aDay = (date: string, kind: ClockDay['kind']): ClockDay => ({
  date: officeDate(date),
  label: date,
  counted: kind === 'counted',
  kind,
  why: 'Hari kerja',
  stages: [],
})

test('what is left is said in days, as the last day, or as late', () => {
  expect(remainingWords(aClock())).toBe('2 hari kerja')
  expect(remainingWords(aClock({ remaining: 0 }))).toBe('Hari terakhir')
  expect(remainingWords(aClock({ remaining: -1 }))).toBe('Lewat 1 hari kerja')
  expect(remainingWords(aClock({ remaining: null }))).toBe('–')
  expect(remainingWords(aClock({ unit: 'minutes', remaining: 95 }))).toBe('1 jam 35 menit')
  expect(usedWords(aClock({ state: 'waiting', used: 0 }))).toBe('–')
})

test('a clock that runs late is late; one that stands with the applicant is not', () => {
  expect(clockMeaning(aClock({ remaining: -1 }))).toBe('late')
  expect(clockMeaning(aClock({ state: 'paused', remaining: -1 }))).toBe('stopped')
  expect(clockMeaning(aClock({ state: 'waiting' }))).toBe('not-yet')
})

test('counted days are numbered from 1 after the day it began; weekends and pauses keep the number standing', () => {
  const days = [
    aDay('2026-11-19', 'begun'),
    aDay('2026-11-20', 'counted'),
    aDay('2026-11-21', 'off'),
    aDay('2026-11-23', 'paused'),
    aDay('2026-11-24', 'counted'),
    aDay('2026-11-25', 'counted'),
  ]
  const drawn = drawnDays(days, '2026-11-25', '2026-11-24')
  expect(drawn.map(({ look, count }) => [look, count])).toEqual([
    ['begun', 0],
    ['counted', 1],
    ['off', null],
    ['paused', null],
    ['counted', 2],
    ['to-come', 3],
  ])
  expect(drawn.filter((one) => one.isToday || one.isDue).map((one) => one.day.date)).toEqual([
    '2026-11-24',
    '2026-11-25',
  ])
})

test('days after the promised one are late', () => {
  const days = [aDay('2026-11-24', 'counted'), aDay('2026-11-25', 'counted')]
  expect(drawnDays(days, '2026-11-24', '2026-11-25').map(({ look }) => look)).toEqual(['counted', 'late'])
})
