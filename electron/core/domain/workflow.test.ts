import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rebuildState } from './application-history.ts'
import { statusOf } from './application-state.ts'
import { type OutputRecord } from './application.ts'
import { type OfficeDate } from './office-date.ts'
import { aNumber, numbered as numberedAs, signed, withEvent, type Dossier } from './testing/builders.ts'
import { apply, decide, facts, filed, go, open, order, table } from './testing/dossier-walk.ts'
import { aTable } from './testing/stage-tables.ts'
import { examinesDocuments } from './stage-readiness.ts'
import { automaticStages, decideMove } from './workflow.ts'

const numbered = (dossier: Dossier): Dossier => numberedAs(dossier, aNumber('SIPD', 1))

const output = (outcome: OutputRecord['outcome']): OutputRecord => ({
  id: 'o',
  stage: 'agency',
  kind: 'recommendation',
  outcome,
  number: null,
  date: '2026-11-19' as OfficeDate,
  decidedBy: null,
  inspected: false,
  note: null,
  fileSha256: null,
})
const recommended = (dossier: Dossier, outcome: OutputRecord['outcome'] = 'recommended'): Dossier =>
  withEvent(dossier, { action: 'output-recorded', output: output(outcome) })

const atCheck = (): Dossier => go(filed(), 'filed', 'file')
const atAgency = (): Dossier => go(atCheck(), 'check', 'accept')
const atDesk = (): Dossier => go(recommended(atAgency()), 'agency', 'pass')

describe('a dossier moves through the stage table of its office', () => {
  it('goes from the applicant to the check and from there to the agency', () => {
    expect(open(atAgency().state)).toEqual(['agency'])
  })

  it('starts the clock and promises the day when it is declared complete and correct, not before', () => {
    expect(atCheck().state).toMatchObject({ clock: 'off', acceptedAt: null, dueOn: null })
    const accepted = atAgency().state
    expect(accepted).toMatchObject({ clock: 'running', dueOn: '2026-11-26' })
    expect(statusOf(accepted)).toBe('in-process')
  })

  it('keeps the promised day when it is accepted a second time after a repair', () => {
    const back = go(recommended(atAgency()), 'agency', 'back', 'STR buram')
    const returned = go(back, 'check', 'return', 'pindai ulang STR')
    expect(returned.state).toMatchObject({ clock: 'paused', returned: true, note: 'pindai ulang STR' })
    expect(statusOf(returned.state)).toBe('returned')
    const again = go(go(returned, 'repair', 'again'), 'check', 'accept')
    expect(again.state.dueOn).toBe('2026-11-26')
    expect(again.state.acceptedAt).toBe(atAgency().state.acceptedAt)
  })

  it('tells the later of two clerks who took the action and when', () => {
    const moved = atAgency()
    expect(decide(moved, order('check', 'accept'))).toEqual({
      ok: false,
      refusal: {
        code: 'stage-left',
        stage: 'check',
        by: moved.state.lastMove?.actorName,
        at: moved.state.lastMove?.at,
      },
    })
  })

  it('refuses a role that is not the one of the stage', () => {
    const refused = decideMove(
      table,
      atCheck().state,
      order('check', 'accept'),
      { roles: ['printer'] },
      facts(),
    )
    expect(refused).toEqual({ ok: false, refusal: { code: 'role-not-allowed', role: 'clerk' } })
  })

  it('refuses to return, refuse or withdraw without words', () => {
    for (const action of ['return', 'refuse', 'withdraw'])
      expect(decide(atCheck(), order('check', action, '  '))).toMatchObject({
        ok: false,
        refusal: { code: 'note-needed' },
      })
  })

  it('is not accepted while a requirement is missing, refused or unchecked, and says which', () => {
    expect(decide(atCheck(), order('check', 'accept'), { required: ['KTP'] })).toEqual({
      ok: false,
      refusal: { code: 'requirements-missing', requirements: ['KTP'] },
    })
  })

  it('does not leave the agency without a report or a recommendation; one of the two is enough', () => {
    expect(decide(atAgency(), order('agency', 'pass'))).toMatchObject({
      ok: false,
      refusal: { code: 'outputs-missing', mode: 'any', kinds: ['inspection-report', 'recommendation'] },
    })
    expect(decide(recommended(atAgency()), order('agency', 'pass')).ok).toBe(true)
  })

  it('needs both where the office asks for both', () => {
    const both = aTable({
      stages: table.stages.map((one) =>
        one.outputs ? { ...one, outputs: { ...one.outputs, mode: 'all' as const } } : one,
      ),
    })
    expect(decide(recommended(atAgency()), order('agency', 'pass'), {}, both)).toMatchObject({
      ok: false,
      refusal: { code: 'outputs-missing', kinds: ['inspection-report'] },
    })
  })

  it('is not issued without number, sheet and signature, asked in this order', () => {
    const desk = atDesk()
    expect(desk.state.product?.kind).toBe('permit')
    expect(decide(desk, order('desk', 'issue'))).toMatchObject({
      ok: false,
      refusal: { code: 'not-numbered' },
    })
    const withNumber = numbered(desk)
    expect(decide(withNumber, order('desk', 'issue'), { printed: [] })).toMatchObject({
      ok: false,
      refusal: { code: 'not-printed', documents: ['permit'] },
    })
    expect(decide(withNumber, order('desk', 'issue'))).toMatchObject({
      ok: false,
      refusal: { code: 'not-signed' },
    })
    const done = go(signed(withNumber), 'desk', 'issue')
    expect(statusOf(done.state)).toBe('issued')
    expect(done.state.product?.activatedAt).toBe(done.state.issuedAt)
  })

  it('does not make a permit against the word of the agency', () => {
    const desk = go(recommended(atAgency(), 'not-recommended'), 'agency', 'pass')
    expect(decide(desk, order('desk', 'issue'))).toMatchObject({
      ok: false,
      refusal: { code: 'not-recommended' },
    })
  })

  it('leads a refusal through the same desk with a letter, and is refused when the letter is numbered and signed', () => {
    const refusal = go(atCheck(), 'check', 'refuse', 'ijazah tidak sesuai')
    expect(refusal.state).toMatchObject({ track: 'refusal', note: 'ijazah tidak sesuai' })
    expect(refusal.state.product?.kind).toBe('refusal-letter')
    expect(statusOf(refusal.state)).toBe('submitted')
    expect(statusOf(signed(numbered(refusal)).state)).toBe('refused')
  })

  it('makes the number of a permit void when the dossier is refused or withdrawn after numbering', () => {
    const backAtCheck = go(go(numbered(atDesk()), 'desk', 'back', 'salah'), 'agency', 'back', 'salah')
    for (const action of ['refuse', 'withdraw']) {
      const plan = decide(backAtCheck, order('check', action, 'mundur'))
      expect(plan.ok && plan.value.voids?.text).toBe(backAtCheck.state.product?.number?.text)
    }
  })

  it('is not refused twice', () => {
    const refusal = go(go(atCheck(), 'check', 'refuse', 'ijazah tidak sesuai'), 'desk', 'back', 'cek lagi')
    const again = go(recommended(refusal), 'agency', 'back', 'cek lagi')
    expect(decide(again, order('check', 'refuse', 'sekali lagi'))).toEqual({
      ok: false,
      refusal: { code: 'already-refused' },
    })
  })

  it('makes the number of a revocation decree void too when the request is refused after all', () => {
    const first = filed()
    const asked: Dossier = {
      ...first,
      state: { ...first.state, data: { ...first.state.data, kind: 'revocation' } },
    }
    const desk = go(recommended(go(go(asked, 'filed', 'file'), 'check', 'accept')), 'agency', 'pass')
    expect(desk.state.product?.kind).toBe('revocation-decree')
    const back = go(go(numbered(desk), 'desk', 'back', 'salah'), 'agency', 'back', 'salah')
    const plan = decide(back, order('check', 'refuse', 'tidak berdasar'))
    expect(plan.ok && plan.value).toMatchObject({
      voids: { text: back.state.product?.number?.text },
      draftsProduct: 'refusal-letter',
    })
  })

  it('keeps the number through an internal return', () => {
    const again = go(recommended(go(numbered(atDesk()), 'desk', 'back', 'cek lagi')), 'agency', 'pass')
    expect(again.state.product?.number).toEqual(numbered(atDesk()).state.product?.number)
  })

  it('hands automatic stages to the system alone', () => {
    const told = go(signed(numbered(atDesk())), 'desk', 'issue')
    expect(automaticStages(table, told.state).map((one) => one.code)).toEqual(['tell'])
    expect(decideMove(table, told.state, order('tell', 'told'), { roles: ['clerk'] }, facts())).toMatchObject(
      {
        ok: false,
        refusal: { code: 'role-not-allowed' },
      },
    )
  })

  it('is closed after the last step and says so', () => {
    const withdrawn = go(atCheck(), 'check', 'withdraw', 'pindah kota')
    expect(statusOf(withdrawn.state)).toBe('withdrawn')
    expect(decide(withdrawn, order('check', 'accept'))).toEqual({
      ok: false,
      refusal: { code: 'application-closed', status: 'withdrawn' },
    })
  })
})

describe('requirement files', () => {
  it('are looked at until the product is worked on, and stay as they were from then on', () => {
    const examined = table.stages.filter(examinesDocuments).map((one) => one.code)
    expect(examined).toEqual(['filed', 'check', 'repair', 'agency', 'tell'])
  })
})

describe('any walk through the table', () => {
  const step = fc.record({ pick: fc.nat(), words: fc.constantFrom(null, 'alasan') })

  it('leaves a history that rebuilds to the same state, and never a state that no rule named', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let dossier = filed()
        for (const { pick, words } of steps) {
          const wishes = dossier.state.openStages.flatMap((one) =>
            (table.stages.find((stage) => stage.code === one.stage)?.actions ?? []).map((action) =>
              order(one.stage, action.code, words),
            ),
          )
          const wish = wishes[pick % Math.max(1, wishes.length)]
          if (!wish) break
          if (wish.stage === 'agency') dossier = recommended(dossier)
          if (wish.stage === 'desk' && dossier.state.product && !dossier.state.product.number)
            dossier = signed(numbered(dossier))
          const plan = decide(dossier, wish)
          if (plan.ok) dossier = apply(dossier, plan.value, words)
        }
        expect(rebuildState(dossier.events)).toEqual(dossier.state)
        expect(dossier.state.openStages.length).toBeLessThanOrEqual(1)
        if (dossier.state.clock === 'running') expect(dossier.state.acceptedAt).not.toBeNull()
        if (dossier.state.issuedAt) expect(dossier.state.product?.number).not.toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
