import { describe, expect, it } from 'vitest'
import tanjungpinang from '../../../assets/regions/2172.json' with { type: 'json' }
import purwakarta from '../../../assets/regions/3214.json' with { type: 'json' }
import pasuruan from '../../../assets/regions/3514.json' with { type: 'json' }
import pontianak from '../../../assets/regions/6171.json' with { type: 'json' }
import seruyan from '../../../assets/regions/6207.json' with { type: 'json' }
import type { Region } from './regions.ts'
import { districtOfNikRegion, findPlaces, findVillage, placesOf, villageTitle } from './regions.ts'

const region: Region = pontianak
const names = (typed: string): string[] => findPlaces(region, typed).map(({ village }) => village.usualName)

describe.each<[string, Region, number, number]>([
  ['Tanjungpinang', tanjungpinang, 4, 18],
  ['Purwakarta', purwakarta, 17, 192],
  ['Pasuruan', pasuruan, 24, 365],
  ['Pontianak', pontianak, 6, 29],
  ['Seruyan', seruyan, 10, 100],
])('the places of %s', (_, office, districts, villages) => {
  it('are all there, each with a code of its own under its kecamatan', () => {
    const places = placesOf(office)
    expect([office.districts.length, places.length]).toEqual([districts, villages])
    expect(new Set(places.map(({ village }) => village.code)).size).toBe(villages)
    for (const { village, district } of places) {
      expect(village.code.startsWith(`${district.code}.`)).toBe(true)
      expect(district.code.startsWith(`${office.code}.`)).toBe(true)
      expect(village.code).toMatch(/\.[12]\d{3}$/)
      expect(village.postalCode ?? '00000').toMatch(/^\d{5}$/)
    }
  })

  it('are found by each spelling together with the kecamatan, as no kecamatan has one name twice', () => {
    for (const { village, district } of placesOf(office))
      for (const spelling of [village.name, village.usualName]) {
        expect(findPlaces(office, spelling).map((place) => place.village.code)).toContain(village.code)
        expect(findVillage(office, spelling, district.name)?.village.code).toBe(village.code)
      }
  })
})

describe('the places of Pontianak', () => {
  it('are told by the name alone, for each is there once', () => {
    for (const { village } of placesOf(region))
      for (const spelling of [village.name, village.usualName])
        expect(findVillage(region, spelling)?.village.code).toBe(village.code)
  })

  it('are found by part of a word, by kecamatan and by postal code', () => {
    expect(names('benuamelayu d')).toEqual(['Benua Melayu Darat'])
    expect(names('darat benua')).toEqual(['Benua Melayu Darat'])
    expect(names('batu l')).toEqual(['Batu Layang'])
    expect(names('pontianak utara')).toHaveLength(4)
    expect(names('78124')).toHaveLength(4)
    expect(names('')).toHaveLength(29)
    expect(names('bandung')).toEqual([])
  })

  it('tell one kelurahan from another only when the name is whole', () => {
    expect(findVillage(region, 'sungai jawi')?.village.code).toBe('61.71.05.1005')
    expect(findVillage(region, 'Sungai Jawi', 'Pontianak Barat')).toBeUndefined()
    expect(findVillage(region, 'Bansir')).toBeUndefined()
  })

  it('know the kecamatan of a NIK', () => {
    expect(districtOfNikRegion(region, '617104')?.name).toBe('Pontianak Utara')
    expect(districtOfNikRegion(region, '620704')).toBeUndefined()
  })
})

describe('a village on paper', () => {
  it('is a Kelurahan or a Desa as its code says', () => {
    expect(villageTitle(purwakarta, 'Citalang', 'Purwakarta')).toBe('Desa')
    expect(villageTitle(purwakarta, 'Nagri Kaler', 'Purwakarta')).toBe('Kelurahan')
    expect(villageTitle(seruyan, 'Kuala Pembuang I', 'Seruyan Hilir')).toBe('Kelurahan')
  })

  it('of one name in two kecamatan is told by its kecamatan; where all of the name are alike, without it', () => {
    expect(villageTitle(pasuruan, 'Kalirejo', 'Bangil')).toBe('Kelurahan')
    expect(villageTitle(pasuruan, 'Kalirejo', 'Kraton')).toBe('Desa')
    expect(villageTitle(pasuruan, 'Kalirejo', null)).toBe('Kelurahan/Desa')
    expect(villageTitle(pasuruan, 'Lumbang', null)).toBe('Desa')
  })

  it('of another city, or of an office without a list, is left open', () => {
    expect(villageTitle(pontianak, 'Sungai Kakap', 'Sungai Kakap')).toBe('Kelurahan/Desa')
    expect(villageTitle(null, 'Sungai Kakap', 'Sungai Kakap')).toBe('Kelurahan/Desa')
  })
})
