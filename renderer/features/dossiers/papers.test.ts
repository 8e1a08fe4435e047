import { expect, test } from 'vitest'
import { firstPaper, nextUnchecked, papersOf, progressOf } from './papers.ts'
import type { Requirement } from './papers.ts'

const aDocument = (id: string, check: 'unchecked' | 'accepted' | 'refused', more: object = {}) => ({
  id,
  fileName: `${id}.pdf`,
  check,
  checkNote: null,
  replaced: false,
  removed: null,
  ...more,
})

const aRequirement = (code: string, documents: readonly object[]) =>
  ({ code, label: `Syarat ${code}`, photo: false, documents }) as unknown as Requirement

const requirements = [
  aRequirement('STR', [
    aDocument('str-old', 'refused', { replaced: true }),
    aDocument('str', 'refused', { checkNote: 'buram' }),
  ]),
  aRequirement('KTP', [aDocument('ktp', 'accepted')]),
  aRequirement('SURAT', []),
  aRequirement('FOTO', [aDocument('depan', 'unchecked'), aDocument('belakang', 'unchecked')]),
]
const papers = papersOf(requirements)

test('a requirement that nothing answers has its own line, and several files are told apart', () => {
  expect(papers.map((one) => [one.key, one.label])).toEqual([
    ['str', 'Syarat STR'],
    ['ktp', 'Syarat KTP'],
    ['SURAT', 'Syarat SURAT'],
    ['depan', 'Syarat FOTO: depan.pdf'],
    ['belakang', 'Syarat FOTO: belakang.pdf'],
  ])
  expect(papers[0]?.before?.id).toBe('str-old')
})

test('what is missing counts as not checked', () => {
  expect(progressOf(papers)).toEqual({ done: 2, all: 5 })
})

test('after a mark the next paper that nobody has looked at is chosen, from the top again at the end', () => {
  expect(nextUnchecked(papers, 'depan')?.key).toBe('belakang')
  expect(nextUnchecked(papers, 'belakang')?.key).toBe('depan')
})

test('while the applicant has it, work begins with what was sent back', () => {
  expect(firstPaper(papers, true)?.key).toBe('str')
  expect(firstPaper(papers, false)?.key).toBe('depan')
})

test('a requirement whose file was another person’s lacks again and keeps the trace', () => {
  const removed = {
    at: '2026-11-19T03:00:00.000Z',
    by: 'Ratih',
    consentBy: 'Haryati',
    reason: 'KTP orang lain',
  }
  const [paper] = papersOf([aRequirement('KTP', [aDocument('ktp', 'accepted', { removed })])])
  expect(paper).toMatchObject({ key: 'KTP', document: null, before: null, removed: { removed } })
})
