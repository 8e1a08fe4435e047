import { expect, test } from 'vitest'
import { emptyIntakeForm } from '#domain/intake-form.ts'
import { officeDate } from '#domain/office-date.ts'
import { anApplicant } from '#domain/testing/builders.ts'
import type { ApplicantView } from '#contract/dossier.ts'
import { knownOf, paperQuestion } from './known-person.ts'
import { takenOver } from './take-over.ts'

const today = officeDate('2026-11-19')
const aView = (change: Partial<ApplicantView> = {}): ApplicantView => ({
  ...anApplicant(),
  company: null,
  formerNames: [],
  ...change,
})

test('a known foreigner brings citizenship, document and domicile into a form that nobody has filled', () => {
  const known = knownOf(
    aView({
      nik: null,
      citizenship: 'MY',
      identity: { kind: 'passport', number: 'A52314477', validUntil: officeDate('2030-12-31') },
      addressDomicile: 'Jalan Ahmad Yani 3',
    }),
    today,
  )
  expect(takenOver(known, emptyIntakeForm, {})).toMatchObject({
    citizenship: 'MY',
    identityKind: 'passport',
    identityNumber: 'A52314477',
    identityValidUntil: '31-12-2030',
    domicileDiffers: true,
    addressDomicile: 'Jalan Ahmad Yani 3',
  })
})

test('a passport that has run out is asked for anew', () => {
  const identity = { kind: 'passport', number: 'A1', validUntil: officeDate('2026-11-18') } as const
  expect(knownOf(aView({ identity }), today)).toMatchObject({
    identityKind: 'passport',
    identityNumber: '',
    identityValidUntil: '',
  })
})

test('a known business brings its name, its numbers and the one responsible, never the NIK of its own line', () => {
  const company = {
    name: 'CV Sari Kapuas',
    nib: '1234567890123',
    npwp: null,
    responsibleName: 'Herlina Mempawah',
    responsibleNik: null,
  }
  expect(knownOf(aView({ nik: null, name: 'CV Sari Kapuas', company }), today)).toMatchObject({
    name: 'Herlina Mempawah',
    nik: '',
    companyName: 'CV Sari Kapuas',
    companyNib: '1234567890123',
    companyNpwp: '',
  })
})

test('what the clerk typed stays; what an earlier look-up put there gives way', () => {
  const form = { ...emptyIntakeForm, name: 'Nurul Izzah', phone: '0812', citizenship: 'SG' }
  expect(takenOver({ name: 'Lain', phone: '0813', citizenship: 'MY' }, form, { phone: '0812' })).toEqual({
    phone: '0813',
  })
})

test('whoever has a NIK is asked for by it alone, and a business by its numbers', () => {
  const typed = {
    ...emptyIntakeForm,
    citizenship: 'MY',
    identityKind: 'kitas',
    identityNumber: '2C21',
  } as const
  expect(paperQuestion(typed, 'person')).toMatchObject({ holder: 'person', identityNumber: '2C21' })
  expect(paperQuestion({ ...typed, nik: '6171' }, 'person')).toBeNull()
  expect(paperQuestion(typed, 'company')).toBeNull()
  expect(paperQuestion({ ...typed, companyNib: '1234567890123' }, 'company')).toMatchObject({
    holder: 'company',
    identityNumber: '',
  })
})
