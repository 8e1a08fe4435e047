import { expect, test } from 'vitest'
import type { PrintJobView } from '#contract/dossier.ts'
import { instantOf } from '#domain/instant.ts'
import { deskGroups, narrowDesk } from './desk-groups.ts'
import type { DeskLine } from './desk-groups.ts'

const at = instantOf(Date.UTC(2026, 10, 19, 2, 0))

const aLine = (id: string, part: Partial<DeskLine> = {}): DeskLine => ({
  id,
  registrationNumber: `P-2026-${id}`,
  holderName: `dr. ${id}`,
  nikMasked: null,
  permitTypeCode: 'SIPD',
  kind: 'new',
  kindLabel: 'Baru',
  facilityName: null,
  channel: 'counter',
  collectiveFilingId: null,
  status: 'in-process',
  statusLabel: 'Dalam proses',
  stages: [],
  timeLeft: { kind: 'age', days: 1, label: 'Hari ke-1' },
  submittedAt: at,
  enteredAt: null,
  dueOn: null,
  firstDueOn: null,
  promiseChanged: null,
  repair: null,
  note: null,
  productKind: 'permit',
  productNumber: null,
  signed: false,
  issuedAt: null,
  handedOverAt: null,
  step: 'number',
  ...part,
})

const aJob = (id: string, part: Partial<PrintJobView> = {}): PrintJobView => ({
  id,
  applicationId: null,
  document: 'permit',
  title: `503/${id} dr. ${id}`,
  printerName: 'Laser A4',
  copy: 1,
  subjectId: null,
  reprintReason: null,
  second: null,
  state: 'printed',
  reason: null,
  explanation: null,
  requestedBy: 'Dodi Kertasari',
  requestedAt: at,
  endedAt: at,
  decided: null,
  ...part,
})

const keysOf = (ready: readonly DeskLine[], jobs: readonly PrintJobView[]) =>
  Object.fromEntries(deskGroups({ ready, jobs }).map(({ key, rows }) => [key, rows.map((row) => row.key)]))

test('a letter waits for its number and sheet, then for the ink, then to be sent on', () => {
  const ready = [
    aLine('a'),
    aLine('b', { step: 'print' }),
    aLine('c', { step: 'sign' }),
    aLine('d', { step: 'forward' }),
  ]
  expect(keysOf(ready, [])).toEqual({ ready: ['a', 'b'], sign: ['c'], forward: ['d'] })
})

test('while its sheet is on its way, uncertain or failed, a letter is that sheet and nothing else', () => {
  const ready = ['a', 'b', 'c'].map((id) => aLine(id, { step: 'print' }))
  const jobs = [
    aJob('sent', { applicationId: 'a', state: 'sending' }),
    aJob('lost', { applicationId: 'b', state: 'unknown' }),
    aJob('jammed', { applicationId: 'c', state: 'failed' }),
  ]
  expect(keysOf(ready, jobs)).toEqual({ uncertain: ['lost'], failed: ['jammed'], working: ['sent'] })
})

test('a printed letter is done only when it has left the desk', () => {
  const ready = [aLine('a', { step: 'sign' })]
  const jobs = [aJob('here', { applicationId: 'a' }), aJob('gone', { applicationId: 'b' })]
  expect(keysOf(ready, jobs)).toEqual({ sign: ['a'], done: ['gone'] })
})

test('of other papers only what needs somebody is shown', () => {
  const jobs = [
    aJob('receipt', { document: 'receipt' }),
    aJob('stuck', { document: 'receipt', state: 'failed' }),
    aJob('given-up', { document: 'daily-report', state: 'cancelled' }),
  ]
  expect(keysOf([], jobs)).toEqual({ failed: ['stuck'] })
})

test('the desk narrowed by a name, a number or a type keeps its groups in order and leaves empty ones out', () => {
  const groups = deskGroups({
    ready: [
      aLine('1', { holderName: 'dr. Ratih Sambas', step: 'sign' }),
      aLine('2', {
        holderName: 'Ns. Ratih Kapuas',
        permitTypeCode: 'SIPP',
        productNumber: '503/0042/SIPP/2026',
      }),
    ],
    jobs: [aJob('9', { state: 'failed', title: 'Laporan harian', document: 'daily-report' })],
  })
  const keysOf = (typed: string) =>
    narrowDesk(groups, typed).map(({ key, rows }) => [key, rows.map((row) => row.key)])
  expect(keysOf('')).toEqual(groups.map(({ key, rows }) => [key, rows.map((row) => row.key)]))
  expect(keysOf('ratih')).toEqual([
    ['ready', ['2']],
    ['sign', ['1']],
  ])
  expect(keysOf('sipp 42')).toEqual([['ready', ['2']]])
  expect(keysOf('laporan')).toEqual([['failed', ['9']]])
  expect(keysOf('tidak ada')).toEqual([])
})
