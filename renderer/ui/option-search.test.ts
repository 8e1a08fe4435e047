import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesTyped, rankOptions } from './option-search.ts'
import type { SelectOption } from './option-search.ts'

const option = (code: string, label: string, kin: string): SelectOption => ({
  value: code,
  code,
  label,
  note: kin,
  kin,
})

const offers: readonly SelectOption[] = [
  option('SIPD', 'Surat Izin Praktik Dokter', 'dokter'),
  option('SIPDS', 'Surat Izin Praktik Dokter Spesialis', 'dokter spesialis'),
  option('SIPP', 'Surat Izin Praktik Perawat', 'perawat'),
  option('SIPA', 'Surat Izin Praktik Apoteker', 'apoteker'),
  option('SIKP', 'Surat Izin Kerja Perawat', 'perawat'),
  option('SIA', 'Surat Izin Apotek', 'apotek'),
]

const found = (typed: string) =>
  rankOptions(
    offers.filter((one) => matchesTyped(one, typed)),
    typed,
  ).map(({ value }) => value)

test("a profession offers its own permit before the one that it has given way to, however short that one's name", () => {
  for (const typed of ['perawat', 'peraw', 'izin perawat']) expect(found(typed)).toEqual(['SIPP', 'SIKP'])
})

test('a code that is typed comes first', () => {
  expect(found('sikp')).toEqual(['SIKP'])
})

test('of several professions the plainest is offered first', () => {
  expect(found('dokter')).toEqual(['SIPD', 'SIPDS'])
  expect(found('apotek')).toEqual(['SIA', 'SIPA'])
})

test('ranking neither loses nor adds an option', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...offers]), fc.string({ maxLength: 12 }), (some, typed) => {
      const values = (list: readonly SelectOption[]) => list.map(({ value }) => value).toSorted()
      expect(values(rankOptions(some, typed))).toEqual(values(some))
    }),
  )
})
