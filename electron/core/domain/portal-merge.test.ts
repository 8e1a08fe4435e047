import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isSameValue,
  mergeEntity,
  ownerOfApplicantField,
  ownerOfApplicationField,
  ownerOfDocumentField,
  withoutConflicts,
  type FieldOwner,
} from './portal-merge.ts'
import type { PortalData } from './portal-sync.ts'

const fields = ['a', 'b', 'c'] as const
const value = fc.constantFrom<unknown>(null, 1, 2, 'x', [], ['x'], { p: 1 }, { p: 1, q: [2] })
const entity: fc.Arbitrary<PortalData> = fc.record({ a: value, b: value, c: value })
const owners = fc.record({
  a: fc.constantFrom<FieldOwner>('applicant', 'office', 'record'),
  b: fc.constantFrom<FieldOwner>('applicant', 'office', 'record'),
  c: fc.constantFrom<FieldOwner>('applicant', 'office', 'record'),
})
const ownerIn =
  (map: Readonly<Record<string, FieldOwner>>) =>
  (field: string): FieldOwner =>
    map[field] ?? 'office'
const shared = (): FieldOwner => 'applicant'

describe('a merge of what office and applicant changed', () => {
  const known = { facility: 'RS A', str: 'S1', stage: 'front-office' }

  it('lets through what only one side changed, whichever side it is', () => {
    const merged = mergeEntity(shared, known, { ...known, facility: 'RS B' }, { ...known, str: 'S2' })
    expect(merged).toEqual({
      data: { facility: 'RS B', str: 'S2', stage: 'front-office' },
      taken: ['str'],
      conflicts: [],
      tellsPortal: true,
    })
  })

  it('keeps both values where both changed a field, and overwrites neither', () => {
    const merged = mergeEntity(shared, known, { ...known, str: 'S3' }, { ...known, str: 'S2' })
    expect(merged.conflicts).toEqual([{ field: 'str', known: 'S1', ours: 'S3', theirs: 'S2' }])
    expect(merged.data['str']).toBe('S2')
    expect(merged.tellsPortal).toBe(false)
  })

  it('never takes the office’s record from the portal', () => {
    const record = (): FieldOwner => 'record'
    const merged = mergeEntity(record, known, known, { ...known, stage: 'penyerahan' })
    expect(merged.data['stage']).toBe('front-office')
    expect(merged.tellsPortal).toBe(true)
  })

  it('asks a clerk about what the applicant wrote in a field that had become the office’s meanwhile', () => {
    const office = (): FieldOwner => 'office'
    const merged = mergeEntity(office, known, known, { ...known, str: 'S2' })
    expect(merged.conflicts.map((one) => one.field)).toEqual(['str'])
    expect(merged.taken).toEqual([])
  })

  it('fills what is empty on one side where both sides entered the same person', () => {
    const merged = mergeEntity(shared, null, { phone: null, email: 'a@b.id' }, { phone: '+62', email: null })
    expect(merged.data).toEqual({ phone: '+62', email: 'a@b.id' })
    expect(merged.conflicts).toEqual([])
  })

  it('keeps a field of the portal that this side does not know', () => {
    const merged = mergeEntity(shared, known, { facility: 'RS B' }, { ...known, religion: 'Islam' })
    expect(merged.data).toEqual({ ...known, facility: 'RS B', religion: 'Islam' })
  })
})

describe('every merge', () => {
  it('loses no value: what either side changed is in the outcome or in a conflict', () => {
    fc.assert(
      fc.property(entity, entity, entity, owners, (known, ours, theirs, map) => {
        const { data, conflicts } = mergeEntity(ownerIn(map), known, ours, theirs)
        for (const field of fields) {
          const conflict = conflicts.find((one) => one.field === field)
          const kept = conflict ? [conflict.ours, conflict.theirs] : [data[field]]
          const changes = [
            ...(isSameValue(ours[field], known[field]) ? [] : [ours[field]]),
            ...(isSameValue(theirs[field], known[field]) || map[field] === 'record' ? [] : [theirs[field]]),
          ]
          for (const changed of changes)
            expect(kept.some((one) => isSameValue(one, changed ?? null))).toBe(true)
        }
      }),
    )
  })

  it('is the same from both sides where a field belongs to both alike', () => {
    fc.assert(
      fc.property(entity, entity, entity, (known, ours, theirs) => {
        const here = mergeEntity(shared, known, ours, theirs)
        const there = mergeEntity(shared, known, theirs, ours)
        expect(here.conflicts.map((one) => [one.field, one.theirs, one.ours])).toEqual(
          there.conflicts.map((one) => [one.field, one.ours, one.theirs]),
        )
        const conflicted = here.conflicts.map((one) => one.field)
        for (const field of fields)
          if (!conflicted.includes(field)) expect(isSameValue(here.data[field], there.data[field])).toBe(true)
      }),
    )
  })

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(fc.option(entity), entity, entity, owners, (known, ours, theirs, map) => {
        const once = mergeEntity(ownerIn(map), known, ours, theirs)
        const again = mergeEntity(ownerIn(map), theirs, once.data, theirs)
        expect(again.conflicts).toEqual([])
        expect(again.taken).toEqual([])
        expect(isSameValue(again.data, once.data)).toBe(true)
      }),
    )
  })

  it('makes nothing of its own echo', () => {
    fc.assert(
      fc.property(fc.option(entity), entity, owners, (known, ours, map) => {
        const merged = mergeEntity(ownerIn(map), known, ours, structuredClone(ours))
        expect(merged.conflicts).toEqual([])
        expect(merged.taken).toEqual([])
        expect(merged.tellsPortal).toBe(false)
      }),
    )
  })

  it('decides no conflict by sending', () => {
    fc.assert(
      fc.property(entity, entity, entity, owners, (known, ours, theirs, map) => {
        const { conflicts } = mergeEntity(ownerIn(map), known, ours, theirs)
        const sent = withoutConflicts(ours, conflicts)
        for (const { field } of conflicts) expect(isSameValue(sent[field], theirs[field])).toBe(true)
      }),
    )
  })
})

describe('whose a field is', () => {
  const online = { channel: 'online', accepted: false, returned: false } as const

  it('gives place, hours, STR and answers to the applicant before acceptance and while returned', () => {
    expect(ownerOfApplicationField(online)('schedule')).toBe('applicant')
    expect(ownerOfApplicationField({ ...online, accepted: true })('schedule')).toBe('office')
    expect(ownerOfApplicationField({ ...online, accepted: true, returned: true })('schedule')).toBe(
      'applicant',
    )
    expect(ownerOfApplicationField({ ...online, channel: 'counter' })('schedule')).toBe('office')
  })

  it('keeps number, stage and check marks as the office’s record always', () => {
    expect(ownerOfApplicationField(online)('registrationNumber')).toBe('record')
    expect(ownerOfApplicationField(online)('stage')).toBe('record')
    expect(ownerOfDocumentField(online)('check')).toBe('record')
    expect(ownerOfDocumentField(online)('sha256')).toBe('applicant')
  })

  it('leaves contact data to the applicant and makes identity the office’s with the first acceptance', () => {
    expect(ownerOfApplicantField(false)('name')).toBe('applicant')
    expect(ownerOfApplicantField(true)('name')).toBe('office')
    expect(ownerOfApplicantField(true)('phone')).toBe('applicant')
    expect(ownerOfApplicantField(true)('religion')).toBe('applicant')
  })
})
