import { expect, test } from 'vitest'
import type { DossierLineView } from '#contract/dossier.ts'
import { instantOf } from '#domain/instant.ts'
import { groupQueue } from './queue-groups.ts'

const submittedAt = instantOf(Date.parse('2026-11-02T01:00:00.000Z'))

const stages = [
  { code: 'front-office', label: 'Pemeriksaan Front Office', handsOver: false },
  { code: 'perbaikan', label: 'Perbaikan oleh pemohon', handsOver: false },
  { code: 'penyerahan', label: 'Penyerahan di loket', handsOver: true },
]

const aLine = (id: string, stage: string, kind: DossierLineView['timeLeft']['kind'], days: number) =>
  ({
    id,
    stages: [{ code: stage, label: stage, since: submittedAt }],
    timeLeft: { kind, days, label: '' },
    submittedAt,
  }) as unknown as DossierLineView

const idsOf = (groups: ReturnType<typeof groupQueue>) =>
  groups.map((group) => [group.stage, group.lines.map((line) => line.id)])

test('late dossiers come first, then those with the least time left, then the oldest without a limit', () => {
  const lines = [
    aLine('age-1', 'front-office', 'age', 1),
    aLine('left-3', 'front-office', 'left', 3),
    aLine('late-1', 'front-office', 'late', 1),
    aLine('left-0', 'front-office', 'left', 0),
    aLine('age-9', 'front-office', 'age', 9),
    aLine('late-4', 'front-office', 'late', 4),
  ]
  expect(idsOf(groupQueue(lines, stages))).toEqual([
    ['Pemeriksaan Front Office', ['late-4', 'late-1', 'left-0', 'left-3', 'age-9', 'age-1']],
  ])
})

test('stopped clocks stand in a group of their own at the end, whatever their stage', () => {
  const lines = [aLine('waiting', 'perbaikan', 'paused', 4), aLine('running', 'front-office', 'left', 5)]
  expect(idsOf(groupQueue(lines, stages))).toEqual([
    ['Pemeriksaan Front Office', ['running']],
    [null, ['waiting']],
  ])
})

test('a permit that only waits for its holder is left to the handover', () => {
  expect(groupQueue([aLine('ready', 'penyerahan', 'age', 2)], stages)).toEqual([])
})

test('what is left unmended for long has a group of its own, behind what is still waited for', () => {
  const waited = aLine('waited', 'perbaikan', 'paused', 3)
  const long = { ...aLine('long', 'perbaikan', 'paused', 60), repair: { long: true } } as DossierLineView
  expect(groupQueue([long, waited], stages).map((one) => [one.key, one.stage])).toEqual([
    ['paused', null],
    ['long-unrepaired', null],
  ])
})
