import type { Stage, StageAction, StageTable } from '../stage-table.ts'

/** An action that goes forward unless said otherwise. */
export const anAction = (
  code: string,
  to: readonly string[],
  overrides: Partial<StageAction> = {},
): StageAction => ({
  code,
  kind: 'forward',
  label: code,
  to,
  accepts: false,
  needsNote: false,
  asksAtLeast: 0,
  ...overrides,
})

/** A stage at the counter with a running clock. */
export const aStage = (
  code: string,
  actions: readonly StageAction[],
  overrides: Partial<Stage> = {},
): Stage => ({
  code,
  label: code,
  publicLabel: code,
  where: 'counter',
  role: 'clerk',
  agency: null,
  condition: { when: 'always' },
  outputs: null,
  prints: [],
  numbers: [],
  signs: [],
  activates: false,
  handsOver: false,
  limit: null,
  clock: 'running',
  notifies: [],
  schedules: [],
  holds: [],
  atIntake: false,
  entersData: null,
  steps: [],
  actions,
  ...overrides,
})

/** A small procedure: filed → check → agency → desk → handover, with return, refusal and withdrawal. */
export const aTable = (overrides: Partial<StageTable> = {}): StageTable => ({
  code: 'small',
  start: 'filed',
  limit: { workingDays: 5, minutes: 0 },
  limitText: null,
  source: 'a small office',
  stages: [
    aStage('filed', [anAction('file', ['check'])], { where: 'applicant', role: 'applicant', clock: 'off' }),
    aStage('check', [
      anAction('accept', ['agency'], { accepts: true }),
      anAction('return', ['repair'], { kind: 'return-to-applicant', needsNote: true }),
      anAction('refuse', ['desk'], { kind: 'refuse', needsNote: true }),
      anAction('withdraw', [], { kind: 'withdraw', needsNote: true }),
    ]),
    aStage('repair', [anAction('again', ['check'])], {
      where: 'applicant',
      role: 'applicant',
      clock: 'paused',
    }),
    aStage(
      'agency',
      [anAction('pass', ['desk']), anAction('back', ['check'], { kind: 'back', needsNote: true })],
      {
        where: 'portal',
        role: 'agency',
        outputs: { mode: 'any', kinds: ['inspection-report', 'recommendation'] },
      },
    ),
    aStage(
      'desk',
      [anAction('issue', ['tell']), anAction('back', ['agency'], { kind: 'back', needsNote: true })],
      {
        role: 'printer',
        numbers: ['product'],
        prints: ['product'],
        signs: [{ document: 'product', signer: 'head', method: 'wet' }],
        activates: true,
      },
    ),
    aStage('tell', [anAction('told', ['handover'])], { where: 'automatic', role: 'system', clock: 'off' }),
    aStage('handover', [anAction('done', [])], { handsOver: true, clock: 'off' }),
  ],
  ...overrides,
})
