import { expect, test } from 'vitest'
import { emptyIntakeForm } from './intake-form.ts'
import { writtenBlanks } from './written-blanks.ts'

test('a form taken home bears what was typed at the counter, and never the NIK', () => {
  const written = writtenBlanks({
    ...emptyIntakeForm,
    nik: '6171044708940003',
    name: 'Kinanti Sebangki',
    nameOnPermit: 'dr. Kinanti Sebangki',
    birthPlace: 'Pontianak',
    birthDate: '07-08-1994',
    addressKtp: 'Jalan Khatulistiwa Gang Teluk Indah 5',
    rtRw: '003/012',
    village: 'Batu Layang',
    district: 'Pontianak Utara',
    phone: '0812-5500-0173',
  })
  expect(written).toEqual({
    name: 'dr. Kinanti Sebangki',
    birth: 'Pontianak, 7 Agustus 1994',
    address: 'Jalan Khatulistiwa Gang Teluk Indah 5, RT/RW 003/012, Batu Layang, Pontianak Utara',
    phone: '0812-5500-0173',
  })
})

test('what is not typed, or cannot be read, stays a line to write on', () => {
  expect(writtenBlanks(emptyIntakeForm)).toEqual({})
  expect(writtenBlanks({ ...emptyIntakeForm, birthDate: '31-02-19' })).toEqual({})
})
