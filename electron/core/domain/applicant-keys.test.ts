import { expect, test } from 'vitest'
import { applicantKeys, typedKeys } from './applicant-keys.ts'
import { emptyIntakeForm } from './intake-form.ts'
import { anApplicant } from './testing/builders.ts'

test('what a clerk types of a passport finds the person who was taken in with it', () => {
  const identity = { kind: 'passport', number: 'A 5231-4477', validUntil: null } as const
  const stored = applicantKeys(anApplicant({ nik: null, citizenship: 'MY', identity }))
  const typed = {
    ...emptyIntakeForm,
    citizenship: 'MY',
    identityKind: 'passport',
    identityNumber: 'a52314477',
  } as const
  expect(typedKeys(typed, 'person')).toEqual(stored)
  expect(typedKeys({ ...typed, citizenship: 'SG' }, 'person')).not.toEqual(stored)
})

test('nobody is looked for by a KTP without NIK, by a blank number or by a business without numbers', () => {
  expect(typedKeys(emptyIntakeForm, 'person')).toEqual([])
  expect(typedKeys({ ...emptyIntakeForm, identityKind: 'kitas', identityNumber: ' - ' }, 'person')).toEqual(
    [],
  )
  expect(typedKeys(emptyIntakeForm, 'company')).toEqual([])
})

test('a business is known by NIB before NPWP, with or without dots', () => {
  const typed = { ...emptyIntakeForm, companyNib: '1234567890123', companyNpwp: '01.234.567.8-901.000' }
  expect(typedKeys(typed, 'company')).toEqual(['nib 1234567890123', 'npwp 012345678901000'])
})
