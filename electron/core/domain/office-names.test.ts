import { expect, it } from 'vitest'
import { calledAt, newNames, presentNames, readOfficeNames, type OfficeName } from './office-names.ts'
import { instant } from './testing/builders.ts'

const early = instant('2026-03-01T00:00:00.000Z')
const later = instant('2026-09-01T00:00:00.000Z')
type Named = Parameters<typeof presentNames>[0]

/** As much of an office as bears names. */
const office = (type: string, stage: string): Named =>
  ({
    types: [{ code: 'SIPD', name: type }],
    profile: {
      offers: [{ code: 'SIPD', localName: null }],
      stageTable: { stages: [{ code: 'cek', label: stage }] },
      roles: [{ code: 'print-desk', label: 'Pencetakan' }],
      series: [{ code: 'izin', label: 'Izin' }],
      complaints: { topics: [{ code: 'waktu', label: 'Waktu' }] },
    },
  }) as unknown as Named

const former = office('SIP Dokter', 'Pemeriksaan')
const present = office('Izin Praktik Dokter', 'Pemeriksaan')
const first: readonly OfficeName[] = newNames([], presentNames(former), early)
const noted: readonly OfficeName[] = [...first, ...newNames(first, presentNames(present), later)]

const namesAt = (asOf: string, all = noted) => {
  const { types, profile } = calledAt(present, all, instant(asOf))
  return [types[0]?.name, profile.offers[0]?.localName, profile.stageTable.stages[0]?.label]
}

it('a name is noted once, and again only when it is another one', () => {
  expect(first).toHaveLength(5)
  expect(noted.slice(5)).toEqual([
    { thing: 'permit-type', code: 'SIPD', name: 'Izin Praktik Dokter', since: later },
  ])
  expect(newNames(noted, presentNames(present), later)).toEqual([])
  // What was called so before and is again bears a line of its own.
  expect(newNames(noted, presentNames(former), later)).toHaveLength(1)
})

it('a report of a moment says the name of then, and the first known one of the time before any was noted', () => {
  const then = ['SIP Dokter', 'SIP Dokter', 'Pemeriksaan']
  for (const moment of ['2020-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z', '2026-09-01T00:00:00.000Z'])
    expect(namesAt(moment)).toEqual(then)
  expect(namesAt('2026-09-01T00:00:00.001Z')[0]).toBe('Izin Praktik Dokter')
})

it('an office that has noted nothing yet is called as it is now', () => {
  expect(namesAt('2026-05-01T00:00:00.000Z', readOfficeNames(undefined))).toEqual([
    'Izin Praktik Dokter',
    null,
    'Pemeriksaan',
  ])
})
