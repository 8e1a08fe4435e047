import type { ApplicationKind, Starter } from './requirement.ts'

export const earlierPermitEffects = ['none', 'renewed', 'replaced', 'revoked'] as const
/** What becomes of the earlier permit when the new paper is *terbit*. */
export type EarlierPermitEffect = (typeof earlierPermitEffects)[number]

/** A reason for which a permit may be revoked, and who may give it (domain 3.8). */
export interface RevocationReason {
  readonly code: string
  readonly label: string
  readonly startedBy: Starter
}

/** What a kind of application means for a type: baru, perpanjangan, perubahan, pengganti, pencabutan. */
export interface KindRule {
  /** Name under which the office offers this kind; null: the type's own name. */
  readonly name: string | null
  readonly needsEarlierPermit: boolean
  /** true: a permit that has run out may still be taken; false: only one that is in force. */
  readonly acceptsExpired: boolean
  readonly effect: EarlierPermitEffect
  /** `new`: the next number of its series; `earlier`: the number of the permit that it replaces. */
  readonly number: 'new' | 'earlier'
  /** `rule`: the type's validity from the day of issue; `earlier`: the end of the earlier permit. */
  readonly validity: 'rule' | 'earlier'
  readonly startedBy: readonly Starter[]
  /** Empty for every kind but revocation. */
  readonly reasons: readonly RevocationReason[]
}

/** What holds where a type's file says nothing else. */
export const usualKindRules: Readonly<Record<ApplicationKind, KindRule>> = {
  new: {
    name: null,
    needsEarlierPermit: false,
    acceptsExpired: false,
    effect: 'none',
    number: 'new',
    validity: 'rule',
    startedBy: ['holder'],
    reasons: [],
  },
  renewal: {
    name: null,
    needsEarlierPermit: true,
    acceptsExpired: true,
    effect: 'renewed',
    number: 'new',
    validity: 'rule',
    startedBy: ['holder'],
    reasons: [],
  },
  amendment: {
    name: null,
    needsEarlierPermit: true,
    acceptsExpired: false,
    effect: 'replaced',
    number: 'new',
    validity: 'earlier',
    startedBy: ['holder'],
    reasons: [],
  },
  replacement: {
    name: null,
    needsEarlierPermit: true,
    acceptsExpired: false,
    effect: 'replaced',
    number: 'new',
    validity: 'earlier',
    startedBy: ['holder'],
    reasons: [],
  },
  revocation: {
    name: null,
    needsEarlierPermit: true,
    acceptsExpired: false,
    effect: 'revoked',
    number: 'new',
    validity: 'rule',
    startedBy: ['holder', 'facility', 'office'],
    reasons: [
      { code: 'moved', label: 'Pindah tempat praktik', startedBy: 'holder' },
      { code: 'stopped', label: 'Berhenti praktik', startedBy: 'holder' },
      { code: 'place-exchanged', label: 'Mengganti tempat praktik', startedBy: 'holder' },
      { code: 'resigned', label: 'Mengundurkan diri dari fasilitas', startedBy: 'facility' },
      { code: 'str-revoked', label: 'STR dicabut atau dinonaktifkan', startedBy: 'office' },
      { code: 'died', label: 'Pemegang izin meninggal dunia', startedBy: 'office' },
      { code: 'sanction', label: 'Sanksi atas rekomendasi dinas teknis', startedBy: 'office' },
    ],
  },
}
