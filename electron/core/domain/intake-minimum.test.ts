import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIntake, type IntakeRules } from './intake.ts'
import { emptyIntakeForm, type IntakeForm } from './intake-form.ts'
import { mayWait, mendsReceipt, partOf } from './intake-minimum.ts'
import { intakeParts, partsAlwaysNeeded, type IntakePart } from './intake-parts.ts'
import { officeDate } from './office-date.ts'
import { aFilledForm, aPermitType, aRegime } from './testing/intake-forms.ts'

const rules: IntakeRules = { type: aPermitType(), regime: aRegime(), today: officeDate('2026-11-19') }
const minimum: readonly IntakePart[] = ['identity', 'phone', 'type', 'kind']
const filled = aFilledForm()
const told: IntakeForm = {
  ...emptyIntakeForm,
  nik: filled.nik,
  name: filled.name,
  phone: filled.phone,
  permitTypeCode: filled.permitTypeCode,
}
const read = (form: IntakeForm, parts = minimum) => readIntake(form, rules, null, mayWait(form, parts))
const refusedAt = (form: IntakeForm, parts = minimum): readonly string[] => {
  const reading = read(form, parts)
  return reading.ok ? [] : reading.refusal.map((one) => one.field)
}

/** What a clerk may or may not have typed yet, right or wrong. */
const typedLater = fc.record({
  birthPlace: fc.constantFrom('', 'Pontianak'),
  addressKtp: fc.constantFrom('', 'Jalan Khatulistiwa 5'),
  village: fc.constantFrom('', 'Batu Layang'),
  email: fc.constantFrom('', 'kinanti@contoh.id', 'bukan e-mail'),
  strNumber: fc.constantFrom('', filled.strNumber, '12'),
  facilityName: fc.constantFrom('', 'RSUD Kota'),
  facilityAddress: fc.constantFrom('', 'Jalan Kom Yos Sudarso'),
  facilityDistrict: fc.constantFrom('', 'Pontianak Barat'),
  representativeName: fc.constantFrom('', 'Bagas Tirtamulya'),
  representativePhone: fc.constantFrom('', '081255000300'),
  representativeRelation: fc.constantFrom('', 'Staf RSUD'),
  schedule: fc.constantFrom(emptyIntakeForm.schedule, filled.schedule, [
    { days: [], from: '08.00', until: '' },
  ]),
})

describe('a form of which only the minimum must be there', () => {
  it('passes on identity, type, kind and telephone, and not without each of them', () => {
    expect(refusedAt(told)).toEqual([])
    for (const field of ['nik', 'name', 'phone'] as const)
      expect(refusedAt({ ...told, [field]: '' })).toContain(field)
    const none = readIntake(
      { ...told, permitTypeCode: '' },
      { ...rules, type: null, regime: null },
      null,
      mayWait(told, minimum),
    )
    expect(none.ok ? [] : none.refusal.map((one) => one.field)).toEqual(['permitTypeCode'])
  })

  it('demands whatever else the office puts into its minimum', () => {
    expect(refusedAt(told, [...minimum, 'place'])).toEqual(['facilityName', 'facilityAddress'])
    expect(refusedAt(told, intakeParts)).toEqual(
      (() => {
        const reading = readIntake(told, rules)
        return reading.ok ? [] : reading.refusal.map((one) => one.field)
      })(),
    )
  })

  it('either keeps all that was typed or says which field must be finished', () => {
    fc.assert(
      fc.property(typedLater, (later) => {
        const form = { ...told, ...later }
        const reading = read(form)
        if (!reading.ok) {
          expect(reading.refusal.length).toBeGreaterThan(0)
          return
        }
        const { value } = reading
        expect(value.birthPlace ?? '').toBe(form.birthPlace)
        expect(value.addressKtp).toBe(form.addressKtp)
        expect(value.village ?? '').toBe(form.village)
        expect(value.email ?? '').toBe(form.email)
        expect(value.str?.number ?? '').toBe(form.strNumber)
        expect([value.facility.name, value.facility.address]).toEqual([
          form.facilityName,
          form.facilityAddress,
        ])
        expect(value.facility.district ?? '').toBe(form.facilityDistrict)
        // Without a name there is no place that could be kept.
        if (form.facilityName === '') expect(form.facilityDistrict).toBe('')
        expect(value.representative?.name ?? '').toBe(form.representativeName)
        expect(value.schedule).toHaveLength(form.schedule === emptyIntakeForm.schedule ? 0 : 1)
      }),
      { numRuns: 500 },
    )
  })

  it('lets wait only what was not typed, of parts that may wait: nothing lacks without being known to lack', () => {
    const anyMinimum = fc
      .subarray(intakeParts.filter((one) => !partsAlwaysNeeded.includes(one)))
      .map((more) => [...partsAlwaysNeeded, ...more])
    fc.assert(
      fc.property(typedLater, anyMinimum, fc.boolean(), (later, parts, whole) => {
        const form = { ...(whole ? filled : told), ...later }
        const reading = readIntake(form, rules)
        const lacking: readonly string[] = reading.ok ? [] : reading.refusal.map((one) => one.field)
        const atOnce = refusedAt(form, parts)
        const waiting = lacking.filter((field) => !atOnce.includes(field))
        // The stage is left on the full data alone: it passes exactly when nothing waits and nothing is refused at once.
        expect(reading.ok).toBe(atOnce.length === 0 && waiting.length === 0)
        expect(atOnce.filter((field) => !lacking.includes(field))).toEqual([])
        for (const field of waiting) expect(parts).not.toContain(partOf(field as never))
        const atTheStage = refusedAt(form, intakeParts)
        expect(atTheStage).toEqual(lacking)
      }),
      { numRuns: 300 },
    )
  })

  it('never leaves to later who asks and for what', () => {
    for (const part of partsAlwaysNeeded) expect(intakeParts).toContain(part)
    expect(
      ['nik', 'companyName', 'representativeName', 'lateDay', 'otherPermits.0.number'].map((one) =>
        partOf(one as never),
      ),
    ).toEqual(Array.from({ length: 5 }, () => 'identity'))
  })

  it('makes a Perbaikan only of what the receipt told already', () => {
    expect(mendsReceipt([{ field: 'facilityName', before: '' }])).toBe(false)
    expect(mendsReceipt([{ field: 'strLifetime', before: 'Ya' }])).toBe(false)
    expect(mendsReceipt([{ field: 'name', before: 'Kinanti' }])).toBe(true)
  })
})
