import { describe, expect, it } from 'vitest'
import { readClocks } from '#domain/clock-reading.ts'
import { courseOf } from '#domain/course.ts'
import { rebuildState } from '#domain/application-history.ts'
import { statusOf } from '#domain/application-state.ts'
import type { OutputRecord } from '#domain/application.ts'
import type { Notice } from '#domain/notice.ts'
import { noticesAfter } from '#domain/notice-rules.ts'
import { officeDate } from '#domain/office-date.ts'
import { getStage, type OutputKind, type StageAction, type StageTable } from '#domain/stage-table.ts'
import {
  aNumber,
  aRegisteredDossier,
  drafted,
  handedOver,
  numbered,
  signed,
  withEvent,
  type Dossier,
} from '#domain/testing/builders.ts'
import { askableStages } from '#domain/stage-ways.ts'
import type { MoveFacts } from '#domain/move.ts'
import { decideMove } from '#domain/workflow.ts'
import { allPaths, type StagePath } from './stage-paths.ts'
import { productOffice, readDataFolder } from './testing/data-files.ts'

const offices = readDataFolder('profiles').map((file) => productOffice(file).profile)

const factsOf = (table: StageTable, path: readonly string[]): MoveFacts => ({
  typeFlags: table.stages.flatMap((one) =>
    one.condition.when === 'permit-type' && path.includes(one.code) ? [one.condition.flag] : [],
  ),
  required: [],
  lacking: [],
  dueOnIfAccepted: table.limit && officeDate('2026-12-04'),
  dueOnIfResumed: table.limit && officeDate('2026-12-11'),
  printed: ['permit', 'refusal-letter', 'revocation-decree', 'archive'],
  repair: { today: officeDate('2026-11-20'), until: officeDate('2026-11-27'), requirements: [] },
  standing: null,
})

const output = (stage: string, kind: OutputKind): OutputRecord => ({
  id: `${stage}-${kind}`,
  stage,
  kind,
  outcome: kind === 'recommendation' || kind === 'inspection-report' ? 'recommended' : null,
  number: null,
  date: officeDate('2026-11-20'),
  decidedBy: null,
  inspected: false,
  note: null,
  fileSha256: null,
})

/** Does at a stage what it asks for: outputs, number, signature, handover. */
function work(table: StageTable, before: Dossier, code: string): Dossier {
  const stage = getStage(table, code)
  let dossier = before
  for (const kind of stage.outputs?.kinds ?? [])
    dossier = withEvent(dossier, { action: 'output-recorded', output: output(code, kind) })
  if (stage.numbers.includes('product') && !dossier.state.product?.number)
    dossier = numbered(dossier, aNumber('SIPD', 1))
  if (stage.signs.some((one) => one.document === 'product') && !dossier.state.product?.signature)
    dossier = signed(dossier)
  return stage.handsOver && dossier.state.handedOverAt === null ? handedOver(dossier) : dossier
}

function act(table: StageTable, before: Dossier, code: string, kind: StageAction['kind'], path: StagePath) {
  const stage = getStage(table, code)
  const action = stage.actions.find((one) => one.kind === kind)
  if (!action) throw new Error(`${code} cannot ${kind}`)
  const dossier = kind === 'forward' ? work(table, before, code) : before
  const order = { stage: code, action: action.code, note: 'alasan', asks: path.stages }
  const plan = decideMove(table, dossier.state, order, { roles: [stage.role] }, factsOf(table, path.stages))
  if (!plan.ok) throw new Error(`${code} refuses ${kind}: ${JSON.stringify(plan.refusal)}`)
  const moved = withEvent(dossier, plan.value.moved, { note: 'alasan' })
  return plan.value.draftsProduct ? drafted(moved, plan.value.draftsProduct) : moved
}

/** Goes forward until nothing is open; refuses once where the path says so. */
function walk(table: StageTable, path: StagePath): { dossier: Dossier; visited: readonly string[] } {
  const refuseAt = path.name === 'izin' ? null : path.name.replace('penolakan dari ', '')
  // Before a refusal any way will do that comes past the stage that refuses.
  const before = allPaths(table).find(
    (one) => one.name === 'izin' && (!refuseAt || one.stages.includes(refuseAt)),
  )
  let dossier = aRegisteredDossier({ startStage: table.start })
  const visited: string[] = []
  let refused = refuseAt === null
  for (let left = 60; dossier.state.openStages.length > 0; left -= 1) {
    if (left === 0) throw new Error(`${table.code} does not end`)
    const stage = dossier.state.openStages[0]?.stage ?? ''
    if (!refused && stage === refuseAt) {
      dossier = act(table, dossier, stage, 'refuse', path)
      refused = true
      continue
    }
    if (refused) visited.push(stage)
    dossier = act(table, dossier, stage, 'forward', refused ? path : (before ?? path))
  }
  return { dossier, visited }
}

/**
 * What each state of a history has against the clocks of domain 2.7: off until *lengkap dan benar*, paused with the
 * applicant, running at every other stage whatever its own, off from the decision on.
 */
function clockMistakes(table: StageTable, { events }: Dossier): readonly string[] {
  return events.flatMap((event, index) => {
    const state = rebuildState(events.slice(0, index + 1))
    if (!state || event.body.action !== 'moved') return []
    const stages = state.openStages.map((one) => getStage(table, one.stage))
    const decided = state.issuedAt !== null || state.refusedAt !== null || stages.length === 0
    const withApplicant = stages.some((one) => one.clock === 'paused')
    const expected = decided
      ? 'off'
      : withApplicant
        ? 'paused'
        : state.acceptedAt === null
          ? 'off'
          : 'running'
    const standing = state.pauses.some((one) => one.until === null)
    const paused = state.acceptedAt !== null && state.clock === 'paused'
    return [
      ...(state.clock === expected ? [] : [`${event.seq}: ${state.clock}, not ${expected}`]),
      ...(standing === paused ? [] : [`${event.seq}: pause ${standing}, clock ${state.clock}`]),
    ]
  })
}

/** A walk that is interrupted once at each stage that can send the dossier to the applicant, and resumed. */
function walkWithReturns(table: StageTable): Dossier {
  let dossier = aRegisteredDossier({ startStage: table.start })
  const [path] = allPaths(table)
  if (!path) throw new Error(`${table.code} has no way to its end`)
  const returnedFrom = new Set<string>()
  for (let left = 120; dossier.state.openStages.length > 0; left -= 1) {
    if (left === 0) throw new Error(`${table.code} does not end`)
    const code = dossier.state.openStages[0]?.stage ?? ''
    const stage = getStage(table, code)
    const away = stage.actions.find((one) => one.kind === 'return-to-applicant' || one.kind === 'back')
    if (!away || returnedFrom.has(code)) {
      dossier = act(table, dossier, code, 'forward', path)
      continue
    }
    returnedFrom.add(code)
    dossier = act(table, dossier, code, away.kind, path)
  }
  return dossier
}

/** What the applicant was to be told on the way, in order; each word as it stands in the end. */
function noticesOnTheWay({ events }: Dossier): readonly string[] {
  let known: readonly Notice[] = []
  for (const [index, event] of events.entries()) {
    const state = rebuildState(events.slice(0, index + 1))
    const changed = state ? noticesAfter(known, [event], state) : []
    known = [
      ...known.map((one) => changed.find((other) => other.id === one.id) ?? one),
      ...changed.filter((one) => !known.some((before) => before.id === one.id)),
    ]
  }
  return known.map((one) => `${one.kind} ${one.state}`)
}

describe.each(offices.map((one) => [one.code, one] as const))('the stage table of %s', (_code, profile) => {
  const table = profile.stageTable
  const paths = allPaths(table)

  it.each(paths.map((one) => [`${one.name}: ${one.stages.join(' → ')}`, one] as const))(
    'is walked to its end, %s',
    (_name, path) => {
      const { dossier, visited } = walk(table, path)
      expect([...visited].sort()).toEqual([...path.stages].sort())
      expect(rebuildState(dossier.events)).toEqual(dossier.state)
      const isPermit = path.name === 'izin'
      expect(statusOf(dossier.state)).toBe(isPermit ? 'handed-over' : 'refused')
      expect(dossier.state.issuedAt !== null).toBe(isPermit)
      expect(clockMistakes(table, dossier)).toEqual([])
      const told = noticesOnTheWay(dossier).filter((one) => !one.startsWith('accepted'))
      expect(told).toEqual([isPermit ? 'ready obsolete' : 'refused obsolete'])
      const { acceptedAt, pauses, dueOn, firstDueOn } = dossier.state
      const promised = table.limit && acceptedAt && '2026-12-04'
      expect(firstDueOn).toBe(promised)
      expect(dueOn).toBe(promised && pauses.length > 0 ? '2026-12-11' : promised)
      expect(dossier.state.product).toMatchObject({
        kind: isPermit ? 'permit' : 'refusal-letter',
        number: { serial: 1 },
        signature: { by: expect.anything() as unknown },
      })
    },
  )

  it('keeps its clock right through a return from every stage, to the applicant and inside the office', () => {
    const dossier = walkWithReturns(table)
    expect(statusOf(dossier.state)).toBe('handed-over')
    const told = noticesOnTheWay(dossier)
    expect(told.filter((one) => one.startsWith('returned')).length).toBeGreaterThan(0)
    expect(told.slice(-2)).toEqual(['accepted obsolete', 'ready obsolete'])
    expect(clockMistakes(table, dossier)).toEqual([])
    const clocks = readClocks(courseOf(dossier.events), table, profile.calendar, dossier.events.at(-1)!.at)
    expect(clocks.whole.state).toBe('stopped')
    for (const one of clocks.stages) expect(one.state).toBe('stopped')
  })

  it('tells the applicant once accepted, when it is ready or refused, and why it came back', () => {
    const word = (code: string) => getStage(table, code).notifies
    for (const path of paths) {
      const accepting = path.stages.findIndex((code) =>
        getStage(table, code).actions.some((one) => one.accepts),
      )
      if (path.name === 'izin') expect(word(path.stages[accepting + 1] ?? '')).toContain('accepted')
      const told = path.stages.flatMap(word)
      expect(told).toEqual(expect.arrayContaining(['ready', 'refused']))
      const handsOver = path.stages.findIndex((code) => getStage(table, code).handsOver)
      const ready = path.stages.findIndex((code) => word(code).includes('ready'))
      expect(ready).toBeLessThanOrEqual(handsOver)
    }
    const returns = table.stages.flatMap((one) =>
      one.actions.filter((action) => action.kind === 'return-to-applicant').flatMap((action) => action.to),
    )
    for (const code of returns) expect(word(code)).toEqual(['returned'])
  })

  it('numbers its steps in order and leaves none out', () => {
    const steps = [...new Set(table.stages.flatMap((one) => one.steps))]
    expect(steps).toEqual(steps.map((_, index) => index + 1))
  })

  it('has an official for every post on every day since the catalogue speaks of this law', () => {
    for (const day of ['2023-08-08', '2024-03-31', '2024-04-01', '2026-11-21'].map(officeDate))
      for (const post of profile.posts)
        expect(
          profile.officials.filter(
            (one) => one.post === post.code && one.from <= day && (one.until === null || day <= one.until),
          ),
        ).toHaveLength(1)
  })

  it('gives the counter a role that takes in and hands over', () => {
    expect(profile.roles.find((one) => one.code === 'front-office')?.permissions).toEqual(
      expect.arrayContaining(['intake', 'handover']),
    )
  })
})

describe('what the five procedures say in their own way', () => {
  const table = (code: string): StageTable => {
    const found = offices.find((one) => one.code === code)
    if (!found) throw new Error(`no profile ${code}`)
    return found.stageTable
  }
  const order = (code: string, first: string, second: string): boolean => {
    const stages = allPaths(table(code))[0]?.stages ?? []
    return stages.indexOf(first) < stages.indexOf(second)
  }
  const numbersAt = (code: string) =>
    table(code).stages.find((one) => one.numbers.includes('product'))?.code ?? ''
  const signsAt = (code: string) =>
    table(code).stages.find((one) => one.signs.some((sign) => sign.document === 'product'))?.code ?? ''

  it('numbers before verification in Tanjungpinang, after the signature in Seruyan, at activation in Pontianak', () => {
    expect(order('tanjungpinang', numbersAt('tanjungpinang'), 'kepala-seksi')).toBe(true)
    expect(order('seruyan', signsAt('seruyan'), numbersAt('seruyan'))).toBe(true)
    expect(table('pontianak').stages.find((one) => one.code === numbersAt('pontianak'))?.activates).toBe(true)
  })

  it('asks for a visit and a proof of payment in Seruyan when a type carries it, or in a single case', () => {
    const offered = (code: string, flags: readonly string[]) =>
      getStage(table('seruyan'), code)
        .actions.flatMap((one) => askableStages(table('seruyan'), one, flags))
        .map((one) => one.code)
    expect(offered('tanda-tangan-surat', [])).toEqual(['pemeriksaan-lapangan', 'bukti-bayar'])
    expect(offered('tanda-tangan-surat', ['site-inspection'])).toEqual([])
    expect(offered('pemeriksaan-lapangan', [])).toEqual(['bukti-bayar'])
  })

  it('opens meeting and visit at once in Purwakarta, done by another agency and recorded on paper', () => {
    const [meeting, visit] = table('purwakarta').stages.filter((one) => one.steps.includes(6))
    expect([meeting?.where, visit?.where]).toEqual(['paper', 'paper'])
    expect(meeting?.limit).toEqual(visit?.limit)
    const agenda = getStage(table('purwakarta'), 'entri-data').actions.find((one) => one.kind === 'forward')
    expect([agenda?.to, agenda?.asksAtLeast]).toEqual([[meeting?.code, visit?.code], 1])
  })

  it('shares six days among four stages in Purwakarta', () => {
    const shared = table('purwakarta').stages.filter((one) => one.limit?.group === 'naskah')
    expect(shared.map((one) => one.steps[0])).toEqual([7, 8, 9, 10])
    expect(new Set(shared.map((one) => one.limit?.amount))).toEqual(new Set([6]))
  })

  it('issues by itself in Pasuruan, eight days and ninety minutes in all', () => {
    expect(table('pasuruan').stages.find((one) => one.activates)?.where).toBe('automatic')
    const limits = table('pasuruan').stages.flatMap((one) => one.limit ?? [])
    const sum = (unit: string) =>
      limits.filter((one) => one.unit === unit).reduce((total, one) => total + one.amount, 0)
    expect([sum('working-days'), sum('minutes')]).toEqual([8, 90])
  })

  it('sets no limit at all in Pontianak', () => {
    expect(table('pontianak').limit).toBeNull()
    expect(table('pontianak').stages.filter((one) => one.limit !== null)).toEqual([])
  })
})
