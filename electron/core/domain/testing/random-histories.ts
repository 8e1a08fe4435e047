import fc from 'fast-check'
import { instant } from './builders.ts'
import {
  accepted,
  aMove,
  anActor,
  anApplication,
  anId,
  aProduct,
  aRegisteredDossier,
  day,
  handedOver,
  issued,
  numbered,
  refused,
  returned,
  signed,
  withdrawn,
  withEvent,
  type Dossier,
  type Step,
} from './builders.ts'
import type { LateRecord } from '../late-entry.ts'
import { addDays } from '../office-date.ts'
import { startOfDay } from '../office-zone.ts'

export const zoneOfHistories = 'Asia/Pontianak'
/** The day on which the first of them may begin. */
export const firstDayOfHistories = day('2026-03-01')

const steps = [
  'return',
  'bring-again',
  'issue',
  'refuse',
  'withdraw',
  'hand-over',
  'hand-over-late',
  'correct',
  'amend',
  'look',
  'copy',
] as const
type StepName = (typeof steps)[number]

/** What a dossier went through: steps that make no sense where it stands are left out. */
export interface RandomHistory {
  readonly type: string
  /** Day on which it came, counted from `firstDayOfHistories`. */
  readonly start: number
  /** Each with the hours since the one before. */
  readonly steps: readonly (readonly [StepName, number])[]
  /** Days from its first until its promised one; null: nothing is promised. */
  readonly due: number | null
  /** Which of four clerks works on it, and at which counter. */
  readonly clerk: number
}

/** Histories of the office's whole way, corrections, late entries and *Ralat* included. */
export const randomHistory: fc.Arbitrary<RandomHistory> = fc.record({
  type: fc.constantFrom('SIPD', 'SIPA', 'SIPB'),
  start: fc.integer({ min: 0, max: 10 }),
  steps: fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 1, max: 40 })), { maxLength: 9 }),
  due: fc.option(fc.integer({ min: 0, max: 8 })),
  clerk: fc.integer({ min: 1, max: 4 }),
})

const late = (at: string, hours: number): LateRecord => ({
  enteredAt: instant(new Date(Date.parse(at) + hours * 3_600_000).toISOString()),
  reason: 'Listrik padam',
  consent: { userId: anId(9, 'f'), name: 'Penyelia' },
})

/** Another type than before. */
const nextType: Readonly<Record<string, string>> = { SIPD: 'SIPA', SIPA: 'SIPB', SIPB: 'SIPD' }

/** The dossier that went through a history; `n` makes its ids, numbers and person. */
export function growDossier(n: number, history: RandomHistory): Dossier {
  const first = addDays(firstDayOfHistories, history.start)
  const at = startOfDay(first, zoneOfHistories)
  const { clerk } = history
  const actor = anActor({ userId: anId(clerk, 'f'), name: `Petugas ${clerk}`, station: `loket-${clerk % 2}` })
  const data = anApplication({ permitTypeCode: history.type })
  const begun = aRegisteredDossier({ n, at, data, actor })
  let dossier = accepted(begun, history.due === null ? null : addDays(first, history.due), { at, actor })
  let ms = Date.parse(at)
  for (const [step, hours] of history.steps) {
    ms += hours * 3_600_000
    dossier = take(dossier, step, { at: instant(new Date(ms).toISOString()), actor }, hours)
  }
  return dossier
}

function take(dossier: Dossier, step: StepName, then: Step, hours: number): Dossier {
  const { issuedAt, refusedAt, withdrawnAt, handedOverAt, product, data, errata } = dossier.state
  const isDecided = issuedAt !== null || refusedAt !== null || withdrawnAt !== null
  const canLeave = isDecided && withdrawnAt === null && handedOverAt === null && product?.signature
  switch (step) {
    case 'return':
      return isDecided ? dossier : returned(dossier, then)
    case 'bring-again':
      return dossier.state.returned ? withEvent(dossier, aMove(dossier, ['verification']), then) : dossier
    case 'issue':
      return isDecided ? dossier : issued(dossier, then)
    case 'refuse':
      return isDecided ? dossier : refused(dossier, then)
    case 'withdraw':
      return isDecided ? dossier : withdrawn(dossier, then)
    case 'hand-over':
      return canLeave ? handedOver(dossier, then) : dossier
    case 'hand-over-late': {
      const done = canLeave ? handedOver(dossier, then).events.at(-1) : undefined
      return done?.body.action === 'handed-over'
        ? withEvent(dossier, { ...done.body, late: late(done.at, hours) }, then)
        : dossier
    }
    case 'correct': {
      const permitTypeCode = nextType[data.permitTypeCode] ?? 'SIPD'
      return isDecided
        ? dossier
        : withEvent(
            dossier,
            {
              action: 'intake-corrected',
              correctionId: anId(dossier.state.seq, 'd'),
              ordinal: (dossier.state.corrections?.length ?? 0) + 1,
              changes: [],
              applicant: dossier.state.applicant,
              data: { ...data, permitTypeCode },
              documents: [],
              formerWords: [],
              consentBy: null,
            },
            { ...then, note: 'Jenis izin salah pilih' },
          )
    }
    case 'amend':
      return issuedAt !== null && product?.number && !errata?.length ? amended(dossier, then) : dossier
    case 'look':
      return withEvent(dossier, { action: 'reminded', channel: 'phone' }, then)
    case 'copy':
      return product?.signature
        ? withEvent(
            dossier,
            { action: 'copy-printed', document: 'permit', jobId: anId(dossier.state.seq, 'd'), copy: 1 },
            then,
          )
        : dossier
  }
}

/** A *Ralat* from its asking until the new paper is complete, in one moment. */
export function amended(dossier: Dossier, then: Step = {}): Dossier {
  const { product, state } = { product: dossier.state.product, state: dossier.state }
  const number = product?.number
  if (!product || !number) throw new Error('nothing is numbered that could be put right')
  const erratumId = anId(state.seq, 'd')
  const asked = withEvent(
    dossier,
    { action: 'erratum-asked', erratumId, ordinal: 1, sheet: { state: 'back' } },
    { ...then, note: 'Nama salah cetak' },
  )
  const anew = aProduct(asked, 'permit', { id: anId(Number(state.seq) * 100_000 + number.serial, 'c') })
  const approved = withEvent(
    asked,
    {
      action: 'erratum-approved',
      erratumId,
      product: {
        ...product,
        id: anew.id,
        verificationCode: `${anew.verificationCode}${state.seq}`,
        numberKept: true,
        signature: null,
        activatedAt: null,
      },
      signer: 'Kepala Contoh',
      opens: 'desk',
    },
    then,
  )
  const again = signed(numbered(approved, number, then), then)
  return withEvent(again, aMove(again, ['handover'], { activates: true, clock: 'off' }), then)
}
