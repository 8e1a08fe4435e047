import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNames, nameKey } from './name-comparison.ts'
import { initialsOf, nameWithoutTitles, parsePersonName } from './person-name.ts'

describe('a name', () => {
  it('is kept exactly as typed, titles and capitals included', () => {
    const typed =
      'Dr. dr. R. Aj. MAHARANI KUSUMANINGRUM TJOKROATMODJO-SIMANDJUNTAK, Sp.PD., K-GEH., M.Kes., FINASIM'
    expect(parsePersonName(`  ${typed} `)).toEqual({ ok: true, value: typed })
    expect(parsePersonName("apt. Ma'ruf  Syafi’i, S.Farm.")).toEqual({
      ok: true,
      value: "apt. Ma'ruf Syafi’i, S.Farm.",
    })
  })

  it.each([
    ['', { code: 'name-empty' }],
    ['...', { code: 'name-empty' }],
    ['Budi 2', { code: 'name-digits', typed: 'Budi 2' }],
    ['Budi<b>', { code: 'name-characters', typed: 'Budi<b>', stranger: '<' }],
    ['A'.repeat(151), { code: 'name-long', length: 151, most: 150 }],
  ])('is refused as %j', (typed, refusal) => {
    expect(parsePersonName(typed)).toEqual({ ok: false, refusal })
  })

  it.each([
    ['dr. Kinanti Sebangki', 'Kinanti Sebangki'],
    ['drg. Hendro Sukalanting', 'Hendro Sukalanting'],
    ['Ns. Petrus Landakoro, S.Kep.', 'Petrus Landakoro'],
    ['apt. Melinda Siantari, S.Farm.', 'Melinda Siantari'],
    ['Yulius Sekadaun, A.Md.Kes.', 'Yulius Sekadaun'],
    ['Prof. Dr. dr. H. Ahmad Syarif, Sp.B, FINACS', 'Ahmad Syarif'],
    ['Hj. Siti Aminah', 'Siti Aminah'],
    ['Drs. Bambang M.Si', 'Bambang'],
    ['dr.Siti Rahma Sp.PD-KGEH', 'Siti Rahma'],
    ['Siti Rahma S.Kep., Ners', 'Siti Rahma'],
    ['Siti Rahma A.Md.Keb', 'Siti Rahma'],
    ['Bd. Rosmalia Ambawang', 'Rosmalia Ambawang'],
    ['Muhammad H. Siregar', 'Muhammad H. Siregar'],
    ['Se Ong', 'Se Ong'],
    ['Prof.', 'Prof.'],
    ['H. M. Yusuf', 'M. Yusuf'],
    ['Tan St', 'Tan St'],
    ['SITI RAHMA SP.PD-KGEH', 'SITI RAHMA'],
    ['Baruch Spinoza', 'Baruch Spinoza'],
    ['Rudi Hartono Sp.OT (K) Spine', 'Rudi Hartono Sp.OT (K) Spine'],
    ['Rudi Hartono Sp.OT(K)', 'Rudi Hartono'],
  ])('%s is, without titles, %s', (typed, name) => {
    expect(nameWithoutTitles(typed)).toBe(name)
  })

  it.each([
    ['Ratih Puspalina', 'RP'],
    ['Yunita A.', 'YA'],
    ['dr. Siti Rahma Wati, Sp.PD', 'SW'],
    ['Sukarni', 'S'],
    ['élise d’Arc', 'ÉD'],
  ])('%s has the initials %s', (typed, initials) => {
    expect(initialsOf(typed)).toBe(initials)
  })
})

describe('comparing names of a NIK', () => {
  it.each([
    ['dr. Kinanti Sebangki', 'KINANTI SEBANGKI', 'same'],
    ['Nur Hidayah, S.Kep.', 'Ns. Nurhidayah', 'same'],
    ["Ma'ruf", 'Maruf', 'same'],
    ['José Da Costa', 'Jose da Costa', 'same'],
    ['Moh. Yusuf', 'Muhammad Yusuf', 'same'],
    ['Hj. Siti Aminah', 'Siti Aminah', 'same'],
    ['M. Yusuf', 'Muhammad Yusuf', 'close'],
    ['Siti Rahma', 'Siti Rahma Wati', 'close'],
    ['Kinanti Sebangki', 'Kinanti Sebangi', 'close'],
    ['Kinanti Sebangki', 'Knianti Sebangki', 'close'],
    ['Kinanti', 'Kinanti Sebangki', 'different'],
    ['Budi Santoso', 'Rina Wijaya', 'different'],
    ['K. S.', 'Kinanti Sebangki', 'different'],
    ['K. Sebangki', 'Kinanti Sebangki', 'close'],
    ['Ani', 'Ana', 'different'],
    ['Budi', '', 'different'],
  ])('%s and %s are %s', (a, b, likeness) => {
    expect(compareNames(a, b)).toBe(likeness)
    expect(compareNames(b, a)).toBe(likeness)
  })

  it('does not mind titles, case or the order of the two', () => {
    const word = fc.stringMatching(/^([BDGKLMNPRST][aiueo]){2,4}$/)
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
    const front = fc.constantFrom('', 'dr. ', 'drg. ', 'Hj. ', 'apt. ', 'Prof. Dr. ')
    const back = fc.constantFrom('', ', Sp.PD', ', S.Kep., Ns.', ', A.Md.Keb.', ', M.Kes')
    fc.assert(
      fc.property(name, name, front, back, (a, b, title, degree) => {
        expect(compareNames(`${title}${a}${degree}`, a.toUpperCase())).toBe('same')
        expect(nameKey(`${title}${a}${degree}`)).toBe(nameKey(a))
        expect(compareNames(a, b)).toBe(compareNames(b, a))
      }),
    )
  })
})
