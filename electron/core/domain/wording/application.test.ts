import { expect, test } from 'vitest'
import { emptyIntakeForm } from '../intake-form.ts'
import { kindLabel, typedKindLabel } from './application.ts'

test('a first, changed or renewed permit says at which place; one that ends or is printed again does not', () => {
  expect(kindLabel('new', 2)).toBe('Baru, SIP ke-2')
  expect(kindLabel('renewal', 1)).toBe('Perpanjangan, SIP ke-1')
  expect(kindLabel('amendment', 1)).toBe('Perubahan, SIP ke-1')
  expect(kindLabel('revocation', 1)).toBe('Pencabutan')
  expect(kindLabel('replacement', 3)).toBe('Pengganti')
  expect(kindLabel('new', null)).toBe('Baru')
})

test('a registration, a certificate of premises and a form without a type have no ordinal while they are typed', () => {
  const form = { ...emptyIntakeForm, practiceOrdinal: 2 } as const
  expect(typedKindLabel({ category: 'SIP' }, form)).toBe('Baru, SIP ke-2')
  expect(typedKindLabel({ category: 'SIK' }, form)).toBe('Baru, SIP ke-2')
  expect(typedKindLabel({ category: 'REG' }, form)).toBe('Baru')
  expect(typedKindLabel({ category: 'CERT' }, form)).toBe('Baru')
  expect(typedKindLabel(null, form)).toBe('Baru')
})
