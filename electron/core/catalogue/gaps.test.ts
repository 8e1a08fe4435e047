import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, officeDate } from '#domain/office-date.ts'
import { findOfficial, type OfficeProfile } from '#domain/profile.ts'
import { gapsBetween } from '#domain/spans.ts'
import { gapWarnings } from './gaps.ts'
import { productOffice, readDataFile, readDataFolder } from './testing/data-files.ts'

const { profile } = productOffice(readDataFile('profiles/tanjungpinang.json'))
const withOfficials = (
  change: (officials: OfficeProfile['officials']) => OfficeProfile['officials'],
): OfficeProfile => ({ ...profile, officials: change(profile.officials) })

describe('a post', () => {
  it.each(readDataFolder('profiles').map((file) => [file.file, file] as const))(
    'of %s is never vacant',
    (_, file) => {
      expect(gapWarnings(productOffice(file).profile)).toEqual([])
    },
  )

  it('that stands empty between two heads is told with its days', () => {
    const left = withOfficials((officials) => officials.filter((one) => one.capacity !== 'acting'))
    expect(gapWarnings(left)).toEqual([
      'Jabatan kepala-dinas kosong 1 April 2024 sampai 31 Agustus 2024: tambahkan Plt. atau pejabat pada officials.',
    ])
    expect(findOfficial(left, 'kepala-dinas', officeDate('2024-05-01'))).toBeUndefined()
  })

  it('whose last holder has an end is told as vacant from the day after', () => {
    const ending = withOfficials((officials) =>
      officials.map((one) => (one.until === null ? { ...one, until: officeDate('2026-12-31') } : one)),
    )
    expect(gapWarnings(ending)).toEqual([
      'Jabatan kepala-dinas kosong sejak 1 Januari 2027: tambahkan Plt. atau pejabat pada officials.',
    ])
  })

  it('that nobody ever held is told', () => {
    expect(gapWarnings(withOfficials(() => []))).toEqual([
      'Jabatan kepala-dinas tidak dipegang siapa pun: tambahkan pejabat pada officials.',
    ])
  })

  it('was held by a Plt. between two heads in Tanjungpinang, and by a Plh. while the head is away', () => {
    const away = withOfficials((officials) => [
      ...officials,
      {
        post: 'kepala-dinas',
        name: 'PENGGANTI SEMENTARA, S.H.',
        rank: 'Pembina',
        nip: null,
        capacity: 'daily-acting',
        from: officeDate('2026-11-02'),
        until: officeDate('2026-11-06'),
      },
    ])
    const on = (day: string) => findOfficial(away, 'kepala-dinas', officeDate(day))?.capacity
    expect(['2024-03-31', '2024-04-01', '2024-09-01', '2026-11-02', '2026-11-07'].map(on)).toEqual([
      'definitive',
      'acting',
      'definitive',
      'daily-acting',
      'definitive',
    ])
  })
})

describe('gaps', () => {
  const days = fc.integer({ min: 0, max: 300 }).map((days) => addDays(officeDate('2024-01-01'), days))
  const spans = fc.array(
    fc.tuple(days, fc.option(fc.integer({ min: 0, max: 60 }), { nil: null })).map(([from, length]) => ({
      from,
      until: length === null ? null : addDays(from, length),
    })),
    { minLength: 1, maxLength: 6 },
  )

  it('are exactly the days since the first span that no span covers', () => {
    fc.assert(
      fc.property(spans, days, (terms, day) => {
        const within = (list: readonly { from: string; until: string | null }[]): boolean =>
          list.some((one) => one.from <= day && (one.until === null || day <= one.until))
        const first = terms.map((one) => one.from).sort()[0] ?? day
        expect(within(gapsBetween(terms))).toBe(day >= first && !within(terms))
      }),
    )
  })
})
