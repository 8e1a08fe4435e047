import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readIntake, type IntakeRules, type StoredFiles } from './intake.ts'
import { emptyIntakeForm, type IntakeDocument, type IntakeForm } from './intake-form.ts'
import { officeDate } from './office-date.ts'
import { applicationKinds, facilityKinds, requirementsFor } from './permit-type.ts'
import { aFilledForm, aPermitType, aRegime, pdfHash, photoHash } from './testing/intake-forms.ts'
import { sayFieldRefusal } from './wording/intake.ts'
import { weekdays } from './office-date.ts'

const today = officeDate('2026-11-19')
const rules: IntakeRules = { type: aPermitType(), regime: aRegime(), today }

const refusedAt = (form: IntakeForm, files: StoredFiles | null = null): Record<string, string> => {
  const read = readIntake(form, rules, files)
  return read.ok ? {} : Object.fromEntries(read.refusal.map((one) => [one.field, one.refusal.code]))
}

/** What a hurried hand may leave in any field. */
const typedText = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '6171044708940003',
    '0812-5500-0173',
    '31-04-2021',
    'Kinanti',
    '??',
    '\t',
    '001/002',
  ),
)
const typedDocument: fc.Arbitrary<IntakeDocument> = fc.record({
  requirementCode: fc.constantFrom('STR', 'KTP', 'ID_PHOTO', 'OTHER_SIP', 'PLACE_LETTER', 'ORIGINAL', 'GONE'),
  sha256: fc.constantFrom(null, pdfHash, photoHash, 'c'.repeat(64)),
  fileName: typedText,
  mediaType: fc.constantFrom('image/jpeg', 'application/pdf', ''),
  sizeBytes: fc.nat(10_000),
})
const typedForm: fc.Arbitrary<IntakeForm> = fc
  .record({
    texts: fc.dictionary(
      fc.constantFrom(
        ...(Object.keys(emptyIntakeForm) as (keyof IntakeForm)[]).filter(
          (key) => typeof emptyIntakeForm[key] === 'string' && !['kind', 'facilityKind', 'sex'].includes(key),
        ),
      ),
      typedText,
    ),
    change: fc.record(
      {
        sex: fc.constantFrom('male', 'female', ''),
        kind: fc.constantFrom(...applicationKinds),
        facilityKind: fc.constantFrom(...facilityKinds),
        practiceOrdinal: fc.constantFrom(1, 2, 3),
        strLifetime: fc.boolean(),
        schedule: fc.array(
          fc.record({
            days: fc.array(fc.constantFrom(...weekdays, 'lusa'), { maxLength: 4 }),
            from: fc.constantFrom('08.00', '25.00', '', '13.00'),
            until: fc.constantFrom('12.00', '20.00', ''),
          }),
          { maxLength: 3 },
        ),
        documents: fc.array(typedDocument, { maxLength: 8 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ texts, change }) => ({ ...aFilledForm(), ...texts, ...change }) as IntakeForm)

/** What passes: free text of any kind where any text will do, and papers of requirements asked for or not. */
const soundForm: fc.Arbitrary<IntakeForm> = fc
  .record({
    name: fc.constantFrom('Kinanti Sebangki', '  Kinanti   Sebangki ', "Ma'ruf, S.Kep."),
    nameOnPermit: fc.constantFrom('', 'dr. Kinanti Sebangki, Sp.PD'),
    birthPlace: fc.constantFrom('Pontianak', ' Sambas '),
    addressDomicile: fc.string({ maxLength: 40 }),
    village: fc.string({ maxLength: 20 }),
    district: fc.string({ maxLength: 20 }),
    facilityName: fc.string({ minLength: 1, maxLength: 20 }).map((text) => `RS ${text}`),
    facilityVillage: fc.string({ maxLength: 20 }),
    rtRw: fc.constantFrom('', '3/12'),
    email: fc.constantFrom('', 'kinanti@contoh.id'),
    further: fc.array(typedDocument, { maxLength: 4 }),
  })
  .map(({ further, ...texts }) => {
    const form = aFilledForm(texts)
    const papers = further.filter((one) => one.requirementCode !== 'ID_PHOTO')
    return { ...form, documents: [...form.documents, ...papers] }
  })

const fieldPattern = /^(schedule|documents)\./

describe('reading Terima Permohonan', () => {
  it('takes the source documents’ own walk-in as it is typed', () => {
    const read = readIntake(aFilledForm(), rules)
    expect(read).toMatchObject({
      ok: true,
      value: {
        nik: '6171044708940003',
        name: 'Kinanti Sebangki',
        nameOnPermit: 'dr. Kinanti Sebangki',
        birthDate: '1994-08-07',
        phone: '+6281255000173',
        str: { number: '6122100126004173', lifetime: true, validUntil: null, profession: 'dokter' },
      },
    })
  })

  it('either keeps everything that was typed or says which field needs mending', () => {
    fc.assert(
      fc.property(fc.oneof(typedForm, soundForm), (form) => {
        const before = structuredClone(form)
        const read = readIntake(form, rules)
        expect(form).toEqual(before)
        if (!read.ok) {
          expect(read.refusal.length).toBeGreaterThan(0)
          return
        }
        const { value } = read
        const kept = (typed: string, text: string | null): void => expect(text ?? '').toBe(typed.trim())
        const oneSpace = (text: string): string => text.replace(/\s+/g, ' ')
        kept(oneSpace(form.name), value.name)
        kept(oneSpace(form.nameOnPermit), value.nameOnPermit)
        kept(form.birthPlace, value.birthPlace)
        kept(form.addressKtp, value.addressKtp)
        kept(form.addressDomicile, value.addressDomicile)
        kept(form.village, value.village)
        kept(form.district, value.district)
        kept(form.facilityName, value.facility.name)
        kept(form.facilityAddress, value.facility.address)
        kept(form.facilityVillage, value.facility.village)
        kept(form.facilityDistrict, value.facility.district)
        kept(oneSpace(form.representativeName), value.representative?.name ?? null)
        kept(form.representativeRelation, value.representative?.relation ?? null)
        expect(value.rtRw === null).toBe(form.rtRw.trim() === '')
        expect(value.email === null).toBe(form.email.trim() === '')
        expect(value.schedule).toHaveLength(form.schedule.length)
        const codes = requirementsFor(aRegime(), { ...factsOf(form) }).map((one) => one.code)
        const asked = form.documents.filter((one) => codes.includes(one.requirementCode))
        expect(value.documents).toEqual(asked.map((one) => ({ ...one, paper: null })))
      }),
      { numRuns: 400 },
    )
  })

  it('refuses nothing in a form that only holds other free words', () => {
    fc.assert(
      fc.property(soundForm, (form) => {
        expect(refusedAt(form)).toEqual({})
      }),
    )
  })

  it('names only fields of the form and has an Indonesian sentence for each refusal', () => {
    fc.assert(
      fc.property(typedForm, (form) => {
        const read = readIntake(form, rules)
        if (read.ok) return
        for (const { field, refusal } of read.refusal) {
          expect(field in form || fieldPattern.test(field)).toBe(true)
          const [, row = ''] = /^schedule\.(\d+)$/.exec(field) ?? []
          if (row !== '') expect(Number(row)).toBeLessThan(Math.max(1, form.schedule.length))
          expect(sayFieldRefusal(refusal)).toMatch(/[.!?]$/)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('reads the same again: a form that passed passes on the server too', () => {
    fc.assert(
      fc.property(typedForm, (form) => {
        expect(readIntake(form, rules)).toEqual(readIntake(structuredClone(form), rules))
      }),
      { numRuns: 50 },
    )
  })

  it.each<[string, Partial<IntakeForm>, string, string]>([
    [
      'a birth date other than the NIK’s',
      { birthDate: '08-08-1994' },
      'birthDate',
      'birth-date-differs-from-nik',
    ],
    ['a sex other than the NIK’s', { sex: 'male' }, 'sex', 'sex-differs-from-nik'],
    ['a NIK typed into the name', { name: '6171044708940003' }, 'name', 'name-digits'],
    ['signs in the name on the permit', { nameOnPermit: 'dr. <b>' }, 'nameOnPermit', 'name-characters'],
    [
      'an STR that has ended',
      { strLifetime: false, strValidUntil: '18-11-2026' },
      'strValidUntil',
      'str-ended',
    ],
    ['a kind that the type does not know', { kind: 'replacement' }, 'kind', 'kind-not-offered'],
    ['a phone of nobody', { representativePhone: '0812-5500-0300' }, 'representativeName', 'field-empty'],
    ['a relation of nobody', { representativeRelation: 'Suami' }, 'representativeName', 'field-empty'],
    ['a schedule without a row', { schedule: [] }, 'schedule.0', 'schedule-empty'],
    ['a requirement without its file', { documents: [] }, 'documents.KTP', 'requirement-missing'],
  ])('refuses %s at its field', (_, change, field, code) => {
    expect(refusedAt(aFilledForm(change))).toMatchObject({ [field]: code })
  })

  it('takes an STR through its last day', () => {
    const form = aFilledForm({ strLifetime: false, strValidUntil: '19-11-2026' })
    expect(refusedAt(form)).toEqual({})
  })

  it('asks no STR of a type that needs none', () => {
    const without = { ...rules, regime: aRegime({ needsStr: false }) }
    const read = readIntake(aFilledForm({ strNumber: '' }), without)
    expect(read).toMatchObject({ ok: true, value: { str: null } })
  })

  it('fills birth date and sex in from the NIK where they are left empty', () => {
    const read = readIntake(aFilledForm({ birthDate: '', sex: '' }), rules)
    expect(read).toMatchObject({ ok: true, value: { birthDate: '1994-08-07', sex: 'female' } })
  })

  it('says that no type was chosen and asks for no requirement before', () => {
    const read = readIntake(aFilledForm({ permitTypeCode: '', documents: [] }), {
      type: null,
      regime: null,
      today,
    })
    expect(read.ok ? [] : read.refusal.map((one) => one.field)).toEqual(['permitTypeCode'])
  })
})

describe('the files of a form', () => {
  const all: StoredFiles = new Map([
    [pdfHash, { mediaType: 'application/pdf', sizeBytes: 77 }],
    [photoHash, { mediaType: 'image/jpeg', sizeBytes: 88 }],
  ])
  const change = (code: string, to: Partial<IntakeDocument>): IntakeForm => {
    const form = aFilledForm()
    return {
      ...form,
      documents: form.documents.map((one) => (one.requirementCode === code ? { ...one, ...to } : one)),
    }
  }

  it('must all be in the cabinet, and their kind and size are the cabinet’s word', () => {
    const read = readIntake(change('KTP', { mediaType: 'image/png', sizeBytes: 1 }), rules, all)
    expect(read.ok && read.value.documents.find((one) => one.requirementCode === 'KTP')).toMatchObject({
      mediaType: 'application/pdf',
      sizeBytes: 77,
    })
  })

  it('are refused at their requirement when one was never uploaded', () => {
    expect(refusedAt(change('STR', { sha256: 'd'.repeat(64) }), all)).toEqual({
      'documents.STR': 'requirement-file-lost',
    })
  })

  it('do not count where only paper was seen and a file is asked for', () => {
    expect(refusedAt(change('KTP', { sha256: null }))).toEqual({ 'documents.KTP': 'requirement-needs-file' })
    expect(refusedAt(change('ORIGINAL', { sha256: null }))).toEqual({})
  })

  it('may not put a PDF in the place of the photo, whatever the form calls it', () => {
    expect(refusedAt(change('ID_PHOTO', { mediaType: 'application/pdf' }))).toEqual({
      'documents.ID_PHOTO': 'photo-not-a-picture',
    })
    expect(refusedAt(change('ID_PHOTO', { sha256: pdfHash }), all)).toEqual({
      'documents.ID_PHOTO': 'photo-not-a-picture',
    })
  })

  it('of a requirement that is no longer asked for do not come along', () => {
    const read = readIntake(aFilledForm({ facilityKind: 'independent' }), rules)
    expect(read.ok && read.value.documents.map((one) => one.requirementCode)).toEqual([
      'STR',
      'KTP',
      'ID_PHOTO',
      'ORIGINAL',
    ])
  })
})

function factsOf(form: IntakeForm) {
  return {
    kind: form.kind,
    practiceOrdinal: form.practiceOrdinal,
    facilityKind: form.facilityKind,
    strLifetime: form.strLifetime,
    practisedMoreThanFiveYearsAgo: form.practisedMoreThanFiveYearsAgo,
    foreigner: false,
    filedByRepresentative: form.representativeName.trim() !== '',
  }
}
